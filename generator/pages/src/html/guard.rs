//! The parser, with bounds: a hostile page costs no more than an honest one of its length.

use html5ever::{ParseOpts, parse_document, tendril::TendrilSink as _};

use super::tree::{Builder, Tree};

/// Deepest element that is read. Browsers stop at about this depth, too.
const DEEPEST: usize = 512;

/// Most attributes of one tag.
const MOST_ATTRIBUTES: usize = 512;

/// Bytes that are parsed between two looks at the depth.
const CHUNK: usize = 8 * 1024;

/// Markup that no page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// Elements stand too deep in each other.
    Deep { line: usize },
    /// A tag has too many attributes.
    Attributes { line: usize },
}

/// Parses a document.
pub(super) fn parse(text: &str) -> Result<Tree, Refused> {
    if let Some(line) = overfull(text.as_bytes()) {
        return Err(Refused::Attributes { line });
    }
    let mut parser = parse_document(Builder::default(), ParseOpts::default());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.floor_char_boundary(CHUNK.min(rest.len()));
        let (chunk, after) = rest.split_at(end);
        parser.process(chunk.into());
        let builder = &parser.tokenizer.sink.sink;
        if builder.deepest() > DEEPEST {
            return Err(Refused::Deep {
                line: builder.line(),
            });
        }
        rest = after;
    }
    Ok(parser.finish())
}

/// The line of a tag with too many attributes: the parser compares each with all before it.
fn overfull(text: &[u8]) -> Option<usize> {
    let mut rest = text;
    while let Some(place) = rest.iter().position(|it| *it == b'<') {
        let after = &rest[place + 1..];
        if !after.first().is_some_and(u8::is_ascii_alphabetic) {
            rest = after;
            continue;
        }
        let (length, count) = tag(after);
        if count > MOST_ATTRIBUTES {
            let before = text.len() - after.len();
            return Some(
                String::from_utf8_lossy(&text[..before])
                    .matches('\n')
                    .count()
                    + 1,
            );
        }
        rest = &after[length..];
        for raw in ["script", "style"] {
            let is_raw =
                after.len() > raw.len() && after[..raw.len()].eq_ignore_ascii_case(raw.as_bytes());
            if is_raw {
                rest = behind(rest, raw);
            }
        }
    }
    None
}

/// How long a tag is, and how many attributes it may have.
fn tag(text: &[u8]) -> (usize, usize) {
    let (mut quote, mut count, mut blank) = (None, 0, false);
    for (index, byte) in text.iter().enumerate() {
        match (quote, *byte) {
            (Some(open), it) if it == open => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return (index, count),
            (None, b'"' | b'\'') => quote = Some(*byte),
            (None, it) if it.is_ascii_whitespace() || it == b'/' => blank = true,
            (None, _) => {
                count += usize::from(blank);
                blank = false;
            }
        }
        if count > MOST_ATTRIBUTES {
            return (index, count);
        }
    }
    (text.len(), count)
}

/// What stands behind the end tag of an element that holds no markup.
fn behind<'a>(text: &'a [u8], name: &str) -> &'a [u8] {
    let mut rest = text;
    while let Some(place) = rest.iter().position(|it| *it == b'<') {
        rest = &rest[place + 1..];
        let end = rest.get(1..=name.len());
        if rest.first() == Some(&b'/')
            && end.is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()))
        {
            return rest;
        }
    }
    b""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_markup_is_bounded() {
        let deep = format!("\n<table><tr><td>{}", "<div>".repeat(100_000));
        assert!(matches!(parse(&deep), Err(Refused::Deep { .. })));
        let lists = "<ul><li>".repeat(50_000);
        assert!(matches!(parse(&lists), Err(Refused::Deep { .. })));
        let wide: Vec<String> = (0..100_000).map(|it| format!(" a{it}=\">\"")).collect();
        let wide = wide.concat();
        let wide = format!("\n\n<p{wide}>");
        assert_eq!(parse(&wide).err(), Some(Refused::Attributes { line: 3 }));
        for fine in [
            "<p>".repeat(100_000),
            "<b>".repeat(400),
            format!("<p>{}", "x ".repeat(100_000)),
        ] {
            assert!(parse(&fine).is_ok());
        }
        let script = format!(
            "<script>{}</script><p>x",
            "if (a <b c d e f) ".repeat(10_000)
        );
        assert!(parse(&script).is_ok());
    }
}
