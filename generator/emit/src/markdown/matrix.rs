//! What each member is in each scenario, as one table.

use serde::Serialize;

use crate::{rust::names::Names, words};
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
pub(super) fn matrix(names: &Names, operation: &Operation) -> Option<Matrix> {
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
            .enumerate()
            .map(|(at, it)| column(names, operation, (at, it)))
            .collect(),
        rows: rows.collect(),
    })
}

fn column(names: &Names, operation: &Operation, (at, scenario): (usize, &Scenario)) -> Column {
    let module = names.module(operation.id);
    let name = &names.scenario(operation.id, at).name;
    Column {
        rust: format!("scenario::{module}::{name}"),
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
