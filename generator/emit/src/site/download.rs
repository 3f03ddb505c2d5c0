//! What other tools read: the OpenAPI document, schemas of requests and Markdown, beside the pages,
//! so that a site that is served alone has them.

use serde::Serialize;
use stipula_contract::{Api, Operation};

use crate::{Model, openapi, output::FileSet};

use super::{
    guides::Guide,
    operations::{Entry, Group},
    page::Page,
};

/// Where the files stand, below the folder of the site.
const FOLDER: &str = "download";

#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    folder: &'static str,
    /// Operations with a body of JSON, each with the file of its schema.
    schemas: Vec<(&'a str, String)>,
}

pub(super) fn view<'a>(page: &Page<'a>) -> View<'a> {
    let schemas = with_schema(page.api);
    View {
        title: Guide::Download.title(),
        folder: FOLDER,
        schemas: schemas
            .map(|it| (it.name.as_str(), schema(page.api, it)))
            .collect(),
    }
}

fn with_schema(api: &Api) -> impl Iterator<Item = &Operation> {
    api.operations.iter().filter(|it| api.is_plain(it))
}

fn schema(api: &Api, it: &Operation) -> String {
    format!(
        "{FOLDER}/schemas/{}.json",
        openapi::component(api, it.request)
    )
}

/// The files, which are those of other outputs.
pub(crate) fn downloads(api: &Api, others: &FileSet) -> FileSet {
    let mut files = FileSet::new();
    let mut copy = |from: &str, to: &str| {
        if let Some(text) = others.get(from) {
            files.add(format!("docs/site/{to}"), text);
        }
    };
    copy("schema/openapi.json", &format!("{FOLDER}/openapi.json"));
    for it in with_schema(api) {
        let name = openapi::component(api, it.request);
        let from = format!("schema/types/{name}.json");
        copy(&from, &schema(api, it));
    }
    for (from, _) in others.iter() {
        if let Some(path) = from
            .strip_prefix("docs/")
            .filter(|it| !it.starts_with("site/"))
        {
            copy(from, &format!("{FOLDER}/{path}"));
        }
    }
    files
}

/// A list of the pages for programs that read: <https://llmstxt.org>.
pub(super) fn llms(api: &Model, groups: &[Group]) -> String {
    let mut lines = vec![format!("# {}", line(&api.title)), String::new()];
    if !api.doc.trim().is_empty() {
        lines.extend([format!("> {}", line(&api.doc)), String::new()]);
    }
    lines.push("## What holds for every operation\n".to_owned());
    lines.push(format!(
        "- [Reference]({FOLDER}/README.md): authentication, headers, environments, outcome, result codes"
    ));
    if !api.quirks.is_empty() {
        lines.push(format!(
            "- [Quirks]({FOLDER}/quirks.md): where this reference departs from the vendor's pages"
        ));
    }
    for group in groups {
        let name = line(group.name.as_deref().unwrap_or("Operations"));
        lines.push(format!("\n## {name}\n"));
        lines.extend(group.operations.iter().map(llms_line));
    }
    lines.push("\n## For other tools\n".to_owned());
    lines.push(format!(
        "- [OpenAPI 3.1 document]({FOLDER}/openapi.json): conditions as JSON Schema"
    ));
    lines.push(String::new());
    lines.join("\n")
}

fn llms_line(it: &Entry) -> String {
    let path = it.href.replace(".html", ".md");
    let about = line(&it.summary);
    let about = if about.is_empty() { &it.path } else { &about };
    format!("- [{}]({FOLDER}/{path}): {about}", it.name)
}

/// A text in one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
