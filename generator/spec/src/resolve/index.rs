//! Declared names and what is used of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    diag::{Code, Diagnostic, Sink},
    raw::{RawEvidence, RawOperation, RawSpec, RawTypeDef},
    yaml::Text,
};
use stipula_contract::{Evidence, Scalar};

/// Names of a spec. Duplicates are reported while it is made.
#[derive(Debug)]
pub(super) struct Index<'a> {
    types: BTreeMap<&'a str, &'a RawTypeDef>,
    operations: BTreeMap<&'a str, usize>,
    sources: BTreeMap<&'a str, &'a Text>,
    quirks: BTreeMap<&'a str, &'a Text>,
    used: BTreeSet<(Kind, String)>,
}

/// What was referred to at one time.
#[derive(Debug)]
pub(super) struct Used(BTreeSet<(Kind, String)>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Source,
    Quirk,
    Type,
}

impl<'a> Index<'a> {
    pub(super) fn new(spec: &'a RawSpec, sink: &mut Sink) -> Self {
        let names = |what, names: Vec<&'a Text>, sink: &mut Sink| unique(what, names, sink);
        let types = names("type", spec.types.iter().map(|it| &it.name).collect(), sink);
        let operations = names(
            "operation",
            spec.operations.iter().map(|it| &it.name).collect(),
            sink,
        );
        let sources = names(
            "source",
            spec.sources.iter().map(|it| &it.id).collect(),
            sink,
        );
        let quirks = names("quirk", spec.quirks.iter().map(|it| &it.id).collect(), sink);
        Self {
            types: types
                .into_iter()
                .map(|(name, at)| (name, &spec.types[at]))
                .collect(),
            operations: operations.into_iter().collect(),
            sources: sources
                .into_iter()
                .map(|(name, at)| (name, &spec.sources[at].id))
                .collect(),
            quirks: quirks
                .into_iter()
                .map(|(name, at)| (name, &spec.quirks[at].id))
                .collect(),
            used: BTreeSet::new(),
        }
    }

    /// What was referred to so far.
    pub(super) fn used(&self) -> Used {
        Used(self.used.clone())
    }

    /// Forgets what was referred to since.
    pub(super) fn set_used(&mut self, used: Used) {
        self.used = used.0;
    }

    /// Whether the spec declares a type of this name.
    pub(super) fn declares(&self, name: &str) -> bool {
        self.types.contains_key(name)
    }

