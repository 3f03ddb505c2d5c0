//! Pages, and where the spec departs from them.

use stipula_contract::{Quirk, Source};

use super::docs;
use crate::{
    Row,
    cx::{At, Cx, Said},
    pairing::pair,
};

pub(crate) fn compare(cx: &Cx<'_>) {
    pages(cx, &cx.old.sources, &cx.new.sources);
    quirks(cx, &cx.old.quirks, &cx.new.quirks);
}

fn pages(cx: &Cx<'_>, old: &[Source], new: &[Source]) {
    let at = |it: &Source| At::new(format!("sources.{}", it.id), None, None);
    let pairs = pair(old, new, |it| &it.id, |_, _| false);
    for &gone in &pairs.removed {
        cx.tell(
            &at(&old[gone]),
            Row::EvidenceChanged,
            "page",
            Said::of("is no longer a source"),
        );
    }
    for &added in &pairs.added {
        cx.tell(
            &at(&new[added]),
            Row::EvidenceChanged,
            "page",
            Said::of("is a new source"),
        );
    }
    for (was, is, _) in pairs.both() {
        let Source {
            id: _,
            title,
            file,
            sha256,
            url,
            covers,
        } = &old[was];
        let is = &new[is];
        let at = at(is);
        if (file, sha256) != (&is.file, &is.sha256) {
            let said = Said::of("was captured anew");
            let said = said.was(sha256.clone().unwrap_or_default());
            cx.tell(
                &at,
                Row::PageMoved,
                "capture",
                said.is(is.sha256.clone().unwrap_or_default()),
            );
        }
        docs::described(cx, &at, "title", title, &is.title);
        docs::described(cx, &at, "covers", covers, &is.covers);
        docs::sampled(cx, &at, "url", (url.as_deref(), is.url.as_deref()));
    }
}

fn quirks(cx: &Cx<'_>, old: &[Quirk], new: &[Quirk]) {
    let at = |it: &Quirk| At::new(format!("quirks.{}", it.id), None, None);
    let pairs = pair(old, new, |it| &it.id, |_, _| false);
    for &gone in &pairs.removed {
        cx.tell(
            &at(&old[gone]),
            Row::EvidenceChanged,
            "quirk",
            Said::of("is no longer one"),
        );
    }
    for &added in &pairs.added {
        cx.tell(
            &at(&new[added]),
            Row::EvidenceChanged,
            "quirk",
            Said::of("is a new one"),
        );
    }
    for (was, is, _) in pairs.both() {
        let Quirk {
            id: _,
            at: where_,
            page,
            spec,
            why,
            source,
        } = &old[was];
        let is = &new[is];
        if (where_, page, spec, why, source) != (&is.at, &is.page, &is.spec, &is.why, &is.source) {
            cx.tell(
                &at(is),
                Row::EvidenceChanged,
                "quirk",
                Said::of("is told otherwise"),
            );
        }
    }
}
