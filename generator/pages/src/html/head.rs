//! What a block begins with: the name of a member, its type, and whether it is asked for.

use super::{
    runs::{Run, Runs, class_words},
    tree::{Id, Tree},
};
use crate::{
    text::plain,
    travel::Travel,
    words::{Need, badge, is_name, known_choice, known_type, pattern},
};

/// Most texts between a name and the last thing that is said about it in the same line.
const MOST: usize = 10;

/// A longer text is a sentence.
const LONGEST: usize = 32;

/// The beginning of a block that describes a member.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    pub(super) name: String,
    /// As the page writes it, or nothing.
    pub(super) of: String,
    pub(super) need: String,
    pub(super) travel: String,
    /// What is said of it besides.
    pub(super) more: Vec<String>,
    /// The text that has the name.
    pub(super) anchor: Id,
    /// Texts that are read, with what each says besides.
    pub(super) used: Vec<(Id, String)>,
}

/// Reads the beginning of a block; `None` where no member is named.
/// `inner` are names of members inside of it.
pub(super) fn read(
    tree: &Tree,
    hidden: &[Option<&'static str>],
    inner: &[bool],
    block: Id,
) -> Option<Head> {
    let mut runs = Runs::of(tree, hidden, block);
    let mut first = runs.find(|it| !it.is_icon)?;
    let mut text = plain(first.text);
    let mut used = Vec::new();
    if text.len() > 1 && text.ends_with('.') && is_name(&text) {
        // `address.` in front of `city`
        used.push((first.id, String::new()));
        first = runs.find(|it| !it.is_icon)?;
        text.push_str(&plain(first.text));
    }
    let (name, rest) = name_of(&text)?;
    let mut head = Head {
        name: name.trim_end_matches(['*', '?', ':']).to_owned(),
        anchor: first.id,
        used,
        ..Head::default()
    };
    if name.contains('*') {
        "required".clone_into(&mut head.need);
    } else if name.contains('?') {
        "optional".clone_into(&mut head.need);
    }
    let left = head.take(rest).to_owned();
    if !rest.is_empty() && head.of.is_empty() {
        return None;
    }
    let is_open = left.is_empty();
    head.used.push((first.id, format!(" {left} ")));
    if is_open {
        let own = runs.take_while(|it| it.is_icon || !inner[it.id]);
        head.rest(tree, own, block);
    }
    let style = Style::of(tree, first.id, block);
    if is_label(&text) && !style.is_named && (!style.is_strong || head.name != text) {
        return None;
    }
    // A badge by itself, or a type and a badge, have no name.
    if head.of.is_empty() && (badge(&head.name).is_some() || known_type(&head.name).is_some()) {
        return None;
    }
    if head.need.is_empty()
        && let Some(need) = said_by_class(tree, block)
    {
        need.clone_into(&mut head.need);
    }
    let is_told = !head.of.is_empty() || style.is_strong && !head.need.is_empty();
    is_told.then_some(head)
}

/// A name at the start of a text, and what follows it.
fn name_of(text: &str) -> Option<(&str, &str)> {
    let bare = text.trim_matches('`');
    if pattern!(r"^[^\s*?:]+[*?]?:?$").is_match(bare) {
        let name = bare.trim_end_matches(['*', '?', ':']);
        return (is_name(name) && is_telling(name)).then_some((bare, ""));
    }
    let found = pattern!(r"^`?([^\s`:(]+)`?(\s*[:(]|\s+[-–—]\s)").captures(bare)?;
    let name = found.get(1)?.as_str();
    let end = found.get(1)?.end();
    (is_name(name) && is_telling(name)).then(|| (name, bare[end..].trim_start_matches('`')))
}

/// A name has a small letter: `GET` is none.
fn is_telling(name: &str) -> bool {
    name.contains(|it: char| it.is_ascii_lowercase()) || name.len() < 3 || name.contains('_')
}

/// Words in front of what is said about a member: `Type: string`, `default: 1`.
fn is_label(text: &str) -> bool {
    let bare = text.trim_end_matches(':');
    let is_known = pattern!(
        r"^(?i:default|type|format|example|examples|enum|values|note|notes|pattern|min|max|minimum|maximum|length|required|optional|returns|nullable|required scopes|deprecated)$"
    )
    .is_match(bare);
    is_known && (text.ends_with(':') || bare.starts_with(|it: char| it.is_ascii_uppercase()))
}

impl Head {
    /// The texts after the name, up to the first sentence.
    fn rest<'t>(&mut self, tree: &Tree, runs: impl Iterator<Item = Run<'t>>, block: Id) {
        let mut strange = false;
        let mut before = String::new();
        for run in runs.take(MOST) {
            if is_prose(tree, run.id, block) && !self.of.is_empty() {
                break;
            }
            if run.is_icon {
                self.icon(tree, run);
                continue;
            }
            let text = format!("{before}{}", plain(run.text));
            before.clear();
            if self.of.is_empty() && pattern!(r"^(?i:array|list) of$").is_match(&text) {
                before = format!("{text} ");
                self.used.push((run.id, String::new()));
                continue;
            }
            if strange {
                // A badge may stand behind limits.
                if badge(&text).is_some() && self.need.is_empty() {
                    self.take(&text);
                    self.used.push((run.id, String::new()));
                } else if text.chars().count() > LONGEST {
                    break;
                }
                continue;
            }
            let is_typed = self.of.is_empty()
                && is_name(&text)
                && run.of_class(tree).iter().any(|it| it == "type");
            if is_typed {
                self.of = text;
                self.used.push((run.id, String::new()));
                continue;
            }
            let left = self.take(&text);
            if left.len() == text.len() {
                strange = true;
                if text.chars().count() > LONGEST || self.of.is_empty() && self.need.is_empty() {
                    break;
                }
                continue;
            }
            self.used.push((run.id, format!(" {left} ")));
            if left.chars().count() > LONGEST || left.ends_with('.') {
                break;
            }
            strange = !left.is_empty();
        }
        if self.need.is_empty() {
            let used: Vec<Id> = self.used.iter().map(|it| it.0).collect();
            let mut classes = used.iter().flat_map(|it| upwards(tree, *it, block));
            if let Some(need) = classes.find_map(|it| said_by_class(tree, it)) {
                need.clone_into(&mut self.need);
            }
        }
    }

    /// A picture that says something by its name or by its class.
    fn icon(&mut self, tree: &Tree, run: Run<'_>) {
        let need = badge(run.text).map(Need::name);
        if let Some(need) = need.or_else(|| said_by_class(tree, run.id))
            && self.need.is_empty()
        {
            need.clone_into(&mut self.need);
            self.used.push((run.id, String::new()));
        }
    }

    /// Takes types and requirements from the start of a text, and gives what is left of it.
    fn take<'a>(&mut self, text: &'a str) -> &'a str {
        let mut rest = text;
        loop {
            let bare = rest.trim_start_matches([
                ' ', ',', ';', '(', ')', ':', '·', '|', '•', '-', '–', '—', '.', '\u{ff0c}',
            ]);
            if bare.is_empty() {
                return "";
            }
            let end = end(bare);
            let piece = bare[..end].trim();
            if self.word(piece) || self.words(piece) {
                rest = &bare[end..];
                continue;
            }
            return if rest.len() == text.len() { text } else { bare };
        }
    }

    /// `string required`
    fn words(&mut self, piece: &str) -> bool {
        let before = self.clone();
        let mut words = piece.split(' ').filter(|it| !it.is_empty());
        // `nullable object`: what it may be besides stays among the words.
        let is_kept = |it: &str| matches!(it.to_lowercase().as_str(), "nullable" | "deprecated");
        let mut kept = Vec::new();
        let all = piece.contains(' ')
            && words.all(|it| {
                let keep = is_kept(it);
                kept.extend(keep.then(|| it.to_owned()));
                keep || self.word(it)
            })
            && kept.len() < piece.split(' ').count();
        self.more.append(&mut kept);
        if !all {
            *self = before;
        }
        all
    }

    /// Takes a type, a requirement, or a place.
    fn word(&mut self, piece: &str) -> bool {
        let piece = piece.trim_matches('`');
        if self.need.is_empty()
            && let Some(need) = badge(piece)
        {
            need.name().clone_into(&mut self.need);
            return true;
        }
        if self.of.is_empty() && (known_type(piece).is_some() || known_choice(piece)) {
            piece.clone_into(&mut self.of);
            return true;
        }
        let place = piece.strip_prefix("in ").unwrap_or(piece);
        if self.travel.is_empty() && Travel::of_cell(place).is_some() {
            place.clone_into(&mut self.travel);
            return true;
        }
        false
    }
}

