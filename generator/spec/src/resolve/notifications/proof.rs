//! How a notification proves who sent it.

use super::super::{Cx, index::header_name};
use super::Around;
use crate::{
    diag::{Code, Diagnostic},
    raw::RawNotificationProof,
    yaml::Text,
};
use stipula_contract::{NotificationProof, Scheme};

/// What a notification says that proves nothing.
const NONE: &str = "none";

/// The proof; a missing key was reported when it was read.
pub(super) fn of(
    cx: &mut Cx<'_>,
    raw: &RawNotificationProof,
    around: &mut Around<'_, '_>,
) -> Option<NotificationProof> {
    match raw {
        RawNotificationProof::Scheme(name) if name.value == NONE => Some(NotificationProof::None),
        RawNotificationProof::Scheme(name) => scheme(cx, name, around),
        RawNotificationProof::Secret { header, is } => {
            if let Some(header) = header {
                header_name(&mut cx.sink, header);
            }
            let is = is
                .as_ref()
                .and_then(|it| around.known.find(it, &mut cx.sink));
            Some(NotificationProof::Secret {
                header: header.as_ref()?.value.clone(),
                is: is?,
            })
        }
    }
}

fn scheme(cx: &mut Cx<'_>, name: &Text, around: &Around<'_, '_>) -> Option<NotificationProof> {
    let found = around.schemes.iter().find(|it| it.name == name.value);
    let Some(found) = found else {
        // A scheme with a mistake is none here.
        let mut written = around.api.authentication.iter();
        let is_there = |it: &Text| it.value == name.value;
        if !written.any(|it| it.name.as_ref().is_some_and(is_there)) {
            let message = format!("there is no scheme `{}`", name.value);
            let known = around.schemes.iter().filter(|it| it.signs_answers());
            let known = known.map(|it| it.name.as_str());
            cx.sink.report(
                Diagnostic::new(Code::UnknownScheme, name.span, message)
                    .suggest(&name.value, known.chain([NONE])),
            );
        }
        return None;
    };
    if !found.signs_answers() {
        unsigned(cx, name, found);
        return None;
    }
    Some(NotificationProof::Scheme(found.id))
}

fn unsigned(cx: &mut Cx<'_>, name: &Text, scheme: &Scheme) {
    let (message, help) = if scheme.signs() {
        (
            format!(
                "`{}` does not say how messages of the vendor are signed",
                name.value
            ),
            "add `response:` to the `signature`, with the headers of a notification",
        )
    } else {
        (
            format!(
                "`{}` proves requests only, not who sent a notification",
                name.value
            ),
            "name a scheme of kind `signature`, or write `proof: { header: NAME, is: CREDENTIAL }`",
        )
    };
    let found = Diagnostic::new(Code::Unproven, name.span, message);
    cx.sink.report(found.help(help));
}
