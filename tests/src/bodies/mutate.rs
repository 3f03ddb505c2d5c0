//! One change of a body.

use fastrand::Rng;
use serde_json::{Map, Value, json};
use stipula_contract::{Api, Operation, TypeRef};

use super::{
    slots::{Slot, Slots},
    values,
};

/// Takes another value for a member, mostly one that keeps the rules.
pub(super) fn replace(api: &Api, operation: &Operation, body: &mut Value, rng: &mut Rng) {
    let slots = Slots::of(api, operation.request, body);
    if let Some(slot) = rng.choice(&slots.slots) {
        let value = values::of_slot(api, slot, rng);
        put(body, &slot.pointer, value);
    }
}

/// Changes one thing.
pub(super) fn mutate(api: &Api, operation: &Operation, body: &mut Value, rng: &mut Rng) {
    let slots = Slots::of(api, operation.request, body);
    let given = |slot: &&Slot<'_>| body.pointer(&slot.pointer).is_some();
    let there: Vec<&Slot<'_>> = slots.slots.iter().filter(given).collect();
    // Many members are not there; what is there matters more.
    let slot = match rng.u8(..3) {
        0 => rng.choice(&slots.slots),
        _ => rng.choice(there).or_else(|| rng.choice(&slots.slots)),
    };
    let Some(slot) = slot else {
        *body = values::odd(rng, 3);
        return;
    };
    match rng.u8(..12) {
        0..=1 => remove(body, &slot.pointer),
        2..=5 => {
            let value = values::of_slot(api, slot, rng);
            put(body, &slot.pointer, value);
        }
        6 => {
            let value = values::odd(rng, 2);
            put(body, &slot.pointer, value);
        }
        7 => other_kind(body, &slot.pointer),
        8 => alias(body, slot, rng),
        9 => unknown(body, &slots, rng),
        10 => copy(body, &slots, slot, rng),
        _ => resize(api, body, slot, rng),
    }
}

/// Gives a member or an item.
fn put(body: &mut Value, pointer: &str, value: Value) {
    let Some((object, name)) = split(pointer) else {
        return;
    };
    match body.pointer_mut(object) {
        Some(Value::Object(members)) => {
            members.insert(name, value);
        }
        Some(Value::Array(items)) => {
            if let Some(slot) = name.parse::<usize>().ok().and_then(|at| items.get_mut(at)) {
                *slot = value;
            }
        }
        _ => {}
    }
}

fn remove(body: &mut Value, pointer: &str) {
    let Some((object, name)) = split(pointer) else {
        return;
    };
    match body.pointer_mut(object) {
        Some(Value::Object(members)) => {
            members.shift_remove(&name);
        }
        Some(Value::Array(items)) => {
            if let Some(at) = name.parse().ok().filter(|at| *at < items.len()) {
                items.remove(at);
            }
        }
        _ => {}
    }
}

fn split(pointer: &str) -> Option<(&str, String)> {
    let (object, name) = pointer.rsplit_once('/')?;
    Some((object, name.replace("~1", "/").replace("~0", "~")))
}

/// A number as its text, or a text as a number.
fn other_kind(body: &mut Value, pointer: &str) {
    let Some(value) = body.pointer_mut(pointer) else {
        return;
    };
    *value = match &*value {
        Value::String(text) => text.parse::<i64>().map_or(json!(12), Value::from),
        Value::Array(items) => json!({ "0": items }),
        Value::Object(members) => members.values().cloned().collect(),
        other => json!(other.to_string()),
    };
}

/// Another name of the member, instead of its name or beside it.
fn alias(body: &mut Value, slot: &Slot<'_>, rng: &mut Rng) {
    let (Some(alias), Some((object, name))) = (rng.choice(slot.aliases), split(&slot.pointer))
    else {
        // Few members have an alias; a name in other letters is nobody's alias.
        if let Some((object, name)) = split(&slot.pointer) {
            rename(body, object, &name, &name.to_uppercase(), true);
        }
        return;
    };
    rename(body, object, &name, alias, rng.bool());
}

fn rename(body: &mut Value, object: &str, from: &str, to: &str, is_move: bool) {
    if let Some(Value::Object(members)) = body.pointer_mut(object)
        && let Some(value) = members.get(from).cloned()
    {
        if is_move {
            members.shift_remove(from);
        }
        members.insert(to.to_owned(), value);
    }
}

fn unknown(body: &mut Value, slots: &Slots<'_>, rng: &mut Rng) {
    let Some(object) = rng.choice(&slots.objects) else {
        return;
    };
    let names = [
        "",
        "newer",
        "a/b",
        "~0",
        "名",
        "__proto__",
        "constructor",
        "$ref",
    ];
    let name = names[rng.usize(..names.len())];
    if let Some(Value::Object(members)) = body.pointer_mut(object) {
        members.insert(name.to_owned(), values::odd(rng, 2));
    }
}

/// The value of one place at another one.
fn copy(body: &mut Value, slots: &Slots<'_>, slot: &Slot<'_>, rng: &mut Rng) {
    let given: Vec<&Slot<'_>> = slots
        .slots
        .iter()
        .filter(|it| body.pointer(&it.pointer).is_some())
        .collect();
    let Some(from) = rng
        .choice(given)
        .and_then(|it| body.pointer(&it.pointer))
        .cloned()
    else {
        return;
    };
    put(body, &slot.pointer, from);
}

/// More or fewer items, another key, an item twice, a longer text.
fn resize(api: &Api, body: &mut Value, slot: &Slot<'_>, rng: &mut Rng) {
    let Some(value) = body.pointer_mut(&slot.pointer) else {
        return;
    };
    match (value, &slot.item.ty) {
        (Value::Array(items), TypeRef::List(of)) => match (rng.u8(..3), items.first().cloned()) {
            (0, Some(first)) => items.push(first),
            (1, Some(_)) => items.clear(),
            _ => items.push(values::of_item(api, of, None, rng)),
        },
        (Value::Object(entries), TypeRef::Map { of, .. }) => {
            let keys = ["zh_HK", "en_US", "zh_CN", "de_DE", "", "a/b"];
            let key = keys[rng.usize(..keys.len())];
            match rng.u8(..3) {
                0 => *entries = Map::new(),
                1 => {
                    entries.insert(key.to_owned(), values::of_item(api, of, Some(key), rng));
                }
                _ => {
                    if let Some(value) = entries.values().next().cloned() {
                        *entries = Map::from_iter([(key.to_owned(), value)]);
                    }
                }
            }
        }
        (Value::String(text), _) => *text = text.repeat(rng.usize(2..9)),
        (value @ Value::Number(_), _) => *value = json!(rng.i64(-2..200_000_000)),
        _ => {}
    }
}
