//! Values that are not written, with the shape that they had.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// Shorter values stand in too many texts by chance.
const TELLING: usize = 4;

/// Hides the values of these members, and says what they were.
pub(super) fn members(
    value: &mut Value,
    is_hidden: &impl Fn(&str) -> bool,
    found: &mut BTreeSet<String>,
) {
    match value {
        Value::Object(all) => {
            for (name, value) in all {
                if is_hidden(name) {
                    whole(value, found);
                } else {
                    members(value, is_hidden, found);
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                members(item, is_hidden, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Hides all of a value.
fn whole(value: &mut Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Null => {}
        Value::Bool(it) => *it = false,
        Value::Number(number) => {
            note(number.to_string(), found);
            *value = if number.is_f64() {
                0.0.into()
            } else {
                0.into()
            };
        }
        Value::String(text) => {
            let mask = masked(text);
            note(std::mem::replace(text, mask), found);
        }
        Value::Array(items) => items.iter_mut().for_each(|it| whole(it, found)),
        Value::Object(all) => all.values_mut().for_each(|it| whole(it, found)),
    }
}

fn note(text: String, found: &mut BTreeSet<String>) {
    if text.chars().count() >= TELLING {
        found.insert(text);
    }
}

/// Hides these values wherever they stand, in names as well.
pub(super) fn texts(value: &mut Value, hidden: &BTreeSet<String>) {
    match value {
        Value::String(own) => text(own, hidden),
        Value::Number(number) => {
            if hidden.contains(&number.to_string()) {
                *value = 0.into();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|it| texts(it, hidden)),
        Value::Object(all) => {
            let members = std::mem::take(all).into_iter();
            let members = members.map(|(mut name, mut value)| {
                text(&mut name, hidden);
                texts(&mut value, hidden);
                (name, value)
            });
            *all = members.collect::<Map<_, _>>();
        }
        Value::Null | Value::Bool(_) => {}
    }
}

/// Hides these values in a text.
pub(super) fn text(own: &mut String, hidden: &BTreeSet<String>) {
    for value in hidden {
        if own.contains(value) {
            *own = own.replace(value, &masked(value));
        }
    }
}

/// The same length and shape, and nothing of what it says.
fn masked(text: &str) -> String {
    let mask = |it: char| match it {
        it if it.is_numeric() => '0',
        it if it.is_alphabetic() => 'x',
        it => it,
    };
    text.chars().map(mask).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn hides_members_and_what_repeats_them() {
        let mut value = json!({
            "code": { "value": "A-17 é", "size": 12345, "open": true },
            "note": "for A-17 é, 12345",
            "A-17 é": [12345, null, "other"],
            "value": "ab",
        });
        let mut found = BTreeSet::new();
        let is_hidden = |name: &str| name == "value" || name == "size";
        members(&mut value, &is_hidden, &mut found);
        texts(&mut value, &found);
        let wanted = json!({
            "code": { "value": "x-00 x", "size": 0, "open": true },
            "note": "for x-00 x, 00000",
            "x-00 x": [0, null, "other"],
            "value": "xx",
        });
        assert_eq!(value, wanted);
    }
}
