//! What pages make of a claim, as `docs-check` found it. The one reader of [`Standing`].

use std::collections::BTreeMap;

use crate::provenance::Standing;
use stipula_facts::{Kind, Verdict};

use super::marks::Mark;

/// Claims about one thing that are not simply confirmed, all for the same reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Apart<'a> {
    /// What they are about, each word once, in order.
    pub(crate) about: Vec<&'static str>,
    pub(crate) verdict: Verdict,
    /// Ids of the quirks that explain it.
    pub(crate) quirks: &'a [String],
}

/// What pages make of a claim: how many confirm it, then what stands apart, the better first.
/// Empty when nobody has checked.
pub(crate) fn marks(standing: &Standing) -> Vec<Mark<'_>> {
    let pages = standing.pages.len();
    let mut marks = Vec::new();
    if pages > 0 {
        marks.push(Mark::Confirmed { pages });
    }
    let mut by_reason: BTreeMap<(Verdict, &[String]), Vec<&'static str>> = BTreeMap::new();
    for it in &standing.exceptions {
        let about = by_reason.entry((it.verdict, &it.quirks)).or_default();
        if !about.contains(&word(it.kind)) {
            about.push(word(it.kind));
        }
    }
    let apart = by_reason.into_iter();
    marks.extend(apart.map(|((verdict, quirks), about)| {
        Mark::Apart(Apart {
            about,
            verdict,
            quirks,
        })
    }));
    marks
}

/// "confirmed by 2 pages".
pub(crate) fn confirmed(pages: usize) -> String {
    match pages {
        1 => "confirmed by one page".to_owned(),
        more => format!("confirmed by {more} pages"),
    }
}

impl Apart<'_> {
    /// "length departs from the page (Q-91)".
    pub(crate) fn words(&self) -> String {
        let s = if self.about.len() > 1 { "" } else { "s" };
        let quirks = self.quirks.join(", ");
        let told = match self.verdict {
            Verdict::Confirmed => format!("elsewhere differ{s} ({quirks})"),
            Verdict::Waived => format!("depart{s} from the page ({quirks})"),
            Verdict::Unverifiable => "not verifiable".to_owned(),
            Verdict::Conflict => "disputed between pages".to_owned(),
            Verdict::Differs => "not as on the page".to_owned(),
            Verdict::SpecOnly | Verdict::CaptureOnly => "on no page".to_owned(),
        };
        format!("{} {told}", crate::words::listed(&self.about))
    }
}

/// What a claim is about, for people.
const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Field => "name",
        Kind::Type => "type",
        Kind::Need => "requirement",
        Kind::RequiredWhen | Kind::EffectiveWhen | Kind::AtLeastOne => "condition",
        Kind::MaxChars => "length",
        Kind::MaxItems => "number of items",
        Kind::Range => "range",
        Kind::Default => "default",
        Kind::Const => "only value",
        Kind::Prefix => "beginning",
        Kind::Format | Kind::Size => "form",
        Kind::Value | Kind::Key => "text",
        Kind::Code => "code",
        Kind::Class => "status",
        _ => "rule",
    }
}
