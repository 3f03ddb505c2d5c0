//! Keys of every mapping but fields, each with a spec that has it, and the same without.

use super::keys;

/// A spec with and without a key.
pub(super) struct Pair {
    /// With it.
    pub(super) with: String,
    /// Without it.
    pub(super) without: String,
}

/// Specs for the keys of one mapping.
pub(super) struct Sample {
    /// As the table of keys calls it.
    pub(super) mapping: &'static str,
    /// A spec, with `HERE` where the keys stand.
    pub(super) spec: &'static str,
    /// Keys: what stands `HERE` without one, and with it.
    pub(super) keys: &'static [(&'static str, &'static str, &'static str)],
}

/// Keys that change no output of `generate`, each with where they are seen.
pub(super) const ELSEWHERE: &[(&str, &str, &str)] = &[
    (
        "a source",
        "file",
        "docs-check reads the capture of that name",
    ),
    (
        "a source",
        "sha256",
        "docs-check compares it with the capture",
    ),
    ("a source", "captured", "docs-check tells it"),
    ("a source", "shape", "docs-check reads the capture by it"),
    (
        "a source",
        "authority",
        "docs-check decides between pages by it",
    ),
    (
        "a source",
        "about",
        "docs-check lays the page to that operation",
    ),
    (
        "a source",
        "parts",
        "docs-check lays parts of the page to parts of the spec",
    ),
    ("a quirk", "waives", "docs-check waives what it names"),
    ("a waiver", "source", "docs-check waives what it names"),
    ("a waiver", "at", "docs-check waives what it names"),
    ("a waiver", "spec", "docs-check waives what it names"),
];

const EVIDENCE: &[(&str, &str)] = &[
    ("source", "source: page"),
    ("quirk", "quirk: odd"),
    ("inferred", "inferred: true"),
    ("unverified", "unverified: true"),
    ("undocumented", "undocumented: true"),
];

const PAGES: &str = "
sources: { page: { url: \"https://a.example/page\", title: Page } }
quirks: { odd: { at: it, page: It says so., spec: We say so., why: Seen. } }
";

/// Mapping, key and specs, of every sample.
pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static str, Pair)> {
    let samples = super::mappings::SAMPLES
        .iter()
        .chain(super::shapes::SAMPLES);
    let samples = samples.chain(super::schemes::SAMPLES);
    let samples = samples.chain(super::sending::SAMPLES);
    samples.flat_map(|sample| {
        let rows = sample.keys.iter().map(move |(key, without, with)| {
            let (without, with) = (sample.having(without), sample.having(with));
            (sample.mapping, *key, Pair { with, without })
        });
        rows.chain(sample.evidence())
    })
}

impl Sample {
    fn having(&self, here: &str) -> String {
        let spec = self.spec.replace("HERE", here);
        if spec.contains("sources:") {
            return spec;
        }
        format!("{spec}{PAGES}")
    }

    /// The keys of evidence, where the mapping takes them.
    fn evidence(&self) -> Vec<(&'static str, &'static str, Pair)> {
        let taken = keys::of(self.mapping);
        let own = |key: &str| self.keys.iter().any(|(it, ..)| *it == key);
        let plain = self.keys.first().map_or("", |it| it.1);
        let sourced = EVIDENCE
            .iter()
            .filter(|(key, _)| taken.iter().any(|it| it == key) && !own(key));
        let pairs = sourced.map(|(key, written)| {
            let with = self.having(&format!("{plain}, {written}"));
            let without = self.having(plain);
            (self.mapping, *key, Pair { with, without })
        });
        pairs.collect()
    }
}
