//! Documented headers that are required of requests, and that nothing sends.

use std::collections::BTreeSet;

use super::Cx;
use crate::{
    diag::{Code, Diagnostic},
    raw::RawApi,
};
use stipula_contract::{
    CarriedIn, Credential, Encrypted, Encryption, Location, Operation, Scheme, TypeKind,
};

/// Headers that HTTP needs or the body has.
const ALWAYS: [&str; 3] = ["content-length", "content-type", "host"];

/// What puts headers on requests.
pub(super) struct Senders<'a> {
    pub(super) schemes: &'a [Scheme],
    pub(super) credentials: &'a [Credential],
    pub(super) encryption: Option<&'a Encryption>,
    pub(super) encrypted: Option<&'a Encrypted>,
    pub(super) operations: &'a [Operation],
}

/// Tells of each.
pub(super) fn unsent(cx: &mut Cx<'_>, raw: &RawApi, senders: &Senders<'_>) {
    // A mistake elsewhere may be why nothing sends it.
    if cx.sink.has_errors() {
        return;
    }
    let sent = senders.names(cx);
    for header in raw.headers.iter().filter(|it| it.direction.0) {
        let required = header.required.as_ref().filter(|it| it.value != "false");
        let Some(required) = required else { continue };
        let is_fixed = header.value.is_some();
        if is_fixed || sent.contains(&header.name.value.to_ascii_lowercase()) {
            continue;
        }
        let message = format!("nothing sends the header `{}`", header.name.value);
        let help = "make it a field of `request` with `in: header`, or leave `required` out";
        let diagnostic = Diagnostic::new(Code::Ineffective, required.span, message);
        cx.sink.report(diagnostic.help(help));
    }
}

impl Senders<'_> {
    /// Their names, in small letters.
    fn names(&self, cx: &Cx<'_>) -> BTreeSet<String> {
        let mut names: BTreeSet<String> = ALWAYS.map(str::to_owned).into();
        for scheme in self.schemes {
            let carriers = scheme.carriers(self.credentials).into_iter();
            let headers = carriers.filter(|it| it.part == CarriedIn::Header);
            names.extend(headers.map(|it| it.name.to_ascii_lowercase()));
        }
        names.extend(self.encryption.map(|it| it.header.to_ascii_lowercase()));
        for operation in self.operations {
            let TypeKind::Object(object) = &cx.types.list[operation.request.0].kind else {
                continue;
            };
            let fields = object.fields.iter();
            let headers = fields.filter(|it| it.location == Location::Header);
            names.extend(headers.map(|it| it.sent_name().to_ascii_lowercase()));
            names.extend(operation.idempotency_header().map(str::to_ascii_lowercase));
        }
        names
    }
}
