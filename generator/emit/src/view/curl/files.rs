//! Bodies in parts: `curl` writes them, and reads files from the disk.

use std::fmt::Write as _;

use serde_json::{Map, Value as Any};

use super::{quoted, sent};

/// The words that add each member; `lines` makes the files first.
pub(super) fn words(members: &Any, lines: &mut String) -> Vec<String> {
    let mut words = Vec::new();
    for (name, value) in members.as_object().into_iter().flatten() {
        add(name, value, lines, &mut words);
    }
    words
}

fn add(name: &str, value: &Any, lines: &mut String, words: &mut Vec<String>) {
    match value {
        Any::Array(items) if items.iter().any(|it| file(it).is_some()) => {
            for item in items {
                add(name, item, lines, words);
            }
        }
        value => match file(value) {
            Some(it) => {
                let [file_name, media, bytes] = it;
                let path = format!("part{}.bin", words.len() + 1);
                let _ = writeln!(lines, "printf %s {} | base64 -d >{path}", quoted(bytes));
                let file_name = file_name.replace('\\', r"\\").replace('"', r#"\""#);
                let word = format!("{name}=@{path};filename=\"{file_name}\";type={media}");
                words.push(format!("-F {}", quoted(&word)));
            }
            None => {
                let word = format!("{name}={}", sent::text(value));
                words.push(format!("--form-string {}", quoted(&word)));
            }
        },
    }
}

/// Name, content type and Base64 of a file.
fn file(value: &Any) -> Option<[&str; 3]> {
    let members: &Map<String, Any> = value.as_object().filter(|it| it.len() == 3)?;
    let text = |name: &str| members.get(name)?.as_str();
    Some([text("name")?, text("content_type")?, text("bytes")?])
}
