//! Sealed members: how they are sealed, and which there are.

use super::{Cx, api::value, auth::Credentials, index::header_name, usage};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawField, RawSealed, RawSent, RawTypeKind},
};
use stipula_contract::{Encrypted, Module, Scalar, Sealed, TypeId, TypeRef};

/// `sealed`; a missing key was reported when it was read.
pub(super) fn sealed(
    cx: &mut Cx<'_>,
    raw: &RawSealed,
    known: &mut Credentials<'_>,
) -> Option<Sealed> {
    let key = raw.key.as_ref().and_then(|it| known.find(it, &mut cx.sink));
    let algorithm = match raw.algorithm.as_slice() {
        [] => None,
        [member, name] => Some((member.value.clone(), name.value.clone())),
        [first, ..] => {
            let message = "`algorithm` is a member and the name that it holds";
            cx.sink.report(
                Diagnostic::new(Code::BadScalar, first.span, message)
                    .help("write `algorithm: [MEMBER, NAME]`"),
            );
            None
        }
    };
    Some(Sealed {
        key: key?,
        text: value(raw.text.as_ref())?,
        nonce: value(raw.nonce.as_ref())?,
        beside: value(raw.beside.as_ref()),
        algorithm,
    })
}

/// Reports sealed members that nothing says how to open, or that stand where nothing is opened; and a way
/// to seal that no member uses.
pub(super) fn members(cx: &mut Cx<'_>, raw: Option<&RawSealed>) {
    let mut count = 0;
    for index in 0..cx.types.list.len() {
        let id = TypeId(index);
        let is_sealed = |it: &&RawField| matches!(it.ty.kind, RawTypeKind::Sealed(_));
        let fields = cx.types.raws[index].fields.iter().copied();
        let fields: Vec<&RawField> = fields.filter(is_sealed).collect();
        count += fields.len();
        for field in fields {
            let found = if raw.is_none() {
                let message = "nothing says how sealed members are opened";
                Diagnostic::new(Code::MissingKey, field.ty.span, message)
                    .help("add `encryption: { member: { sealed: … } }`")
            } else if cx.types.list[index].module == Module::Request {
                let message =
                    "a request cannot hold a sealed member: it is opened, and never sealed";
                Diagnostic::new(Code::BadPlace, field.ty.span, message)
                    .help("use a type of its own for the request")
            } else if leads_back(cx, id) {
                let message =
                    "a sealed member of a type that leads back to itself cannot be said yet";
                Diagnostic::new(Code::RecursiveType, field.ty.span, message)
                    .help("take what leads back as `json`")
            } else {
                continue;
            };
            cx.sink.report(found);
        }
    }
    if let Some(raw) = raw.filter(|_| count == 0 && !cx.sink.has_errors()) {
        let message = "no member is sealed";
        cx.sink
            .report(Diagnostic::new(Code::Ineffective, raw.span, message).help(
            "give a field of an answer or a notification the type `{ sealed: T }`, or remove it",
        ));
    }
}

fn leads_back(cx: &Cx<'_>, id: TypeId) -> bool {
    let mut open = usage::children(&cx.types, id);
    let mut seen = Vec::new();
    while let Some(next) = open.pop() {
        if next == id {
            return true;
        }
        if !seen.contains(&next) {
            seen.push(next);
            open.extend(usage::children(&cx.types, next));
        }
    }
    false
}

/// `sent`; a missing key was reported when it was read.
pub(super) fn sent(cx: &mut Cx<'_>, raw: &RawSent) -> Option<Encrypted> {
    let header = raw.key_header.as_ref()?;
    header_name(&mut cx.sink, header);
    Some(Encrypted {
        padding: raw.padding?,
        key_header: header.value.clone(),
    })
}

/// Reports encrypted members that nothing says how to encrypt, or that cannot be; and a way to encrypt that
/// no member uses.
pub(super) fn encrypted(cx: &mut Cx<'_>, raw: Option<&RawSent>) {
    let mut sent = Vec::new();
    let mut found = Vec::new();
    for (ty, raws) in cx.types.list.iter().zip(&cx.types.raws) {
        for (at, field) in raws.fields.iter().enumerate() {
            let Some(span) = field.encrypted else {
                continue;
            };
            if ty.module == Module::Request {
                sent.push(span);
            }
            let it = ty.object().and_then(|it| it.fields.get(at));
            let is_text = it.is_some_and(|it| it.item.ty == TypeRef::Scalar(Scalar::String));
            let told = if raw.is_none() {
                let message = "nothing says how members of requests are encrypted";
                Diagnostic::new(Code::MissingKey, span, message)
                    .help("add `encryption: { member: { sent: … } }`")
            } else if !is_text {
                let message = "only a text can be encrypted";
                Diagnostic::new(Code::RuleMisfit, span, message)
                    .also(field.ty.span, "the type")
                    .help("make it a `string`, or remove `encrypted`")
            } else if ty.module == Module::Request && leads_back(cx, ty.id) {
                let message =
                    "an encrypted member of a type that leads back to itself cannot be said yet";
                Diagnostic::new(Code::RecursiveType, span, message)
                    .help("take what leads back as `json`")
            } else {
                continue;
            };
            found.push(told);
        }
    }
    for (ty, raws) in cx.types.list.iter().zip(&cx.types.raws) {
        let spans = raws.fields.iter().filter_map(|it| it.encrypted);
        for span in spans.filter(|it| ty.module == Module::Response && !sent.contains(it)) {
            let message = "`encrypted` speaks of requests, and no request has this field";
            found.push(Diagnostic::new(Code::Ineffective, span, message).help("leave it out"));
        }
    }
    let is_clean = found.is_empty();
    for it in found {
        cx.sink.report(it);
    }
    if let Some(raw) = raw.filter(|_| is_clean && sent.is_empty() && !cx.sink.has_errors()) {
        let message = "no member of a request is encrypted";
        cx.sink.report(
            Diagnostic::new(Code::Ineffective, raw.span, message)
                .help("say `encrypted: true` of a field of a request, or remove it"),
        );
    }
}
