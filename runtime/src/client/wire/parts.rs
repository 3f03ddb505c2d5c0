//! Multipart bodies that came, for the fake: what a server of another make sees in them.
//!
//! Strict where RFC 7578 and RFC 2046 are: what a lenient reader would guess is an error here.

use base64::Engine as _;
use serde_json::{Map, Value, json};

use super::multipart::escaped;
use super::place::{Lists, Parameter};

/// The members of a body, as one JSON object.
pub(super) fn read(
    content_type: Option<&str>,
    body: &[u8],
    parameters: &[Parameter],
) -> Result<Map<String, Value>, String> {
    let boundary = content_type.and_then(boundary);
    let boundary = boundary.ok_or("the content type names no boundary")?;
    let mut found = Map::new();
    for part in divided(body, &boundary)? {
        let (name, value) = member(part)?;
        let known = parameters.iter().find(|it| is_named(it, &name));
        let key = known.map_or(name.as_str(), |it| it.member).to_owned();
        match (known.filter(|it| it.is_list), found.get_mut(&key)) {
            (Some(_), Some(Value::Array(items))) => items.push(value),
            (Some(_), _) => {
                found.insert(key, json!([value]));
            }
            (None, Some(_)) => return Err(format!("the part `{name}` comes twice")),
            (None, None) => {
                found.insert(key, value);
            }
        }
    }
    Ok(found)
}

fn is_named(it: &Parameter, name: &str) -> bool {
    let own = escaped(it.name);
    let brackets = it.is_list && it.lists == Lists::Brackets;
    name.strip_suffix("[]").filter(|_| brackets).unwrap_or(name) == own
}

/// The boundary that a content type names.
fn boundary(content_type: &str) -> Option<String> {
    let parameters = content_type.split(';').skip(1);
    let mut found = parameters.filter_map(|it| it.trim().strip_prefix("boundary="));
    let text = found.next()?.trim_matches('"');
    (1..=70).contains(&text.len()).then(|| text.to_owned())
}

/// The parts between the lines of a boundary.
fn divided<'b>(body: &'b [u8], boundary: &str) -> Result<Vec<&'b [u8]>, String> {
    let line = format!("\r\n--{boundary}");
    // The first line has no line break of its own before it.
    let mut rest = body
        .strip_prefix(line.trim_start().as_bytes())
        .ok_or("the body does not begin with its boundary")?;
    let mut parts = Vec::new();
    loop {
        if let Some(after) = rest.strip_prefix(b"--") {
            return match after {
                b"" | b"\r\n" => Ok(parts),
                _ => Err("something stands after the last boundary".to_owned()),
            };
        }
        let inside = rest.strip_prefix(b"\r\n");
        let inside = inside.ok_or("a boundary does not end its line")?;
        let end = inside
            .windows(line.len())
            .position(|it| it == line.as_bytes());
        let end = end.ok_or("the last part has no end")?;
        let (part, after) = inside.split_at(end);
        parts.push(part);
        rest = after.strip_prefix(line.as_bytes()).unwrap_or_default();
    }
}

/// A part: the name of its member, and what it holds.
fn member(part: &[u8]) -> Result<(String, Value), String> {
    let end = part.windows(4).position(|it| it == b"\r\n\r\n");
    let end = end.ok_or("a part has no headers")?;
    let (head, content) = part.split_at(end);
    let content = &content[4..];
    let head = std::str::from_utf8(head).map_err(|_| "the headers of a part are not UTF-8")?;
    let header = |name: &str| {
        let mut lines = head.split("\r\n").filter_map(|it| it.split_once(':'));
        let found = lines.find(|it| it.0.eq_ignore_ascii_case(name));
        found.map(|it| it.1.trim())
    };
    let disposition = header("content-disposition").unwrap_or_default();
    let disposition = disposition
        .strip_prefix("form-data")
        .ok_or("a part is not `form-data`")?;
    let name = quoted(disposition, "name").ok_or("a part has no name")?;
    let content_type = header("content-type");
    if let Some(file_name) = quoted(disposition, "filename") {
        let bytes = base64::prelude::BASE64_STANDARD.encode(content);
        let content_type = content_type.unwrap_or("text/plain");
        let file = json!({ "name": file_name, "content_type": content_type, "bytes": bytes });
        return Ok((name, file));
    }
    let text = std::str::from_utf8(content);
    let text = text.map_err(|_| format!("the part `{name}` is not UTF-8"))?;
    let value = match content_type {
        Some("application/json") => serde_json::from_str(text)
            .map_err(|error| format!("the part `{name}` is not JSON: {error}"))?,
        _ => Value::from(text),
    };
    Ok((name, value))
}

/// The text in quotes of a parameter of a header. A name keeps its escapes.
fn quoted(header: &str, name: &str) -> Option<String> {
    let before = format!("; {name}=\"");
    let (_, after) = header.split_once(&before)?;
    Some(after.split_once('"')?.0.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::multipart::write;
    use super::*;

    const TYPE: Option<&str> = Some("multipart/form-data; boundary=b");

    #[test]
    fn what_was_written_is_read() {
        let parameters = [
            Parameter::body("say \"it\"").file(),
            Parameter::body("photos")
                .file()
                .list()
                .lists(Lists::Brackets),
        ];
        let file = r#"{"name":"a.png","content_type":"image/png","bytes":"AA0K"}"#;
        let list = format!("[{file},{file}]");
        let members = [
            (Some(&parameters[0]), "say \"it\"", file),
            (Some(&parameters[1]), "photos", list.as_str()),
            (None, "n", "1"),
            (None, "deep", r#"{"a":["\r\n--"]}"#),
        ];
        let made = write(members.into_iter()).unwrap();
        let found = read(Some(&made.content_type), &made.body, &parameters).unwrap();
        let file: Value = serde_json::from_str(file).unwrap();
        let expected = json!({
            "say \"it\"": file, "photos": [file, file], "n": "1", "deep": { "a": ["\r\n--"] },
        });
        assert_eq!(Value::from(found), expected);
        let empty = write(std::iter::empty()).unwrap();
        assert!(
            read(Some(&empty.content_type), &empty.body, &[])
                .unwrap()
                .is_empty()
        );
    }

    #[test]
    fn what_is_odd_is_told() {
        let part =
            |head: &str, content: &str| format!("--b\r\n{head}\r\n\r\n{content}\r\n--b--\r\n");
        let named = "Content-Disposition: form-data; name=\"a\"";
        let twice = format!("--b\r\n{named}\r\n\r\n1\r\n{}", part(named, "2"));
        for (content_type, body, told) in [
            (None, String::new(), "the content type names no boundary"),
            (
                TYPE,
                "x".to_owned(),
                "the body does not begin with its boundary",
            ),
            (TYPE, "--bx".to_owned(), "a boundary does not end its line"),
            (TYPE, "--b\r\nx".to_owned(), "the last part has no end"),
            (
                TYPE,
                "--b--x".to_owned(),
                "something stands after the last boundary",
            ),
            (
                TYPE,
                "--b\r\nx\r\n--b--".to_owned(),
                "a part has no headers",
            ),
            (TYPE, part("X: y", ""), "a part is not `form-data`"),
            (
                TYPE,
                part("Content-Disposition: form-data", ""),
                "a part has no name",
            ),
            (TYPE, twice, "the part `a` comes twice"),
        ] {
            let found = read(content_type, body.as_bytes(), &[]);
            assert_eq!(found.unwrap_err(), told, "{body}");
        }
    }
}
