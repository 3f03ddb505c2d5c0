//! What captures lost, and which claims nobody can therefore confirm.

use std::collections::BTreeMap;
use stipula_facts::{Fact, Kind};

use stipula_spec::link::Linker;
use stipula_spec::raw::RawSpec;

use super::{Finding, Topic, report::seen, whose::is_inside};

/// The gaps of all captures.
pub(super) struct Gaps<'a> {
    all: Vec<Gap<'a>>,
}

struct Gap<'a> {
    fact: &'a Fact,
    /// Place of the spec.
    at: Option<String>,
    /// Place of what the member holds, when that is named.
    inside: Option<String>,
}

impl<'a> Gaps<'a> {
    pub(super) fn new(facts: &'a [Fact], linkers: &BTreeMap<&str, Linker<'_>>) -> Self {
        let gaps = facts.iter().filter(|it| it.kind == Kind::Gap);
        let all = gaps.map(|fact| {
            let linker = linkers.get(fact.source.as_str());
            Gap {
                fact,
                at: linker.and_then(|it| it.place(&fact.at, Kind::Gap)),
                inside: linker.and_then(|it| it.inside(&fact.at)),
            }
        });
        Self { all: all.collect() }
    }

    /// Whether a capture lost what could confirm a claim of this kind. What one page folds away is
    /// no loss where another page describes the member: its silence is one.
    pub(super) fn cover(&self, at: &str, kind: Kind, is_described: bool) -> bool {
        self.all.iter().any(|gap| {
            let here = gap.at.as_deref() == Some(at);
            match gap.fact.value.as_str() {
                Some("condition") => {
                    let of_member = matches!(kind, Kind::RequiredWhen | Kind::EffectiveWhen);
                    let beside = gap.at.as_deref().and_then(|it| it.rsplit_once('.'));
                    let is_holder = here || beside.is_some_and(|(holder, _)| holder == at);
                    here && of_member || is_holder && kind.is_group()
                }
                Some("mark") => here && kind == Kind::Need,
                Some("heading") => here,
                // Whatever is folded away: members, or the members of those.
                Some("children") if !is_described => {
                    let inside = gap.inside.as_deref();
                    inside.is_some_and(|it| is_inside(at, it))
                }
                _ => false,
            }
        })
    }

    /// Each gap, to be told.
    pub(super) fn findings(&self, spec: &RawSpec) -> Vec<Finding> {
        let told = self.all.iter().map(|gap| {
            let lost = gap.fact.value.as_str().unwrap_or_default();
            Finding::of_page(
                Topic::Gap,
                gap.at.clone().unwrap_or_else(|| gap.fact.at.clone()),
                (Kind::Gap, vec![seen(spec, gap.fact)]),
                format!("the capture lost: {lost}"),
                "capture the page again with everything unfolded, or name another source",
            )
        });
        told.collect()
    }
}
