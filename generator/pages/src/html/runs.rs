//! The texts of a block in the order of reading, each with where it stands.

use super::tree::{Id, Tree};

/// Most nodes that are looked at: the beginning of a block is enough.
const MOST: usize = 80;

/// A text, or an element without one: an icon.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run<'t> {
    pub(super) id: Id,
    pub(super) text: &'t str,
    /// Whether it is an icon, whose text is the one for those who do not see it.
    pub(super) is_icon: bool,
}

/// The first texts of a block, without those that are blank.
pub(super) struct Runs<'t> {
    tree: &'t Tree,
    hidden: &'t [Option<&'static str>],
    open: Vec<Id>,
    left: usize,
}

impl<'t> Runs<'t> {
    pub(super) fn of(tree: &'t Tree, hidden: &'t [Option<&'static str>], id: Id) -> Self {
        Self {
            tree,
            hidden,
            open: vec![id],
            left: MOST,
        }
    }
}

impl<'t> Iterator for Runs<'t> {
    type Item = Run<'t>;

    fn next(&mut self) -> Option<Run<'t>> {
        while self.left > 0 {
            let id = self.open.pop()?;
            self.left -= 1;
            if self.hidden[id].is_some() {
                continue;
            }
            if let Some(text) = self.tree.text(id) {
                if !is_blank(text) {
                    return Some(Run {
                        id,
                        text,
                        is_icon: false,
                    });
                }
                continue;
            }
            let children = self.tree.children(id);
            let says_nothing = |it: &Id| self.tree.text(*it).is_some_and(is_blank);
            let is_icon = children.len() < 2 && children.iter().all(says_nothing);
            if is_icon && !self.tree.name(id).is_empty() {
                return Some(Run {
                    id,
                    text: spoken(self.tree, id),
                    is_icon: true,
                });
            }
            // Of a long list, the first children are enough, too.
            let first = children.len().min(self.left);
            self.open.extend(children[..first].iter().rev());
        }
        None
    }
}

/// What an icon is called.
fn spoken(tree: &Tree, id: Id) -> &str {
    let names = ["aria-label", "title", "alt"];
    let mut found = names.iter().filter_map(|it| tree.attribute(id, it));
    found.next().unwrap_or_default()
}

/// Blanks, and the marks that sites put beside headings and folds.
fn is_blank(text: &str) -> bool {
    text.chars().all(|it| {
        it.is_whitespace()
            || matches!(
                it,
                '\u{200b}' | '\u{feff}' | '#' | '¶' | '▸' | '▾' | '▶' | '▼' | '›'
            )
    })
}

/// The words of a class, those of `isRequired` and `is-required` alike, in small letters.
pub(super) fn class_words(tree: &Tree, id: Id) -> Vec<String> {
    let class = tree.attribute(id, "class").unwrap_or_default();
    let mut words: Vec<String> = vec![String::new()];
    let mut before = ' ';
    for letter in class.chars() {
        if !letter.is_ascii_alphanumeric()
            || letter.is_ascii_uppercase() && before.is_ascii_lowercase()
        {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut()
            && letter.is_ascii_alphanumeric()
        {
            word.push(letter.to_ascii_lowercase());
        }
        before = letter;
    }
    words.retain(|it| !it.is_empty());
    words
}
