//! Addresses that an earlier answer hands out: a field of the request is the whole address.

use super::{Cx, sentences::noted};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawField, RawHandedOut, RawMethod},
    source::Span,
};
use stipula_contract::{Field, Location, Scalar, TypeRef};

/// Told of such a field.
pub(super) const NOTE: &str = "It is the whole address, as an earlier answer gave it.";

/// The hosts that may be asked; reports those that are none.
pub(super) fn hosts(cx: &mut Cx<'_>, method: &RawMethod) -> Vec<String> {
    let written = method.handed_out.iter().flat_map(|it| &it.hosts);
    let mut hosts = Vec::new();
    for host in written {
        let text = host.value.as_str();
        let is_byte =
            |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || b".-".contains(&it);
        let is_host = text.bytes().all(is_byte) && text.split('.').all(|it| !it.is_empty());
        if !is_host {
            let message = format!("`{text}` is no host");
            let help = "write it alone and in small letters, as in `files.example.com`";
            report(cx, host.span, message, help);
        }
        hosts.push(text.to_owned());
    }
    if let Some(it) = method.handed_out.as_ref().filter(|it| it.hosts.is_empty()) {
        let message = "no host may be asked, so that no address is good".to_owned();
        report(
            cx,
            it.field.span,
            message,
            "list those that answers name below `hosts`",
        );
    }
    hosts
}

/// Told of such an operation, beside what it says itself.
pub(super) fn doc(written: &str, method: &RawMethod) -> String {
    let Some(it) = &method.handed_out else {
        return written.to_owned();
    };
    let hosts: Vec<_> = it
        .hosts
        .iter()
        .map(|it| format!("`{}`", it.value))
        .collect();
    let note = format!(
        "Its address is `{}`, by `https` on {}, or on the host of the base address. No other is asked.",
        it.field.value,
        hosts.join(" or ")
    );
    noted(written, "\n\n", &note)
}

/// Puts the field where the address stands.
pub(super) fn place(field: &mut Field, raw: &RawField, method: &RawMethod) {
    let is_it = |it: &RawHandedOut| it.field.value == field.wire;
    if method.handed_out.as_ref().is_some_and(is_it) && raw.place.location.is_none() {
        field.location = Location::Path;
        field.doc = noted(&field.doc, " ", NOTE);
        // Examples that are solved for go where the client would go.
        let host = method.handed_out.iter().flat_map(|it| &it.hosts).next();
        let sample = host.map(|it| format!("https://{}/example", it.value));
        field.sample = field.sample.take().or(sample);
    }
}

/// What such a request cannot have.
pub(super) fn check(cx: &mut Cx<'_>, fields: &[Field], raws: &[&RawField], it: &RawHandedOut) {
    let mut found = false;
    for (field, raw) in fields.iter().zip(raws) {
        let place = raw.place.location.map(|it| it.1);
        let at = place.unwrap_or(raw.wire.span);
        let name = &field.wire;
        if *name == it.field.value {
            found = true;
            let own = raw.place.name.as_ref().map(|it| it.span).or(place);
            if let Some(at) = own {
                let message =
                    format!("`{name}` is the whole address, so it has no other place or name");
                report(cx, at, message, "leave `in` and `name` out");
            }
            let host = |text: &str| {
                let rest = text.strip_prefix("https://")?;
                rest.split(['/', '?', '#']).next().map(str::to_owned)
            };
            if let Some(sample) = &raw.sample
                && !host(&sample.value).is_some_and(|own| it.hosts.iter().any(|it| it.value == own))
            {
                let message =
                    format!("`{name}` is asked on the listed hosts, and this is none of them");
                report(
                    cx,
                    sample.span,
                    message,
                    "write an address of `https` on one of them",
                );
            }
            if field.item.ty != TypeRef::Scalar(Scalar::Url) {
                let message = format!("`{name}` is the whole address, and no `url`");
                report(cx, raw.ty.span, message, "write `type: url`");
            }
        } else if matches!(field.location, Location::Path | Location::Query) {
            let message = format!("`{name}` would change the address that an answer gave");
            let help = "leave it out, or say `in: header`";
            report(cx, at, message, help);
        }
    }
    if !found {
        let name = &it.field.value;
        let message = format!("the request has no field `{name}`");
        let help = format!("add `{name}: {{ type: url, required: true, doc: … }}` to `request`");
        report(cx, it.field.span, message, &help);
    }
}

fn report(cx: &mut Cx<'_>, at: Span, message: String, help: &str) {
    let diagnostic = Diagnostic::new(Code::BadHandedOut, at, message);
    cx.sink.report(diagnostic.help(help));
}
