//! What the conditions of an object can see of a body.

use serde_json::{Map, Value as Any};

use crate::values::{Datum, Look};
use stipula_contract::{Base, Place};

/// An object of a body with its surroundings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) this: &'a Map<String, Any>,
    pub(super) parent: Option<&'a Map<String, Any>>,
    pub(super) root: &'a Map<String, Any>,
    pub(super) key: Option<&'a str>,
    /// Pointer of the object, in the body as it was read.
    pub(super) at: &'a str,
    /// Pointer of the object around it.
    pub(super) above: &'a str,
    pub(super) context: &'a [(String, String)],
}

impl<'a> Scope<'a> {
    /// The body itself.
    pub(super) fn of_body(root: &'a Map<String, Any>, context: &'a [(String, String)]) -> Self {
        Self {
            this: root,
            parent: None,
            root,
            key: None,
            at: "",
            above: "",
            context,
        }
    }

    /// The surroundings of an object inside this one, at this pointer.
    pub(super) fn inside(&self, this: &'a Map<String, Any>, at: &'a str) -> Self {
        Self {
            this,
            parent: Some(self.this),
            at,
            above: self.at,
            ..*self
        }
    }

    fn member(&self, place: &Place) -> Option<&'a Any> {
        let start = match place.base {
            Base::This => self.this,
            Base::Parent => self.parent?,
            Base::Root => self.root,
            Base::Context | Base::Key => return None,
        };
        let (last, way) = place.steps.split_last()?;
        let object = way.iter().try_fold(start, |object, step| {
            object.get(&step.wire).and_then(Any::as_object)
        })?;
        // A cleared member is not given.
        object.get(&last.wire).filter(|it| !it.is_null())
    }
}

impl Look for Scope<'_> {
    fn look(&self, place: &Place) -> Option<Datum<'_>> {
        match place.base {
            Base::Key => self.key.map(|key| Datum::Text(key.into())),
            Base::Context => {
                let name = &place.steps.first()?.wire;
                let given = self.context.iter().find(|(known, _)| known == name);
                given.map(|(_, value)| Datum::Text(value.into()))
            }
            Base::This | Base::Parent | Base::Root => {
                self.member(place).map(|value| datum(place, value))
            }
        }
    }
}

fn datum<'a>(place: &Place, value: &'a Any) -> Datum<'a> {
    match value {
        Any::String(text) if place.as_text => written(text),
        // A text that is no time was reported, and is compared with nothing.
        Any::String(text) => place
            .kind
            .counted(text)
            .map_or_else(|| Datum::Text(text.into()), Datum::Integer),
        Any::Number(number) => number.as_i128().map_or_else(
            || Datum::Decimal(number.as_f64().unwrap_or(f64::NAN)),
            Datum::Integer,
        ),
        Any::Bool(it) => Datum::Bool(*it),
        Any::Array(items) => Datum::Many(items.len()),
        Any::Object(members) => Datum::Many(members.len()),
        // Reading takes a `null` member for absent, so that this stands in a list or map only.
        Any::Null => Datum::Many(0),
    }
}

/// The number that a text writes. A text that writes none was reported, and is compared with nothing.
fn written(text: &str) -> Datum<'_> {
    if let Ok(whole) = text.parse() {
        return Datum::Integer(whole);
    }
    let number = text.parse().map(Datum::Decimal);
    number.unwrap_or_else(|_| Datum::Text(text.into()))
}
