//! Where everything is: files of the site and anchors, and marks as chips.

use crate::Model;
use std::fmt::Write;

use serde::Serialize;

use super::guides::Guide;
use crate::{
    view::{
        link::{Anchor, Body, Link, Page as Of, Path, Section, Step},
        marks::Mark,
        names::Names,
    },
    words,
};
use stipula_contract::{Item, Operation, TypeKind};

/// A page that is being made.
pub(super) struct Page<'a> {
    pub(super) api: &'a Model,
    pub(super) names: Names<'a>,
    of: Of<'a>,
}

/// A mark beside a claim, as a page shows it.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct Chip {
    /// Its class.
    kind: &'static str,
    text: String,
    href: Option<String>,
    /// The longer form of the text, where there is one.
    title: String,
}

impl<'a> Page<'a> {
    pub(super) fn new(api: &'a Model, names: Names<'a>, of: Of<'a>) -> Self {
        Self { api, names, of }
    }

    /// Marks as chips.
    pub(super) fn chips<'m>(&self, marks: impl IntoIterator<Item = &'m Mark<'m>>) -> Vec<Chip> {
        // What pages say is the rule; only what departs from it is marked.
        let told = marks
            .into_iter()
            .filter(|it| !matches!(it, Mark::Confirmed { .. }));
        told.map(|it| self.chip(it)).collect()
    }

    /// Whether the top of the page says of all that is on it that it was read there.
    pub(super) fn is_read_from(&self, mark: &Mark<'_>) -> bool {
        let (Of::Operation(it), Mark::Source { id, .. }) = (self.of, mark) else {
            return false;
        };
        it.evidence.source.as_deref() == Some(*id)
    }

    fn chip(&self, mark: &Mark<'_>) -> Chip {
        let plain = |kind, title: &str| (kind, None, title.to_owned());
        let (kind, link, title) = match mark {
            Mark::Source { id, title } => {
                let title = format!("Read from: {title}");
                ("source", Some(Link::source(id)), title)
            }
            Mark::Quirk(id) => ("quirk", Some(Link::quirk(id)), String::new()),
            Mark::Inferred => plain(
                "inferred",
                "Inferred from samples or similar fields; no page says so",
            ),
            Mark::Unverified => plain("unverified", "Written on a page, but never tried"),
            Mark::Undocumented => plain("undocumented", "Seen in samples only, not described"),
            Mark::Confirmed { .. } => plain("confirmed", ""),
            Mark::Apart(_) => plain("departs", ""),
            Mark::Changed(version) => ("changed", Some(Link::release(version)), String::new()),
        };
        Chip {
            kind,
            text: mark.words(),
            href: link.map(|it| self.href(&it)),
            title,
        }
    }

    /// The address of a link. The page of an operation tells the quirks that it refers to.
    fn href(&self, link: &Link<'_>) -> String {
        let anchor = anchor(&link.at);
        match (self.of, link.page) {
            (Of::Operation(_), Of::Quirks) => format!("#{anchor}"),
            (of, page) => format!("{}{}#{anchor}", up(of), place(self.names, page, &link.at)),
        }
    }

    /// The name of a type, as a member uses it.
    pub(super) fn type_words(&self, item: &Item) -> String {
        words::type_(item, &|id| match &self.api.type_(id).kind {
            TypeKind::Any(any) => {
                let shapes = any.shapes.iter();
                let words: Vec<String> = shapes.map(|it| self.type_words(&it.item)).collect();
                words.join(" or ")
            }
            _ => self.api.type_(id).name.clone(),
        })
    }
}

/// The file of a page, below the folder of the site.
pub(super) fn file(names: Names<'_>, page: Of<'_>) -> String {
    match page {
        Of::Overview => "index.html".to_owned(),
        Of::Codes => "codes.html".to_owned(),
        Of::Quirks => "quirks.html".to_owned(),
        Of::Changelog => "changelog.html".to_owned(),
        Of::Notifications => "notifications.html".to_owned(),
        Of::Operation(it) => operation_path(names, it),
    }
}

/// The file that has an anchor of a page: some of what the overview tells has a page of its own.
pub(super) fn place(names: Names<'_>, page: Of<'_>, at: &Anchor<'_>) -> String {
    match (page, Guide::with(at)) {
        (Of::Overview, Some(guide)) => guide.file().to_owned(),
        _ => file(names, page),
    }
}

/// From the folder of a page to that of the site.
pub(super) const fn up(page: Of<'_>) -> &'static str {
    match page {
        Of::Operation(_) => "../",
        Of::Overview | Of::Codes | Of::Quirks | Of::Changelog | Of::Notifications => "",
    }
}

/// The file of an operation, below the folder of the site.
pub(super) fn operation_path(names: Names<'_>, operation: &Operation) -> String {
    format!("operations/{}.html", names.module(operation))
}

/// The text of an anchor; none for a page as a whole.
pub(super) fn anchor(at: &Anchor<'_>) -> String {
    match at {
        Anchor::Top => String::new(),
        Anchor::Section(section) => section_anchor(*section).to_owned(),
        Anchor::Credential(name) => format!("credential-{}", token(name)),
        Anchor::Environment(name) => format!("environment-{}", token(name)),
        Anchor::Header(name) => format!("header-{}", token(name)),
        Anchor::Notification(name) => format!("notification-{}", token(name)),
        Anchor::Source(id) => format!("source-{}", token(id)),
        Anchor::Quirk(id) => format!("quirk-{}", token(id)),
        Anchor::Release(version) => format!("release-{}", token(version)),
        Anchor::Code(code) => format!("code-{}", token(code)),
        Anchor::Member(path) => path_anchor(path),
    }
}

const fn section_anchor(section: Section) -> &'static str {
    match section {
        Section::Bodies => "bodies",
        Section::Legend => "legend",
        Section::Environments => "environments",
        Section::Headers => "headers",
        Section::Queries => "query",
        Section::Signing => "signing",
        Section::Authentication => "authentication",
        Section::Encryption => "encryption",
        Section::Outcome => "outcome",
        Section::Sources => "sources",
        Section::Context => "context",
        Section::Examples => "examples",
        Section::Codes => "codes",
    }
}

/// The anchor of a member, or of what is inside it.
pub(super) fn path_anchor(path: &Path<'_>) -> String {
    let mut out = match path.body {
        Body::Request => "request".to_owned(),
        Body::Response => "response".to_owned(),
        Body::Notification(id) => format!("body-{}", id.0 + 1),
        Body::Failure => "failure".to_owned(),
    };
    for step in &path.steps {
        let _ = match step {
            Step::Member(name) => write!(out, ".{}", token(name)),
            Step::Each => write!(out, ".*"),
            Step::Case(value) => write!(out, "-{}", token(value)),
        };
    }
    out
}

/// The anchor of a rule, below that of its member.
pub(super) fn rule_anchor(member: &str, rule: &str) -> String {
    format!("{member}--{}", token(rule))
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
