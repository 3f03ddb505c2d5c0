//! From what travelled to a request as one JSON object, for the fake.
//!
//! Texts stay texts: whoever reads the object takes a number or a boolean from one.

use std::borrow::Cow;

use base64::Engine as _;
use http::header::CONTENT_TYPE;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::place::{BodyForm, Lists, Nested, Parameter, Place};
use super::{parts, query};

/// A request as it came.
#[derive(Clone, Copy)]
pub(crate) struct Came<'a> {
    /// The path, without the query.
    pub(crate) path: &'a str,
    pub(crate) query: &'a str,
    pub(crate) headers: &'a http::HeaderMap,
    pub(crate) body: &'a [u8],
}

/// The segments of a path that stand in braces, each with its name; none where it is another path.
pub(crate) fn matched<'a>(
    template: &'a str,
    path: &'a str,
) -> Option<Vec<(&'a str, Cow<'a, str>)>> {
    let (mut wanted, mut found) = (template.split('/'), path.split('/'));
    let mut values = Vec::new();
    loop {
        match (wanted.next(), found.next()) {
            (None, None) => return Some(values),
            (Some(wanted), Some(found)) => values.extend(segment(wanted, found)?),
            _ => return None,
        }
    }
}

/// One segment: its names in braces, and the texts around them.
fn segment<'a>(template: &'a str, found: &'a str) -> Option<Vec<(&'a str, Cow<'a, str>)>> {
    let mut values = Vec::new();
    let (mut wanted, mut rest) = (template, found);
    while let Some((before, after)) = wanted.split_once('{') {
        rest = rest.strip_prefix(before)?;
        let (name, after) = after.split_once('}')?;
        let next = after.split('{').next().unwrap_or_default();
        let end = if next.is_empty() {
            rest.len()
        } else {
            rest.find(next)?
        };
        let (value, behind) = rest.split_at_checked(end)?;
        if value.is_empty() {
            return None;
        }
        values.push((name, percent_decode_str(value).decode_utf8_lossy()));
        (wanted, rest) = (after, behind);
    }
    (rest == wanted).then_some(values)
}

/// Puts the parts together. An error says what cannot be read.
pub(crate) fn join(
    came: Came<'_>,
    template: &str,
    parameters: &[Parameter],
    form: BodyForm,
) -> Result<Vec<u8>, String> {
    if parameters.is_empty() && form == BodyForm::Json {
        return Ok(came.body.to_vec());
    }
    let mut members = match form {
        BodyForm::Multipart => {
            let content_type = came.headers.get(CONTENT_TYPE);
            let content_type = content_type.and_then(|it| it.to_str().ok());
            parts::read(content_type, came.body, parameters)?
        }
        _ => body(came.body, parameters, form)?,
    };
    let path = matched(template, came.path).unwrap_or_default();
    let pairs: Vec<_> = query::pairs(came.query).collect();
    for it in parameters {
        let value = match it.place {
            Place::Path => {
                let mut path = path.iter();
                let text = path.find(|(name, _)| *name == it.name);
                text.map(|(_, text)| flat(it, text))
            }
            Place::Header => {
                let text = came.headers.get(it.name);
                text.and_then(|it| it.to_str().ok())
                    .map(|text| flat(it, text))
            }
            Place::Query => value(it, &pairs),
            Place::Body | Place::Payload => None,
        };
        if let Some(value) = value {
            members.insert(it.member.to_owned(), value);
        }
    }
    Ok(Value::from(members).to_string().into_bytes())
}

/// A text, or the list that it is.
fn flat(it: &Parameter, text: &str) -> Value {
    if it.is_list {
        text.split(',').map(Value::from).collect()
    } else {
        Value::from(text)
    }
}

type Pairs<'a> = [(Cow<'a, str>, Cow<'a, str>)];

/// What the pairs say of a parameter; none where they do not name it.
fn value(it: &Parameter, pairs: &Pairs<'_>) -> Option<Value> {
    let own = pairs.iter().filter_map(|(name, text)| {
        let rest = name.strip_prefix(it.name)?;
        (rest.is_empty() || rest.starts_with('[')).then_some((rest, text.as_ref()))
    });
    let own: Vec<(&str, &str)> = own.collect();
    let (_, first) = own.first()?;
    let is_json = (it.is_list && it.lists == Lists::Json)
        || (!it.is_list && it.nested == Nested::Json && first.starts_with(['{', '[']));
    if is_json {
        return serde_json::from_str(first).ok();
    }
    if it.is_list && it.lists == Lists::Comma {
        return Some(flat(it, first));
    }
    let mut whole = if it.is_list {
        Value::Array(Vec::new())
    } else {
        Value::Null
    };
    for (rest, text) in own {
        put(&mut whole, rest, text);
    }
    Some(whole)
}

/// Puts a text where brackets say: `[city]`, `[]`, `[0][id]`; at the end of a list without any.
fn put(at: &mut Value, brackets: &str, text: &str) {
    let step = brackets.strip_prefix('[').and_then(|it| it.split_once(']'));
    let Some((key, rest)) = step else {
        match at {
            Value::Array(items) => items.push(text.into()),
            // A name that comes again makes a list.
            Value::String(first) => *at = Value::from(vec![first.clone(), text.to_owned()]),
            other => *other = text.into(),
        }
        return;
    };
    let index = key.parse::<usize>().ok().filter(|it| *it < MOST);
    match (at, index) {
        (it @ (Value::Null | Value::Array(_)), index) if key.is_empty() || index.is_some() => {
            if it.is_null() {
                *it = Value::Array(Vec::new());
            }
            let Value::Array(items) = it else { return };
            let index = index.unwrap_or(items.len());
            if items.len() <= index {
                items.resize(index + 1, Value::Null);
            }
            if let Some(item) = items.get_mut(index) {
                put(item, rest, text);
            }
        }
        (it, _) => {
            if !it.is_object() {
                *it = Value::Object(Map::new());
            }
            let Value::Object(members) = it else { return };
            put(members.entry(key).or_insert(Value::Null), rest, text);
        }
    }
}

