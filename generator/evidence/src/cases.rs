//! The types of which something is one: `Crate | list<Sack | Box>`.

/// Those that a page names. In a spec `null` is absent, whatever the type, so that it is none beside others.
pub(crate) fn cases(text: &str) -> Vec<&str> {
    let all = parted(text, "|");
    let kept: Vec<&str> = all.iter().copied().filter(|it| *it != "null").collect();
    if kept.is_empty() { all } else { kept }
}

/// The parts of a text; those inside a list are a part of the list.
pub(crate) fn parted<'t>(text: &'t str, between: &str) -> Vec<&'t str> {
    let (mut found, mut start) = (Vec::new(), 0);
    let (mut depth, mut seen) = (0_usize, 0);
    for (at, word) in text.match_indices(between) {
        for letter in text[seen..at].bytes() {
            match letter {
                b'<' => depth += 1,
                b'>' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        seen = at;
        if depth == 0 {
            found.push(text[start..at].trim());
            start = at + word.len();
        }
    }
    found.push(text[start..].trim());
    found
}
