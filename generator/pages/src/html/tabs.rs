//! Tabs above panels: what a tab is called is the heading of its panel.

use std::collections::VecDeque;

use super::{
    inline::{Apart, Reading, words_by},
    tree::{Id, Tree},
};
use crate::{lines::Line, sections::answer};

/// A tab whose panel is still to come.
#[derive(Debug)]
struct Tab {
    /// What the panel says it is labelled by.
    id: Option<String>,
    line: Line,
}

/// Tabs of the panels that are open, the innermost last.
#[derive(Debug)]
pub(super) struct Tabs {
    open: Vec<VecDeque<Tab>>,
    /// Whether a panel of the innermost ones was shown.
    shown: bool,
}

impl Default for Tabs {
    fn default() -> Self {
        Self {
            open: vec![VecDeque::new()],
            shown: false,
        }
    }
}

impl Tabs {
    /// Takes the tabs of a list of them; gives those above whose panel never came.
    pub(super) fn take(&mut self, tree: &Tree, list: Id) -> Vec<Line> {
        let mut found = VecDeque::new();
        let mut open = vec![list];
        while let Some(it) = open.pop() {
            let is_tab = tree.attribute(it, "role") == Some("tab");
            if is_tab || it != list && matches!(tree.name(it), "li" | "button") {
                let text = words_by(tree, it, Apart::Yes, &|_| Reading::Keep).replace('\n', " ");
                let line = Line {
                    no: tree.place(it),
                    text: crate::text::plain(&text),
                };
                let id = tree.attribute(it, "id").map(str::to_owned);
                found.push_back(Tab { id, line });
                continue;
            }
            open.extend(tree.children(it).iter().rev());
        }
        let lost = self.lost();
        self.shown = false;
        if let Some(top) = self.open.last_mut() {
            *top = found;
        }
        lost
    }

    /// The tab of a panel that begins.
    pub(super) fn enter(&mut self, tree: &Tree, panel: Id) -> Option<Line> {
        let named = tree.attribute(panel, "aria-labelledby");
        let top = self.open.last_mut()?;
        let place = top
            .iter()
            .position(|it| it.id.is_some() && it.id.as_deref() == named);
        let tab = top.remove(place.unwrap_or(0));
        self.open.push(VecDeque::new());
        self.shown = false;
        tab.map(|it| it.line)
    }

    /// Ends a panel; gives the tabs in it whose panel never came.
    pub(super) fn leave(&mut self) -> Vec<Line> {
        let lost = self.lost();
        if self.open.len() > 1 {
            self.open.pop();
        }
        self.shown = true;
        lost
    }

    /// The same, where a heading stands behind panels.
    pub(super) fn ended(&mut self) -> Vec<Line> {
        if self.shown { self.lost() } else { Vec::new() }
    }

    /// Answers that have a tab and no panel: a capture has those that were open.
    pub(super) fn lost(&mut self) -> Vec<Line> {
        let left = self.open.last_mut().map(std::mem::take).unwrap_or_default();
        let lines = left.into_iter().map(|it| it.line);
        lines.filter(|it| answer(&it.text).is_some()).collect()
    }
}
