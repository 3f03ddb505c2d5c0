//! What the vendor calls with, as a section of the index.

use crate::Model;
use serde::Serialize;

use crate::view::notification;

use super::links::From;

#[derive(Debug, Serialize)]
pub(super) struct Row<'a> {
    name: &'a str,
    summary: &'a str,
    doc: &'a str,
    proof: String,
    when: Option<&'a str>,
    body: String,
    reply: String,
    rust: String,
    origin: String,
}

/// Every kind, in order.
pub(super) fn rows<'a>(api: &'a Model, links: &From<'_, '_>) -> Vec<Row<'a>> {
    let all = notification::all(api).into_iter();
    let row = |it: notification::Notification<'a>| Row {
        name: it.name,
        summary: it.summary,
        doc: it.doc.markdown(),
        proof: it.proof,
        when: it.when,
        body: match it.body.own() {
            Some(id) => format!("JSON: {}.", links.named(id)),
            None => links.answer(it.body).unwrap_or_default(),
        },
        reply: it.reply,
        rust: format!(
            "notifications::Notification::{}",
            api.names.notification(it.of.id).0
        ),
        origin: links.origin(&it.marks),
    };
    all.map(row).collect()
}
