//! Short marks beside a claim: where it was read, how sure it is, what pages make of it.

use stipula_contract::{Evidence, Source};

use crate::Model;
use crate::provenance::{Apart, confirmed};

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark<'a> {
    /// The page it was read from.
    Source { id: &'a str, title: &'a str },
    /// Concluded from samples or neighbours.
    Inferred,
    /// Written, but not yet seen to work.
    Unverified,
    /// Seen in samples only.
    Undocumented,
    /// The quirk that bears on it.
    Quirk(&'a str),
    /// So many pages say the same.
    Confirmed { pages: usize },
    /// Not simply confirmed.
    Apart(Apart<'a>),
    /// The last release that changed it.
    Changed(&'a str),
}

/// A question that evidence answers with yes or no.
type Flag = fn(&Evidence) -> bool;

/// What is known already where a mark would stand, and is not told again.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'a> {
    source: Option<&'a str>,
    evidence: Option<&'a Evidence>,
}

impl<'a> Known<'a> {
    /// Nothing.
    pub(crate) const NOTHING: Self = Self {
        source: None,
        evidence: None,
    };

    /// What is told around a claim.
    pub(crate) fn from(evidence: &'a Evidence) -> Self {
        Self {
            source: evidence.source.as_deref(),
            evidence: Some(evidence),
        }
    }

    /// With the source of what is farther around, unless there is a nearer one.
    pub(crate) fn within(self, outer: Known<'a>) -> Self {
        Self {
            source: self.source.or(outer.source),
            ..self
        }
    }

    fn has(&self, ask: Flag) -> bool {
        self.evidence.is_some_and(ask)
    }
}

/// Evidence as marks: the one place that knows what kinds of evidence there are. They say nothing
/// that is known already.
pub(crate) fn beyond<'a>(
    api: &'a Model,
    evidence: &'a Evidence,
    known: Known<'_>,
) -> Vec<Mark<'a>> {
    let mut marks = Vec::new();
    let source = evidence.source.as_deref();
    marks.extend(
        source
            .filter(|id| known.source != Some(*id))
            .map(|id| mark_of_source(api, id)),
    );
    let flags: [(Flag, Mark<'a>); 3] = [
        (|it| it.inferred, Mark::Inferred),
        (|it| it.unverified, Mark::Unverified),
        (|it| it.undocumented, Mark::Undocumented),
    ];
    let new = flags
        .into_iter()
        .filter(|(ask, _)| ask(evidence) && !known.has(*ask));
    marks.extend(new.map(|it| it.1));
    let known_quirks = known.evidence.map_or(&[][..], |it| &it.quirks);
    let quirks = evidence.quirks.iter();
    let new = quirks.filter(|id| !known_quirks.contains(id));
    marks.extend(new.map(|id| Mark::Quirk(id)));
    marks
}

/// The mark of a source.
pub(crate) fn mark_of_source<'a>(api: &'a Model, id: &'a str) -> Mark<'a> {
    let source = api.sources.iter().find(|it| it.id == id);
    Mark::Source {
        id,
        title: source.map_or(id, |it: &Source| &it.title),
    }
}

impl Mark<'_> {
    /// The mark as a few words; the id of a source or quirk.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Source { id, .. } | Self::Quirk(id) => (*id).to_owned(),
            Self::Inferred => "inferred".to_owned(),
            Self::Unverified => "unverified".to_owned(),
            Self::Undocumented => "undocumented".to_owned(),
            Self::Confirmed { pages } => confirmed(*pages),
            Self::Apart(it) => it.words(),
            Self::Changed(version) => format!("changed in {version}"),
        }
    }
}
