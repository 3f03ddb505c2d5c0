//! What documentation pages make of a claim, as `docs-check` found it, and its words.

use std::collections::BTreeMap;

use stipula_facts::{Kind, Verdict};

/// What pages make of the claims about one thing; empty when nobody has checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Ids of the pages that confirm at least one claim, sorted.
    pub pages: Vec<String>,
    /// Claims that are not simply confirmed, in order.
    pub exceptions: Vec<Exception>,
}

/// A claim that is not simply confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// What it is about.
    pub kind: Kind,
    /// What pages make of it; a confirmed one is here when another page says something else.
    pub verdict: Verdict,
    /// Ids of the quirks that explain it.
    pub quirks: Vec<String>,
}

/// Claims about one thing that are not simply confirmed, all for the same reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Apart<'a> {
    /// What they are about, each word once, in order.
    pub(crate) about: Vec<&'static str>,
    pub(crate) verdict: Verdict,
    /// Ids of the quirks that explain it.
    pub(crate) quirks: &'a [String],
}

impl Standing {
    /// What is not simply confirmed, by reason, the better first.
    pub(crate) fn apart(&self) -> Vec<Apart<'_>> {
        let mut by_reason: BTreeMap<(Verdict, &[String]), Vec<&'static str>> = BTreeMap::new();
        for it in &self.exceptions {
            let about = by_reason.entry((it.verdict, &it.quirks)).or_default();
            if !about.contains(&word(it.kind)) {
                about.push(word(it.kind));
            }
        }
        let apart = by_reason
            .into_iter()
            .map(|((verdict, quirks), about)| Apart {
                about,
                verdict,
                quirks,
            });
        apart.collect()
    }

    /// "Confirmed by 2 pages; condition not verifiable", without a final period; empty when nobody
    /// has checked.
    pub(crate) fn sentence(&self) -> String {
        let pages = (!self.pages.is_empty()).then(|| confirmed(self.pages.len()));
        let apart = self.apart();
        let apart = apart.iter().map(Apart::words);
        let text = pages
            .into_iter()
            .chain(apart)
            .collect::<Vec<_>>()
            .join("; ");
        let mut letters = text.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect()
    }
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
        format!("{} {told}", listed(&self.about))
    }
}

/// "a, b and c".
pub(crate) fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What a claim is about, for people.
const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Field => "name",
        Kind::Place => "place",
        Kind::Type => "type",
        Kind::Need => "requirement",
        Kind::RequiredWhen
        | Kind::EffectiveWhen
        | Kind::AtLeastOne
        | Kind::ExactlyOne
        | Kind::AtMostOne => "condition",
        Kind::MinChars | Kind::MaxChars | Kind::MinBytes | Kind::MaxBytes => "length",
        Kind::MinItems | Kind::MaxItems => "number of items",
        Kind::Range => "range",
        Kind::Default => "default",
        Kind::Const => "only value",
        Kind::Prefix => "beginning",
        Kind::Format | Kind::Size => "form",
        Kind::Value | Kind::Key => "text",
        Kind::Code => "code",
        Kind::Class => "status",
        Kind::Endpoint
        | Kind::Host
        | Kind::Rule
        | Kind::Message
        | Kind::Sample
        | Kind::Example
        | Kind::Contradiction
        | Kind::Gap
        | Kind::Paragraph => "rule",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_of_one_fate_are_told_together() {
        let exception = |kind, verdict, quirks: &[&str]| Exception {
            kind,
            verdict,
            quirks: quirks.iter().map(|it| (*it).to_owned()).collect(),
        };
        let checked = Standing {
            pages: vec!["a".to_owned(), "b".to_owned()],
            exceptions: vec![
                exception(Kind::RequiredWhen, Verdict::Unverifiable, &[]),
                exception(Kind::MaxChars, Verdict::Unverifiable, &[]),
                exception(Kind::EffectiveWhen, Verdict::Unverifiable, &[]),
                exception(Kind::Type, Verdict::Waived, &["Q-1"]),
            ],
        };
        assert_eq!(
            checked.sentence(),
            "Confirmed by 2 pages; type departs from the page (Q-1); condition and length not verifiable"
        );
        assert_eq!(Standing::default().sentence(), "");
    }
}
