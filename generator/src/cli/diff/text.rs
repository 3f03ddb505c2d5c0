//! Changes for people.

use std::fmt::Write as _;

use stipula_change::Change;

use super::approvals::Approvals;
use crate::change::{
    Comparison, Written,
    rows::{Bump, Origin, Release, Rust, Urgency, Wire, release},
};
use crate::cli::report::count;

/// The headline, then each change; nothing where there is none.
pub(in crate::cli) fn whole(found: &Comparison<'_>, approvals: &Approvals) -> String {
    let mut out = String::new();
    if found.changes.is_empty() {
        return out;
    }
    let _ = writeln!(out, "{}", headline(&found.changes));
    for change in &found.changes {
        out.push('\n');
        block(found, change, approvals.has(change), &mut out);
    }
    out
}

/// "3 changes need a major release, and deployed clients need it now: 1 major, 2 minor"
pub(in crate::cli) fn headline(changes: &[Change]) -> String {
    let Release { bump, urgency } = release(changes);
    let (need, it) = if changes.len() == 1 {
        ("needs", "change")
    } else {
        ("need", "change")
    };
    let release = match bump {
        Bump::None => "no release".to_owned(),
        bump => format!("a {} release", bump.word()),
    };
    let soon = match urgency {
        Urgency::Whenever => "",
        Urgency::Soon => "; calls of deployed clients go wrong in some cases",
        Urgency::Now => "; deployed clients need it now",
    };
    let of = |wanted: Bump| changes.iter().filter(|it| it.bump() == wanted).count();
    let counts = [Bump::Major, Bump::Minor, Bump::Patch, Bump::None].map(|it| (of(it), it));
    let counts = counts.iter().filter(|it| it.0 > 0);
    let counts: Vec<String> = counts
        .map(|(count, it)| format!("{count} {}", it.word()))
        .collect();
    let counts = if changes.len() == 1 {
        String::new()
    } else {
        format!(" ({})", counts.join(", "))
    };
    format!(
        "{} {need} {release}{counts}{soon}",
        count(changes.len(), it)
    )
}

/// "major, urgent: createOrder.request.ref was added, required"
pub(in crate::cli) fn line(change: &Change) -> String {
    let urgent = match change.urgency() {
        Urgency::Whenever => "",
        Urgency::Soon => ", soon",
        Urgency::Now => ", urgent",
    };
    let guess = if change.guess { " (a guess)" } else { "" };
    let (bump, place) = (change.bump().word(), &change.place);
    format!("{bump}{urgent}: {place} {}{guess}", change.what)
}

fn block(found: &Comparison<'_>, change: &Change, is_approved: bool, out: &mut String) {
    let _ = writeln!(out, "{}", line(change));
    let mut row = |name: &str, text: &str| {
        if !text.is_empty() {
            let _ = writeln!(out, "  {name:6}{text}");
        }
    };
    row("was", change.old.as_deref().unwrap_or_default());
    row("now", change.new.as_deref().unwrap_or_default());
    row("does", &effects(change));
    row(
        "spec",
        &lines(found.old_line(change), found.new_line(change)),
    );
    for page in found.pages(change) {
        let line = page.line.map(|it| format!(":{it}")).unwrap_or_default();
        row("page", &format!("{}{line} at {}", page.source, page.at));
    }
    row("rust", &change.items.join(", "));
    let approved = if is_approved { ", approved" } else { "" };
    let also: Vec<&str> = change.also.iter().map(|it| it.id()).collect();
    let also = if also.is_empty() {
        String::new()
    } else {
        format!(" with {}", also.join(", "))
    };
    let origin = match change.origin {
        Origin::Upstream => "its page moved",
        Origin::Curation => "no page of it moved",
        Origin::Generator => "the generator moved",
    };
    row(
        "id",
        &format!(
            "{}  {}{also}, {origin}{approved}",
            change.fingerprint(),
            change.row.id()
        ),
    );
}

/// What it does, as far as it does something.
pub(super) fn effects(change: &Change) -> String {
    let wire = match change.wire() {
        Wire::Fine => None,
        Wire::Part => Some("some messages of deployed clients fail"),
        Wire::Breaks => Some("messages of deployed clients fail"),
    };
    let rust = match change.rust() {
        Rust::Fine => None,
        Rust::Warns => Some("code that uses it compiles with a warning"),
        Rust::Breaks => Some("code that uses it does not compile"),
    };
    let run = Some(change.run()).filter(|it| !it.is_empty());
    let all: Vec<&str> = [wire, rust, run].into_iter().flatten().collect();
    all.join("; ")
}

/// "api.yaml:12, was api.yaml:11": what did not move is said once.
pub(super) fn lines(old: Option<Written>, new: Option<Written>) -> String {
    let told = |it: Written| format!("{}:{}", it.file, it.line);
    match (old.map(told), new.map(told)) {
        (Some(old), Some(new)) if old == new => new,
        (Some(old), Some(new)) => format!("{new}, was {old}"),
        (Some(old), None) => format!("was {old}"),
        (None, Some(new)) => new,
        (None, None) => String::new(),
    }
}
