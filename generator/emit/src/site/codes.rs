//! Result codes and what to do about them.

use serde::Serialize;

use crate::markdown::codes::{action, class};
use stipula_contract::{Evidence, Operation, Repeat, ResultCode};

use super::{
    html::inline,
    place::{Chip, Page, checked, operation_path, token},
};

/// A row.
#[derive(Debug, Serialize)]
pub(super) struct Code {
    pub(super) anchor: String,
    pub(super) text: String,
    status: String,
    pub(super) class: &'static str,
    pub(super) doc: String,
    pub(super) action: &'static str,
    chips: Vec<Chip>,
}

/// The page of all codes.
#[derive(Debug, Serialize)]
pub(super) struct View {
    title: &'static str,
    common: Vec<Code>,
    own: Vec<Own>,
}

#[derive(Debug, Serialize)]
struct Own {
    name: String,
    href: String,
    codes: Vec<Code>,
}

/// Every code of the API, those of all operations first.
pub(super) fn view(page: &Page<'_>) -> View {
    let none = Evidence::default();
    let own = page
        .api
        .operations
        .iter()
        .filter(|it| !it.errors.is_empty());
    View {
        title: "Result codes",
        common: rows(page, &page.api.errors, None, &none, "code"),
        own: own
            .map(|it| Own {
                name: it.name.clone(),
                href: operation_path(&page.api.names, it),
                codes: of_operation(page, it, &format!("code-{}", token(&it.name))),
            })
            .collect(),
    }
}

/// The codes that an operation adds.
pub(super) fn of_operation(page: &Page<'_>, operation: &Operation, anchor: &str) -> Vec<Code> {
    let repeat = operation.idempotency.as_ref().map(|it| &it.repeat);
    rows(page, &operation.errors, repeat, &operation.evidence, anchor)
}

fn rows(
    page: &Page<'_>,
    codes: &[ResultCode],
    repeat: Option<&Repeat>,
    outer: &Evidence,
    anchor: &str,
) -> Vec<Code> {
    let transient = page
        .api
        .outcome
        .as_ref()
        .map_or(&[][..], |it| &it.transient);
    let chips = |it: &ResultCode| {
        let mut chips = page.chips(&it.evidence, outer);
        chips.extend(checked(page.api.provenance.code(it.id)));
        chips
    };
    let row = |it: &ResultCode| Code {
        anchor: format!("{anchor}-{}", token(&it.code)),
        text: it.code.clone(),
        status: it.status.clone(),
        class: class(it.class),
        doc: inline(&it.doc),
        action: action(it, transient.contains(&it.code), repeat),
        chips: chips(it),
    };
    codes.iter().map(row).collect()
}
