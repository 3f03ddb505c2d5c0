//! Which elements of a document describe members, found once for all of them.

use std::collections::BTreeSet;

use super::{
    blocks::is_block,
    furniture::furniture,
    head::{self, Head},
    runs::class_words,
    titles,
    tree::{Id, Tree},
};

/// What is known of each element.
#[derive(Debug)]
pub(super) struct Index {
    /// The rule that makes one furniture, or what it stands in.
    pub(super) hidden: Vec<Option<&'static str>>,
    /// Whether one in it begins on its own line.
    pub(super) structured: Vec<bool>,
    /// Whether the page has no headings but its title.
    pub(super) loose: bool,
    heads: Vec<Option<Box<Head>>>,
    /// Whether one with a head holds several members.
    lists: Vec<bool>,
    /// Whether a heading stands in one.
    titled: Vec<bool>,
}

impl Index {
    pub(super) fn of(tree: &Tree) -> Self {
        let order = tree.in_order();
        let mut it = Self {
            hidden: vec![None; tree.len()],
            structured: vec![false; tree.len()],
            loose: false,
            heads: vec![None; tree.len()],
            lists: vec![false; tree.len()],
            titled: vec![false; tree.len()],
        };
        for id in &order {
            let above = tree.parent(*id).and_then(|up| it.hidden[up]);
            it.hidden[*id] = above.or_else(|| furniture(tree, *id));
        }
        let is_heading = |id: &Id| matches!(tree.name(*id), "h2" | "h3" | "h4" | "h5" | "h6");
        it.loose = !order.iter().any(is_heading);
        let mut names = vec![false; tree.len()];
        for id in order.iter().rev() {
            it.structure(tree, *id);
            if it.may_begin(tree, *id) {
                it.heads[*id] = head::read(tree, &it.hidden, &names, *id).map(Box::new);
                if let Some(head) = &it.heads[*id] {
                    names[head.anchor] = true;
                }
                it.lists[*id] = it.heads[*id].is_some() && it.holds_several(tree, *id);
            }
        }
        it.titles(tree, &order);
        it
    }

    fn structure(&mut self, tree: &Tree, id: Id) {
        if let Some(parent) = tree.parent(id)
            && (self.structured[id] || is_block(tree.name(id)))
        {
            self.structured[parent] = true;
        }
    }

    /// Blocks, and what holds them.
    fn may_begin(&self, tree: &Tree, id: Id) -> bool {
        const NEVER: [&str; 10] = [
            "", "html", "head", "body", "main", "h1", "h2", "pre", "thead", "header",
        ];
        let name = tree.name(id);
        !self.is_hidden(id) && !NEVER.contains(&name) && (self.structured[id] || is_block(name))
    }

    /// Whether an element that begins with a member has another one beside it, alike.
    fn holds_several(&self, tree: &Tree, id: Id) -> bool {
        // A row with one cell stands below another row.
        let cells = tree.children(id).iter();
        let cells = cells.filter(|it| matches!(tree.name(**it), "td" | "th"));
        if tree.name(id) == "tr" && cells.count() == 1 {
            return true;
        }
        let mut inner = tree
            .children(id)
            .iter()
            .filter(|it| self.heads[**it].is_some());
        let Some(first) = inner.next().copied() else {
            return false;
        };
        if self.anchor(first) != self.anchor(id) {
            return false;
        }
        self.lists[first] || inner.any(|it| self.is_alike(tree, first, *it))
    }

    fn is_alike(&self, tree: &Tree, one: Id, other: Id) -> bool {
        if tree.name(one) != tree.name(other) || self.lists[one] != self.lists[other] {
            return false;
        }
        if matches!(tree.name(one), "tr" | "li" | "dd" | "dt") {
            return true;
        }
        let (one, other) = (class_words(tree, one), class_words(tree, other));
        let (one, other) = (
            one.into_iter().collect::<BTreeSet<_>>(),
            other.into_iter().collect::<BTreeSet<_>>(),
        );
        let common = one.intersection(&other).count();
        common * 2 >= one.union(&other).count()
    }

    fn titles(&mut self, tree: &Tree, order: &[Id]) {
        let mut inside = vec![false; tree.len()];
        let mut found = vec![false; tree.len()];
        for id in order.iter().rev() {
            let is_heading = matches!(tree.name(*id), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
            // A heading with a type in it is the name of a member.
            self.titled[*id] |= is_heading && !self.is_hidden(*id) && self.heads[*id].is_none();
            // What holds a panel has the name of its tab, too.
            let is_panel = tree.attribute(*id, "role") == Some("tabpanel");
            if let (true, Some(parent)) = (self.titled[*id] || is_panel, tree.parent(*id)) {
                self.titled[parent] = true;
            }
        }
        for id in order {
            let up = tree.parent(*id);
            let is_member =
                |it: Id| self.heads[it].is_some() && !self.lists[it] && !self.titled[it];
            inside[*id] = up.is_some_and(|it| inside[it]) || is_member(*id);
            found[*id] =
                !inside[*id] && !self.is_hidden(*id) && titles::of(tree, *id, self.loose).is_some();
        }
        for id in order.iter().rev() {
            self.titled[*id] |= found[*id];
            if let (true, Some(parent)) = (self.titled[*id], tree.parent(*id)) {
                self.titled[parent] = true;
            }
        }
    }

    /// Whether an element, or what it stands in, is furniture.
    pub(super) fn is_hidden(&self, id: Id) -> bool {
        self.hidden[id].is_some()
    }

    /// The head of an element that describes one member, or begins with the first of several.
    pub(super) fn head(&self, id: Id) -> Option<&Head> {
        self.heads[id].as_deref()
    }

    /// Whether an element describes one member and holds no heading.
    pub(super) fn is_member(&self, id: Id) -> bool {
        self.heads[id].is_some() && !self.lists[id] && !self.titled[id]
    }

    /// Whether an element begins with the first of several members.
    pub(super) fn is_list(&self, id: Id) -> bool {
        self.heads[id].is_some() && self.lists[id]
    }

    pub(super) fn is_titled(&self, id: Id) -> bool {
        self.titled[id]
    }

    fn anchor(&self, id: Id) -> Option<Id> {
        self.heads[id].as_ref().map(|it| it.anchor)
    }
}
