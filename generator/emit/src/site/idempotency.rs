//! The page of what happens when a request is sent twice: a row for each operation.

use serde::Serialize;

use crate::view::prose::Prose;

use super::{
    guides::Guide,
    html::inline,
    page::{Page, operation_path},
};

#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    rows: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    name: &'a str,
    href: String,
    /// What makes a repeat the same: members, or a header.
    key: Vec<&'a str>,
    told: String,
}

pub(super) fn view<'a>(page: &Page<'a>) -> View<'a> {
    let rows = page.api.operations.iter().map(|it| {
        let idempotency = it.idempotency.as_ref();
        let key = idempotency.map_or_else(Vec::new, |it| {
            let members = it.members().iter().map(String::as_str);
            members.chain(it.header()).collect()
        });
        let told = match idempotency {
            Some(it) => inline(Prose::new(&it.text)),
            None if it.safe => "Safe: it changes nothing, and you may repeat it.".to_owned(),
            None => {
                "Not documented. Find out what a lost call did before you repeat it.".to_owned()
            }
        };
        Row {
            name: &it.name,
            href: operation_path(page.names, it),
            key,
            told,
        }
    });
    View {
        title: Guide::Idempotency.title(),
        rows: rows.collect(),
    }
}
