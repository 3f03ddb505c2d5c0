//! The texts of a document, a block each, as a reader tells them apart.

use super::{
    blocks::is_block,
    index::Index,
    tree::{Id, Tree},
};
use crate::{account::Unit, text::plain};

/// Blocks around a text in which facts about it may stand.
const BLOCKS: usize = 8;

/// Every text, with the rule that makes it furniture.
pub(super) fn texts(tree: &Tree, index: &Index) -> Vec<Unit> {
    let mut texts = Texts {
        tree,
        index,
        units: Vec::new(),
        run: Vec::new(),
    };
    let mut open = vec![Step::Enter(Tree::ROOT)];
    while let Some(step) = open.pop() {
        let id = match step {
            Step::Enter(id) => id,
            Step::Leave => {
                texts.end();
                continue;
            }
        };
        if tree.text(id).is_some() {
            texts.run.push(id);
            continue;
        }
        let above = tree.parent(id).and_then(|it| index.hidden[it]);
        if is_own(tree.name(id)) || index.hidden[id] != above {
            texts.end();
            open.push(Step::Leave);
        }
        open.extend(tree.children(id).iter().rev().copied().map(Step::Enter));
    }
    texts.end();
    texts.units
}

enum Step {
    Enter(Id),
    Leave,
}

struct Texts<'t> {
    tree: &'t Tree,
    index: &'t Index,
    units: Vec<Unit>,
    /// Texts that stand in one line.
    run: Vec<Id>,
}

impl Texts<'_> {
    fn end(&mut self) {
        let run = std::mem::take(&mut self.run);
        let texts = run.iter().filter_map(|it| self.tree.text(*it));
        let words = plain(&texts.collect::<Vec<_>>().join(" "));
        let Some(first) = run.iter().find(|it| !is_blank(self.tree, **it)) else {
            return;
        };
        self.units.push(Unit {
            line: self.tree.line(*first),
            near: self.near(*first),
            words,
            rule: self.index.hidden[*first],
            is_line: false,
        });
    }

    fn near(&self, id: Id) -> Vec<(usize, usize)> {
        let blocks = std::iter::successors(self.tree.parent(id), |it| self.tree.parent(*it));
        let blocks = blocks.filter(|it| is_block(self.tree.name(*it)));
        blocks.take(BLOCKS).map(|it| self.tree.places(it)).collect()
    }
}

/// Whether an element stands by itself, as cells do.
fn is_own(name: &str) -> bool {
    is_block(name) || matches!(name, "th" | "button" | "caption")
}

fn is_blank(tree: &Tree, id: Id) -> bool {
    tree.text(id).is_none_or(|it| plain(it).is_empty())
}
