//! What became of the spec since it was committed last, before what becomes of the outputs.

use std::{collections::BTreeSet, path::Path};

use stipula_change::Change;
use stipula_emit::output::Plan;

use super::diff::{at_head, headline, line};
use crate::change::{Known, compare, rows::Row};

/// So many changes are told, a line each.
const SHOWN: usize = 20;

/// What changed in a spec since its last commit, or in the outputs without it; none where git has no older
/// text of it.
pub(super) fn changes(folder: &Path, new: &Known, plan: &Plan) -> Option<Vec<Change>> {
    let old = at_head(folder)?;
    let mut changes = compare(&old, new).changes;
    if changes.is_empty() {
        changes.extend(of_generator(new, plan));
    }
    Some(changes)
}

/// The headline and a line for each; nothing where there is no change.
pub(super) fn told(changes: &[Change]) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let shown = changes.iter().take(SHOWN);
    let shown: Vec<String> = shown.map(|it| format!("  {}\n", line(it))).collect();
    let shown = shown.concat();
    let more = match changes.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!("  and {more} more, which `stipula diff HEAD` tells\n"),
    };
    format!(
        "since the last commit, {}:\n{shown}{more}",
        headline(changes)
    )
}

/// What the generator changed by itself: by the items that the client has no longer, or has more.
fn of_generator(new: &Known, plan: &Plan) -> Option<Change> {
    if plan.changes.is_empty() {
        return None;
    }
    let items = |text: fn(&stipula_emit::output::Change) -> &str| -> BTreeSet<String> {
        let files = plan.changes.iter().filter(|it| it.path.starts_with("src/"));
        files.flat_map(|it| public(&it.path, text(it))).collect()
    };
    let (old, now) = (items(|it| &it.old), items(|it| &it.new));
    let (row, what) = match (old.difference(&now).next(), now.difference(&old).next()) {
        (Some(gone), _) => (
            Row::GeneratorMajor,
            format!("has the same spec, and the generator no longer writes `{gone}`"),
        ),
        (None, Some(added)) => (
            Row::GeneratorMinor,
            format!("has the same spec, and the generator also writes `{added}`"),
        ),
        (None, None) => (
            Row::GeneratorPatch,
            "has the same spec, and the generator writes other bytes".to_owned(),
        ),
    };
    let name = &new.model()?.api.name;
    Some(Change::of_generator(row, name, what))
}

/// Lines of a file that begin a public item, each with its file.
fn public(path: &str, text: &str) -> Vec<String> {
    let lines = text
        .lines()
        .map(str::trim)
        .filter(|it| it.starts_with("pub ") && !it.starts_with("pub use "));
    lines
        .map(|it| {
            format!(
                "{}: {}",
                path.trim_start_matches("src/"),
                it.trim_end_matches(['{', ' ', ',', ';'])
            )
        })
        .collect()
}
