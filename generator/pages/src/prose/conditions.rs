//! Conditions in words, put into the language of the spec.

use super::clauses::{self, Read};
use crate::{
    condition::{Condition, Sentence},
    words::pattern,
};

/// Reads words after "when" or "if"; keeps them when they cannot be read.
pub(crate) fn condition(words: &str) -> Condition {
    let words = trim(words);
    // What only explains is no part of the condition.
    let aside = pattern!(
        r"\s*\((?i:e\.g\.|i\.e\.|see|for example|for instance|例如|如|即|参见|详见)[^()]*\)"
    );
    let plain = aside.replace_all(&words, "");
    match read(&plain) {
        Some(it) => Condition::Read(Sentence {
            words: words.clone(),
            ..it
        }),
        None => Condition::Words(words),
    }
}

/// Words without the marks around them, and without what holds otherwise.
pub(super) fn trim(words: &str) -> String {
    let words =
        pattern!(r"(?i)[,;]?\s+(?:otherwise|or else|else)\b.*$|[,;]?\s*否则.*$").replace(words, "");
    let end = |it: char| it.is_whitespace() || matches!(it, '.' | ',' | ';' | ':' | '。' | '、');
    let words = words.trim_matches(end);
    // The bracket of a sentence that stands in brackets.
    let is_open = words.matches(')').count() > words.matches('(').count();
    let words = words.strip_suffix(')').filter(|_| is_open).unwrap_or(words);
    words.trim_end_matches(end).to_owned()
}

/// Several conditions of a list, of which one is enough, or all are needed.
pub(super) fn several(parts: &[String], all: bool) -> Condition {
    let parts: Vec<String> = parts.iter().map(|it| trim(it)).collect();
    let words = parts.join(if all { "; and " } else { "; or " });
    let read: Option<Vec<_>> = parts.iter().map(|it| clauses::read(it)).collect();
    let Some(read) = read else {
        return Condition::Words(words);
    };
    let bracket = |it: &Read| {
        if all && read.len() > 1 && it.text.contains(" or ") {
            format!("({})", it.text)
        } else {
            it.text.clone()
        }
    };
    let texts: Vec<String> = read.iter().map(bracket).collect();
    Condition::Read(Sentence {
        text: texts.join(if all { " and " } else { " or " }),
        unsure: read.iter().flat_map(|it| it.unsure.clone()).collect(),
        words,
    })
}

/// The condition, or `None` when a word of it is not understood.
pub(super) fn read(words: &str) -> Option<Sentence> {
    let it = clauses::read(words)?;
    Some(Sentence {
        text: it.text,
        unsure: it.unsure,
        words: words.to_owned(),
    })
}

/// Values in a row and nothing else but one word for what has them: "`CARD` and `CASH` payments".
pub(super) fn values(words: &str) -> Option<Vec<String>> {
    let words = trim(words);
    let quoted = pattern!(
        r#"^(?:the\s+)?((?:["“'`][^"”'`]+["”'`])(?:\s*(?:,|、|/)?\s*(?:and\s+|or\s+|和|或)?["“'`][^"”'`]+["”'`])*)(?:\s*[a-z]+|\s*[^\x00-\x7F]{1,4})?$"#
    );
    let plain = pattern!(
        r"^([A-Z][A-Z0-9_]+(?:\s*(?:,|、|/|\s+and\s+|\s+or\s+|和|或)\s*(?:and\s+|or\s+)?[A-Z][A-Z0-9_]+)*)(?:\s+(?:types?|values?|only))?$"
    );
    if let Some(found) = quoted.captures(&words) {
        let each = pattern!(r#"["“'`]([^"”'`]+)["”'`]"#).captures_iter(&found[1]);
        return Some(each.map(|it| it[1].to_owned()).collect());
    }
    let found = plain.captures(&words)?;
    let each = pattern!(r"[A-Z][A-Z0-9_]+").find_iter(found.get(1)?.as_str());
    Some(each.map(|it| it.as_str().to_owned()).collect())
}
