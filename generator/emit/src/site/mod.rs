//! A site of plain HTML below `docs/site`: an index, a page for each operation, for the result
//! codes and for the quirks.
//!
//! The same model and the same sentences as the Markdown pages. The pages need no server and ask
//! none: every link is relative, styles and scripts are files beside them, and without scripts
//! they can still be read.

mod assets;
mod authentication;
mod changelog;
mod checker;
mod codes;
mod download;
mod environments;
mod errors;
mod examples;
mod fields;
mod guides;
mod html;
mod idempotency;
mod index;
mod machine;
mod notifications;
mod operation;
mod operations;
mod page;
mod proving;
mod quickstart;
mod quirks;
mod render;
mod rows;
mod scenarios;
mod search;
mod telling;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::Model;
use serde::Serialize;

pub(super) use download::downloads;

use self::{guides::Guide, operations::Entry, page::Page, render::Templates};
use crate::{
    openapi::judging::Judging,
    output::FileSet,
    view::{
        codes as result,
        link::Page as Of,
        names::Names,
        operation as told,
        overview::{Overview, overview},
        quirks as quirk, search as find,
    },
};

/// What every page has around its content.
#[derive(Debug, Serialize)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each says whether one page is there"
)]
struct Frame {
    title: String,
    /// From the folder of the page to that of the site.
    up: &'static str,
    /// The page itself, for the menu.
    here: String,
    /// The operation that the page is about.
    operation: Option<Entry>,
    /// Where all operations are listed.
    all_operations: &'static str,
    /// Version and date of what is described.
    version: String,
    guides: Vec<guides::Entry>,
    has_notifications: bool,
    has_quirks: bool,
    has_changelog: bool,
    has_codes: bool,
}

/// Every file of the site but [its downloads](downloads).
pub(super) fn pages(api: &Model) -> FileSet {
    let site = Site {
        api,
        names: Names::of(api),
        templates: Templates::new(api),
    };
    let mut files = FileSet::new();
    let mut found = search::Index::default();
    let mut types = find::Found::default();
    let judging = Judging::new(api);
    for operation in &api.operations {
        let whole = operation::Whole::new(api, told::operation(api, site.names, operation));
        let of = Of::Operation(operation);
        let page = site.page(of);
        let view = operation::view(&page, &whole, &judging);
        let entries = find::operation(
            api,
            &whole.told,
            &whole.request,
            &whole.response,
            &mut types,
        );
        found.page(&site.file(of), whole.told.name, entries);
        site.add(&mut files, "operation.html", of, &view);
    }
    let overview = overview(api);
    let mut entries = site.entries(&overview);
    let own = entries.remove(&site.file(Of::Overview));
    found.page(
        &site.file(Of::Overview),
        "Overview",
        own.unwrap_or_default(),
    );
    let groups = operations::groups(api, site.names);
    let view = index::view(&site.page(Of::Overview), &overview, &groups);
    site.add(&mut files, "index.html", Of::Overview, &view);
    site.guides(&mut files, &mut found, entries, &overview);
    files.add("docs/site/llms.txt", download::llms(api, &groups));
    if operations::are_apart(api) {
        let view = operations::view(&groups);
        let frame = site.frame(Of::Overview, operations::PAGE);
        site.write(&mut files, operations::PAGE, &frame, &view);
    }
    if !api.notifications.is_empty() {
        let all = notifications::whole(api);
        let of = Of::Notifications;
        found.page(&site.file(of), "Notifications", find::notifications(&all));
        let view = notifications::view(&site.page(of), &all);
        site.add(&mut files, "notifications.html", of, &view);
    }
    if has_codes(api) {
        let common = result::common(api);
        found.page(
            &site.file(Of::Codes),
            "Result codes",
            find::common_codes(&common),
        );
        let view = codes::view(&site.page(Of::Codes), &common);
        site.add(&mut files, "codes.html", Of::Codes, &view);
    }
    if !api.quirks.is_empty() {
        let all = quirk::all(api);
        found.page(&site.file(Of::Quirks), "Quirks", find::quirks(&all));
        let view = quirks::view(&site.page(Of::Quirks), &all);
        site.add(&mut files, "quirks.html", Of::Quirks, &view);
    }
    if !api.history.releases.is_empty() {
        let view = changelog::view(api);
        site.add(&mut files, "changelog.html", Of::Changelog, &view);
    }
    assets::add(&mut files);
    files.add(
        "docs/site/assets/operations.js",
        operations::script(&groups),
    );
    files.add("docs/site/assets/search-index.js", found.script());
    files
}

