//! Whose a place of a page is: an operation, a type, or the page itself.

use stipula_facts::{Fact, place};
use stipula_spec::{
    link::Linker,
    raw::{RawSource, RawSpec},
};

/// Places of one page, as people name them.
pub(super) struct Whose<'a> {
    pub(super) source: &'a RawSource,
    pub(super) linker: Linker<'a>,
}

impl<'a> Whose<'a> {
    pub(super) fn new(spec: &'a RawSpec, source: &'a RawSource) -> Self {
        Self {
            source,
            linker: Linker::new(spec, source),
        }
    }

    /// The operation or type that a place of the page describes; the id of the page, when it is about
    /// neither.
    pub(super) fn group(&self, at: &str) -> String {
        let mut steps = at.split('/');
        if let (Some("operations" | "types"), Some(name)) = (steps.next(), steps.next()) {
            return place::name(name).into_owned();
        }
        if let Some(about) = &self.source.about {
            return about.value.clone();
        }
        let parts = self.source.parts.iter();
        let laid = parts.filter(|(part, _)| is_below(at, &part.value));
        let target = laid.max_by_key(|(part, _)| part.value.len());
        let owner = target.and_then(|(_, target)| target.value.split('.').next());
        owner.unwrap_or(&self.source.id.value).to_owned()
    }

    /// Whether a person who names this place means the fact, among others: by the names of the page, by
    /// those of the spec, or by the operation, type or page that it belongs to.
    pub(super) fn means(&self, named: &str, fact: &Fact) -> bool {
        if self.source.id.value == named || self.group(&fact.at) == named {
            return true;
        }
        let place = self.linker.place(&fact.at, fact.kind);
        is_below(&fact.at, named) || place.is_some_and(|it| is_inside(&it, named))
    }
}

/// Whether a place of the spec is another, or inside of it.
pub(super) fn is_inside(at: &str, owner: &str) -> bool {
    at.strip_prefix(owner)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Whether a place of a page is at another, or below it; shapes of a member are below it.
pub(super) fn is_below(at: &str, named: &str) -> bool {
    at.strip_prefix(named)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '[']))
}
