//! `contains`: an item that a list has to hold.

use serde_json::{Value as Any, json};

use super::{Entry, Good, constant::value, here, text};
use crate::{Argument, TypeRef};

pub(super) const ENTRY: Entry = Entry::new("contains", |it, ty| {
    here("contains", json!({ "const": item(it, ty) }))
})
.good(|it| Good::Member(text(it).to_owned()))
.bad(|it, around| {
    let is_it = |item: &Any| match item {
        Any::String(own) => own == text(it),
        other => Some(other) == serde_json::from_str::<Any>(text(it)).ok().as_ref(),
    };
    let lists = [Some(around.own.clone()), (around.many)(2)];
    let without = lists.into_iter().flatten().map(|list| match list {
        Any::Array(items) => items.into_iter().filter(|item| !is_it(item)).collect(),
        other => other,
    });
    without.chain([json!([])]).collect()
});

/// The item of such a list as JSON.
fn item(argument: &Argument, ty: &TypeRef) -> Any {
    match ty {
        TypeRef::List(of) => value(argument, &of.ty),
        other => value(argument, other),
    }
}
