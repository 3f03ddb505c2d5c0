//! Keys of evidence: where a claim was read, pages, and departures from them.

use super::{Key, Mapping, Takes, key};

/// The same everywhere.
pub(super) const KEYS: &[Key] = &[
    key("source", Takes::Text, "id of the page it was read from"),
    key("quirk", Takes::Texts, "ids of the quirks that bear on it"),
    key(
        "inferred",
        Takes::Flag,
        "not written on a page, but inferred",
    ),
    key("unverified", Takes::Flag, "written, but not seen to work"),
    key("undocumented", Takes::Flag, "seen in samples only"),
];

/// A page.
pub static SOURCE: Mapping = Mapping {
    what: "a source",
    keys: &[&[
        key("title", Takes::Text, "title of the page").required(),
        key("file", Takes::Text, "name of its capture"),
        key(
            "sha256",
            Takes::Text,
            "digest of the capture, 64 hexadecimal digits",
        ),
        key("url", Takes::Text, "address of the page"),
        key("covers", Takes::Text, "which claims rest on it"),
        key(
            "captured",
            Takes::Text,
            "day of the capture as `2026-01-31`, or `unknown`",
        ),
        key(
            "shape",
            Takes::Words(&SHAPES),
            "shape of the capture; it is what makes the page one that `docs-check` reads",
        ),
        key(
            "authority",
            Takes::Whole,
            "which page is believed when pages disagree: the higher one; 0 when left out",
        ),
        key(
            "about",
            Takes::Text,
            "the operation that the page describes",
        ),
        key(
            "parts",
            Takes::Named(&Takes::Text),
            "parts of the page, and the part of the spec that each describes",
        ),
    ]],
    one_of: &[],
    needs: &[("shape", &["captured", "sha256"])],
    refused: &[],
};

/// Names of shapes.
pub const SHAPES: [&str; 5] = [
    "html",
    "markdown",
    "portal-json",
    "pipe-tables",
    "paragraphs",
];

/// A departure from a page.
pub static QUIRK: Mapping = Mapping::new(
    "a quirk",
    &[&[
        key(
            "at",
            Takes::Text,
            "`Type.field`, `operation.field`, or a word for what has no field",
        )
        .required(),
        key("page", Takes::Text, "what the page says").required(),
        key("spec", Takes::Text, "what we say").required(),
        key("why", Takes::Text, "the reason").required(),
        key("source", Takes::Text, "id of the page"),
        key(
            "waives",
            Takes::ListOf(|| &WAIVER),
            "differences between the spec and its pages that the quirk explains",
        ),
    ]],
);

/// A difference that a quirk explains. It has one more key: the kind of the claim.
pub static WAIVER: Mapping = Mapping {
    what: "a waiver",
    keys: &[&[
        key("source", Takes::Text, "id of the page; left out, any page"),
        key(
            "at",
            Takes::Text,
            "place on the page that says something else, or more",
        ),
        key(
            "spec",
            Takes::Text,
            "place of the spec of which no page speaks",
        ),
    ]],
    one_of: &["at", "spec"],
    needs: &[],
    refused: &[],
};
