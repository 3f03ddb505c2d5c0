//! Whether redirects are followed.

use super::{Cx, sentences::noted};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawApi, RawOperation, Redirects},
    source::Span,
};
use stipula_contract::Operation;

/// Told of operations whose redirects are followed.
const NOTE: &str = "A redirect is followed, five at most. Another scheme, host or port gets neither headers nor what proves who sends.";

/// Says it of an operation.
pub(super) fn of(
    cx: &mut Cx<'_>,
    api: Option<&RawApi>,
    raw: &RawOperation,
    base: Option<&RawOperation>,
    operation: &mut Operation,
) {
    let of_api = api.and_then(|it| it.redirects).map(|it| it.0);
    let asks = operation.method.only_asks();
    let outer = base.and_then(|it| it.redirects).map(|it| it.0);
    let outer = outer.or(of_api.filter(|_| asks));
    let outer = outer.unwrap_or(Redirects::Refuse);
    let said = raw.redirects.map_or(outer, |it| it.0);
    if let Some((own, at)) = raw.redirects {
        if own == Redirects::Follow && !asks {
            let message = format!(
                "`{}` is a `{}`, and only what asks with `get` or `head` is asked elsewhere",
                operation.name,
                operation.method.as_str()
            );
            let help = "remove it; the client tells where a redirect points to";
            let diagnostic = Diagnostic::new(Code::BadRedirects, at, message);
            cx.sink.report(diagnostic.help(help));
            return;
        }
        if own == outer {
            ineffective(cx, at, "`redirects` says what holds without it");
        }
    }
    if said == Redirects::Follow && asks {
        operation.follows_redirects = true;
        operation.doc = noted(&operation.doc, "\n\n", NOTE);
    }
}

/// Reports what the API says of no operation.
pub(super) fn unused(cx: &mut Cx<'_>, api: &RawApi, operations: &[Operation]) {
    // A mistake elsewhere may be why there is none.
    if cx.sink.has_errors() {
        return;
    }
    match api.redirects {
        Some((Redirects::Refuse, at)) => {
            ineffective(cx, at, "`redirects` says what holds without it");
        }
        Some((Redirects::Follow, at)) if !operations.iter().any(|it| it.method.only_asks()) => {
            ineffective(cx, at, "no operation asks with `get` or `head`");
        }
        _ => {}
    }
}

fn ineffective(cx: &mut Cx<'_>, at: Span, message: &str) {
    let diagnostic = Diagnostic::new(Code::Ineffective, at, message.to_owned());
    cx.sink.report(diagnostic.help("remove `redirects`"));
}
