//! Every condition of the spec as it stands in its file.

use std::{fs, ops::Range, path::Path};

use stipula_tests::flagship;

/// A file of the spec.
#[derive(Debug, Clone)]
pub(crate) struct File {
    /// Below the folder of the spec.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// A condition in a file.
#[derive(Debug, Clone)]
pub(crate) struct Condition {
    /// Index of the file.
    pub(crate) file: usize,
    /// Bytes of the file, without quotes.
    pub(crate) at: Range<usize>,
    pub(crate) text: String,
}

/// Every file of the spec, by path.
pub(crate) fn files() -> Vec<File> {
    let mut found = Vec::new();
    collect(&flagship::folder(), "", &mut found);
    found.sort_by(|a: &File, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, below: &str, found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let entry = entry.expect("a readable entry");
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), found);
        } else {
            let text = fs::read_to_string(entry.path()).expect("UTF-8");
            found.push(File { path, text });
        }
    }
}

/// Keys whose text is a condition, unless it is `true` or `false`.
const KEYS: [&str; 5] = ["required", "allowed", "effective", "when", "expect"];

/// Conditions in the files of types and operations, in order.
pub(crate) fn conditions(files: &[File]) -> Vec<Condition> {
    let mut found = Vec::new();
    for (index, file) in files.iter().enumerate() {
        let has_rules = ["types/", "operations/"]
            .iter()
            .any(|it| file.path.starts_with(it));
        if has_rules {
            in_file(index, &file.text, &mut found);
        }
    }
    found
}

fn in_file(file: usize, text: &str, found: &mut Vec<Condition>) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        for key in KEYS {
            let written = format!("{key}: ");
            for (at, _) in line.match_indices(&written) {
                // A key stands first or behind a brace or a comma, and not in a text.
                let before = line[..at].trim_end();
                if !(before.is_empty() || before.ends_with(['{', ',', '-'])) {
                    continue;
                }
                let rest = &line[at + written.len()..];
                // Not a condition, but keys of a rule with one.
                if rest.starts_with(['{', '[']) {
                    continue;
                }
                let value = value(rest, before.contains('{'));
                let from = start + at + written.len() + value.start;
                let at = from..from + value.len();
                let text = text[at.clone()].to_owned();
                if !matches!(text.as_str(), "true" | "false" | "") {
                    found.push(Condition { file, at, text });
                }
            }
        }
        start += line.len();
    }
    found.sort_by_key(|it| (it.file, it.at.start));
}

/// The scalar at the start of a text.
fn value(text: &str, in_braces: bool) -> Range<usize> {
    if let Some(quote) = text.chars().next().filter(|it| matches!(it, '"' | '\'')) {
        let end = text[1..].find(quote).expect("a closing quote");
        return 1..1 + end;
    }
    let line = text.trim_end();
    let end = if in_braces {
        line.find([',', '}']).unwrap_or(line.len())
    } else {
        line.len()
    };
    0..line[..end].trim_end().len()
}

/// Another reader of YAML sees the same conditions.
#[test]
fn every_condition_is_found() {
    let files = files();
    let scanned = conditions(&files);
    for (index, file) in files.iter().enumerate() {
        let mut here: Vec<&str> = scanned
            .iter()
            .filter(|it| it.file == index)
            .map(|it| it.text.as_str())
            .collect();
        if !["types/", "operations/"]
            .iter()
            .any(|it| file.path.starts_with(it))
        {
            continue;
        }
        let tree: serde_yaml::Value = serde_yaml::from_str(&file.text).expect("YAML");
        let mut read = Vec::new();
        texts(&tree, &mut read);
        read.sort_unstable();
        here.sort_unstable();
        assert_eq!(here, read, "{}", file.path);
    }
    assert!(scanned.len() > 40, "{} conditions are few", scanned.len());
}

fn texts<'a>(of: &'a serde_yaml::Value, found: &mut Vec<&'a str>) {
    for (key, value) in of.as_mapping().into_iter().flatten() {
        match (key.as_str(), value.as_str()) {
            (Some(key), Some(text)) if KEYS.contains(&key) => found.push(text),
            _ => texts(value, found),
        }
    }
    of.as_sequence()
        .into_iter()
        .flatten()
        .for_each(|it| texts(it, found));
}
