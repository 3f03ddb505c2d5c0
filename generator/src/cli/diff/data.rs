//! Changes as data: JSON and SARIF.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use stipula_change::Change;

use super::{approvals::Approvals, text::effects};
use crate::change::{Comparison, Written, rows::Bump};
use crate::cli::sarif as log;

/// The release, and every change with all that is known of it.
pub(super) fn json(found: &Comparison<'_>, approvals: &Approvals) -> Value {
    let release = found.release();
    let changes: Vec<Value> = found
        .changes
        .iter()
        .map(|it| object(found, it, approvals))
        .collect();
    json!({
        "release": { "bump": release.bump.word(), "urgency": release.urgency.number() },
        "changes": changes,
        "stale_approvals": approvals.stale(&found.changes),
    })
}

fn object(found: &Comparison<'_>, it: &Change, approvals: &Approvals) -> Value {
    let line = |it: Option<Written>| {
        it.map(|it| json!({ "file": it.file, "line": it.line, "column": it.column }))
    };
    let pages = found.pages(it).iter();
    let pages: Vec<Value> = pages
        .map(|it| json!({ "source": it.source, "at": it.at, "line": it.line }))
        .collect();
    let also: Vec<&str> = it.also.iter().map(|it| it.id()).collect();
    json!({
        "row": it.row.id(),
        "also": also,
        "place": it.place,
        "topic": it.topic,
        "what": it.what,
        "old": it.old,
        "new": it.new,
        "case": it.case,
        "guess": it.guess,
        "wire": it.wire().word(),
        "rust": it.rust().word(),
        "run": it.run(),
        "bump": it.bump().word(),
        "urgency": it.urgency().number(),
        "origin": it.origin.word(),
        "fingerprint": it.fingerprint(),
        "approved": approvals.has(it),
        "old_spec": line(found.old_line(it)),
        "new_spec": line(found.new_line(it)),
        "pages": pages,
        "items": it.items,
    })
}

/// Changes at their places in the new spec, or in the old one where they are gone.
pub(super) fn sarif(found: &Comparison<'_>, approvals: &Approvals) -> Value {
    let ids: BTreeSet<&str> = found.changes.iter().map(|it| it.row.id()).collect();
    let results: Vec<Value> = found
        .changes
        .iter()
        .map(|it| result(found, it, approvals))
        .collect();
    let name = found.new.model().map_or("", |it| it.api.name.as_str());
    log::wrapped(&ids, &results, name)
}

fn result(found: &Comparison<'_>, it: &Change, approvals: &Approvals) -> Value {
    let level = match it.bump() {
        _ if approvals.has(it) => "note",
        Bump::Major => "error",
        Bump::Minor => "warning",
        Bump::Patch | Bump::None => "note",
    };
    let place = |at: Written| log::location(&at.file, Some(at.line), Some(at.column), &it.place);
    let mut places: Vec<Value> = [found.new_line(it), found.old_line(it)]
        .into_iter()
        .flatten()
        .map(place)
        .collect();
    let related = places.split_off(places.len().min(1));
    let effects = effects(it);
    let does = if effects.is_empty() {
        String::new()
    } else {
        format!("; {effects}")
    };
    json!({
        "ruleId": it.row.id(),
        "level": level,
        "message": { "text": format!("{} {}{does}", it.place, it.what) },
        "locations": places,
        "relatedLocations": related,
        "partialFingerprints": { "stipulaChange/v1": it.fingerprint() },
        "properties": {
            "bump": it.bump().word(),
            "urgency": it.urgency().number(),
            "origin": it.origin.word(),
        },
    })
}
