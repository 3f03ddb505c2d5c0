//! Paragraphs that somebody has read, and those that nobody has.

use std::collections::BTreeSet;
use stipula_facts::Fact;
use stipula_spec::raw::RawSpec;

use super::{
    Finding, Report, Topic,
    kept::{Kept, Read},
    report::seen,
};

/// Paragraphs among these facts that were read before, or that are read now.
pub(super) fn read(facts: &[Fact], kept: &Kept, now: impl Fn(&Fact) -> bool) -> BTreeSet<Read> {
    let known = known(kept);
    let prose = facts.iter().filter(|it| it.kind.is_prose());
    let read = prose.filter(|it| is_known(&known, it) || now(it));
    read.map(Read::of).collect()
}

/// Counts paragraphs, and tells of those that nobody has read.
pub(super) fn unread(facts: &[Fact], kept: &Kept, spec: &RawSpec, report: &mut Report) {
    let known = known(kept);
    for fact in facts.iter().filter(|it| it.kind.is_prose()) {
        report.coverage.paragraphs += 1;
        if is_known(&known, fact) {
            continue;
        }
        report.coverage.unread += 1;
        report.findings.push(Finding::of_page(
            Topic::Unread,
            &fact.at,
            (fact.kind, vec![seen(spec, fact)]),
            "nobody has marked these words as read",
            "read them, say in the spec what they say, then `--accept`",
        ));
    }
}

/// Pages and digests. A paragraph may move to another field; its words are what was read.
type Known<'a> = BTreeSet<(&'a str, &'a str)>;

fn known(kept: &Kept) -> Known<'_> {
    let read = kept.read.iter();
    read.map(|it| (it.source.as_str(), it.digest.as_str()))
        .collect()
}

fn is_known(known: &Known<'_>, fact: &Fact) -> bool {
    known.contains(&(fact.source.as_str(), fact.digest.as_str()))
}
