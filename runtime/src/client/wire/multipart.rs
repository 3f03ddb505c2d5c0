//! Multipart bodies (RFC 7578): a part for each member.

use std::collections::BTreeSet;

use base64::Engine as _;

use super::pairs::{items, members, text};
use super::place::{Lists, Parameter};
use crate::read::meant;

/// What stands before the number of a boundary.
const PREFIX: &[u8] = b"----stipula-";
/// How many digits the number has.
const DIGITS: usize = 12;

/// A body with its boundary.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Multipart {
    pub(super) content_type: String,
    pub(super) body: Vec<u8>,
}

struct Part {
    /// Its headers, with the empty line.
    head: String,
    content: Vec<u8>,
}

/// Writes members, each with what is known of it.
pub(super) fn write<'m>(
    members: impl Iterator<Item = (Option<&'m Parameter>, &'m str, &'m str)>,
) -> Result<Multipart, String> {
    let mut parts = Vec::new();
    for (parameter, member, value) in members {
        let name = parameter.map_or(member, |it| it.name);
        match parameter {
            Some(it) if it.is_file => add_files(it, name, value, &mut parts)?,
            _ => parts.push(plain(name, value)),
        }
    }
    Ok(joined(&parts))
}

/// A file, several of them, or what stands in place of one.
fn add_files(it: &Parameter, name: &str, value: &str, parts: &mut Vec<Part>) -> Result<(), String> {
    match value.as_bytes().first() {
        Some(b'[') => {
            let name = match it.lists {
                Lists::Brackets => format!("{name}[]"),
                _ => name.to_owned(),
            };
            for item in items(value) {
                add_files(it, &name, item, parts)?;
            }
        }
        Some(b'{') => parts.push(file(name, value)?),
        _ => parts.push(plain(name, value)),
    }
    Ok(())
}

/// A text as it is; lists and objects as JSON.
fn plain(name: &str, value: &str) -> Part {
    let name = escaped(name);
    let is_json = value.starts_with(['[', '{']);
    let kind = if is_json {
        "Content-Type: application/json\r\n"
    } else {
        ""
    };
    Part {
        head: format!("Content-Disposition: form-data; name=\"{name}\"\r\n{kind}\r\n"),
        content: text(value).into_bytes(),
    }
}

fn file(name: &str, value: &str) -> Result<Part, String> {
    let members = members(value);
    let member = |name: &str| {
        let found = members.iter().find(|it| it.0 == name);
        found.and_then(|it| meant(it.1)).unwrap_or_default()
    };
    let content_type = member("content_type");
    if content_type.is_empty() || !content_type.bytes().all(|it| matches!(it, b' '..=b'~')) {
        return Err(format!(
            "the content type of the file `{name}` cannot be written: give one such as `image/png`"
        ));
    }
    let content = base64::prelude::BASE64_STANDARD.decode(member("bytes").as_bytes());
    let content = content.map_err(|_| format!("the bytes of the file `{name}` are not Base64"))?;
    let (name, file_name) = (escaped(name), escaped(&member("name")));
    Ok(Part {
        head: format!(
            "Content-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\
             Content-Type: {content_type}\r\n\r\n"
        ),
        content,
    })
}

/// A name between quotes, as browsers write it (WHATWG, "multipart/form-data"): in UTF-8, with line
/// breaks and quotes percent-encoded.
pub(super) fn escaped(name: &str) -> String {
    name.replace('\n', "%0A")
        .replace('\r', "%0D")
        .replace('"', "%22")
}

