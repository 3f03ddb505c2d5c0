//! The list of operations: a script that every page loads into its menu, and cards on one page.

use serde::Serialize;
use serde_json::{Value, json};

use crate::{Model, view::names::Names};
use stipula_contract::Operation;

use super::{html, page::operation_path};

/// With more operations than this, their cards stand on a page of their own: the first page of a large
/// API stays small.
const ON_OVERVIEW: usize = 200;

/// The page of their own.
pub(super) const PAGE: &str = "operations.html";

/// Operations of one group; those without a group come first.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Group {
    pub(super) name: Option<String>,
    pub(super) operations: Vec<Entry>,
}

/// An operation as lists show it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) summary: String,
    method: &'static str,
    pub(super) path: String,
    pub(super) href: String,
}

/// The page of all operations.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    groups: &'a [Group],
}

impl Entry {
    pub(super) fn of(names: Names<'_>, it: &Operation) -> Self {
        Self {
            name: it.name.clone(),
            summary: it.summary.trim().to_owned(),
            method: it.method.as_str(),
            path: it.path.clone(),
            href: operation_path(names, it),
        }
    }
}

/// All operations.
pub(super) fn groups(api: &Model, names: Names<'_>) -> Vec<Group> {
    let groups = api.api.by_group().into_iter();
    let groups = groups.filter(|(_, all)| !all.is_empty());
    let group = |(name, all): (Option<&str>, Vec<&Operation>)| Group {
        name: name.map(str::to_owned),
        operations: all.into_iter().map(|it| Entry::of(names, it)).collect(),
    };
    groups.map(group).collect()
}

/// Whether operations have a page of their own.
pub(super) fn are_apart(api: &Model) -> bool {
    api.operations.len() > ON_OVERVIEW
}

/// Where the cards of all operations are, below the folder of the site.
pub(super) fn address(api: &Model) -> &'static str {
    if are_apart(api) {
        PAGE
    } else {
        "index.html#operations"
    }
}

/// The page of all operations.
pub(super) fn view(groups: &[Group]) -> View<'_> {
    View {
        title: "Operations",
        groups,
    }
}

/// The script that fills menus. A menu in every page would make the site grow with the square of its
/// operations.
pub(super) fn script(groups: &[Group]) -> String {
    let lines = groups.iter().map(|group| {
        let operations = group.operations.iter();
        let operations: Vec<Value> = operations
            .map(|it| json!([it.method, it.name, it.href]))
            .collect();
        html::script_json(&json!([group.name, operations]).to_string())
    });
    let lines: Vec<String> = lines.collect();
    format!("stipulaOperations([\n{}\n]);\n", lines.join(",\n"))
}
