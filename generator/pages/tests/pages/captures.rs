//! The captures, and ways to look at what is read from them.

use std::collections::BTreeSet;

use stipula_facts::Fact;

/// Names and texts of all captures.
pub(crate) const ALL: &[(&str, &str)] = &[
    ("reserve-box", include_str!("captures/reserve-box.txt")),
    (
        "collect-parcel",
        include_str!("captures/collect-parcel.txt"),
    ),
    ("parcel-notice", include_str!("captures/parcel-notice.txt")),
    (
        "shuffled-columns",
        include_str!("captures/shuffled-columns.txt"),
    ),
    ("codes-first", include_str!("captures/codes-first.txt")),
    ("markdown", include_str!("captures/markdown.txt")),
    ("data-model", include_str!("captures/data-model.txt")),
    ("slips", include_str!("captures/slips.txt")),
    ("numbered", include_str!("captures/numbered.txt")),
    ("chinese", include_str!("captures/chinese.txt")),
];

pub(crate) fn facts(text: &str) -> Vec<Fact> {
    match stipula_pages::read("page", text) {
        Ok(page) => page.facts,
        Err(error) => panic!("{error}"),
    }
}

/// What a comparison of two captures looks at: not the line, and the words of prose only.
pub(crate) fn claims(facts: &[Fact]) -> BTreeSet<(String, String)> {
    let claim = |it: &Fact| {
        let words = if it.kind.is_prose() {
            it.digest.as_str()
        } else {
            ""
        };
        let claim = format!(
            "{} {} {:?} {words}",
            it.kind.name(),
            it.value,
            it.confidence
        );
        (it.at.clone(), claim)
    };
    facts.iter().map(claim).collect()
}