fn joined(parts: &[Part]) -> Multipart {
    let boundary = boundary(parts);
    let sizes = parts.iter().map(|it| it.head.len() + it.content.len());
    let around = boundary.len() + 8;
    let mut body = Vec::with_capacity(sizes.sum::<usize>() + (parts.len() + 1) * around);
    for part in parts {
        body.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
        body.extend_from_slice(part.head.as_bytes());
        body.extend_from_slice(&part.content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    Multipart {
        content_type: format!("multipart/form-data; boundary={boundary}"),
        body,
    }
}

/// The first boundary that no part has. The same parts have the same one.
fn boundary(parts: &[Part]) -> String {
    let texts = parts
        .iter()
        .flat_map(|it| [it.head.as_bytes(), it.content.as_slice()]);
    let taken: BTreeSet<u64> = texts.flat_map(numbers).collect();
    let mut free = 0;
    while taken.contains(&free) {
        free += 1;
    }
    format!("{}{free:0DIGITS$}", String::from_utf8_lossy(PREFIX))
}

/// The numbers of the boundaries in a text.
fn numbers(text: &[u8]) -> impl Iterator<Item = u64> {
    let windows = text.windows(PREFIX.len() + DIGITS);
    let found = windows.filter_map(|it| it.strip_prefix(PREFIX));
    found.filter_map(|digits| std::str::from_utf8(digits).ok()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(members: &[(Option<Parameter>, &str, &str)]) -> Multipart {
        let members = members
            .iter()
            .map(|(parameter, name, value)| (parameter.as_ref(), *name, *value));
        write(members).unwrap()
    }

    const PHOTO: Parameter = Parameter::body("photo").file();

    #[test]
    fn the_bytes_of_a_body() {
        let made = written(&[
            (None, "chat", "12"),
            (None, "text", r#""é & \"x\"\r\n""#),
            (None, "markup", r#"{"a":[1]}"#),
            (
                Some(PHOTO),
                "photo",
                r#"{"name":"c\"a\nt\r.png","content_type":"image/png","bytes":"/wAN"}"#,
            ),
        ]);
        let mut expected = b"------stipula-000000000000\r\n\
            Content-Disposition: form-data; name=\"chat\"\r\n\r\n\
            12\r\n\
            ------stipula-000000000000\r\n\
            Content-Disposition: form-data; name=\"text\"\r\n\r\n\
            \xc3\xa9 & \"x\"\r\n\r\n\
            ------stipula-000000000000\r\n\
            Content-Disposition: form-data; name=\"markup\"\r\n\
            Content-Type: application/json\r\n\r\n\
            {\"a\":[1]}\r\n\
            ------stipula-000000000000\r\n\
            Content-Disposition: form-data; name=\"photo\"; filename=\"c%22a%0At%0D.png\"\r\n\
            Content-Type: image/png\r\n\r\n"
            .to_vec();
        expected.extend_from_slice(b"\xff\x00\r\r\n------stipula-000000000000--\r\n");
        assert_eq!(
            String::from_utf8_lossy(&made.body),
            String::from_utf8_lossy(&expected)
        );
        assert_eq!(made.body, expected);
        assert_eq!(
            made.content_type,
            "multipart/form-data; boundary=----stipula-000000000000"
        );
    }

    #[test]
    fn a_boundary_stands_in_no_content() {
        let zero = r#""x------stipula-000000000000--""#;
        let one = r#""----stipula-000000000001""#;
        for (values, number) in [
            (vec![], "000000000000"),
            (vec![zero], "000000000001"),
            (vec![one, zero], "000000000002"),
            (vec![one], "000000000000"),
            // A longer number begins with a shorter one.
            (vec![r#""----stipula-0000000000001""#], "000000000001"),
        ] {
            let members: Vec<_> = values.iter().map(|it| (None, "a", *it)).collect();
            let made = written(&members);
            let boundary = format!("boundary=----stipula-{number}");
            assert!(made.content_type.ends_with(&boundary), "{values:?}");
        }
        let name = "----stipula-000000000000";
        let made = written(&[(None, name, "1")]);
        assert!(made.content_type.ends_with('1'), "{made:?}");
    }

    #[test]
    fn files_of_a_list_share_a_name() {
        let list = r#"[{"name":"a","content_type":"x/y","bytes":""},"id"]"#;
        for (lists, name) in [(Lists::Repeat, "photo"), (Lists::Brackets, "photo[]")] {
            let made = written(&[(Some(PHOTO.list().lists(lists)), "photo", list)]);
            let text = String::from_utf8(made.body).unwrap();
            let heads: Vec<_> = text.lines().filter(|it| it.contains("name=")).collect();
            assert_eq!(
                heads,
                [
                    format!("Content-Disposition: form-data; name=\"{name}\"; filename=\"a\""),
                    format!("Content-Disposition: form-data; name=\"{name}\""),
                ]
            );
        }
    }

    #[test]
    fn a_content_type_is_no_header_of_its_own() {
        for content_type in ["", r"a\r\nX: y", "é"] {
            let value = format!(r#"{{"name":"a","content_type":"{content_type}","bytes":""}}"#);
            let error = write([(Some(&PHOTO), "photo", value.as_str())].into_iter()).unwrap_err();
            assert_eq!(
                error,
                "the content type of the file `photo` cannot be written: give one such as `image/png`"
            );
        }
    }
}
