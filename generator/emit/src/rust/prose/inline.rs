//! One paragraph of Markdown as text: what stands between backticks stays as it is.

use crate::fences::code;

/// Escapes what rustdoc would take for a link or a tag, and marks bare addresses as links.
pub(in crate::rust) fn escaped(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(first) = rest.chars().next() {
        let taken = piece(rest, first, &mut out);
        rest = &rest[taken..];
    }
    out
}

/// Writes what stands at the start of `rest`, and says how long it was.
fn piece(rest: &str, first: char, out: &mut String) -> usize {
    if let Some(length) = address(rest) {
        out.push('<');
        out.push_str(&rest[..length]);
        out.push('>');
        return length;
    }
    let length = match first {
        '`' => code(rest),
        '\\' => pair(rest),
        '[' => link(rest).unwrap_or(0),
        '<' => autolink(rest).unwrap_or(0),
        other => other.len_utf8(),
    };
    if length > 0 {
        out.push_str(&rest[..length]);
        return length;
    }
    out.push('\\');
    out.push(first);
    first.len_utf8()
}

/// Length of a backslash and the sign that it escapes.
fn pair(rest: &str) -> usize {
    let escapes = rest[1..].starts_with(|it: char| it.is_ascii_punctuation());
    1 + usize::from(escapes)
}

/// Length of the bare address at the start of `rest`. Those in links are taken with their links.
fn address(rest: &str) -> Option<usize> {
    if !is_address(rest) {
        return None;
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '<' | '>' | '"' | '`'))
        .unwrap_or(rest.len());
    Some(rest[..end].trim_end_matches(['.', ',', ';', ':']).len())
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// Length of `<https://…>` at the start of `rest`.
fn autolink(rest: &str) -> Option<usize> {
    let inside = &rest[1..];
    let end = inside.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>'))?;
    (is_address(inside) && inside[end..].starts_with('>')).then_some(1 + end + 1)
}

/// Length of a link to an address or a page; rustdoc would look for an item
/// that is called like any other target.
fn link(rest: &str) -> Option<usize> {
    let end = rest.find(']')?;
    let target = rest[end + 1..].strip_prefix('(')?;
    let target = &target[..target.find(')')?];
    let is_plain = !target.contains(|c: char| c.is_whitespace() || c == '<' || c == '`');
    let is_place = target.starts_with('#') || target.contains(['/', '.']);
    let is_text = !rest[1..end].contains(['[', '<', '`', '\n']);
    let length = end + "](".len() + target.len() + ")".len();
    (is_plain && is_place && is_text).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_rustdoc_would_take_for_markup() {
        for (given, expected) in [
            (
                "see [X] and <b>, `[x] <y>`, [text](#a).",
                "see \\[X] and \\<b>, `[x] <y>`, [text](#a).",
            ),
            (
                "at https://a.example/b?c=d. Or (https://e.example)",
                "at <https://a.example/b?c=d>. Or (<https://e.example>)",
            ),
            ("a ` b <c>", "a ` b \\<c>"),
            ("`` a ` <b> `` <c>", "`` a ` <b> `` \\<c>"),
            ("\\<b> \\` <c> `", "\\<b> \\` \\<c> `"),
            (
                "<http-equiv> <https://a.example> <https://a b>",
                "\\<http-equiv> <https://a.example> \\<<https://a> b>",
            ),
            (
                "[a](Vec) [b](c::d) [e](f.md)",
                "\\[a](Vec) \\[b](c::d) [e](f.md)",
            ),
        ] {
            assert_eq!(escaped(given), expected);
        }
    }
}
