//! Struct literals, lists and match arms, broken where `rustfmt` breaks them.

use super::code::{Code, literal};

/// Columns of the members of a struct literal on one line.
const SHORT_STRUCT: usize = 18;
/// Columns of a list, or of the arguments of a call, on one line.
const SHORT_LIST: usize = 60;
/// Columns up to which the items of a long list share lines.
const SHORT_ITEM: usize = 10;

impl Code {
    /// `head[a, b]tail`.
    pub(super) fn list(&mut self, head: &str, items: &[String], tail: &str) {
        let inner = items.join(", ");
        let line = format!("{head}[{inner}]{tail}");
        if inner.chars().count() + 2 <= SHORT_LIST && self.fits(&line) {
            self.line(line);
            return;
        }
        self.open(format!("{head}["));
        if items.iter().all(|item| item.chars().count() <= SHORT_ITEM) {
            self.filled(items);
        } else {
            for item in items {
                self.line(format!("{item},"));
            }
        }
        self.close(format!("]{tail}"));
    }

    /// The member `name` of a struct literal, a list of texts.
    pub(super) fn texts(&mut self, name: &str, texts: &[String]) {
        let items: Vec<_> = texts.iter().map(|text| literal(text)).collect();
        self.list(&format!("{name}: &"), &items, ",");
    }

    /// A list of struct literals: `head[open … close, …],`.
    pub(super) fn blocks(&mut self, head: &str, open: &str, items: &[Vec<String>], close: &str) {
        match items {
            [] => self.line(format!("{head}[],")),
            [only] => {
                self.open(format!("{head}[{open}"));
                for line in only {
                    self.line(line);
                }
                self.close(format!("{close}],"));
            }
            _ => {
                self.open(format!("{head}["));
                for item in items {
                    self.open(open);
                    for line in item {
                        self.line(line);
                    }
                    self.close(format!("{close},"));
                }
                self.close("],");
            }
        }
    }

    /// A list of pairs.
    pub(super) fn pairs(&mut self, head: &str, pairs: &[(String, String)]) {
        let short: Vec<_> = pairs.iter().map(|(a, b)| format!("({a}, {b})")).collect();
        if short.iter().all(|pair| pair.chars().count() <= SHORT_LIST) {
            self.list(head, &short, ",");
            return;
        }
        let items: Vec<_> = pairs
            .iter()
            .map(|(a, b)| vec![format!("{a},"), format!("{b},")])
            .collect();
        self.blocks(head, "(", &items, ")");
    }

    /// `name { a, b }tail`.
    pub(super) fn members(&mut self, name: &str, members: &[String], tail: &str) {
        let inner = members.join(", ");
        if inner.chars().count() <= SHORT_STRUCT {
            self.line(format!("{name} {{ {inner} }}{tail}"));
            return;
        }
        self.open(format!("{name} {{"));
        for member in members {
            self.line(format!("{member},"));
        }
        self.close(format!("}}{tail}"));
    }

    /// An arm of a match.
    pub(super) fn arm(&mut self, pattern: &str, value: &str) {
        let line = format!("{pattern} => {value},");
        if self.fits(&line) {
            self.line(line);
            return;
        }
        self.open(format!("{pattern} => {{"));
        self.line(value);
        self.close("}");
    }

    /// An arm of a match with alternatives.
    pub(super) fn alternatives(&mut self, patterns: &[String], value: &str) {
        let line = format!("{} => {value},", patterns.join(" | "));
        if self.fits(&line) {
            self.line(line);
            return;
        }
        let open = format!("{} => {{", patterns.join(" | "));
        if self.fits(&open) {
            self.open(open);
            self.line(value);
            self.close("}");
            return;
        }
        for (index, pattern) in patterns.iter().enumerate() {
            let bar = if index == 0 { "" } else { "| " };
            let arrow = if index + 1 == patterns.len() {
                format!(" => {value},")
            } else {
                String::new()
            };
            self.line(format!("{bar}{pattern}{arrow}"));
        }
    }
}
