//! Changes for a pull request.

use std::fmt::Write as _;

use stipula_emit::{cell, code};

use super::{
    approvals::Approvals,
    text::{effects, headline, lines},
};
use crate::change::Comparison;

/// The headline and a table; nothing where there is no change.
pub(super) fn whole(found: &Comparison<'_>, approvals: &Approvals) -> String {
    let mut out = String::new();
    if found.changes.is_empty() {
        return out;
    }
    let _ = writeln!(out, "**{}**\n", headline(&found.changes));
    out.push_str("| release | change | was | now | what it does | where | Rust | id |\n");
    out.push_str("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for it in &found.changes {
        let shown = |text: &Option<String>| text.as_deref().map_or(String::new(), code);
        let mut places = vec![lines(found.old_line(it), found.new_line(it))];
        let pages = found.pages(it).iter();
        places.extend(pages.map(|page| {
            let line = page.line.map(|it| format!(":{it}")).unwrap_or_default();
            format!("{}{line} at {}", page.source, page.at)
        }));
        places.retain(|it| !it.is_empty());
        let items: Vec<String> = it.items.iter().map(|it| code(it)).collect();
        let guess = if it.guess { " (a guess)" } else { "" };
        let approved = if approvals.has(it) { ", approved" } else { "" };
        let _ = writeln!(
            out,
            "| {}, {} | {} {}{guess} | {} | {} | {} | {} | {} | {} {}, {}{approved} |",
            it.bump().word(),
            it.urgency().word(),
            code(&it.place),
            cell(&it.what),
            shown(&it.old),
            shown(&it.new),
            cell(&effects(it)),
            cell(&places.join("; ")),
            items.join(", "),
            it.row.id(),
            it.fingerprint(),
            it.origin.word(),
        );
    }
    out
}
