//! Markdown pages below `docs`: an index, one page per operation and per type, and the quirks.
//!
//! The pages are templates over plain structs; prose stands in the templates, what they say comes
//! from the model, and a rule is always told in the sentence that the model has for it.

mod changelog;
mod codes;
mod fields;
mod index;
mod links;
mod matrix;
mod notifications;
mod operation;
mod quirks;
mod safe;
mod settings;
mod text;
mod types;

#[cfg(test)]
mod tests;

pub use text::{cell, code};

use crate::{Model, fences};
use minijinja::{Environment, value::Serde};
use serde::Serialize;

use crate::{
    output::FileSet,
    templates,
    view::{names::Names, operation::operation as told, overview::overview},
};

use self::links::Links;

/// The macros that every page may use, before its own text.
macro_rules! template {
    ($file:literal) => {
        concat!(
            include_str!("../../templates/parts.md"),
            include_str!(concat!("../../templates/", $file))
        )
    };
}

/// Every page.
pub(super) fn pages(api: &Model) -> FileSet {
    let pages = Pages::new(api);
    let names = Names::of(api);
    let links = Links::new(api, names);
    let overview = overview(api);
    let mut files = FileSet::new();
    files.add(
        "docs/README.md",
        pages.render("index", &index::page(api, &overview, &links.at(""))),
    );
    for operation in &api.operations {
        let page = operation::page(api, &told(api, names, operation), &links.at("../"));
        files.add(
            format!("docs/{}", links.operation_path(operation)),
            pages.render("operation", &page),
        );
    }
    for (path, variants) in links.pages() {
        let page = types::page(api, variants, &links.at("../"));
        files.add(format!("docs/{path}"), pages.render("type", &page));
    }
    if !api.quirks.is_empty() {
        files.add(
            "docs/quirks.md",
            pages.render("quirks", &quirks::page(api, &links.at(""))),
        );
    }
    if !api.history.releases.is_empty() {
        files.add(
            "docs/changelog.md",
            pages.render("changelog", &changelog::page(api)),
        );
    }
    files
}

/// The templates, and the line that every page starts with.
struct Pages {
    environment: Environment<'static>,
    banner: String,
}

impl Pages {
    fn new(api: &Model) -> Self {
        let mut environment = templates::environment([
            ("index", template!("index.md")),
            ("operation", template!("operation.md")),
            ("type", template!("type.md")),
            ("quirks", template!("quirks.md")),
            ("changelog", template!("changelog.md")),
        ]);
        environment.add_filter("code", |it: &str| text::code(it));
        environment.add_filter("cell", |it: &str| text::cell(it));
        environment.add_filter("block", |it: &str| fences::closed(it));
        environment.add_filter("heading", |it: &str| text::heading(it));
        let banner = format!("<!-- {} -->", templates::banner(&api.name));
        Self {
            environment,
            banner,
        }
    }

    fn render(&self, template: &str, page: &impl Serialize) -> String {
        let body = self
            .environment
            .get_template(template)
            .and_then(|template| template.render(Serde(page)))
            .expect("the templates fit the structs of this module");
        format!("{}\n\n{}\n", self.banner, safe::page(&text::tidy(&body)))
    }
}
