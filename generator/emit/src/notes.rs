//! Notes of a release, as data and in Markdown.

use std::fmt::Write as _;

use stipula_facts::{Noted, Part, Release};

/// A part of the notes with its lines; what only documentation shows is one line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(any(feature = "markdown", feature = "site"), derive(serde::Serialize))]
pub(crate) struct Told {
    /// The heading.
    pub(crate) title: &'static str,
    /// A line for each change, in Markdown.
    pub(crate) lines: Vec<String>,
}

/// The parts of a release that say something.
pub(crate) fn parts(release: &Release) -> Vec<Told> {
    let told = Part::ALL.into_iter().map(|part| {
        let own: Vec<&Noted> = release
            .changes
            .iter()
            .filter(|it| it.part == part)
            .collect();
        let lines = match (part, own.len()) {
            (_, 0) => Vec::new(),
            (Part::Documentation, 1) => vec!["One place is described otherwise.".to_owned()],
            (Part::Documentation, count) => {
                vec![format!("{count} places are described otherwise.")]
            }
            _ => own.into_iter().map(line).collect(),
        };
        Told {
            title: part.title(),
            lines,
        }
    });
    told.filter(|it| !it.lines.is_empty()).collect()
}

/// "**Breaking, urgent:** `createOrder.request.ref` was added, required"
fn line(it: &Noted) -> String {
    let marks = [(it.bump == "major", "breaking"), (it.urgency > 1, "urgent")];
    let marks: Vec<&str> = marks.iter().filter(|it| it.0).map(|it| it.1).collect();
    let mut marks = marks.join(", ");
    if let Some(first) = marks.get_mut(..1) {
        first.make_ascii_uppercase();
        marks = format!("**{marks}:** ");
    }
    let origin = if it.origin == "upstream" {
        " (the vendor's page changed)"
    } else {
        ""
    };
    format!("{marks}`{}` {}{origin}.", it.at, it.what)
}

/// The notes of a release below a heading, in the form of Keep a Changelog.
pub fn release_notes(heading: &str, release: &Release) -> String {
    let mut out = format!("## {heading}\n");
    for part in parts(release) {
        let _ = write!(out, "\n### {}\n\n", part.title);
        for line in part.lines {
            let _ = writeln!(out, "- {line}");
        }
    }
    out
}

/// The heading of a release.
pub fn heading(release: &Release) -> String {
    format!("[{}] - {}", release.version, release.date)
}
