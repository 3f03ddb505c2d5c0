//! Headers that came, held against the pieces that they are made of.

use super::Piece;

/// The pieces of a header with what stands for each; none where it is made in another way.
///
/// Between two pieces stands a text, which tells them apart; what stands for a piece ends where the
/// text after it begins.
pub(super) fn matched<'a>(pieces: &[Piece], text: &'a str) -> Option<Vec<(Piece, &'a str)>> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut pieces = pieces.iter().copied().peekable();
    while let Some(piece) = pieces.next() {
        if let Piece::Text(text) = piece {
            rest = rest.strip_prefix(text)?;
            continue;
        }
        let end = match pieces.peek() {
            Some(Piece::Text(next)) => rest.find(next)?,
            _ => rest.len(),
        };
        let (value, after) = rest.split_at(end);
        found.push((piece, value));
        rest = after;
    }
    rest.is_empty().then_some(found)
}

/// As a spec has it.
pub(super) fn template(pieces: &[Piece]) -> String {
    pieces.iter().map(|it| it.word()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Piece::{Nonce, Signature, Text, Time};

    #[test]
    fn takes_headers_apart() {
        let pieces = [Text("A t=\""), Time, Text("\",s=\""), Signature, Text("\"")];
        assert_eq!(
            matched(&pieces, "A t=\"12\",s=\"a=/+\""),
            Some(vec![(Time, "12"), (Signature, "a=/+")])
        );
        for other in [
            "",
            "A",
            "A t=\"12\"",
            "B t=\"12\",s=\"a\"",
            "A t=\"12\",s=\"a\" ",
        ] {
            assert_eq!(matched(&pieces, other), None, "{other}");
        }
        assert_eq!(matched(&[Nonce], "n"), Some(vec![(Nonce, "n")]));
        assert_eq!(template(&pieces), "A t=\"{time}\",s=\"{signature}\"");
    }
}