    /// What the spec declares by this name; nobody is said to refer to it.
    pub(super) fn declared(&self, name: &str) -> Option<&'a RawTypeDef> {
        self.types.get(name).copied()
    }

    /// The named type; an unknown name is reported.
    pub(super) fn type_(&mut self, name: &Text, sink: &mut Sink) -> Option<&'a RawTypeDef> {
        if let Some(found) = self.types.get(name.value.as_str()) {
            self.used.insert((Kind::Type, name.value.clone()));
            return Some(found);
        }
        let message = format!("there is no type `{}`", name.value);
        let known = self
            .types
            .keys()
            .copied()
            .chain(Scalar::ALL.iter().map(|it| it.facts().name));
        sink.report(
            Diagnostic::new(Code::UnknownType, name.span, message).suggest(&name.value, known),
        );
        None
    }

    /// Index of an operation; an unknown name is reported.
    pub(super) fn operation(&self, name: &Text, sink: &mut Sink) -> Option<usize> {
        if let Some(found) = self.operations.get(name.value.as_str()) {
            return Some(*found);
        }
        let message = format!("there is no operation `{}`", name.value);
        let known = self.operations.keys().copied();
        sink.report(
            Diagnostic::new(Code::UnknownOperation, name.span, message).suggest(&name.value, known),
        );
        None
    }

    /// Checks references to sources and quirks.
    pub(super) fn evidence(&mut self, raw: &RawEvidence, sink: &mut Sink) -> Evidence {
        if let Some(source) = &raw.source {
            self.source(source, sink);
        }
        for quirk in &raw.quirks {
            if !self.quirks.contains_key(quirk.value.as_str()) {
                let message = format!("there is no quirk `{}`", quirk.value);
                let known = self.quirks.keys().copied();
                sink.report(
                    Diagnostic::new(Code::UnknownQuirk, quirk.span, message)
                        .suggest(&quirk.value, known),
                );
            }
            self.used.insert((Kind::Quirk, quirk.value.clone()));
        }
        Evidence {
            source: raw.source.as_ref().map(|it| it.value.clone()),
            quirks: raw.quirks.iter().map(|it| it.value.clone()).collect(),
            inferred: raw.inferred,
            unverified: raw.unverified,
            undocumented: raw.undocumented,
        }
    }

    /// Checks a reference to a source.
    pub(super) fn source(&mut self, source: &Text, sink: &mut Sink) {
        if !self.sources.contains_key(source.value.as_str()) {
            let message = format!("there is no source `{}`", source.value);
            let known = self.sources.keys().copied();
            sink.report(
                Diagnostic::new(Code::UnknownSource, source.span, message)
                    .suggest(&source.value, known),
            );
        }
        self.used.insert((Kind::Source, source.value.clone()));
    }

    /// A quirk that explains a difference is of use, whether or not a claim names it.
    pub(super) fn use_quirk(&mut self, id: &Text) {
        self.used.insert((Kind::Quirk, id.value.clone()));
    }

    /// Reports what nothing refers to.
    pub(super) fn report_unused(&self, sink: &mut Sink) {
        let mut unused = |kind, code, what: &str, name: &str, at: &Text| {
            if !self.used.contains(&(kind, name.to_owned())) {
                let message = format!("nothing refers to the {what} `{name}`");
                sink.report(
                    Diagnostic::new(code, at.span, message)
                        .help("refer to it where it applies, or remove it"),
                );
            }
        };
        for (name, def) in &self.types {
            unused(Kind::Type, Code::UnusedType, "type", name, &def.name);
        }
        for (name, at) in &self.quirks {
            unused(Kind::Quirk, Code::UnusedQuirk, "quirk", name, at);
        }
        for (name, at) in &self.sources {
            unused(Kind::Source, Code::UnusedSource, "source", name, at);
        }
    }

    /// The base of an overlay, which must not be an overlay itself.
    pub(super) fn base(
        &self,
        spec: &'a RawSpec,
        operation: &RawOperation,
        sink: &mut Sink,
    ) -> Option<usize> {
        let name = operation.overlay.as_ref()?;
        let base = self.operation(name, sink)?;
        if spec.operations[base].overlay.is_some() {
            let message = format!("`{}` is an overlay itself", name.value);
            sink.report(
                Diagnostic::new(Code::OverlayChain, name.span, message)
                    .also(spec.operations[base].name.span, "declared here")
                    .help("overlay the operation below it"),
            );
            return None;
        }
        Some(base)
    }
}

/// First index of each name; the second of a pair is reported.
pub(super) fn unique<'a>(
    what: &str,
    names: Vec<&'a Text>,
    sink: &mut Sink,
) -> Vec<(&'a str, usize)> {
    let mut seen: BTreeMap<&str, &Text> = BTreeMap::new();
    let mut found = Vec::new();
    for (at, name) in names.into_iter().enumerate() {
        if let Some(first) = seen.get(name.value.as_str()) {
            let message = format!("the {what} `{}` is declared twice", name.value);
            sink.report(
                Diagnostic::new(Code::DeclaredTwice, name.span, message)
                    .also(first.span, "first declared here")
                    .help("rename or remove one of the two"),
            );
        } else {
            seen.insert(&name.value, name);
            found.push((name.value.as_str(), at));
        }
    }
    found
}

/// Reports a name that cannot be that of a header.
pub(super) fn header_name(sink: &mut Sink, name: &Text) {
    if !is_token(&name.value) {
        let message = format!("`{}` cannot name a header", name.value);
        let found = Diagnostic::new(Code::BadName, name.span, message);
        sink.report(found.help("use letters, digits and `-`"));
    }
}

/// Whether a text can name a header (a token of RFC 9110).
pub(super) fn is_token(text: &str) -> bool {
    let others = b"!#$%&'*+-.^_`|~";
    let is_char = |it: u8| it.is_ascii_alphanumeric() || others.contains(&it);
    !text.is_empty() && text.bytes().all(is_char)
}
