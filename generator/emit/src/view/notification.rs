//! What the vendor calls with.

use crate::Model;
use stipula_contract::{Answer, Notification as Kind};

use super::{
    marks::{Known, Mark, beyond},
    prose::Prose,
};

/// A kind of notification.
#[derive(Debug, Clone)]
pub(crate) struct Notification<'a> {
    pub(crate) of: &'a Kind,
    pub(crate) name: &'a str,
    /// One line, and more.
    pub(crate) summary: &'a str,
    pub(crate) doc: Prose<'a>,
    /// How it proves who sent it, in Markdown.
    pub(crate) proof: String,
    /// When a body is of this kind, in English.
    pub(crate) when: Option<&'a str>,
    pub(crate) body: &'a Answer,
    /// What is to be answered.
    pub(crate) reply: String,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// Every kind, in order.
pub(crate) fn all(api: &Model) -> Vec<Notification<'_>> {
    let kinds = api.notifications.iter();
    let told = kinds.map(|it| Notification {
        of: it,
        name: &it.name,
        summary: it.summary.trim(),
        doc: Prose::new(&it.doc),
        proof: api.told_of_proof(it),
        when: it.when.as_ref().map(|it| it.english.as_str()),
        body: &it.body,
        reply: it.reply.words(),
        marks: beyond(api, &it.evidence, Known::NOTHING),
    });
    told.collect()
}
