//! From a JSON value to names and texts, as queries and forms carry them.

use super::place::{Lists, Nested, Parameter};
use crate::read::{Cursor, meant};

/// A name and its text, both not yet encoded.
pub(super) type Pair = (String, String);

/// The pairs of a value. A value that clears is an empty text. An error says what cannot be written.
pub(super) fn pairs(parameter: &Parameter, json: &str) -> Result<Vec<Pair>, String> {
    let mut out = Vec::new();
    add(parameter, parameter.name.to_owned(), json, &mut out)?;
    Ok(out)
}

fn add(parameter: &Parameter, name: String, json: &str, out: &mut Vec<Pair>) -> Result<(), String> {
    match (json.as_bytes().first(), parameter.lists, parameter.nested) {
        (Some(b'['), Lists::Json, _) | (Some(b'{'), _, Nested::Json) => {
            out.push((name, json.to_owned()));
        }
        (Some(b'['), Lists::Comma, _) => out.push((name, joined(parameter, json)?)),
        (Some(b'['), Lists::Repeat, _) => {
            for item in items(json) {
                add(parameter, name.clone(), item, out)?;
            }
        }
        (Some(b'['), Lists::Brackets, _) => {
            for (nth, item) in items(json).into_iter().enumerate() {
                let inner = if item.starts_with('{') {
                    format!("{name}[{nth}]")
                } else {
                    format!("{name}[]")
                };
                add(parameter, inner, item, out)?;
            }
        }
        (Some(b'{'), _, Nested::Brackets) => {
            for (key, value) in members(json) {
                add(parameter, format!("{name}[{key}]"), value, out)?;
            }
        }
        _ => out.push((name, text(json))),
    }
    Ok(())
}

/// The items of a list in one text. An item that holds a comma would arrive as two.
pub(super) fn joined(parameter: &Parameter, json: &str) -> Result<String, String> {
    if !json.starts_with('[') {
        return Ok(text(json));
    }
    let items: Vec<String> = items(json).into_iter().map(text).collect();
    if items.iter().any(|it| it.contains(',')) {
        let name = parameter.name;
        return Err(format!(
            "`{name}` is written with commas between its items, and one of them holds a comma"
        ));
    }
    Ok(items.join(","))
}

/// A scalar as a text; lists and objects stay JSON.
pub(super) fn text(json: &str) -> String {
    match json.as_bytes().first() {
        Some(b'"') => meant(json).map(Into::into).unwrap_or_default(),
        Some(b'n') => String::new(),
        _ => json.to_owned(),
    }
}

pub(super) fn items(json: &str) -> Vec<&str> {
    let mut cursor = Cursor::new(json);
    let mut found = Vec::new();
    if cursor.open(b'[') {
        while cursor.item() {
            found.push(cursor.skip());
        }
    }
    found
}

/// The members of an object with their values, as they are written.
pub(super) fn members(json: &str) -> Vec<(String, &str)> {
    let mut cursor = Cursor::new(json);
    let mut found = Vec::new();
    if cursor.open(b'{') {
        while let Some(name) = cursor.name() {
            let name = meant(name).map(Into::into).unwrap_or_default();
            found.push((name, cursor.skip()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(parameter: Parameter, json: &str) -> String {
        let pairs = pairs(&parameter, json).unwrap().into_iter();
        let pairs = pairs.map(|(name, text)| format!("{name}={text}"));
        pairs.collect::<Vec<_>>().join("&")
    }

    #[test]
    fn scalars_are_texts() {
        let it = Parameter::query("a");
        for (json, text) in [
            (r#""x y""#, "a=x y"),
            (r#""\u00e9\n""#, "a=é\n"),
            (r#""""#, "a="),
            ("12345678901234567890", "a=12345678901234567890"),
            ("1.50", "a=1.50"),
            ("true", "a=true"),
            ("null", "a="),
        ] {
            assert_eq!(written(it, json), text);
        }
    }

    #[test]
    fn lists_and_objects_in_each_way() {
        let it = Parameter::query("a");
        let list = r#"["x","y z",3]"#;
        assert_eq!(written(it, list), "a=x&a=y z&a=3");
        assert_eq!(
            written(it.lists(Lists::Brackets), list),
            "a[]=x&a[]=y z&a[]=3"
        );
        assert_eq!(written(it.lists(Lists::Comma), list), "a=x,y z,3");
        assert_eq!(written(it.lists(Lists::Json), list), format!("a={list}"));
        assert_eq!(written(it, "[]"), "");
        assert_eq!(written(it.lists(Lists::Comma), "[]"), "a=");
        let object = r#"{"b":1,"c":{"d":"x"},"e":[1,2]}"#;
        assert_eq!(
            written(it.lists(Lists::Brackets), object),
            "a[b]=1&a[c][d]=x&a[e][]=1&a[e][]=2"
        );
        assert_eq!(written(it, object), "a[b]=1&a[c][d]=x&a[e]=1&a[e]=2");
        assert_eq!(
            written(it.nested(Nested::Json), object),
            format!("a={object}")
        );
        assert_eq!(
            written(it.lists(Lists::Brackets), r#"[{"b":1},{"b":2}]"#),
            "a[0][b]=1&a[1][b]=2"
        );
    }
}
