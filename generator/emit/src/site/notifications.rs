//! The page of what the vendor calls with.

use serde::Serialize;

use crate::view::{
    link::Anchor,
    notification::{self, Notification},
    prose::Prose,
    tree,
};

use super::{
    fields::{self, Member},
    html::{blocks, inline},
    page::{Chip, Page, anchor},
};
use crate::{Model, words};

/// The page of all kinds.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    kinds: Vec<Kind<'a>>,
}

#[derive(Debug, Serialize)]
struct Kind<'a> {
    anchor: String,
    name: &'a str,
    summary: &'a str,
    doc: String,
    proof: String,
    when: Option<String>,
    /// What it holds, where it has no members of its own.
    body: Option<String>,
    members: Vec<Member<'a>>,
    reply: String,
    rust: String,
    chips: Vec<Chip>,
}

/// Every kind with its members.
pub(super) type Whole<'a> = Vec<(Notification<'a>, Vec<tree::Member<'a>>)>;

pub(super) fn whole(api: &Model) -> Whole<'_> {
    let all = notification::all(api).into_iter();
    all.map(|it| {
        let members = tree::notification(api, it.of);
        (it, members)
    })
    .collect()
}

/// The page.
pub(super) fn view<'a>(page: &Page<'a>, all: &Whole<'a>) -> View<'a> {
    let api = page.api;
    let kind = |(it, members): &(Notification<'a>, Vec<tree::Member<'a>>)| Kind {
        anchor: anchor(&Anchor::Notification(it.name)),
        name: it.name,
        summary: it.summary,
        doc: blocks(it.doc),
        proof: inline(Prose::new(&it.proof)),
        when: it.when.map(|it| inline(Prose::new(it))),
        body: words::answer(it.body, &|id| api.type_(id).name.clone()),
        members: fields::members(page, members),
        reply: inline(Prose::new(&it.reply)),
        rust: format!(
            "notifications::Notification::{}",
            api.names.notification(it.of.id).0
        ),
        chips: page.chips(&it.marks),
    };
    View {
        title: "Notifications",
        kinds: all.iter().map(kind).collect(),
    }
}
