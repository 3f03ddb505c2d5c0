//! What makes a repeat the same request, and what it gives.

use super::{Cx, headers::Senders, index::header_name, places};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawApi, RawIdempotency, RawOperation, RawRepeat, RawRepeatKey, RawSpec},
    yaml::Text,
};
use stipula_contract::{CarriedIn, Idempotency, Location, Operation, Repeat, RepeatKey};

/// What `idempotency` means, of the operation or its base; none where it is not written, or was reported.
pub(super) fn of(
    cx: &mut Cx<'_>,
    raw: &RawOperation,
    base: Option<&RawOperation>,
    operation: &Operation,
) -> Option<Idempotency> {
    let written = written(raw, base)?;
    let key = match written.key.as_ref()? {
        RawRepeatKey::Fields(names) => {
            for name in names {
                field(cx, name, operation);
            }
            RepeatKey::Members(names.iter().map(|it| it.value.clone()).collect())
        }
        RawRepeatKey::Header(name) => {
            header(cx, name, operation);
            RepeatKey::Header(name.value.clone())
        }
    };
    let repeat = match &written.repeat {
        RawRepeat::Undocumented => Repeat::Undocumented,
        RawRepeat::Same => Repeat::Same,
        RawRepeat::Done(code) => Repeat::Done {
            code: code.value.clone(),
        },
    };
    Some(Idempotency {
        text: text(&key, &repeat),
        key,
        repeat,
    })
}

fn written<'r>(
    raw: &'r RawOperation,
    base: Option<&'r RawOperation>,
) -> Option<&'r RawIdempotency> {
    let own = raw.idempotency.as_ref();
    own.or_else(|| base?.idempotency.as_ref())
}

/// A member of the key has to be one of the request.
fn field(cx: &mut Cx<'_>, name: &Text, operation: &Operation) {
    let fields = cx.types.object(operation.request).map(|it| &it.fields);
    let known: Vec<_> = fields.into_iter().flatten().map(|it| &it.wire).collect();
    if known.iter().any(|it| **it == name.value) {
        return;
    }
    let message = format!("there is no field `{}` in the request", name.value);
    let found = Diagnostic::new(Code::UnknownField, name.span, message)
        .suggest(&name.value, known.iter().map(|it| it.as_str()));
    cx.sink.report(found);
}

/// A header that can be sent, of an operation that a repeat does something to.
fn header(cx: &mut Cx<'_>, name: &Text, operation: &Operation) {
    if operation.safe {
        let message = format!(
            "`{}` changes nothing, so that a repeat of it needs no key",
            operation.name
        );
        let found = Diagnostic::new(Code::Exclusive, name.span, message);
        cx.sink.report(found.help("leave `idempotency` out"));
        return;
    }
    header_name(&mut cx.sink, name);
}

/// Tells of headers that something else puts on the same request.
pub(super) fn headers(cx: &mut Cx<'_>, spec: &RawSpec, raw: &RawApi, senders: &Senders<'_>) {
    for operation in senders.operations {
        let mut raws = spec.operations.iter();
        let own = raws.find(|it| it.name.value == operation.name);
        let base = operation.overlay_of.map(|it| &spec.operations[it.0]);
        let written = own.and_then(|it| written(it, base)?.key.as_ref());
        let Some(RawRepeatKey::Header(name)) = written else {
            continue;
        };
        if let Some((by, help)) = taken(cx, raw, senders, operation, &name.value) {
            let message = format!("{by} `{}`, which cannot hold a key as well", name.value);
            let found = Diagnostic::new(Code::BadIdempotencyHeader, name.span, message);
            cx.sink.report(found.help(help));
        }
    }
}

/// Who else writes a header of this name, and what to do about it.
fn taken(
    cx: &Cx<'_>,
    raw: &RawApi,
    senders: &Senders<'_>,
    operation: &Operation,
    name: &str,
) -> Option<(&'static str, &'static str)> {
    let is_it = |other: &str| other.eq_ignore_ascii_case(name);
    let other = "name the header that holds the key";
    if places::is_taken(name) {
        return Some(("the client itself writes the header", other));
    }
    let scheme = operation
        .authentication
        .and_then(|it| senders.schemes.get(it.0));
    let carriers = scheme.map(|it| it.carriers(senders.credentials));
    let mut proofs = carriers.iter().flatten();
    let is_proof = proofs.any(|it| it.part == CarriedIn::Header && is_it(it.name));
    if is_proof || senders.encryption.is_some_and(|it| is_it(&it.header)) {
        return Some(("authentication writes the header", other));
    }
    let object = cx.types.object(operation.request);
    let mut fields = object.into_iter().flat_map(|it| &it.fields);
    if fields.any(|it| it.location == Location::Header && is_it(it.sent_name())) {
        let help =
            "leave the field out, and give the key to the call; or write `key:` with the field";
        return Some(("a field of `request` is the header", help));
    }
    let mut documented = raw.headers.iter();
    if documented.any(|it| it.direction.0 && is_it(&it.name.value)) {
        return Some((
            "`headers` documents the header",
            "leave it out of `headers`, or say there `in: response`",
        ));
    }
    None
}

/// In words, as Markdown.
fn text(key: &RepeatKey, repeat: &Repeat) -> String {
    let same = match key {
        RepeatKey::Members(names) => {
            let names: Vec<_> = names.iter().map(|it| format!("`{it}`")).collect();
            let names = match names.as_slice() {
                [names @ .., last] if !names.is_empty() => {
                    format!("{} and {last}", names.join(", "))
                }
                names => names.concat(),
            };
            format!("Requests with the same {names} are the same request.")
        }
        RepeatKey::Header(name) => format!(
            "Requests with the same key in the header `{name}` are the same request. A client makes a key for each call, and keeps it when it sends the call again."
        ),
    };
    let gives = match repeat {
        Repeat::Undocumented => {
            "What a repeat gives is not documented, so that it is never sent again by itself."
                .to_owned()
        }
        Repeat::Done { code } => {
            format!("A repeat answers with `{code}`: the first attempt was done.")
        }
        Repeat::Same => {
            "A repeat gets the first answer again, so that a call whose answer was lost is sent again."
                .to_owned()
        }
    };
    format!("{same} {gives}")
}
