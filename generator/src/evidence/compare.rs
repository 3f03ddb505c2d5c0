//! Whether a page and the spec say the same, kind by kind.

use serde_json::Value;

use crate::pages::{Kind, text::plain};

use super::claims::Claim;

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
        Kind::Field if claim.at.starts_with("headers.") => ours.eq_ignore_ascii_case(theirs),
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

/// Whether the prose beside a claim says what a fact of these kinds says in one or two words.
pub(super) fn is_told(kind: Kind, value: &Value, docs: &[&str]) -> bool {
    let Some(value) = value.as_str() else {
        return false;
    };
    let words: &[&str] = match (kind, value) {
        (Kind::Format, "milliseconds") => &["millisecond"],
        (Kind::Format, "cents") => &["cents"],
        (Kind::Format, "ISO 8601") => &["ISO 8601"],
        (Kind::Format | Kind::Size | Kind::Default | Kind::Const | Kind::Prefix, other) => &[other],
        _ => return false,
    };
    let told = |doc: &&str| words.iter().any(|it| plain(doc).contains(it));
    docs.iter().any(told)
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
    words.join(" ")
}

fn without_scheme(host: &str) -> &str {
    let bare = host.split_once("://").map_or(host, |(_, rest)| rest);
    bare.trim_end_matches('/')
}

/// Whether the spec's type is what the page's word means.
fn fits(ours: &str, theirs: &str) -> bool {
    if let Some(item) = inner(ours) {
        return theirs == "list" || inner(theirs).is_some_and(|it| fits(item, it));
    }
    match theirs {
        "string" => matches!(ours, "string" | "url"),
        "integer" => matches!(ours, "integer"),
        "number" => matches!(ours, "integer" | "decimal" | "timestamp_millis"),
        "date" => ours == "timestamp_millis",
        "boolean" => ours == "boolean",
        "object" | "json" => matches!(ours, "object" | "json"),
        // The name that a page gives to a shape.
        named => inner(named).is_none() && matches!(ours, "object" | "json"),
    }
}

fn inner(list: &str) -> Option<&str> {
    list.strip_prefix("list<")?.strip_suffix('>')
}
