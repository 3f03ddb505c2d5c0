//! What each member is in each scenario, as one table.

use serde::Serialize;

use crate::{
    view::{operation::Operation, scenarios},
    words,
};
use stipula_contract::Need;

/// The requirement matrix of an operation.
#[derive(Debug, Serialize)]
pub(super) struct Matrix<'a> {
    scenarios: Vec<Column<'a>>,
    rows: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
struct Column<'a> {
    name: &'a str,
    doc: &'a str,
    when: &'a str,
    /// Path of its type in the client.
    rust: String,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    path: &'a str,
    needs: Vec<&'static str>,
}

/// The matrix; none without scenarios.
pub(super) fn matrix<'a>(operation: &Operation<'a>) -> Option<Matrix<'a>> {
    let matrix = operation.matrix.as_ref()?;
    let column = |it: &scenarios::Case<'a>| Column {
        name: it.name,
        doc: it.doc.markdown(),
        when: it.when.markdown(),
        rust: it.type_path.clone(),
    };
    let row = |it: &scenarios::Row<'a>| Row {
        path: it.path,
        needs: it.needs.iter().map(|need| word(*need)).collect(),
    };
    Some(Matrix {
        scenarios: matrix.cases.iter().map(column).collect(),
        rows: matrix.rows.iter().map(row).collect(),
    })
}

const fn word(need: Need) -> &'static str {
    match need {
        Need::Required => "**required**",
        other => words::need(other),
    }
}
