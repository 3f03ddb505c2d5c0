//! Values at the ends of ways through JSON, put in place of others. What stands around them stays letter
//! for letter, so that no number loses a digit.

use std::ops::Range;

use crate::read::{Cursor, meant};

/// Stands for each item of a list.
const EACH: &str = "*";

/// The JSON with each value at the end of the way replaced; none where there is none. `null` stays.
pub(super) fn each(
    json: &str,
    way: &[&str],
    with: &dyn Fn(&str) -> Option<String>,
) -> Result<Option<String>, ()> {
    let mut places = Vec::new();
    find(&mut Cursor::new(json), way, &mut places);
    if places.is_empty() {
        return Ok(None);
    }
    let mut out = String::with_capacity(json.len());
    let mut before = 0;
    for place in places {
        let raw = json.get(place.clone()).ok_or(())?;
        out.push_str(json.get(before..place.start).ok_or(())?);
        out.push_str(&with(raw).ok_or(())?);
        before = place.end;
    }
    out.push_str(json.get(before..).ok_or(())?);
    Ok(Some(out))
}

/// Goes past the next value, and notes what stands at the ends of the way in it, in order.
fn find(cursor: &mut Cursor<'_>, way: &[&str], places: &mut Vec<Range<usize>>) {
    let start = cursor.place();
    let Some((step, rest)) = way.split_first() else {
        let raw = cursor.skip();
        if raw != "null" {
            places.push(start..start + raw.len());
        }
        return;
    };
    match cursor.peek() {
        Some(b'[') if *step == EACH => {
            cursor.open(b'[');
            while cursor.item() {
                find(cursor, rest, places);
            }
        }
        Some(b'{') => {
            cursor.open(b'{');
            while let Some(name) = cursor.name() {
                let is_it = *step == EACH || meant(name).is_some_and(|it| it == *step);
                if is_it {
                    find(cursor, rest, places);
                } else {
                    cursor.skip();
                }
            }
        }
        _ => {
            cursor.skip();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shout(json: &str, way: &[&str]) -> Option<String> {
        each(json, way, &|raw| Some(raw.to_uppercase())).expect("nothing fails")
    }

    #[test]
    fn only_what_stands_at_the_end_of_the_way_is_changed() {
        let json =
            r#"{ "a" : {"b": "x", "n":1.50}, "b":"y", "l":[{"b":"p"},{"c":"q"},7,{"b":null}] }"#;
        assert_eq!(
            shout(json, &["a", "b"]).as_deref(),
            Some(
                r#"{ "a" : {"b": "X", "n":1.50}, "b":"y", "l":[{"b":"p"},{"c":"q"},7,{"b":null}] }"#
            )
        );
        assert_eq!(
            shout(json, &["l", "*", "b"]).as_deref(),
            Some(
                r#"{ "a" : {"b": "x", "n":1.50}, "b":"y", "l":[{"b":"P"},{"c":"q"},7,{"b":null}] }"#
            )
        );
        assert_eq!(shout(json, &["a", "c"]), None);
        assert_eq!(shout(json, &["b", "c"]), None);
        assert_eq!(shout("[]", &["a"]), None);
        assert_eq!(shout(r#""a""#, &[]).as_deref(), Some(r#""A""#));
        assert_eq!(each(json, &["b"], &|_| None), Err(()));
    }

    #[test]
    fn nothing_panics_on_what_is_no_json() {
        for json in ["", "{", "{\"a\"", "[\"", "{\"a\":", "\u{e9}{"] {
            let _ = each(json, &["a", "*"], &|raw| Some(raw.to_owned()));
        }
    }
}
