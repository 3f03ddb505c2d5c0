//! A small object to check conditions against.
#![allow(dead_code)] // each test uses a part of it

pub(crate) mod conds;
pub(crate) mod values;
pub(crate) mod written;

use stipula_cond::ast::{Base, Path, Value, ValueKind};
use stipula_cond::{Error, Found, Scope, Ty, Words, quoted, suggest};

pub(crate) struct Shop;

type Field = (&'static str, fn() -> Ty, bool);

const FIELDS: &[Field] = &[
    ("type", || Ty::Enum("Kind".into()), false),
    ("product", || Ty::Enum("Product".into()), true),
    ("start", || Ty::Time, true),
    ("end", || Ty::Time, false),
    ("stock", || Ty::Integer, true),
    ("rate", || Ty::Decimal, true),
    ("name", || Ty::Text, true),
    ("open", || Ty::Boolean, true),
    ("tags", || Ty::List, true),
    ("free", || Ty::Opaque, false),
];

impl Scope for Shop {
    type Place = String;
    type Value = ValueKind;

    fn place(&self, path: &Path) -> Result<Found<String>, Error> {
        if path.base == Base::Key {
            return Ok(Found {
                place: "key".into(),
                ty: Ty::Text,
                optional: false,
            });
        }
        let segment = path.segments.last().unwrap();
        let names = FIELDS.iter().map(|f| f.0);
        FIELDS
            .iter()
            .find(|f| f.0 == segment.name)
            .map(|f| Found {
                place: path.to_string(),
                ty: f.1(),
                optional: f.2,
            })
            .ok_or_else(|| {
                Error::unknown_field(&segment.name, suggest(&segment.name, names), segment.span)
            })
    }

    fn value(&self, value: &Value, of: &Found<String>) -> Result<ValueKind, Error> {
        let Ty::Enum(enum_) = &of.ty else {
            return Ok(value.kind.clone());
        };
        let known: &[&str] = match enum_.as_str() {
            "Kind" => &["COUPON", "TICKET"],
            _ => &["PASS", "MOVIE", "EAN-13"],
        };
        match &value.kind {
            ValueKind::Name(name) | ValueKind::Text(name) if !known.contains(&name.as_str()) => {
                let near = suggest(name, known.iter().copied());
                Err(Error::unknown_value(name, enum_, near, value.span))
            }
            kind => Ok(kind.clone()),
        }
    }
}

impl Words<String, ValueKind> for Shop {
    fn place(&self, place: &String) -> String {
        let whose = [
            ("root.", "", " of the request"),
            ("parent.", "", " of the enclosing object"),
            ("ctx.", "the ", " of the call"),
        ];
        let whose = whose.into_iter().find_map(|(base, before, after)| {
            let rest = place.strip_prefix(base)?;
            Some(format!("{before}`{rest}`{after}"))
        });
        match place.as_str() {
            "key" => "the key".to_owned(),
            _ => whose.unwrap_or_else(|| format!("`{place}`")),
        }
    }

    fn value(&self, value: &ValueKind) -> String {
        match value {
            ValueKind::Name(text) | ValueKind::Text(text) => quoted(text),
            ValueKind::Decimal(text) => text.clone(),
            ValueKind::Integer(n) => n.to_string(),
            ValueKind::Bool(b) => b.to_string(),
        }
    }
}

/// Places and values in the syntax of the language.
pub(crate) struct Plain;

impl Words<String, ValueKind> for Plain {
    fn place(&self, place: &String) -> String {
        place.clone()
    }
    fn value(&self, value: &ValueKind) -> String {
        match value {
            ValueKind::Text(text) => format!("{text:?}"),
            ValueKind::Name(text) | ValueKind::Decimal(text) => text.clone(),
            ValueKind::Integer(n) => n.to_string(),
            ValueKind::Bool(b) => b.to_string(),
        }
    }
}
