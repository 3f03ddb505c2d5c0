//! The name of a rule and what it says.

use std::fmt::{self, Display, Formatter};

use crate::template::Filling;
use crate::told::{Open, Told};
use crate::wording::{Warning, Wording};
use crate::{Arg, Severity, Unit};

/// What every rule has: a name and sentences.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Code {
    /// The name, stable and unique: `max_chars`.
    pub name: &'static str,
    /// The severity of a rule that is given none.
    pub severity: Severity,
    /// What the number of its argument counts.
    pub unit: Unit,
    pub(crate) wordings: &'static [Wording],
}

impl Code {
    pub(crate) const fn new(name: &'static str, wordings: &'static [Wording]) -> Self {
        Self {
            name,
            severity: Severity::Error,
            unit: Unit::None,
            wordings,
        }
    }

    /// The sentence for documentation, with a period: "At most 32 characters."
    ///
    /// An argument that is none of this rule gives "Keeps `max_chars`."
    pub fn documentation<'a>(&'a self, arg: Arg<'a>, severity: Severity) -> Documentation<'a> {
        Documentation {
            code: self,
            arg: arg.simplest(),
            severity,
        }
    }

    /// The sentence about the value at this JSON Pointer, without a period: "`/name` must have at
    /// most 32 characters". `None` for an argument that is none of this rule.
    pub fn message<'a>(&self, pointer: &'a str, arg: Arg<'a>) -> Option<Message<'a>> {
        let arg = arg.simplest();
        let wording = Wording::of(self.wordings, arg)?;
        let filling = Filling {
            at: pointer,
            arg,
            unit: self.unit,
        };
        Some(Message {
            filling,
            template: wording.message,
        })
    }

    /// What is told of a value that breaks the rule, where the value may be shown and its place is
    /// told already: "34 characters, at most 32 are allowed". What only the value can say is left
    /// open. `None` for an argument that is none of this rule.
    pub fn told(&self, arg: Arg<'_>) -> Option<Vec<Told>> {
        self.left_open(arg, |it| it.found)
    }

    /// What is told of the key of a map that breaks the rule: its message, with the key in place of
    /// the pointer. `None` for an argument that is none of this rule.
    pub fn told_of_key(&self, arg: Arg<'_>) -> Option<Vec<Told>> {
        let told = self.left_open(arg, |it| it.message)?.into_iter();
        let key = || vec![Told::Text("the key ".to_owned()), Told::Open(Open::Key)];
        let told = told.map(|it| match it {
            Told::Open(Open::Value) => key(),
            other => vec![other],
        });
        Some(told.flatten().collect())
    }

    /// A template of the rule, with what only the value can say left open.
    fn left_open(
        &self,
        arg: Arg<'_>,
        template: impl Fn(&Wording) -> &'static str,
    ) -> Option<Vec<Told>> {
        let arg = arg.simplest();
        let wording = Wording::of(self.wordings, arg)?;
        let filling = Filling {
            at: "",
            arg,
            unit: self.unit,
        };
        Some(filling.told(template(wording)))
    }
}

/// A sentence for documentation; see [`Code::documentation`].
#[derive(Debug, Clone, Copy)]
pub struct Documentation<'a> {
    code: &'a Code,
    arg: Arg<'a>,
    severity: Severity,
}

impl Display for Documentation<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Some(wording) = Wording::of(self.code.wordings, self.arg) else {
            return write!(f, "Keeps `{}`.", self.code.name);
        };
        let filling = Filling {
            at: "",
            arg: self.arg,
            unit: self.code.unit,
        };
        match (self.severity, wording.warning) {
            (Severity::Error, _) | (Severity::Warning, Warning::Unsaid) => {
                filling.write(f, wording.docs)
            }
            (Severity::Warning, Warning::Words(words)) => filling.write(f, words),
            (Severity::Warning, Warning::Noted) => {
                filling.write(f, wording.docs.trim_end_matches('.'))?;
                f.write_str(" (a warning only).")
            }
        }
    }
}

/// A sentence about a value; see [`Code::message`].
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    filling: Filling<'a>,
    template: &'static str,
}

impl Display for Message<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.filling.write(f, self.template)
    }
}
