//! What a check found: findings, verdicts and the coverage of both.

use serde_json::Value;
use stipula_facts::{Fact, Kind, Record, Verdict};

use super::{claims::Claim, upstream::Upstream};
use stipula_spec::{raw::RawSpec, source::Span};

/// Everything that one check found.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Report {
    /// What a person has to look at: what changed upstream, then what is ours, by place.
    pub findings: Vec<Finding>,
    /// Waivers that no longer fit, and why.
    pub stale: Vec<Finding>,
    /// What the captures lost.
    pub gaps: Vec<Finding>,
    /// What a person should know who believes that every page was read.
    pub notes: Vec<String>,
    /// A verdict for each claim, sorted.
    pub records: Vec<Record>,
    /// Figures.
    pub coverage: Coverage,
}

/// What kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Topic {
    /// The spec and the pages.
    Verdict(Verdict),
    /// A claim names a page as its source that does not say it, while another one does.
    WrongSource,
    /// An example breaks a rule of its own page.
    Contradiction,
    /// The capture says something else than the facts that are kept.
    PageChanged,
    /// A paragraph nobody has marked as read.
    Unread,
    /// Coverage fell below what was reached before.
    Coverage,
    /// A kept file is not what the check would write.
    OutOfDate,
    /// A waiver that fits no difference.
    StaleWaiver,
    /// Something the capture lost.
    Gap,
}

impl Topic {
    /// The name in reports, and the rule id in SARIF.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verdict(verdict) => verdict.name(),
            Self::WrongSource => "wrong-source",
            Self::Contradiction => "contradiction",
            Self::PageChanged => "page-changed",
            Self::Unread => "unread",
            Self::Coverage => "coverage",
            Self::OutOfDate => "out-of-date",
            Self::StaleWaiver => "stale-waiver",
            Self::Gap => "gap",
        }
    }
}

/// One finding.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Finding {
    /// What kind of finding.
    pub topic: Topic,
    /// Place by the names of the spec, or of the page when the spec has none.
    pub at: String,
    /// What it is about.
    pub kind: Option<Kind>,
    /// What the spec says.
    pub ours: Option<Value>,
    /// Where the spec says it.
    pub span: Option<Span>,
    /// What pages say.
    pub seen: Vec<Seen>,
    /// More, in words.
    pub message: String,
    /// What to do.
    pub help: String,
    /// What changed on a page to bring it about; nothing where it is ours.
    pub upstream: Option<Upstream>,
}

impl Finding {
    /// About a kept file.
    pub(super) fn of_file(
        topic: Topic,
        at: impl Into<String>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            topic,
            at: at.into(),
            kind: None,
            ours: None,
            span: None,
            seen: Vec::new(),
            message: message.into(),
            help: help.into(),
            upstream: None,
        }
    }

    /// About what a page says, at a place of the spec or of the page.
    pub(super) fn of_page(
        topic: Topic,
        at: impl Into<String>,
        (kind, seen): (Kind, Vec<Seen>),
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            kind: Some(kind),
            seen,
            ..Self::of_file(topic, at, message, help)
        }
    }

    /// About a claim of the spec.
    pub(super) fn of_claim(
        topic: Topic,
        claim: &Claim<'_>,
        seen: Vec<Seen>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            ours: Some(claim.value.clone()),
            span: Some(claim.span),
            ..Self::of_page(topic, &claim.at, (claim.kind, seen), message, help)
        }
    }
}

/// What one page says.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Seen {
    /// Id of the page.
    pub source: String,
    /// Name of its capture.
    pub file: String,
    /// Line of the capture, from 1; kept facts have none.
    pub line: Option<usize>,
    /// Place by the names of the page.
    pub at: String,
    /// What it says.
    pub value: Value,
}

/// How much of the spec the pages confirm.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coverage {
    /// Claims by verdict, in the order of [`Verdict::ALL`].
    pub claims: [usize; 7],
    /// Structured facts of the pages.
    pub facts: usize,
    /// What the captures lost.
    pub gaps: usize,
    /// Paragraphs of prose.
    pub paragraphs: usize,
    /// Those that nobody has marked as read.
    pub unread: usize,
}

impl Coverage {
    /// Claims with this verdict.
    pub fn of(&self, verdict: Verdict) -> usize {
        let index = Verdict::ALL.iter().position(|it| *it == verdict);
        index.map_or(0, |index| self.claims[index])
    }

    pub(super) fn count(&mut self, verdict: Verdict) {
        if let Some(index) = Verdict::ALL.iter().position(|it| *it == verdict) {
            self.claims[index] += 1;
        }
    }

    /// Claims in all; what only a page says is no claim.
    pub fn total(&self) -> usize {
        self.claims.iter().sum::<usize>() - self.of(Verdict::CaptureOnly)
    }

    /// `claims 812: confirmed 700, waived 80, unverifiable 32; facts 1034, gaps 27; paragraphs 310,
    /// all read`
    pub fn line(&self) -> String {
        let told: Vec<String> = Verdict::ALL
            .iter()
            .filter(|it| self.of(**it) > 0)
            .map(|it| format!("{} {}", it.name(), self.of(*it)))
            .collect();
        let unread = match self.unread {
            0 => "all read".to_owned(),
            count => format!("{count} unread"),
        };
        format!(
            "claims {}: {}; facts {}, gaps {}; paragraphs {}, {unread}",
            self.total(),
            told.join(", "),
            self.facts,
            self.gaps,
            self.paragraphs,
        )
    }
}

/// What one page says, with the name of its capture.
pub(super) fn seen(spec: &RawSpec, fact: &Fact) -> Seen {
    let page = spec.sources.iter().find(|it| it.id.value == fact.source);
    let file = page.and_then(|it| it.file.as_ref());
    Seen {
        source: fact.source.clone(),
        file: file.map_or_else(|| fact.source.clone(), |it| it.value.clone()),
        line: (fact.line > 0).then_some(fact.line),
        at: fact.at.clone(),
        value: fact.value.clone(),
    }
}
