//! The tree of a document, in one list: no part of it is read or dropped by recursion.

use std::{
    borrow::Cow,
    cell::{Cell, Ref, RefCell},
};

use html5ever::{
    Attribute, QualName,
    interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink},
    tendril::StrTendril,
};

/// A node of a [`Tree`].
pub(super) type Id = usize;

/// A document; its root is node 0.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// The places of each node: its own, and the last one below it.
    places: Vec<(usize, usize)>,
}

#[derive(Debug)]
struct Node {
    parent: Option<Id>,
    children: Vec<Id>,
    depth: usize,
    line: usize,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Element(QualName, Vec<Attribute>),
    Text(String),
    /// The document, a comment, or an instruction.
    Nothing,
}

impl Tree {
    pub(super) const ROOT: Id = 0;

    /// Every node below the root, each behind the one it stands in.
    pub(super) fn in_order(&self) -> Vec<Id> {
        let mut order = vec![Self::ROOT];
        let mut next = 0;
        while let Some(id) = order.get(next).copied() {
            order.extend(self.children(id));
            next += 1;
        }
        order
    }

    /// How many nodes were made; some of them stand nowhere.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn children(&self, id: Id) -> &[Id] {
        &self.nodes[id].children
    }

    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        self.nodes[id].parent
    }

    /// Where a node stands in the order of reading, from 1. Facts are noted by places while a page is
    /// read, because a page may be one line.
    pub(super) fn place(&self, id: Id) -> usize {
        self.places[id].0
    }

    /// The places of a node and of all below it.
    pub(super) fn places(&self, id: Id) -> (usize, usize) {
        self.places[id]
    }

    /// The line of each place; the first one is of no place.
    pub(super) fn lines(&self) -> Vec<usize> {
        let mut lines = vec![1; self.nodes.len() + 1];
        for (node, (place, _)) in self.nodes.iter().zip(&self.places) {
            lines[*place] = node.line;
        }
        lines
    }

    /// Line of the source, from 1.
    pub(super) fn line(&self, id: Id) -> usize {
        self.nodes[id].line
    }

    /// The name of an element; nothing for a text.
    pub(super) fn name(&self, id: Id) -> &str {
        match &self.nodes[id].content {
            Content::Element(name, _) => &name.local,
            Content::Text(_) | Content::Nothing => "",
        }
    }

    pub(super) fn text(&self, id: Id) -> Option<&str> {
        match &self.nodes[id].content {
            Content::Text(text) => Some(text),
            Content::Element(..) | Content::Nothing => None,
        }
    }

    /// Every text below a node, one after the other.
    pub(super) fn all_text(&self, id: Id) -> String {
        let mut out = String::new();
        let mut open = vec![id];
        while let Some(it) = open.pop() {
            out.push_str(self.text(it).unwrap_or_default());
            open.extend(self.children(it).iter().rev());
        }
        out
    }

    /// An attribute of an element.
    pub(super) fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        let Content::Element(_, attributes) = &self.nodes[id].content else {
            return None;
        };
        let found = attributes.iter().find(|it| &*it.name.local == name)?;
        Some(&found.value)
    }
}

/// Where each node stands in the order of reading, and the last place below it.
fn places(nodes: &[Node]) -> Vec<(usize, usize)> {
    let mut places = vec![(0, 0); nodes.len()];
    let mut order = Vec::with_capacity(nodes.len());
    let mut open = vec![Tree::ROOT];
    while let Some(id) = open.pop() {
        order.push(id);
        places[id] = (order.len(), order.len());
        open.extend(nodes[id].children.iter().rev());
    }
    for id in order.into_iter().rev() {
        if let Some(parent) = nodes[id].parent {
            places[parent].1 = places[parent].1.max(places[id].1);
        }
    }
    places
}

/// Takes what the parser finds.
#[derive(Debug)]
pub(super) struct Builder {
    nodes: RefCell<Vec<Node>>,
    line: Cell<usize>,
    deepest: Cell<usize>,
}

impl Default for Builder {
    fn default() -> Self {
        let it = Self {
            nodes: RefCell::default(),
            line: Cell::new(1),
            deepest: Cell::new(0),
        };
        it.add(Content::Nothing);
        it
    }
}

