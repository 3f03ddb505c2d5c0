//! Descriptions and evidence.

use stipula_contract::{Evidence, Named};

use crate::{
    Row,
    cx::{At, Cx, Said},
    words::short,
};

/// A text that only documentation shows.
pub(super) fn described(cx: &Cx<'_>, at: &At, topic: &'static str, old: &str, new: &str) {
    if old == new {
        return;
    }
    let what = match (old.is_empty(), new.is_empty()) {
        (true, _) => "is described now",
        (_, true) => "is no longer described",
        _ => "is described otherwise",
    };
    let mut said = Said::of(what);
    if !old.is_empty() {
        said = said.was(short(old));
    }
    if !new.is_empty() {
        said = said.is(short(new));
    }
    cx.tell(at, Row::Described, topic, said);
}

/// The same of a text that may not be there.
pub(super) fn sampled(
    cx: &Cx<'_>,
    at: &At,
    topic: &'static str,
    (old, new): (Option<&str>, Option<&str>),
) {
    described(
        cx,
        at,
        topic,
        old.unwrap_or_default(),
        new.unwrap_or_default(),
    );
}

/// What a claim rests on, where the claim stays.
pub(super) fn evidence(cx: &Cx<'_>, at: &At, old: &Evidence, new: &Evidence) {
    if old == new {
        return;
    }
    let said = Said::of("rests on other evidence")
        .was(words(old))
        .is(words(new));
    cx.tell(at, Row::EvidenceChanged, "evidence", said);
}

fn words(it: &Evidence) -> String {
    let Evidence {
        source,
        quirks,
        inferred,
        unverified,
        undocumented,
    } = it;
    let mut parts: Vec<String> = source.iter().cloned().collect();
    parts.extend(quirks.iter().cloned());
    let marks = [
        (inferred, "inferred"),
        (unverified, "unverified"),
        (undocumented, "undocumented"),
    ];
    parts.extend(marks.iter().filter(|it| *it.0).map(|it| it.1.to_owned()));
    if parts.is_empty() {
        "none".to_owned()
    } else {
        parts.join(", ")
    }
}

/// That something has another name in the spec, in Rust, or in both.
pub(super) fn renamed(
    cx: &Cx<'_>,
    at: &At,
    (old, new): (Named, Named),
    (was, is): (&str, &str),
    is_guess: bool,
) {
    let (rust_was, rust_is) = cx.rust_names(old, new);
    if rust_was != rust_is {
        let said = Said::of(format!(
            "is called `{rust_is}` in Rust, and was `{rust_was}`"
        ));
        let said = said.was(rust_was).is(rust_is);
        let said = if is_guess { said.guessed() } else { said };
        cx.tell(at, Row::RenamedInRust, "name", said);
    } else if was != is {
        let said = Said::of(format!(
            "is called `{is}` in the spec, and was `{was}`; Rust has its old name"
        ));
        let said = said.was(was).is(is);
        let said = if is_guess { said.guessed() } else { said };
        cx.tell(at, Row::RenamedBehindAlias, "name", said);
    }
}
