//! What each member is in each scenario, as one table.

use serde::Serialize;

use crate::words;
use stipula_contract::{Need, Operation, Scenario};

/// The requirement matrix of an operation.
#[derive(Debug, Serialize)]
pub(super) struct Matrix {
    scenarios: Vec<Column>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Column {
    name: String,
    doc: String,
    when: String,
    /// Path of its type in the client.
    rust: String,
}

#[derive(Debug, Serialize)]
struct Row {
    path: String,
    needs: Vec<&'static str>,
}

/// The matrix; none without scenarios.
pub(super) fn matrix(operation: &Operation) -> Option<Matrix> {
    let first = operation.scenarios.first()?;
    let rows = first.needs.iter().enumerate().map(|(index, row)| Row {
        path: row.path.clone(),
        needs: operation
            .scenarios
            .iter()
            .map(|it| it.needs.get(index).map_or("", |row| word(row.need)))
            .collect(),
    });
    Some(Matrix {
        scenarios: operation
            .scenarios
            .iter()
            .map(|it| column(operation, it))
            .collect(),
        rows: rows.collect(),
    })
}

fn column(operation: &Operation, scenario: &Scenario) -> Column {
    let module = operation.rust.trim_start_matches("r#");
    Column {
        rust: format!("scenario::{module}::{}", scenario.rust),
        name: scenario.name.clone(),
        doc: scenario.doc.trim().to_owned(),
        when: scenario.when.english.clone(),
    }
}

const fn word(need: Need) -> &'static str {
    match need {
        Need::Required => "**required**",
        other => words::need(other),
    }
}
