//! What each member is in each scenario.

use stipula_contract::{Need, Operation, Scenario};

use super::{names::Names, prose::Prose};

/// The requirement matrix of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Matrix<'a> {
    pub(crate) cases: Vec<Case<'a>>,
    pub(crate) rows: Vec<Row<'a>>,
}

/// A scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Case<'a> {
    pub(crate) name: &'a str,
    pub(crate) when: Prose<'a>,
    pub(crate) doc: Prose<'a>,
    /// Path of its type in the client.
    pub(crate) type_path: String,
}

/// A member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row<'a> {
    /// From the body: `texts.*.title`.
    pub(crate) path: &'a str,
    /// Levels below the body.
    pub(crate) depth: usize,
    /// What it is, by scenario.
    pub(crate) needs: Vec<Need>,
}

/// The matrix; none without scenarios.
pub(crate) fn matrix<'a>(names: Names<'a>, operation: &'a Operation) -> Option<Matrix<'a>> {
    let scenarios = &operation.scenarios;
    let module = names.scenario_module(operation);
    let case = |it: &'a Scenario| Case {
        name: &it.name,
        when: Prose::new(&it.when.english),
        doc: Prose::new(&it.doc),
        type_path: format!("{module}::{}", names.scenario(operation, it)),
    };
    let rows = scenarios.first()?.needs.iter().enumerate();
    let need = |it: &Scenario, index: usize| it.needs.get(index).map(|row| row.need);
    let rows = rows.map(|(index, row)| Row {
        path: &row.path,
        depth: row.depth,
        needs: scenarios.iter().filter_map(|it| need(it, index)).collect(),
    });
    Some(Matrix {
        cases: scenarios.iter().map(case).collect(),
        rows: rows.collect(),
    })
}
