//! What a title names: tables of children and of values wait until every member has its place.

use std::collections::BTreeSet;
use stipula_facts::place::below;

use super::{
    blocks::Grid,
    fields::Members,
    values::{states, values},
};
use crate::{
    book::{Book, Said},
    columns::Table,
    lines::Line,
    owners::Owners,
};

/// One table can stand for members in so many places; more is no documentation.
const MOST_COPIES: usize = 32;

/// Members stand so deep at most.
const MOST_STEPS: usize = 32;

/// Something under a title.
pub(crate) struct Titled<'a> {
    pub(crate) title: &'a str,
    pub(crate) line: usize,
    /// `request`, `response`, or an answer of another status.
    pub(crate) part: String,
    pub(crate) what: What<'a>,
}

pub(crate) enum What<'a> {
    Members(Members<'a>),
    Values(&'a Grid),
    Text(&'a Line),
}

/// Where members stand, and the tables and texts that wait for the member of their title.
#[derive(Default)]
pub(crate) struct Titles<'a> {
    owners: Owners,
    waiting: Vec<Titled<'a>>,
}

impl<'a> Titles<'a> {
    pub(crate) fn wait(&mut self, it: Titled<'a>) {
        self.waiting.push(it);
    }

    /// Members with a place of their own.
    pub(crate) fn say(&mut self, book: &mut Book, at: &str, members: &Members<'_>) {
        members.say(book, at, &mut self.owners);
    }

    /// Puts everything that waits below the member that its title names.
    pub(crate) fn settle(mut self, book: &mut Book) {
        let waiting = std::mem::take(&mut self.waiting);
        let mut placed = vec![BTreeSet::new(); waiting.len()];
        // A table can stand below a member of another one, in whatever order they come.
        while self.round(book, &waiting, &mut placed) {}
        for (it, placed) in waiting.iter().zip(&placed) {
            if let (What::Members(members), true) = (&it.what, placed.is_empty()) {
                let at = below(&it.part, it.title);
                book.gap(
                    Said {
                        at: &at,
                        line: it.line,
                        words: it.title,
                    },
                    "heading",
                );
                members.say(book, &at, &mut self.owners);
            }
        }
        for it in &waiting {
            let at = self.owners.find(it.title, &it.part).into_iter().next();
            match (&it.what, at.as_deref()) {
                (What::Members(_), _) => {}
                (What::Text(line), at) => book.prose(Said {
                    at: at.unwrap_or("page"),
                    line: line.no,
                    words: &line.text,
                }),
                (What::Values(grid), None) if grid.heads.kind == Table::States => {
                    states(book, &grid.heads.columns, &grid.rows);
                }
                (What::Values(grid), at) => values(book, at.unwrap_or("page"), grid),
            }
        }
    }

    /// Places every table once more; whether there was anything new.
    fn round(
        &mut self,
        book: &mut Book,
        waiting: &[Titled<'_>],
        placed: &mut [BTreeSet<String>],
    ) -> bool {
        let mut news = false;
        for (it, placed) in waiting.iter().zip(placed) {
            let What::Members(members) = &it.what else {
                continue;
            };
            for at in self.owners.find(it.title, &it.part) {
                // A shape inside itself is written down once.
                let inside = placed
                    .iter()
                    .any(|outer| at == *outer || at.starts_with(&format!("{outer}/")));
                let deep = at.matches('/').count() > MOST_STEPS;
                if !inside && !deep && placed.len() < MOST_COPIES {
                    members.say(book, &at, &mut self.owners);
                    placed.insert(at);
                    news = true;
                }
            }
        }
        news
    }
}
