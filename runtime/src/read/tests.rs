mod by_serde;
mod hostile;
mod rules;
mod types;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Fit, Member, Members, Misfit, Reader, Slot};
use crate::{Decimal, UnixMillis};

crate::open_enum! {
    /// Kinds.
    enum Sort {
        /// One.
        Item = "ITEM",
        /// Another.
        List = "LIST",
    }
}

/// An object of every kind of member.
#[derive(Debug, Clone, Default, PartialEq)]
struct Thing {
    named: Option<String>,
    count: Option<i64>,
    price: Option<Decimal>,
    at: Option<UnixMillis>,
    flag: Option<bool>,
    sort: Option<Sort>,
    any: Option<Value>,
    tags: Option<Vec<String>>,
    texts: Option<BTreeMap<String, i64>>,
    inner: Option<Box<Thing>>,
    union: Option<Union>,
    strict: Option<Vec<Guaranteed>>,
    extra: Map<String, Value>,
}

impl Slot for Thing {
    fn vacant() -> Self {
        Self::default()
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        const MEMBERS: Members = Members::new(&[
            Member::new("named").aliases(&["name", "title"]),
            Member::new("count"),
            Member::new("price").lenient(),
            Member::new("at"),
            Member::new("flag"),
            Member::new("sort"),
            Member::new("any"),
            Member::new("tags"),
            Member::new("texts"),
            Member::new("inner"),
            Member::new("union").by(5),
            Member::new("strict"),
        ]);
        from.object(
            &MEMBERS,
            &mut [
                &mut self.named,
                &mut self.count,
                &mut self.price,
                &mut self.at,
                &mut self.flag,
                &mut self.sort,
                &mut self.any,
                &mut self.tags,
                &mut self.texts,
                &mut self.inner,
                &mut self.union,
                &mut self.strict,
            ],
            Some(&mut self.extra),
        )
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Union {
    Item(Box<Thing>),
    List(Guaranteed),
    Other(Map<String, Value>),
}

impl Slot for Union {
    fn vacant() -> Self {
        Self::Other(Map::new())
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        *self = match from.case() {
            Some("ITEM") => Self::Item(from.value()?),
            Some("LIST") => Self::List(from.value()?),
            _ => Self::Other(from.value()?),
        };
        Ok(())
    }
}

/// An object with a member that is always there.
#[derive(Debug, Clone, PartialEq)]
struct Guaranteed {
    id: String,
    note: Option<String>,
}

impl Slot for Guaranteed {
    fn vacant() -> Self {
        Self {
            id: Slot::vacant(),
            note: None,
        }
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        const MEMBERS: Members =
            Members::new(&[Member::new("id"), Member::new("note")]).empty_is_value();
        from.object(&MEMBERS, &mut [&mut self.id, &mut self.note], None)
    }
}

/// What is read of an answer, and what is told of it.
fn read(json: &str) -> (Thing, Vec<String>) {
    let read =
        super::answer::<Thing>(json.as_bytes()).unwrap_or_else(|error| panic!("{json}: {error}"));
    let told = read.misfits.iter().map(Misfit::to_string).collect();
    (read.value, told)
}

/// Why an answer is refused.
fn refused(json: &str) -> String {
    let read = super::answer::<Thing>(json.as_bytes());
    read.map(|it| it.value).unwrap_err().to_string()
}

/// Why a request is refused; empty if it is not.
fn strictly(json: &str) -> String {
    let read = super::request::<Thing>(json.as_bytes());
    read.err()
        .map(|error| error.to_string())
        .unwrap_or_default()
}

/// A thing that was read without a word.
fn thing(json: &str) -> Thing {
    let (thing, told) = read(json);
    assert!(told.is_empty(), "{json}: {told:?}");
    thing
}
