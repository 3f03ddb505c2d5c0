//! What an operation returns, in sentences: "On success, an array of `Update` objects is returned."

use std::collections::BTreeSet;

use crate::{lines::Line, words::pattern};

/// The type that sentences of an operation say it returns, with the line of the sentence.
pub(crate) fn of<'a>(lines: &[&'a Line], types: &BTreeSet<String>) -> Option<(&'a Line, String)> {
    lines.iter().rev().find_map(|line| {
        let mut found: Vec<String> = Vec::new();
        for sentence in sentences(&line.text) {
            if is_about_returns(sentence) {
                for it in mentioned(sentence, types) {
                    if !found.contains(&it) {
                        found.push(it);
                    }
                }
            }
        }
        (!found.is_empty()).then(|| (*line, found.join(" | ")))
    })
}

fn is_about_returns(sentence: &str) -> bool {
    pattern!(r"(?i)\breturn(?:s|ed)\b|返回|返り値|戻り値").is_match(sentence)
        && !pattern!(r"(?i)\b(?:error|exception)s?\b|\bwill not be returned\b|\bare not returned\b")
            .is_match(sentence)
}

/// Types in a sentence, in order: names that the page describes, and words for scalars.
fn mentioned(sentence: &str, types: &BTreeSet<String>) -> Vec<String> {
    let words: Vec<&str> = pattern!(r"[A-Za-z0-9_]+")
        .find_iter(sentence)
        .map(|it| it.as_str())
        .collect();
    let mut found = Vec::new();
    for (nth, word) in words.iter().enumerate() {
        let Some(name) = named(word, types) else {
            continue;
        };
        // "an array of the sent Messages", "Array of Update objects"
        let before = &words[..nth];
        let lists = before.iter().rev().take(4).collect::<Vec<_>>();
        let is_list = lists
            .windows(2)
            .any(|it| it[0].eq_ignore_ascii_case("of") && is_list_word(it[1]));
        found.push(if is_list {
            format!("list<{name}>")
        } else {
            name
        });
    }
    found
}

fn is_list_word(word: &str) -> bool {
    ["array", "list", "arrays"]
        .iter()
        .any(|it| it.eq_ignore_ascii_case(word))
}

fn named(word: &str, types: &BTreeSet<String>) -> Option<String> {
    let single = word.strip_suffix('s').unwrap_or_default();
    let known = [word, single].into_iter().find(|it| types.contains(*it));
    if let Some(name) = known {
        return Some(name.to_owned());
    }
    Some(match word {
        "True" | "Boolean" | "Bool" => "boolean".to_owned(),
        "Int" | "Integer" => "integer".to_owned(),
        "String" => "string".to_owned(),
        "Float" => "number".to_owned(),
        _ => return None,
    })
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(". ").flat_map(|it| it.split('。'))
}