/// What is to be found, by file.
type Entries<'a> = BTreeMap<String, Vec<find::Entry<'a>>>;

/// What makes a page a file.
struct Site<'a> {
    api: &'a Model,
    names: Names<'a>,
    templates: Templates,
}

impl<'a> Site<'a> {
    fn page(&self, of: Of<'a>) -> Page<'a> {
        Page::new(self.api, self.names, of)
    }

    fn file(&self, of: Of<'_>) -> String {
        page::file(self.names, of)
    }

    /// Adds a page.
    fn add(&self, files: &mut FileSet, template: &str, of: Of<'_>, page: &impl Serialize) {
        let frame = self.frame(of, &self.file(of));
        self.write(files, template, &frame, page);
    }

    /// What is to be found of what holds for every operation, by file.
    fn entries<'o>(&self, overview: &Overview<'o>) -> Entries<'o> {
        let mut entries = Entries::new();
        for it in find::overview(overview) {
            let file = page::place(self.names, Of::Overview, &it.at);
            entries.entry(file).or_default().push(it);
        }
        entries
    }

    /// Adds the pages that lead through a task.
    fn guides(
        &self,
        files: &mut FileSet,
        found: &mut search::Index,
        mut entries: Entries<'_>,
        overview: &Overview<'_>,
    ) {
        for guide in Guide::of(self.api) {
            let about = entries.remove(guide.file()).unwrap_or_default();
            let all = std::iter::once(find::guide(guide.title(), guide.ask())).chain(about);
            found.page(guide.file(), guide.title(), all);
            self.guide(files, guide, overview);
        }
    }

    fn guide(&self, files: &mut FileSet, guide: Guide, overview: &Overview<'_>) {
        let page = self.page(Of::Overview);
        let frame = self.frame(Of::Overview, guide.file());
        let file = guide.file();
        match guide {
            Guide::Quickstart => self.write(files, file, &frame, &quickstart::view(&page)),
            Guide::Authentication => {
                let view = authentication::view(&page, overview);
                self.write(files, file, &frame, &view);
            }
            Guide::Errors => {
                let view = errors::view(&page, overview, &result::common(self.api));
                self.write(files, file, &frame, &view);
            }
            Guide::Idempotency => self.write(files, file, &frame, &idempotency::view(&page)),
            Guide::Environments => {
                let view = environments::view(&page, overview);
                self.write(files, file, &frame, &view);
            }
            Guide::Download => self.write(files, file, &frame, &download::view(&page)),
        }
    }

    fn write(&self, files: &mut FileSet, template: &str, frame: &Frame, page: &impl Serialize) {
        let text = self.templates.render(template, frame, page);
        files.add(format!("docs/site/{}", frame.here), text);
    }

    fn frame(&self, of: Of<'_>, here: &str) -> Frame {
        let api = self.api;
        let operation = match of {
            Of::Operation(it) => Some(Entry::of(self.names, it)),
            _ => None,
        };
        Frame {
            title: api.title.clone(),
            up: page::up(of),
            here: here.to_owned(),
            operation,
            all_operations: operations::address(api),
            version: version(api),
            guides: Guide::of(api).map(Guide::entry).collect(),
            has_notifications: !api.notifications.is_empty(),
            has_quirks: !api.quirks.is_empty(),
            has_changelog: !api.history.releases.is_empty(),
            has_codes: has_codes(api),
        }
    }
}

/// `2.1, 2026-01-31`; the date of the last release where the spec says none.
fn version(api: &Model) -> String {
    let last = api.history.releases.last();
    let date = api.about.date.as_deref();
    let date = date.or_else(|| last.map(|it| it.date.as_str()));
    let parts = api.about.version.as_deref().into_iter().chain(date);
    parts.collect::<Vec<_>>().join(", ")
}

fn has_codes(api: &Model) -> bool {
    !api.errors.is_empty() || api.operations.iter().any(|it| !it.errors.is_empty())
}
