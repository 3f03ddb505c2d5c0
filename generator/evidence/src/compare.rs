//! Whether a page and the spec say the same, kind by kind.

use serde_json::Value;
use stipula_facts::{Confidence, Fact, Kind};

use stipula_pages::text::plain;

use super::{
    cases::{cases, parted},
    claims::Claim,
};

/// Whether a fact of this kind with this value says what the claim says.
pub(super) fn agrees(claim: &Claim<'_>, value: &Value) -> bool {
    if claim.value == *value {
        return true;
    }
    let (Some(ours), Some(theirs)) = (claim.value.as_str(), value.as_str()) else {
        return false;
    };
    match claim.kind {
        Kind::Type => fits(ours, theirs),
        // Names of members were compared when the fact was laid to them; those of headers have no case.
        Kind::Field => ours.eq_ignore_ascii_case(theirs),
        Kind::Key | Kind::Value | Kind::Default if claim.at.starts_with("headers.") => {
            ours.eq_ignore_ascii_case(theirs)
        }
        Kind::RequiredWhen | Kind::EffectiveWhen => same_condition(ours, theirs),
        Kind::Host => without_scheme(ours) == without_scheme(theirs),
        // Some pages give no method.
        Kind::Endpoint => ours.split(' ').next_back() == Some(theirs),
        _ => false,
    }
}

/// Whether several facts of this kind can stand at one place, each a claim of its own.
pub(super) const fn is_many(kind: Kind) -> bool {
    matches!(kind, Kind::Value | Kind::Key)
}

/// Whether the prose beside a claim says what a fact says in a few words. Forms and sizes of pictures
/// have no key in the spec, and neither has a condition of which only the page's words are known.
pub(super) fn is_told(fact: &Fact, docs: &[&str]) -> bool {
    let Some(value) = fact.value.as_str() else {
        return false;
    };
    let words = match (fact.kind, value) {
        (Kind::Format, "milliseconds") => "milliseconds",
        (Kind::Format | Kind::Size, other) => other,
        (Kind::RequiredWhen | Kind::EffectiveWhen, words)
            if fact.confidence == Confidence::Words =>
        {
            words
        }
        _ => return false,
    };
    docs.iter().any(|doc| has_words(doc, words))
}

/// Whether these words stand in a text, whole and in this order, whatever their case.
fn has_words(text: &str, words: &str) -> bool {
    let (text, words) = (plain(text).to_lowercase(), words.to_lowercase());
    let is_part = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    text.match_indices(&words).any(|(at, found)| {
        let (before, after) = (&text[..at], &text[at + found.len()..]);
        !is_part(before.chars().next_back()) && !is_part(after.chars().next())
    })
}

/// The same condition, whatever object it is asked of.
fn same_condition(ours: &str, theirs: &str) -> bool {
    plain(&canonical(ours)) == plain(&canonical(theirs))
}

/// The canonical text without the base of each path: a page does not say where a member stands.
fn canonical(text: &str) -> String {
    let printed = match stipula_cond::parse(text) {
        Ok(expr) => stipula_cond::print(&expr),
        Err(_) => text.to_owned(),
    };
    let mut words = Vec::new();
    for word in printed.split(' ') {
        let start = word.len() - word.trim_start_matches('(').len();
        let (open, name) = word.split_at(start);
        let bases = ["root.", "parent.", "ctx."];
        let bare = bases.iter().find_map(|base| name.strip_prefix(base));
        words.push(format!("{open}{}", bare.unwrap_or(name)));
    }
    one_of_one(&words.join(" "))
}

/// One of a list of one is that one.
fn one_of_one(text: &str) -> String {
    let mut parts = text.split(" in [");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((one, rest)) if !one.contains(',') => {
                out.extend([" == ", one, rest]);
            }
            _ => {
                out.push_str(" in [");
                out.push_str(part);
            }
        }
    }
    out
}

pub(super) fn without_scheme(host: &str) -> &str {
    let bare = host.split_once("://").map_or(host, |(_, rest)| rest);
    bare.trim_end_matches('/')
}

/// Whether the spec's type is what the page's word means.
fn fits(ours: &str, theirs: &str) -> bool {
    // One of several: each of the page's is one of ours, and none is left.
    let (one, other) = (parted(ours, " or "), cases(theirs));
    if one.len() > 1 || (other.len() > 1 && ours != "object") {
        let fits_one = |it: &&str| other.iter().any(|theirs| fits(it, theirs));
        return one.iter().all(fits_one)
            && other.iter().all(|it| one.iter().any(|ours| fits(ours, it)));
    }
    let [theirs] = other[..] else {
        return other.iter().all(|it| fits(ours, it));
    };
    if let Some(item) = inner(ours) {
        return theirs == "list" || inner(theirs).is_some_and(|it| fits(item, it));
    }
    match theirs {
        "string" => matches!(ours, "string" | "url"),
        "integer" => matches!(ours, "integer" | "unsigned") || is_time(ours),
        "number" => matches!(ours, "integer" | "unsigned" | "decimal") || is_time(ours),
        "date" => is_time(ours),
        "boolean" => ours == "boolean",
        "object" | "json" => matches!(ours, "object" | "json"),
        // The name that a page gives to a shape.
        named => inner(named).is_none() && matches!(ours, "object" | "json" | "file"),
    }
}

/// A time that is a whole number in JSON.
fn is_time(ours: &str) -> bool {
    matches!(ours, "timestamp_millis" | "timestamp_seconds")
}

fn inner(list: &str) -> Option<&str> {
    list.strip_prefix("list<")?.strip_suffix('>')
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_type_is_what_the_page_calls_it() {
        for (ours, theirs) in [
            ("timestamp_seconds", "integer"),
            ("timestamp_millis", "integer"),
            ("unsigned", "number"),
            ("timestamp_seconds", "date"),
            ("file", "InputFile"),
            ("file or string", "InputFile | string"),
            ("list<object or object>", "list<Result>"),
            ("string", "string | null"),
            ("file or string", "InputFile | null | string"),
            (
                "list<object> or list<string>",
                "list<string> | list<Result>",
            ),
        ] {
            assert!(fits(ours, theirs), "{ours} is not {theirs}");
        }
        for (ours, theirs) in [("boolean", "string | null"), ("string", "null")] {
            assert!(!fits(ours, theirs), "{ours} is {theirs}");
        }
    }

    #[test]
    fn another_type_is_told() {
        for (ours, theirs) in [
            ("decimal", "integer"),
            ("timestamp_seconds", "string"),
            ("file or string", "string"),
            ("list<object or string>", "list<Result>"),
            ("list<object> or list<string>", "list<Result>"),
        ] {
            assert!(!fits(ours, theirs), "{ours} is {theirs}");
        }
    }
}
