//! Which headings open operations and types.

use crate::{html::Part, lines::Line, opening, words::pattern};

/// What a heading opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opens {
    Operation,
    Type,
    /// A chapter, or words in front of everything.
    Nothing,
}

/// A heading and what stands below it.
#[derive(Debug)]
pub(crate) struct Section<'a> {
    pub(crate) opens: Opens,
    /// Of the operation or type.
    pub(crate) name: &'a str,
    /// Method and path, where the heading gives them.
    pub(crate) endpoint: Option<String>,
    pub(crate) heading: Option<&'a Line>,
    pub(crate) parts: &'a [Part],
}

impl<'a> Section<'a> {
    /// Whether a paragraph of it gives method and path.
    pub(crate) fn has_endpoint(&self) -> bool {
        self.texts().any(|it| opening::endpoint(&it.text).is_some())
    }

    /// The paragraphs of it.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &'a Line> {
        self.parts.iter().filter_map(|it| match it {
            Part::Text(line) => Some(line),
            _ => None,
        })
    }
}

/// Divides a page at the headings that open something; a heading of a chapter ends what is open.
pub(crate) fn sections(parts: &[Part]) -> Vec<Section<'_>> {
    let starts: Vec<usize> = (0..parts.len())
        .filter(|it| matches!(parts[*it], Part::Heading { .. }))
        .collect();
    let mut found: Vec<Section<'_>> = Vec::new();
    let mut from = 0;
    let mut open: Option<(u8, Section<'_>)> = None;
    for (nth, start) in starts.iter().enumerate() {
        let Part::Heading { level, line, .. } = &parts[*start] else {
            continue;
        };
        let end = starts.get(nth + 1).copied().unwrap_or(parts.len());
        let opens = opens(line, &parts[start + 1..end]).or_else(|| far(parts, *start));
        let is_part = |(above, open): &(u8, Section<'_>)| {
            level > above || open.opens == Opens::Operation && is_of_operation(&line.text)
        };
        let is_inside = open.as_ref().is_some_and(is_part) && opens.is_none();
        if is_inside {
            continue;
        }
        close(&mut found, open.take(), &parts[from..*start]);
        from = start + 1;
        let (opens, name, endpoint) = opens.unwrap_or((Opens::Nothing, line.text.as_str(), None));
        let section = Section {
            opens,
            name,
            endpoint,
            heading: Some(line),
            parts: &[],
        };
        open = Some((*level, section));
    }
    close(&mut found, open, &parts[from..]);
    found
}

fn close<'a>(found: &mut Vec<Section<'a>>, open: Option<(u8, Section<'a>)>, parts: &'a [Part]) {
    match open {
        Some((_, section)) => found.push(Section { parts, ..section }),
        None if parts.is_empty() => {}
        None => found.push(Section {
            opens: Opens::Nothing,
            name: "",
            endpoint: None,
            heading: None,
            parts,
        }),
    }
}

/// Whether a heading is one that operations have, at whatever level.
fn is_of_operation(title: &str) -> bool {
    use crate::sections::Section as Known;
    let is_answer = crate::sections::answer(title).is_some_and(|it| it.is_usual());
    is_answer
        || matches!(
            crate::sections::section(title),
            Some(
                Known::Request
                    | Known::Response
                    | Known::Body
                    | Known::Parameters(_)
                    | Known::Headers(crate::sections::Scope::Request)
            )
        )
}

/// An operation whose address stands behind its members: the innermost heading of its own that the
/// address stands below opens it.
fn far(parts: &[Part], start: usize) -> Option<Opened<'_>> {
    let Part::Heading { level, line } = &parts[start] else {
        return None;
    };
    if is_known(&line.text) {
        return None;
    }
    let below = |it: &&Part| !matches!(it, Part::Heading { level: other, .. } if other <= level);
    let (mut has_table, mut has_address) = (false, false);
    // A heading of its own in between has what stands below it.
    let mut inner: Option<u8> = None;
    for part in parts[start + 1..].iter().take_while(below) {
        match part {
            Part::Heading { level, line } => {
                if inner.is_none_or(|it| *level <= it) {
                    inner = (!is_known(&line.text)).then_some(*level);
                }
            }
            _ if inner.is_some() => {}
            Part::Table(it) => has_table |= crate::columns::is_heads(&it.heads),
            Part::Text(text) => has_address |= opening::endpoint(&text.text).is_some(),
            Part::Code(_) | Part::Lost(_) => {}
        }
    }
    let title = crate::sections::title(&line.text);
    (has_table && has_address).then_some((Opens::Operation, title, None))
}

/// A heading that everybody has.
fn is_known(title: &str) -> bool {
    crate::sections::answer(title).is_some() || crate::sections::section(title).is_some()
}

type Opened<'a> = (Opens, &'a str, Option<String>);

/// What a heading opens, by itself and by what follows it up to the next heading.
fn opens<'a>(line: &'a Line, after: &[Part]) -> Option<Opened<'a>> {
    let title = crate::sections::title(&line.text);
    if let Some(endpoint) = opening::endpoint(title) {
        return Some((Opens::Operation, title, Some(endpoint)));
    }
    // `ResponseParameters` is a name; "Response parameters" is a heading that everybody has.
    let is_name = is_type(title) && pattern!(r"[a-z][A-Z]").is_match(title);
    if !is_name && crate::sections::section(title).is_some() {
        return None;
    }
    let texts = || {
        after.iter().filter_map(|it| match it {
            Part::Text(line) => Some(line.text.as_str()),
            _ => None,
        })
    };
    let has_table = after
        .iter()
        .any(|it| matches!(it, Part::Table(it) if crate::columns::is_heads(&it.heads)));
    if texts().take(6).any(|it| opening::endpoint(it).is_some()) {
        return Some((Opens::Operation, title, None));
    }
    let returns = texts().any(|it| pattern!(r"(?i)\breturn(?:s|ed)\b").is_match(it));
    if is_method(title) && (has_table || returns) {
        return Some((Opens::Operation, title, None));
    }
    let describes = texts().next().is_some_and(|it| {
        pattern!(r"(?i)\b(?:object|represents?|describes?|contains?|holds?)\b").is_match(it)
    });
    (is_type(title) && (has_table || describes)).then_some((Opens::Type, title, None))
}

/// `closeDoor`, `close_door`: a small letter first, and no blank.
fn is_method(title: &str) -> bool {
    pattern!(r"^[a-z][A-Za-z0-9_]{2,}$").is_match(title)
}

/// `Message`: one word that begins with a capital, with a small letter in it.
fn is_type(title: &str) -> bool {
    pattern!(r"^[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*$").is_match(title)
}
