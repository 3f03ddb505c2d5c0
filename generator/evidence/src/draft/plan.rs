//! What a draft makes of its pages: which operations and types, under which names.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    api,
    files::{self, File, Grouping},
    known::{self, Known},
    operation::{self, Style},
    page::{Part, Read},
    present::Present,
    sources::Source,
    types::Types,
    yaml::{Lines, Tag},
};

/// Operations and types to draft, and those that are there.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    pub(super) pages: Vec<Read<'a>>,
    pub(super) present: Present,
    /// Page and place of each operation, and its name.
    operations: Vec<(usize, usize, String)>,
    /// Page and place of each type, and other pages that describe it.
    types: Vec<(usize, usize, Vec<String>)>,
    known: BTreeMap<String, Known>,
    /// Operations of the pages that the spec has: by the page, by the spec.
    pub(super) operations_there: Vec<(String, String)>,
    pub(super) types_there: Vec<String>,
    /// Types that no operation leads to.
    pub(super) unneeded: Vec<String>,
}

/// What was made in one round.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) operations: Vec<File>,
    pub(super) types: Vec<File>,
    /// Entries of sources, by page.
    pub(super) sources: Vec<Source>,
    pub(super) api: Lines,
    /// Names of the types that were declared.
    pub(super) names: Vec<String>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(pages: Vec<Read<'a>>, present: Present) -> Self {
        let mut taken: BTreeSet<String> = present.operations.keys().cloned().collect();
        let mut operations = Vec::new();
        let mut operations_there = Vec::new();
        for (nth, page) in pages.iter().enumerate() {
            for (place, part) in page.operations.iter().enumerate() {
                if let Some(there) = present.operation(page, part) {
                    let own = operation::name(page, part, &mut BTreeSet::new());
                    operations_there.push((own, there.to_owned()));
                } else {
                    operations.push((nth, place, operation::name(page, part, &mut taken)));
                }
            }
        }
        let mut chosen: Vec<Vec<&Part<'_>>> = vec![Vec::new(); pages.len()];
        for (page, place, _) in &operations {
            chosen[*page].push(&pages[*page].operations[*place]);
        }
        let known = known::all(&pages, &chosen, &present.types);
        let mut plan = Self {
            operations,
            known,
            operations_there,
            present,
            types: Vec::new(),
            types_there: Vec::new(),
            unneeded: Vec::new(),
            pages,
        };
        plan.choose_types();
        plan
    }

    fn choose_types(&mut self) {
        for (nth, page) in self.pages.iter().enumerate() {
            for (place, part) in page.types.iter().enumerate() {
                let same = |it: &&mut (usize, usize, Vec<String>)| {
                    self.pages[it.0].types[it.1].name == part.name
                };
                let is_needed = self
                    .known
                    .get(&part.name)
                    .is_some_and(|it| it.way.is_used());
                if self.present.types.contains(&part.name) {
                    if !self.types_there.contains(&part.name) {
                        self.types_there.push(part.name.clone());
                    }
                } else if let Some(first) = self.types.iter_mut().find(same) {
                    first.2.push(page.id().to_owned());
                } else if is_needed {
                    self.types.push((nth, place, Vec::new()));
                } else if !self.unneeded.contains(&part.name) {
                    self.unneeded.push(part.name.clone());
                }
            }
        }
    }

    /// Names of the operations to draft.
    pub(super) fn names(&self) -> Vec<String> {
        self.operations.iter().map(|it| it.2.clone()).collect()
    }

    /// Whether some operation of a page is drafted.
    pub(super) fn has_operations(&self, page: &Read<'_>) -> bool {
        self.operations
            .iter()
            .any(|it| self.pages[it.0].id() == page.id())
    }

    /// Everything, without what was refused.
    pub(super) fn made(&self, name: &str, refused: &BTreeSet<Tag>) -> Made {
        let mut types = Types::new(&self.known, self.present.types.clone(), refused);
        types.enums.clone_from(&self.present.enums);
        types.choices.clone_from(&self.present.choices);
        for (page, place, _) in &self.types {
            types.keep(&self.pages[*page].types[*place].name);
        }
        let (failing, no_method) = (api::failing(&self.pages), self.has_no_method());
        let mut sources = Vec::new();
        let mut files = Vec::new();
        for (nth, page) in self.pages.iter().enumerate() {
            types.is_reference = page.is_reference;
            let own = self.types.iter().filter(|it| it.0 == nth);
            for (_, place, others) in own {
                types.describe(page, &page.types[*place], others);
            }
            let mut listed = Vec::new();
            let mut about = None;
            let path =
                |place: usize| operation::endpoint(&page.operations[place]).map_or("", |it| it.1);
            let own = self.operations.iter().filter(|it| it.0 == nth);
            let grouping = Grouping::of(own.map(|it| path(it.1)));
            for (_, place, name) in self.operations.iter().filter(|it| it.0 == nth) {
                let part = &page.operations[*place];
                let depth = if page.is_reference { 2 } else { 0 };
                let group = grouping.group(path(*place)).filter(|_| page.is_reference);
                let style = Style {
                    failing,
                    no_method,
                    group,
                };
                let lines = operation::lines(&mut types, (page, part), name, style, depth);
                if page.is_reference {
                    listed.push((name.clone(), group.map(str::to_owned), lines));
                } else {
                    about = Some(name.clone());
                    files.push(File {
                        name: name.clone(),
                        things: vec![lines],
                    });
                }
            }
            for mut file in files::by_group(listed) {
                let mut head = Lines::default();
                head.add(0, "operations:");
                file.things.insert(0, head);
                files.push(file);
            }
            sources.push(Source {
                about,
                parts: std::mem::take(&mut types.parts),
            });
        }
        // A type of a choice that the language does not take is one that nothing leads to.
        let (done, left): (Vec<_>, Vec<_>) =
            std::mem::take(&mut types.done).into_iter().partition(|it| {
                !types.has_refused(&it.0, "object")
                    && !types.has_refused(&it.0, "choice")
                    && !types.has_refused(&it.0, "enum")
            });
        let left = left.into_iter().map(|it| it.0).collect();
        let api = api::api(&types, name, &self.pages, &self.questions(left));
        let names = done.iter().map(|it| it.0.clone()).collect();
        Made {
            operations: files,
            types: self.files_of_types(done),
            sources,
            api,
            names,
        }
    }

    /// Types in files: of pages of single operations in one.
    fn files_of_types(&self, types: Vec<(String, Lines)>) -> Vec<File> {
        let is_reference = self.pages.iter().any(|it| it.is_reference);
        let mut files = if is_reference {
            files::divided(types)
        } else {
            vec![File {
                name: String::new(),
                things: types.into_iter().map(|it| it.1).collect(),
            }]
        };
        files.retain(|it| !it.things.is_empty());
        for file in &mut files {
            let mut head = Lines::default();
            head.add(0, "types:");
            file.things.insert(0, head);
        }
        files
    }

    /// Whether it is one question for all operations which method they have.
    fn has_no_method(&self) -> bool {
        let parts = self.operations.iter();
        let mut endpoints = parts.map(|it| operation::endpoint(&self.pages[it.0].operations[it.1]));
        self.operations.len() > 1 && endpoints.all(|it| it.is_some_and(|it| it.0.is_none()))
    }

    /// What is asked of the API as a whole.
    fn questions(&self, left: Vec<String>) -> Vec<String> {
        let mut asked = Vec::new();
        if self.has_no_method() {
            asked.push(
                "the page gives no method; every operation is written with `post`".to_owned(),
            );
        }
        let is_told = |it: &Read<'_>| {
            let mut parts = it.operations.iter();
            it.is_reference
                && parts.any(|it| {
                    it.texts_below(&["response"], stipula_facts::Kind::Type)
                        .next()
                        .is_some()
                })
        };
        if self.pages.iter().any(is_told) {
            asked.push(
                "say by `outcome` how an answer says how it went, and by `data` where it holds what \
                 an operation gives back"
                    .to_owned(),
            );
        }
        let unneeded = [self.unneeded.clone(), left].concat();
        if !unneeded.is_empty() {
            asked.push(format!(
                "no operation leads to the types {}",
                unneeded.join(", ")
            ));
        }
        asked
    }
}