/// The most items that numbers in brackets may name.
const MOST: usize = 1000;

fn body(
    bytes: &[u8],
    parameters: &[Parameter],
    form: BodyForm,
) -> Result<Map<String, Value>, String> {
    let payload = parameters.iter().find(|it| it.place == Place::Payload);
    let whole = |value: Value| {
        let name = payload.map(|it| (it.member.to_owned(), value));
        name.into_iter().collect()
    };
    let utf8 = || std::str::from_utf8(bytes).map_err(|_| "the body is not UTF-8".to_owned());
    match form {
        BodyForm::None | BodyForm::Multipart => Ok(Map::new()),
        BodyForm::Json => {
            let value: Value = serde_json::from_slice(bytes)
                .map_err(|error| format!("the body is not JSON: {error}"))?;
            match (payload, value) {
                (Some(_), value) => Ok(whole(value)),
                (None, Value::Object(members)) => Ok(members),
                (None, _) => Err("the body is no object".to_owned()),
            }
        }
        BodyForm::Text => utf8().map(|text| whole(text.into())),
        BodyForm::Bytes => Ok(whole(base64::prelude::BASE64_STANDARD.encode(bytes).into())),
        BodyForm::Form => {
            let text = utf8()?.replace('+', "%20");
            let pairs: Vec<_> = query::pairs(&text).collect();
            let mut members = Map::new();
            for (name, text) in &pairs {
                let name = name.split('[').next().unwrap_or_default();
                let known = parameters.iter().find(|it| it.name == name);
                let found = match known {
                    Some(it) => value(it, &pairs),
                    None => Some(text.as_ref().into()),
                };
                if let Some(found) = found {
                    members.insert(name.to_owned(), found);
                }
            }
            Ok(members)
        }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;
    use serde_json::json;

    use super::super::split::split;
    use super::*;

    #[test]
    fn paths_are_matched_by_segments() {
        for (template, path, found) in [
            ("/a", "/a", Some(vec![])),
            ("/a/{id}", "/a/b%2Fc", Some(vec![("id", "b/c")])),
            ("/a/{id}/x", "/a/1/x", Some(vec![("id", "1")])),
            ("/a/{x}-{y}", "/a/1-2", Some(vec![("x", "1"), ("y", "2")])),
            ("/a/{id}", "/a/", None),
            ("/a/{id}", "/a/1/2", None),
            ("/a/{id}/x", "/a/1/y", None),
            ("/a", "/b", None),
        ] {
            let matched = matched(template, path);
            let matched = matched.map(|all| {
                let all = all
                    .into_iter()
                    .map(|(name, text)| (name, text.into_owned()));
                all.collect::<Vec<_>>()
            });
            let found = found.map(|all| {
                let all = all.into_iter().map(|(name, text)| (name, text.to_owned()));
                all.collect::<Vec<_>>()
            });
            assert_eq!(matched, found, "{template} {path}");
        }
    }

    /// What was divided comes together again, with numbers and booleans as texts outside JSON.
    #[test]
    fn what_is_divided_is_joined() {
        let parameters = [
            Parameter::path("id"),
            Parameter::query("q"),
            Parameter::query("tags").list().lists(Lists::Brackets),
            Parameter::query("more").list(),
            Parameter::query("few").list().lists(Lists::Comma),
            Parameter::query("raw").list().lists(Lists::Json),
            Parameter::query("deep"),
            Parameter::header("version").named("X-Version"),
            Parameter::body("address").lists(Lists::Brackets),
        ];
        let request = json!({
            "id": "a/b", "q": "x+y &", "tags": ["a", "b"], "more": ["c"], "few": ["d", "e"],
            "raw": [1, 2], "deep": { "er": { "est": "1" } }, "version": "3",
            "address": { "city": "Rome", "lines": ["x", "y"] }, "plain": "é",
        });
        for form in [BodyForm::Json, BodyForm::Form] {
            let json = request.to_string().into_bytes();
            let parts = split("/item/{id}", json, &parameters, form).unwrap();
            let (path, query) = parts.path.split_once('?').unwrap();
            let mut headers = HeaderMap::new();
            for (name, value) in &parts.headers {
                let name = http::HeaderName::from_bytes(name.as_bytes()).unwrap();
                headers.insert(name, value.parse().unwrap());
            }
            let body = parts.body.unwrap();
            let came = Came {
                path,
                query,
                headers: &headers,
                body: &body,
            };
            let joined = join(came, "/item/{id}", &parameters, form).unwrap();
            let joined: Value = serde_json::from_slice(&joined).unwrap();
            assert_eq!(joined, request, "{form:?}");
        }
    }

    #[test]
    fn hostile_names_end() {
        let it = [Parameter::query("a")];
        for query in [
            "a[",
            "a[[[[]",
            "a[99999999999]=1",
            "a[x]=1&a=2&a[]=3",
            "a]=1",
            "a[0][0][x]=1",
        ] {
            let came = Came {
                path: "/",
                query,
                headers: &HeaderMap::new(),
                body: b"",
            };
            assert!(join(came, "/", &it, BodyForm::None).is_ok(), "{query}");
        }
    }
}
