//! The same spec, written otherwise.

use fastrand::Rng;
use serde_json::{Map, Value};

/// Writes keys in another order and conditions in another way; what it did, in words.
pub(crate) fn rewrite(spec: &mut Value, random: &mut Rng) -> Option<String> {
    let mut done = Vec::new();
    for (part, maps) in [
        ("types", &["fields"][..]),
        ("operations", &["request", "response"]),
    ] {
        let owners = spec[part]
            .as_object_mut()
            .into_iter()
            .flat_map(Map::values_mut);
        for owner in owners {
            for map in maps {
                let members = owner.get_mut(*map).and_then(Value::as_object_mut);
                let members = members.into_iter().flat_map(Map::values_mut);
                members.for_each(|it| member(it, random, &mut done));
            }
            let rules = owner.get_mut("rules").and_then(Value::as_array_mut);
            rules
                .into_iter()
                .flatten()
                .for_each(|it| conditions(it, random, &mut done));
        }
    }
    (!done.is_empty()).then(|| done.join("; "))
}

/// The order of members is that of documentation; the order of the keys of one is not.
fn member(it: &mut Value, random: &mut Rng, done: &mut Vec<String>) {
    conditions(it, random, done);
    if let Value::Object(all) = it {
        *all = shuffled(std::mem::take(all), random);
        done.push("keys".to_owned());
    }
}

fn conditions(it: &mut Value, random: &mut Rng, done: &mut Vec<String>) {
    for key in ["required", "allowed", "effective", "when", "expect"] {
        match it.get_mut(key) {
            Some(Value::String(text)) if text != "true" && random.bool() => {
                let other = otherwise(text, random);
                done.push(format!("{text} as {other}"));
                *text = other;
            }
            Some(Value::Array(all)) => all.iter_mut().for_each(|it| conditions(it, random, done)),
            _ => {}
        }
    }
}

fn otherwise(text: &str, random: &mut Rng) -> String {
    match random.u8(..5) {
        0 => format!("({text})"),
        1 => format!("not (not ({text}))"),
        2 => format!("({text}) and ({text})"),
        3 => format!("({text}) or (({text}) and ({text}))"),
        _ => swapped(text),
    }
}

/// Its parts in another order.
fn swapped(text: &str) -> String {
    let is_flat = !text.contains(['(', '"', '[']) && !text.contains(" and ");
    match text.split_once(" or ").filter(|_| is_flat) {
        Some((a, b)) => format!("{b} or {a}"),
        None => format!("({text}) or ({text})"),
    }
}

fn shuffled(all: Map<String, Value>, random: &mut Rng) -> Map<String, Value> {
    let mut entries: Vec<(String, Value)> = all.into_iter().collect();
    random.shuffle(&mut entries);
    entries.into_iter().collect()
}
