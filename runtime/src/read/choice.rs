//! Which case of a union, and which shape of a value, comes next.

use std::borrow::Cow;

use serde_json::Value;

use super::reader::Kind;
use super::{Mismatch, Reader, Slot, text};

/// A member by which an object is told from others.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Needed {
    name: &'static str,
    aliases: &'static [&'static str],
    constant: Option<Constant>,
    empty_is_value: bool,
}

#[derive(Debug, Clone, Copy)]
enum Constant {
    Text(&'static str),
    Number(i128),
}

impl Needed {
    /// A member of this name, whatever it holds.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            aliases: &[],
            constant: None,
            empty_is_value: false,
        }
    }

    /// Says that an empty text is a value; if not, it counts as absent.
    #[must_use]
    pub const fn empty_is_value(mut self) -> Self {
        self.empty_is_value = true;
        self
    }

    /// Sets its other names.
    #[must_use]
    pub const fn aliases(mut self, names: &'static [&'static str]) -> Self {
        self.aliases = names;
        self
    }

    /// Says that it holds this text.
    #[must_use]
    pub const fn text(mut self, text: &'static str) -> Self {
        self.constant = Some(Constant::Text(text));
        self
    }

    /// Says that it holds this number.
    #[must_use]
    pub const fn number(mut self, number: i128) -> Self {
        self.constant = Some(Constant::Number(number));
        self
    }

    fn is_called(&self, name: &str) -> bool {
        self.name == name || self.aliases.contains(&name)
    }
}

impl<'t> Reader<'t> {
    /// The text of a member of the object that comes next, which stays where it is. None where it
    /// is no object, has no such member, or has something else in it. Of two of this name the last
    /// one counts.
    pub fn tag(&mut self, member: &str) -> Option<Cow<'t, str>> {
        let mut found = None;
        self.peek_members(&mut |from, name| {
            if name == member {
                found = from.plain_text();
            }
        });
        found
    }

    /// Whether an object comes next that has all of these members, which stays where it is.
    pub fn has(&mut self, needed: &[Needed]) -> bool {
        let mut has = vec![false; needed.len()];
        let is_object = self.peek_members(&mut |from, name| {
            for (has, need) in has.iter_mut().zip(needed) {
                *has |= need.is_called(name) && from.holds(*need);
            }
        });
        is_object && has.iter().all(|it| *it)
    }

    /// Takes the next value as a `T` if it fits altogether, and leaves it where it is otherwise.
    pub fn fitting<T: Slot>(&mut self) -> Option<T> {
        let (start, depth) = (self.cursor.place(), self.path.len());
        let marks = (self.misfits.mark(), self.problems.mark());
        let before = self.problems.len();
        let mut value = T::vacant();
        let fits = value.read(self).is_ok() && self.problems.len() == before;
        if fits {
            return Some(value);
        }
        self.path.truncate(depth);
        self.misfits.back_to(marks.0);
        self.problems.back_to(marks.1);
        self.cursor.go(start);
        None
    }

    /// Says that the next value is none of several, in words such as "a text or a list".
    pub fn no_case(&mut self, expected: &'static str) -> Mismatch {
        match self.kind() {
            Kind::Object => Mismatch::new(expected, "another object"),
            _ => self.mismatch(expected),
        }
    }

    /// Looks at the members of the object that comes next; whether one does.
    fn peek_members(&mut self, each: &mut dyn FnMut(&mut Self, &str)) -> bool {
        let start = self.cursor.place();
        if !self.cursor.open(b'{') {
            return false;
        }
        while let Some(written) = self.cursor.name() {
            let place = self.cursor.place();
            if let Some(name) = text::meant(written) {
                each(self, &name);
            }
            self.cursor.go(place);
            self.cursor.skip();
        }
        self.cursor.go(start);
        true
    }

    fn plain_text(&mut self) -> Option<Cow<'t, str>> {
        let is_text = self.kind() == Kind::Text;
        is_text.then(|| text::meant(self.cursor.string()))?
    }

    /// Whether the next value is what a member has to hold.
    fn holds(&mut self, need: Needed) -> bool {
        match need.constant {
            Some(Constant::Text(constant)) => self.plain_text().is_some_and(|it| it == constant),
            Some(Constant::Number(constant)) => {
                let value = serde_json::from_str::<Value>(self.raw()).ok();
                value.is_some_and(|it| is_number(&it, constant))
            }
            None => match self.kind() {
                Kind::Null => false,
                Kind::Text => need.empty_is_value || !self.is_empty_text(),
                _ => true,
            },
        }
    }
}

/// Whether a value is this whole number, however it is written.
fn is_number(value: &Value, constant: i128) -> bool {
    let exact = value.as_i64().map(i128::from);
    let exact = exact.or_else(|| value.as_u64().map(i128::from));
    #[allow(clippy::cast_precision_loss, clippy::float_cmp)] // as JSON compares a double
    exact.map_or_else(
        || value.as_f64().is_some_and(|it| it == constant as f64),
        |it| it == constant,
    )
}
