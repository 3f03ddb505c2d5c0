//! Findings as text for people and for editors.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Look, Renderer, Snippet};

use super::{Diagnostic, Level};
use crate::source::{SourceMap, Span};

/// The finding with its lines, as rustc shows it; plain text without colors.
pub fn render(diagnostic: &Diagnostic, sources: &SourceMap, renderer: &Renderer) -> String {
    let look = match diagnostic.code.level() {
        Level::Error => Look::ERROR,
        Level::Warning => Look::WARNING,
        Level::Note => Look::NOTE,
    };
    let title = look
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.as_str());
    let mut group = Group::with_title(title);
    if let Some(at) = diagnostic.at {
        let mut snippet = Snippet::source(sources.text(at.file))
            .path(sources.shown(at.file))
            .annotation(AnnotationKind::Primary.span(within(sources, at)));
        for (other, label) in diagnostic.also.iter().filter(|(it, _)| it.file == at.file) {
            snippet = snippet.annotation(
                AnnotationKind::Context
                    .span(within(sources, *other))
                    .label(label.as_str()),
            );
        }
        group = group.element(snippet);
        for (other, label) in diagnostic.also.iter().filter(|(it, _)| it.file != at.file) {
            group = group.element(
                Snippet::source(sources.text(other.file))
                    .path(sources.shown(other.file))
                    .annotation(
                        AnnotationKind::Context
                            .span(within(sources, *other))
                            .label(label.as_str()),
                    ),
            );
        }
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Look::HELP.message(help.as_str()));
    }
    renderer.render(&[group])
}

/// The bytes of a place, moved out to whole characters.
fn within(sources: &SourceMap, at: Span) -> Range<usize> {
    let text = sources.text(at.file);
    let (mut start, mut end) = (at.start.min(text.len()), at.end.min(text.len()));
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end.max(start)
}

/// The finding on one line, as editors and cargo read it: `path:line:column: error[E0101]: …`.
pub fn short(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let level = match diagnostic.code.level() {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    };
    let code = diagnostic.code.as_str();
    let help = diagnostic
        .help
        .as_ref()
        .map_or_else(String::new, |help| format!("; {help}"));
    let message = &diagnostic.message;
    match diagnostic.at {
        Some(at) => {
            let (line, column) = sources.line_column(at.file, at.start);
            let path = sources.shown(at.file);
            format!("{path}:{line}:{column}: {level}[{code}]: {message}{help}")
        }
        None => format!("{level}[{code}]: {message}{help}"),
    }
}
