//! JSON without a documented type, all of it or nothing.

use serde_json::{Map, Number, Value};

use super::object::{NAME, TWICE};
use super::reader::Step;
use super::{Fit, Kind, MisfitKind, Mismatch, Reader, Slot, text};
use stipula_rules::digits::Parts;

const ANYTHING: &str = "any JSON";

/// Digits of a number that every double keeps.
const KEPT: usize = 15;

impl Reader<'_> {
    /// Takes the next value, whatever it is.
    fn untyped(&mut self) -> Result<Value, Mismatch> {
        Ok(match self.kind() {
            Kind::Null => {
                self.cursor.word();
                Value::Null
            }
            Kind::Boolean => Value::Bool(self.cursor.word() == "true"),
            Kind::Number => Value::Number(self.number()?),
            Kind::Text => Value::String(self.text(ANYTHING)?.into()),
            Kind::List => Value::Array(self.array()?),
            Kind::Object => Value::Object(self.members()?),
            Kind::Nothing => return Err(self.mismatch(ANYTHING)),
        })
    }

    fn number(&mut self) -> Result<Number, Mismatch> {
        let written = self.cursor.word();
        let beyond = Mismatch::new(ANYTHING, "a number beyond every limit");
        let number: Number = serde_json::from_str(written).map_err(|_| beyond)?;
        if is_rounded(written, &number) {
            let mismatch = Mismatch::new(
                "a number that a double holds",
                "one with more digits than it has",
            );
            self.note(MisfitKind::Rounded, mismatch, written);
        }
        Ok(number)
    }

    fn array(&mut self) -> Result<Vec<Value>, Mismatch> {
        self.deeper()?;
        self.cursor.open(b'[');
        let mut items = Vec::new();
        while self.cursor.item() {
            self.path.push(Step::Index(items.len()));
            items.push(self.untyped()?);
            self.path.pop();
        }
        Ok(items)
    }

    fn members(&mut self) -> Result<Map<String, Value>, Mismatch> {
        self.deeper()?;
        self.cursor.open(b'{');
        let mut members = Map::new();
        while let Some(written) = self.cursor.name() {
            let name = text::meant(written).ok_or(NAME)?;
            self.path.push(Step::Name(written));
            let value = self.untyped()?;
            if let Some(before) = members.insert(name.into_owned(), value) {
                self.again(&before);
            }
            self.path.pop();
        }
        Ok(members)
    }

    fn again(&mut self, before: &Value) {
        self.note(MisfitKind::Repeated, TWICE, &before.to_string());
    }

    /// Keeps the next value under its name, or tells that it cannot be kept.
    pub(super) fn keep(&mut self, all: &mut Map<String, Value>, name: &str) {
        let mut kept = None;
        let fit = self.attempt(&mut |from| {
            kept = Some(from.untyped()?);
            Ok(())
        });
        match (fit, kept) {
            (Ok(()), Some(value)) => {
                if let Some(before) = all.insert(name.to_owned(), value) {
                    self.again(&before);
                }
            }
            (Err((mismatch, raw)), _) => self.note(MisfitKind::LeftOut, mismatch, raw),
            (Ok(()), None) => {}
        }
    }
}

/// Whether a number is no longer the one that was written.
fn is_rounded(written: &str, read: &Number) -> bool {
    if !read.is_f64() || (written.len() <= KEPT && !written.contains(['e', 'E'])) {
        return false;
    }
    let shown = read
        .as_f64()
        .map(|it| format!("{it:e}"))
        .unwrap_or_default();
    match (Parts::of(written), Parts::of(&shown)) {
        (Some(written), Some(shown)) => written.compare(&shown).is_ne(),
        _ => true,
    }
}

impl Slot for Value {
    fn vacant() -> Self {
        Self::Null
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        *self = from.untyped()?;
        Ok(())
    }
}

impl Slot for Map<String, Value> {
    fn vacant() -> Self {
        Self::new()
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        self.clear();
        from.entries(&mut |from, written| match text::meant(written) {
            Some(name) => from.keep(self, &name),
            None => {
                let raw = from.raw();
                from.note(MisfitKind::LeftOut, NAME, raw);
            }
        })
    }
}
