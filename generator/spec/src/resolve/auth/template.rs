//! Templates of texts and headers, cut at their braces.

use super::super::Cx;
use super::credentials::Credentials;
use crate::{
    diag::{Code, Diagnostic},
    source::Span,
    yaml::Text,
};
use stipula_contract::Piece;

/// A template in pieces, each with its place.
pub(super) struct Template {
    pub(super) pieces: Vec<(Piece, Span)>,
}

impl Template {
    /// Reports what is no piece.
    pub(super) fn read(cx: &mut Cx<'_>, known: &mut Credentials<'_>, text: &Text) -> Self {
        let mut pieces = Vec::new();
        let mut at = 0;
        let literal = |from: usize, to: usize| {
            let piece = Piece::Text(text.value[from..to].to_owned());
            (from < to).then(|| (piece, text.part(from, to)))
        };
        while let Some(open) = text.value[at..].find('{').map(|it| it + at) {
            pieces.extend(literal(at, open));
            let Some(close) = text.value[open..].find('}').map(|it| it + open) else {
                let span = text.part(open, open + 1);
                cx.sink.report(
                    Diagnostic::new(Code::SigningTemplate, span, "a `{` is not closed")
                        .help("write `{name}` for a piece"),
                );
                return Self { pieces };
            };
            let (name, span) = (&text.value[open + 1..close], text.part(open, close + 1));
            match piece(known, name) {
                Some(piece) => pieces.push((piece, span)),
                None => unknown(cx, known, name, span),
            }
            at = close + 1;
        }
        pieces.extend(literal(at, text.value.len()));
        Self { pieces }
    }

    pub(super) fn has(&self, piece: &Piece) -> bool {
        self.pieces.iter().any(|(it, _)| it == piece)
    }

    pub(super) fn into_pieces(self) -> Vec<Piece> {
        self.pieces.into_iter().map(|(it, _)| it).collect()
    }
}

fn piece(known: &mut Credentials<'_>, name: &str) -> Option<Piece> {
    let mut words = Piece::WORDS.into_iter();
    let piece = words.find(|(word, _)| *word == name).map(|(_, it)| it);
    piece.or_else(|| known.named(name).map(Piece::Credential))
}

fn unknown(cx: &mut Cx<'_>, known: &Credentials<'_>, name: &str, span: Span) {
    let message = format!("`{{{name}}}` is neither a piece of a message nor a credential");
    let words = Piece::WORDS.into_iter().map(|(word, _)| word);
    cx.sink.report(
        Diagnostic::new(Code::SigningTemplate, span, message)
            .suggest(name, words.chain(known.names())),
    );
}
