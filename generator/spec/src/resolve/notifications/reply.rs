//! What is answered to a notification.

use super::super::Cx;
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawNotification, RawReply},
    source::Span,
};
use stipula_contract::{Reply, ReplyBody};

/// The statuses that come without a body.
const EMPTY: [u16; 2] = [204, 205];

/// The answer as written, or 200 without a body.
pub(super) fn of(cx: &mut Cx<'_>, raw: &RawNotification) -> Reply {
    let Some(raw) = &raw.reply else {
        return Reply {
            http: 200,
            body: ReplyBody::Nothing,
        };
    };
    let http = raw.http.map_or(200, |(status, _)| status);
    if let Some((_, span)) = raw.http
        && !(200..300).contains(&http)
    {
        let message = format!("{http} says that the notification was not taken");
        let help =
            "write a status of 200 to 299; what was refused is answered by the receiver itself";
        fault(cx, span, &message, help);
    }
    let body = body(cx, raw);
    if EMPTY.contains(&http)
        && body != ReplyBody::Nothing
        && let Some((_, span)) = raw.http
    {
        let message = format!("an answer with status {http} has no body");
        fault(
            cx,
            span,
            &message,
            "remove the body, or write another status",
        );
    }
    Reply { http, body }
}

fn body(cx: &mut Cx<'_>, raw: &RawReply) -> ReplyBody {
    match (&raw.json, &raw.text) {
        (Some(_), Some(text)) => {
            let message = "an answer has one body";
            fault(cx, text.span, message, "remove `json` or `text`");
            ReplyBody::Nothing
        }
        (Some((json, _)), None) => ReplyBody::Json(json.clone()),
        (None, Some(text)) => ReplyBody::Text(text.value.clone()),
        (None, None) => ReplyBody::Nothing,
    }
}

fn fault(cx: &mut Cx<'_>, span: Span, message: &str, help: &str) {
    let found = Diagnostic::new(Code::BadReply, span, message);
    cx.sink.report(found.help(help));
}
