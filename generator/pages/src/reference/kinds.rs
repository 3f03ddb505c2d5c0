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
        let opens = opens(line, &parts[start + 1..end]);
        let is_inside = open.as_ref().is_some_and(|(above, _)| level > above) && opens.is_none();
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

/// `sendMessage`, `send_message`: a small letter first, and no blank.
fn is_method(title: &str) -> bool {
    pattern!(r"^[a-z][A-Za-z0-9_]{2,}$").is_match(title)
}

/// `Message`: one word that begins with a capital, with a small letter in it.
fn is_type(title: &str) -> bool {
    pattern!(r"^[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*$").is_match(title)
}
