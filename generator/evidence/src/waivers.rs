//! Waivers: which differences a quirk explains, and which waivers explain nothing any more.

use std::cell::Cell;
use stipula_facts::{Fact, Kind};

use serde_json::Value;

use stipula_spec::raw::{RawQuirk, RawSpec, RawWaived, RawWaiver};

use super::{Finding, Topic, claims::Claim, told};

/// Every waiver of a spec.
pub(super) struct Waivers<'a> {
    all: Vec<Waiver<'a>>,
}

/// One waiver, and whether it was of use.
struct Waiver<'a> {
    quirk: &'a RawQuirk,
    raw: &'a RawWaiver,
    used: Cell<bool>,
}

impl<'a> Waivers<'a> {
    pub(super) fn new(spec: &'a RawSpec) -> Self {
        let all = spec.quirks.iter().flat_map(|quirk| {
            quirk.waives.iter().map(move |raw| Waiver {
                quirk,
                raw,
                used: Cell::new(false),
            })
        });
        Self { all: all.collect() }
    }

    /// The quirk that explains this fact, with the value that was seen.
    pub(super) fn of_fact(&self, fact: &Fact) -> Option<&'a str> {
        self.take(|it| {
            let RawWaived::Page(at) = &it.raw.at else {
                return false;
            };
            it.source() == Some(fact.source.as_str())
                && at.value == fact.at
                && it.raw.kind == fact.kind
                && it.raw.value == fact.value
        })
    }

    /// The quirk that explains why no page speaks of this claim.
    pub(super) fn of_claim(&self, claim: &Claim<'_>) -> Option<&'a str> {
        self.take(|it| {
            let RawWaived::Spec(at) = &it.raw.at else {
                return false;
            };
            at.value == claim.at && it.raw.kind == claim.kind && it.raw.value == claim.value
        })
    }

    fn take(&self, fits: impl Fn(&Waiver<'_>) -> bool) -> Option<&'a str> {
        let found = self.all.iter().find(|it| fits(it))?;
        found.used.set(true);
        Some(&found.quirk.id.value)
    }

    /// Waivers that fitted nothing, each with what is there now.
    pub(super) fn stale(&self, facts: &[Fact], claims: &[Claim<'_>]) -> Vec<Finding> {
        let unused = self.all.iter().filter(|it| !it.used.get());
        let told = unused.map(|it| {
            let mut finding = it.stale(facts, claims);
            let twin = self
                .all
                .iter()
                .find(|that| that.used.get() && that.is_same(it));
            if let Some(twin) = twin {
                finding.message = format!("{} waives the same", twin.quirk.id.value);
            }
            finding
        });
        told.collect()
    }
}

impl Waiver<'_> {
    fn source(&self) -> Option<&str> {
        let own = self.raw.source.as_ref().or(self.quirk.source.as_ref());
        own.map(|it| it.value.as_str())
    }

    fn stale(&self, facts: &[Fact], claims: &[Claim<'_>]) -> Finding {
        let (at, now): (&str, Vec<&Value>) = match &self.raw.at {
            RawWaived::Page(at) => {
                let here = facts.iter().filter(|fact| {
                    Some(fact.source.as_str()) == self.source()
                        && fact.at == at.value
                        && fact.kind == self.raw.kind
                });
                (&at.value, here.map(|it| &it.value).collect())
            }
            RawWaived::Spec(at) => {
                let here = claims
                    .iter()
                    .filter(|claim| claim.at == at.value && claim.kind == self.raw.kind);
                (&at.value, here.map(|it| &it.value).collect())
            }
        };
        Finding {
            topic: Topic::StaleWaiver,
            at: format!("{} {at}", self.quirk.id.value),
            kind: Some(self.raw.kind),
            ours: Some(self.raw.value.clone()),
            span: Some(self.raw.span),
            seen: Vec::new(),
            message: self.why(&now),
            help: "remove the waiver, or bind it to what is there now".to_owned(),
            upstream: None,
        }
    }

    /// Whether both explain the same difference.
    fn is_same(&self, other: &Self) -> bool {
        let place = |it: &Self| match &it.raw.at {
            RawWaived::Page(at) => (true, at.value.clone()),
            RawWaived::Spec(at) => (false, at.value.clone()),
        };
        self.source() == other.source()
            && place(self) == place(other)
            && (self.raw.kind, &self.raw.value) == (other.raw.kind, &other.raw.value)
    }

    fn why(&self, now: &[&Value]) -> String {
        let (side, other) = match &self.raw.at {
            RawWaived::Page(_) => ("the page", "the spec"),
            RawWaived::Spec(_) => ("the spec", "a page"),
        };
        if now.contains(&&self.raw.value) {
            return format!("{other} now says the same, or nothing that could differ");
        }
        match now {
            [] => format!("{side} does not say this any more"),
            _ => {
                let values: Vec<String> = now.iter().map(|it| told(it)).collect();
                format!("{side} says {} now", values.join(", "))
            }
        }
    }
}

/// The waiver that would explain what a page says, as it is written.
pub(super) fn of_page(fact: &Fact) -> String {
    let place = format!("source: {}, at", fact.source);
    written(&place, &fact.at, fact.kind, &fact.value)
}

/// The waiver that would explain what only the spec says.
pub(super) fn of_spec(claim: &Claim<'_>) -> String {
    written("spec", &claim.at, claim.kind, &claim.value)
}

fn written(side: &str, at: &str, kind: Kind, value: &Value) -> String {
    let value = match value {
        Value::String(text) => serde_json::to_string(text).unwrap_or_default(),
        other => other.to_string(),
    };
    let at = if at.contains(['[', ']', '?', ':', '#', ',', '{', '}', ' ']) {
        format!("{at:?}")
    } else {
        at.to_owned()
    };
    format!("{{ {side}: {at}, {}: {value} }}", kind.name())
}
