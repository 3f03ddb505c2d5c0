//! Keys of fields, tried with every type at every place.

use super::{
    places::Place,
    reach::{Outputs, Reach},
};

/// Keys that every field of the table has anyway.
pub(super) const BASE: &[&str] = &["type", "in"];

/// Mappings whose keys stand in this table.
pub(super) const MAPPINGS: &[&str] = &[
    "a field",
    "a field of `request`",
    "a field of `response`",
    "an item",
];

/// Keys with the values that are tried. Where one of them is no finding, it has to change something.
pub(super) const KEYS: &[(&str, &[&str])] = &[
    ("name", &["other"]),
    ("lists", &["comma"]),
    ("nested", &["json"]),
    ("required", &["true", "kind == A"]),
    ("allowed", &["kind == A"]),
    ("effective", &["kind == A"]),
    ("alias", &["other"]),
    ("doc", &["What it is."]),
    ("deprecated", &["Use another."]),
    (
        "default",
        &[
            "A",
            "1",
            "true",
            "2026-01-01",
            "PT1M",
            "\"2026-01-01T00:00:00Z\"",
            "\"https://a.example\"",
        ],
    ),
    (
        "sample",
        &[
            "A",
            "1",
            "true",
            "2026-01-01",
            "PT1M",
            "\"2026-01-01T00:00:00Z\"",
            "\"https://a.example\"",
            "\"[]\"",
            "\"{}\"",
        ],
    ),
    ("rust", &["renamed"]),
    ("lenient", &["true"]),
    ("as", &["text"]),
    ("sensitive", &["true"]),
    ("encrypted", &["true"]),
    ("null", &["clears"]),
    ("presence", &["guaranteed"]),
    ("source", &["page"]),
    ("quirk", &["odd"]),
    ("inferred", &["true"]),
    ("unverified", &["true"]),
    ("undocumented", &["true"]),
    ("min_chars", &["2"]),
    ("max_chars", &["7"]),
    ("min_bytes", &["2"]),
    ("max_bytes", &["7"]),
    ("range", &["[1, 9]", "[PT1M, PT2M]"]),
    ("multiple_of", &["2"]),
    ("min_items", &["2"]),
    ("max_items", &["7"]),
    ("unique", &["true"]),
    ("contains", &["A", "1"]),
    ("const", &["A", "1", "true"]),
    ("prefix", &["A"]),
    ("pattern", &["^A"]),
    ("decimal_places", &["2"]),
    ("known_keys", &["true"]),
    ("format", &["email"]),
];

/// Types of a field: a name for the table, and the type.
const TYPES: &[(&str, &str)] = &[
    ("string", "string"),
    ("integer", "integer"),
    ("unsigned", "unsigned"),
    ("decimal", "decimal"),
    ("boolean", "boolean"),
    ("timestamp_millis", "timestamp_millis"),
    ("timestamp_seconds", "timestamp_seconds"),
    ("date_time", "date_time"),
    ("date", "date"),
    ("duration", "duration"),
    ("url", "url"),
    ("bytes", "bytes"),
    ("file", "file"),
    ("json", "json"),
    ("list", "{ list: string }"),
    ("list-of-files", "{ list: file }"),
    ("list-of-objects", "{ list: Part }"),
    ("map", "{ map: string, of: integer }"),
    ("map-by-enum", "{ map: Kind, of: string }"),
    ("object", "Part"),
    ("enum", "Kind"),
    ("integer-enum", "Size"),
    ("by", "{ by: kind, cases: { A: First, B: Second } }"),
    ("tagged", "Tagged"),
    ("any", "{ any: [integer, string] }"),
    ("any-file", "{ any: [file, string] }"),
];

/// Keys that change no output of `generate` at a place, each with where they are seen.
pub(super) const ELSEWHERE: &[(&str, &str, &str)] = &[
    ("required", "answer", "docs-check compares it with the page"),
    (
        "required",
        "header of an answer",
        "docs-check compares it with the page",
    ),
    (
        "required",
        "status of an answer",
        "docs-check compares it with the page",
    ),
];

/// A field of each type that can stand at a place, with what comes of it.
pub(super) fn bases(place: &Place) -> Vec<(&'static str, String, Outputs)> {
    let types = TYPES.iter().map(|(name, type_)| {
        let field = format!("type: {type_}, {}", place.needs);
        let outputs = Outputs::of(&place.spec(&field));
        (*name, field, outputs)
    });
    types.filter(|(.., outputs)| outputs.is_good()).collect()
}

/// What each type makes of a key at a place.
pub(super) fn row(
    (key, values): (&str, &[&str]),
    place: &Place,
    bases: &[(&'static str, String, Outputs)],
) -> Vec<(&'static str, Reach)> {
    // What stands there anyway is not tried again.
    if place.needs.contains(&format!("{key}:")) {
        return Vec::new();
    }
    let cells = bases.iter().map(|(name, field, outputs)| {
        let tried = values.iter().map(|value| {
            let with = format!("{field}, {key}: {value}").replace(", ,", ",");
            outputs.reach(&place.spec(&with))
        });
        (*name, least(tried))
    });
    cells.collect()
}

/// The least of what the values do, findings aside.
fn least(tried: impl Iterator<Item = Reach>) -> Reach {
    let tried: Vec<_> = tried.filter(|it| *it != Reach::Finding).collect();
    let silent = tried.iter().find(|it| **it == Reach::Silent);
    *silent.or(tried.first()).unwrap_or(&Reach::Finding)
}

/// A row as a line: what changes, with its types; findings last.
pub(super) fn told(cells: &[(&'static str, Reach)]) -> String {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for (type_, reach) in cells {
        let words = reach.words();
        match groups.iter_mut().find(|(it, _)| *it == words) {
            Some((_, types)) => types.push(type_),
            None => groups.push((words, vec![type_])),
        }
    }
    groups.sort_by_key(|(words, _)| words == "finding");
    if let [(words, _)] = &groups[..] {
        return format!("{words}: all");
    }
    let lines = groups.iter().map(|(words, types)| match words.as_str() {
        "finding" => "finding: the others".to_owned(),
        _ => format!("{words}: {}", types.join(" ")),
    });
    lines.collect::<Vec<_>>().join("; ")
}
