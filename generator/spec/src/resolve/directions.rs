//! Which way a written field goes: a type may stand in requests, in answers, or in both.

use std::collections::BTreeSet;

use super::Cx;
use crate::{
    diag::{Code, Diagnostic},
    raw::RawField,
    source::Span,
};
use stipula_contract::{Module, TypeId};

/// Which written fields requests have, and which answers have.
pub(super) struct Directions {
    sent: BTreeSet<Span>,
    read: BTreeSet<Span>,
}

impl Directions {
    pub(super) fn of(cx: &Cx<'_>) -> Self {
        let fields = |module| {
            let all = cx.types.list.iter().zip(&cx.types.raws);
            let of = all.filter(move |(ty, _)| ty.module == module);
            of.flat_map(|(_, raws)| raws.fields.iter().map(|it| it.wire.span))
        };
        Self {
            sent: fields(Module::Request).collect(),
            read: fields(Module::Response).collect(),
        }
    }

    /// Whether a request has it.
    pub(super) fn is_sent(&self, raw: &RawField) -> bool {
        self.sent.contains(&raw.wire.span)
    }

    /// Tells of `presence` in an object that no answer has.
    pub(super) fn presence(&self, cx: &mut Cx<'_>, id: TypeId) {
        // Another mistake may have kept the object from an answer; that one is told alone.
        if cx.sink.has_errors() {
            return;
        }
        for raw in cx.types.raws[id.0].fields.clone() {
            if raw.guaranteed && !self.read.contains(&raw.wire.span) {
                let message = format!(
                    "`presence` speaks of answers, and no answer has `{}`",
                    raw.wire.value
                );
                let diagnostic = Diagnostic::new(Code::Ineffective, raw.wire.span, message);
                cx.sink.report(diagnostic.help("leave it out"));
            }
        }
    }
}