/// Where a piece of a text ends; marks in `list<string, Box>` do not end it.
fn end(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut before = ' ';
    for (place, letter) in text.char_indices() {
        match letter {
            '<' | '[' => depth += 1,
            '>' | ']' => depth = depth.saturating_sub(1),
            '(' if before == ' ' || depth == 0 && place > 0 => {
                // `string(32)` is a type, `string (uuid)` has a form.
                let close = text[place..].find(')').map(|it| place + it + 1);
                let typed = close.filter(|it| known_type(&text[..*it]).is_some());
                return typed.unwrap_or(place);
            }
            ',' | ';' | ')' | ':' | '·' | '|' | '\u{ff0c}' if depth == 0 => return place,
            '.' if depth == 0 && text[place + 1..].starts_with([' ', '\n']) => return place,
            '.' if place + 1 == text.len() => return place,
            '-' | '–' | '—' if before == ' ' => return place,
            _ => {}
        }
        before = letter;
    }
    text.len()
}

/// How the name of a member is set.
struct Style {
    /// In code, in bold, or in an element that is called so.
    is_strong: bool,
    /// Its element says that it is a name.
    is_named: bool,
}

impl Style {
    fn of(tree: &Tree, text: Id, block: Id) -> Self {
        const WORDS: [&str; 8] = [
            "name",
            "property",
            "prop",
            "field",
            "param",
            "parameter",
            "key",
            "attribute",
        ];
        let mut style = Self {
            is_strong: false,
            is_named: false,
        };
        for id in upwards(tree, text, block) {
            let words = class_words(tree, id);
            style.is_named |= words.iter().any(|it| WORDS.contains(&it.as_str()));
            style.is_strong |= matches!(
                tree.name(id),
                "code" | "strong" | "b" | "label" | "dt" | "tt" | "kbd"
            );
        }
        style.is_strong |= style.is_named;
        style
    }
}

