//! Code in Markdown: fences around lines, and backticks around words.

/// The text with every fence closed, so that what follows is outside of it.
pub(crate) fn closed(markdown: &str) -> String {
    let mut open = None;
    for line in markdown.lines() {
        open = match open {
            Some(fence) if closes(line, fence) => None,
            None => fence(line),
            fence => fence,
        };
    }
    match open {
        Some((mark, length)) => format!("{markdown}\n{}", mark.to_string().repeat(length)),
        None => markdown.to_owned(),
    }
}

/// The mark of a fence and how often it stands there.
pub(crate) type Fence = (char, usize);

/// The fence that a line opens.
pub(crate) fn fence(line: &str) -> Option<Fence> {
    let start = line.trim_start();
    let mark = start.chars().next().filter(|it| matches!(it, '`' | '~'))?;
    let length = start.chars().take_while(|it| *it == mark).count();
    let is_code = mark == '`' && start[length..].contains('`');
    (length >= 3 && !is_code).then_some((mark, length))
}

/// Whether a line ends what the fence opened.
pub(crate) fn closes(line: &str, (mark, length): Fence) -> bool {
    let rest = line.trim().trim_start_matches(mark);
    rest.is_empty() && line.trim().chars().count() >= length
}

/// A fence that none of these texts closes.
#[cfg(feature = "markdown")]
pub(crate) fn around<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let fences = texts.flat_map(str::lines).filter_map(fence);
    let longest = fences.map(|(_, length)| length).max();
    "`".repeat(longest.map_or(3, |it| it + 1))
}

/// Length of the code at the start of `rest`, or of backticks that nothing closes.
pub(crate) fn code(rest: &str) -> usize {
    let ticks = |text: &str| text.len() - text.trim_start_matches('`').len();
    let open = ticks(rest);
    let mut at = open;
    while let Some(next) = rest[at..].find('`') {
        let close = ticks(&rest[at + next..]);
        at += next + close;
        if close == open {
            return at;
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closes_what_is_open() {
        assert_eq!(closed("~~~\na"), "~~~\na\n~~~");
        assert_eq!(closed("```\na\n```"), "```\na\n```");
        assert_eq!(closed("``` a`b"), "``` a`b");
    }

    #[test]
    fn code_ends_with_as_many_backticks() {
        assert_eq!(code("`a` b"), 3);
        assert_eq!(code("`` a ` b `` c"), 11);
        assert_eq!(code("`` a ` b"), 2);
    }
}