impl Builder {
    pub(super) fn deepest(&self) -> usize {
        self.deepest.get()
    }

    pub(super) fn line(&self) -> usize {
        self.line.get()
    }

    fn add(&self, content: Content) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node {
            parent: None,
            children: Vec::new(),
            depth: 0,
            line: self.line.get(),
            content,
        });
        nodes.len() - 1
    }

    /// Puts a child at a place among the children of its parent.
    fn put(&self, parent: Id, place: Option<usize>, child: NodeOrText<Id>) {
        let child = match child {
            NodeOrText::AppendNode(id) => id,
            NodeOrText::AppendText(text) => {
                if self.joins(parent, place, &text) {
                    return;
                }
                self.add(Content::Text(text.to_string()))
            }
        };
        self.detach(child);
        let mut nodes = self.nodes.borrow_mut();
        let depth = nodes[parent].depth + 1;
        nodes[child].parent = Some(parent);
        nodes[child].depth = depth;
        self.deepest.set(self.deepest.get().max(depth));
        let children = &mut nodes[parent].children;
        let place = place.unwrap_or(children.len());
        children.insert(place, child);
    }

    /// Joins a text to the one before it.
    fn joins(&self, parent: Id, place: Option<usize>, more: &str) -> bool {
        let mut nodes = self.nodes.borrow_mut();
        let children = &nodes[parent].children;
        let before = place.unwrap_or(children.len()).checked_sub(1);
        let Some(id) = before.map(|it| children[it]) else {
            return false;
        };
        let Content::Text(text) = &mut nodes[id].content else {
            return false;
        };
        text.push_str(more);
        true
    }

    fn detach(&self, id: Id) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[id].parent.take() {
            let children = &mut nodes[parent].children;
            // What is moved was put there last, as a rule.
            if let Some(place) = children.iter().rposition(|it| *it == id) {
                children.remove(place);
            }
        }
    }
}

impl TreeSink for Builder {
    type Handle = Id;
    type Output = Tree;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Tree {
        let nodes = self.nodes.into_inner();
        let places = places(&nodes);
        Tree { nodes, places }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        Tree::ROOT
    }

    fn elem_name<'a>(&'a self, id: &'a Id) -> Ref<'a, QualName> {
        Ref::map(self.nodes.borrow(), |nodes| match &nodes[*id].content {
            Content::Element(name, _) => name,
            Content::Text(_) | Content::Nothing => {
                unreachable!("the parser asks for names of elements")
            }
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        self.add(Content::Element(name, attributes))
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.add(Content::Nothing)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.add(Content::Nothing)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.put(*parent, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Id, before: &Id, child: NodeOrText<Id>) {
        let has_parent = self.nodes.borrow()[*element].parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(before, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// The content of a template is shown nowhere; it stands in a node that has no parent.
    fn get_template_contents(&self, _: &Id) -> Id {
        self.add(Content::Nothing)
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let nodes = self.nodes.borrow();
        let Some(parent) = nodes[*sibling].parent else {
            return;
        };
        let place = nodes[parent].children.iter().rposition(|it| it == sibling);
        drop(nodes);
        self.put(parent, place, child);
    }

    fn add_attrs_if_missing(&self, id: &Id, more: Vec<Attribute>) {
        if let Content::Element(_, attributes) = &mut self.nodes.borrow_mut()[*id].content {
            let known: Vec<QualName> = attributes.iter().map(|it| it.name.clone()).collect();
            attributes.extend(more.into_iter().filter(|it| !known.contains(&it.name)));
        }
    }

    fn remove_from_parent(&self, id: &Id) {
        self.detach(*id);
    }

    fn reparent_children(&self, from: &Id, to: &Id) {
        let mut nodes = self.nodes.borrow_mut();
        let children = std::mem::take(&mut nodes[*from].children);
        let depth = nodes[*to].depth + 1;
        for child in &children {
            nodes[*child].parent = Some(*to);
            nodes[*child].depth = depth;
        }
        nodes[*to].children.extend(children);
    }

    fn set_current_line(&self, line: u64) {
        self.line
            .set(usize::try_from(line).unwrap_or(usize::MAX).max(1));
    }
}