/// The elements around a node, from the nearest one to a block.
fn upwards(tree: &Tree, id: Id, block: Id) -> impl Iterator<Item = Id> {
    let up = std::iter::successors(tree.parent(id), move |it| {
        (*it != block).then(|| tree.parent(*it)).flatten()
    });
    up.take(8)
}

/// Whether a text stands in a paragraph of a block.
fn is_prose(tree: &Tree, id: Id, block: Id) -> bool {
    upwards(tree, id, block).any(|it| it != block && matches!(tree.name(it), "p" | "ul" | "ol"))
}

/// The requirement that a class names.
fn said_by_class(tree: &Tree, id: Id) -> Option<&'static str> {
    let words = class_words(tree, id);
    let place = words
        .iter()
        .position(|it| matches!(it.as_str(), "required" | "mandatory"));
    let Some(place) = place else {
        return words
            .iter()
            .any(|it| it == "optional")
            .then_some("optional");
    };
    let before = place.checked_sub(1).map(|it| words[it].as_str());
    let after = words.get(place + 1).map(String::as_str);
    let is_not = matches!(before, Some("not" | "non" | "un")) || after == Some("false");
    Some(if is_not { "optional" } else { "required" })
}

impl Run<'_> {
    fn of_class(&self, tree: &Tree) -> Vec<String> {
        tree.parent(self.id)
            .map(|it| class_words(tree, it))
            .unwrap_or_default()
    }
}
