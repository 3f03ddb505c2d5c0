//! The page of changes: what `diff` tells, and the table of rows.

use std::fmt::Write as _;

use stipula_change::Row;

const HEAD: &str = include_str!("changes.md");

/// What of the table cannot be said, with the reason.
const UNSAID: &[(&str, &str)] = &[
    (
        "a name in Rust that goes on beside the new one",
        "a client has one name for each thing; what has to stay is kept by `rust:`",
    ),
    (
        "an operation, a member, a value or a code that is gone upstream and stays as a tombstone",
        "what is in the spec is sent and read; a member that should not be used is `deprecated` (D1), anything else that is taken out is gone from the client",
    ),
    (
        "a group that is no longer a default feature",
        "every group of a client is one",
    ),
    (
        "a condition that names what is not there",
        "such a spec is not read: `lint` says E0401 and the like",
    ),
    (
        "an example that breaks its own rule",
        "`lint` finds it, or a quirk explains it",
    ),
    (
        "how long ago a page was captured",
        "the day is not part of the contract, and changes no byte",
    ),
];

/// The page.
pub(super) fn page() -> String {
    let mut out = HEAD.to_owned();
    out.push_str("| row | what happened | in | wire | Rust | at run time | release | urgency |\n");
    out.push_str("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for row in Row::ALL {
        let it = row.facts();
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} | {} |",
            it.id,
            it.title,
            it.direction.word(),
            it.wire.word(),
            it.rust.word(),
            it.run,
            it.bump.word(),
            it.urgency.number(),
        );
    }
    out.push_str("\n## What cannot be said\n\n| change | why |\n| --- | --- |\n");
    for (what, why) in UNSAID {
        let _ = writeln!(out, "| {what} | {why} |");
    }
    out
}

/// A row as `explain` tells it.
pub(crate) fn explained(row: Row) -> String {
    let it = row.facts();
    let run = if it.run.is_empty() {
        String::new()
    } else {
        format!("at run time  {}\n", it.run)
    };
    format!(
        "{}: {}\n\nwire         {}\nRust         {}\n{run}release      {}\nurgency      {}\n",
        it.id,
        it.title,
        it.wire.word(),
        it.rust.word(),
        it.bump.word(),
        it.urgency.word(),
    )
}
