//! What the command exits with: one table for all of its parts.

use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Exit {
    /// Nothing is to be done.
    Clean = 0,
    /// Something is to be looked at.
    Findings = 1,
    /// The arguments are wrong.
    Usage = 2,
    /// Something cannot be read or written.
    Failed = 3,
    /// A capture has a shape that nobody taught us.
    UnknownShape = 4,
    /// Nothing is to be done but to tidy up.
    Stale = 5,
}

impl Exit {
    /// All of them, each with what it says.
    const ALL: [(Self, &'static str); 6] = [
        (Self::Clean, "nothing is to be done"),
        (
            Self::Findings,
            "something is to be looked at: the spec or the body has findings, a page drifted, the output is out of date or was edited by hand, `diff` found what `--fail-on` names, or there is no body of the kind asked for",
        ),
        (
            Self::Usage,
            "the command line cannot be understood, or names something that is not there",
        ),
        (
            Self::Failed,
            "the input cannot be read, or the output cannot be written",
        ),
        (
            Self::UnknownShape,
            "a capture has a shape that is not known",
        ),
        (
            Self::Stale,
            "all is well but for waivers or approvals that explain nothing any more",
        ),
    ];
}

impl From<Exit> for ExitCode {
    fn from(it: Exit) -> Self {
        Self::from(it as u8)
    }
}

/// The table, for `--help`.
pub(super) fn table() -> String {
    let rows = Exit::ALL.iter();
    let rows = rows.map(|(it, says)| format!("  {}  {says}", *it as u8));
    let rows: Vec<String> = rows.collect();
    format!("Exit codes, of every command:\n{}", rows.join("\n"))
}

/// The table in Markdown, as the README has it.
pub fn markdown() -> String {
    let rows = Exit::ALL.iter();
    let rows = rows.map(|(it, says)| format!("| {} | {says} |\n", *it as u8));
    let rows: String = rows.collect();
    format!("| code | meaning |\n| --- | --- |\n{rows}")
}
