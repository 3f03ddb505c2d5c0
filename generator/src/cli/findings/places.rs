//! Places as people read them.

use stipula_evidence::{Inspection, Seen};
use stipula_spec::source::Span;

/// `FILE:LINE:COLUMN`
pub(super) fn place(found: &Inspection, span: Span) -> String {
    let sources = &found.loaded.sources;
    let (line, column) = sources.line_column(span.file, span.start);
    format!("{}:{line}:{column}", sources.shown(span.file))
}

/// `FILE:LINE at PLACE`; what is gone, or is kept without its line, has none.
pub(super) fn told_place(seen: &Seen) -> String {
    let line = seen.line.map(|it| format!(":{it}")).unwrap_or_default();
    format!("{}{line} at {}", seen.file, seen.at)
}
