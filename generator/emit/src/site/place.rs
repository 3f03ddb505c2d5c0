//! Where everything is: files of the site, anchors, and what a page says about evidence.

use std::{cell::RefCell, collections::BTreeSet, fmt::Write};

use serde::Serialize;

use crate::{Model, provenance::Standing, rust::names::Names, words};
use stipula_contract::{Evidence, Item, Operation};

/// A page that is being made.
pub(super) struct Page<'a> {
    pub(super) api: &'a Model,
    /// From its folder to that of the site.
    pub(super) up: &'static str,
    /// Quirks that it tells in full at its end, when it does.
    quirks: Option<RefCell<BTreeSet<String>>>,
}

/// A short mark beside a claim: where it was read, or how sure it is.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct Chip {
    /// `source`, `quirk`, `inferred`, `unverified`, `undocumented`, `confirmed` or `departs`.
    pub(super) kind: &'static str,
    pub(super) text: String,
    pub(super) href: Option<String>,
    /// The longer form of the text, where there is one.
    pub(super) title: String,
}

impl<'a> Page<'a> {
    /// A page that refers to the page of quirks.
    pub(super) fn plain(api: &'a Model, up: &'static str) -> Self {
        Self {
            api,
            up,
            quirks: None,
        }
    }

    /// A page that tells the quirks it refers to.
    pub(super) fn telling_quirks(api: &'a Model, up: &'static str) -> Self {
        Self {
            api,
            up,
            quirks: Some(RefCell::default()),
        }
    }

    /// Ids of the quirks that were referred to, in the order of the spec.
    pub(super) fn quirks(&self) -> Vec<&'a stipula_contract::Quirk> {
        let Some(ids) = &self.quirks else {
            return Vec::new();
        };
        let ids = ids.borrow();
        let all = self.api.quirks.iter();
        all.filter(|it| ids.contains(&it.id)).collect()
    }

    /// Evidence as chips: the one place that knows what kinds of evidence there are. Says nothing
    /// that the `outer` evidence says already.
    pub(super) fn chips(&self, evidence: &Evidence, outer: &Evidence) -> Vec<Chip> {
        let mut chips = Vec::new();
        let source = evidence.source.as_ref();
        if let Some(id) = source.filter(|it| outer.source.as_ref() != Some(it)) {
            chips.push(self.source(id));
        }
        let flags = [
            (
                evidence.inferred && !outer.inferred,
                "inferred",
                "Inferred from samples or neighbours, not written on a page",
            ),
            (
                evidence.unverified && !outer.unverified,
                "unverified",
                "Written on a page, but not yet seen to work",
            ),
            (
                evidence.undocumented && !outer.undocumented,
                "undocumented",
                "Seen in samples only, described nowhere",
            ),
        ];
        let marks = flags.into_iter().filter(|it| it.0);
        chips.extend(marks.map(|(_, word, title)| Chip {
            kind: word,
            text: word.to_owned(),
            href: None,
            title: title.to_owned(),
        }));
        let quirks = evidence.quirks.iter();
        let new = quirks.filter(|id| !outer.quirks.contains(id));
        chips.extend(new.map(|id| self.quirk(id)));
        chips
    }

    fn source(&self, id: &str) -> Chip {
        let source = self.api.sources.iter().find(|it| it.id == id);
        let title = source.map_or(id, |it| it.title.as_str());
        Chip {
            kind: "source",
            text: id.to_owned(),
            href: Some(format!("{}index.html#source-{}", self.up, token(id))),
            title: format!("Read from: {title}"),
        }
    }

    fn quirk(&self, id: &str) -> Chip {
        let page = if let Some(told) = &self.quirks {
            told.borrow_mut().insert(id.to_owned());
            String::new()
        } else {
            format!("{}quirks.html", self.up)
        };
        Chip {
            kind: "quirk",
            text: id.to_owned(),
            href: Some(format!("{page}#{}", quirk_anchor(id))),
            title: String::new(),
        }
    }

    /// The name of a type, as a member uses it.
    pub(super) fn type_words(&self, item: &Item) -> String {
        words::type_(item, &|id| self.api.type_(id).name.clone())
    }
}

/// What pages make of a claim as chips, one for each part of its sentence. It starts with how
/// many pages confirm it, where one does.
pub(super) fn checked(standing: &Standing) -> Vec<Chip> {
    let parts = standing.sentence.split("; ").filter(|it| !it.is_empty());
    let chip = |(index, part): (usize, &str)| {
        let mut letters = part.chars();
        let first = letters.next().map(|it| it.to_lowercase().to_string());
        let is_good = index == 0 && !standing.pages.is_empty();
        Chip {
            kind: if is_good { "confirmed" } else { "departs" },
            text: first.unwrap_or_default() + letters.as_str(),
            href: None,
            title: String::new(),
        }
    };
    parts.enumerate().map(chip).collect()
}

/// The file of an operation, below the folder of the site.
pub(super) fn operation_path(names: &Names, operation: &Operation) -> String {
    format!("operations/{}.html", names.module(operation.id))
}

/// The anchor of a quirk.
pub(super) fn quirk_anchor(id: &str) -> String {
    format!("quirk-{}", token(id))
}

/// A name as a part of an anchor: what could not stand in an address is spelt out, so that two
/// names never share one.
pub(super) fn token(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.' | '*') {
            out.push(letter);
        } else {
            let _ = write!(out, "~{:x}~", u32::from(letter));
        }
    }
    out
}
