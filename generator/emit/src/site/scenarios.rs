//! What each member is in each scenario.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::words;
use stipula_contract::{Need, Operation, Scenario};

use super::html::{blocks, inline};

/// What members are in the scenarios of an operation, by path.
#[derive(Default)]
pub(super) struct Needs<'a> {
    by_path: BTreeMap<&'a str, String>,
}

impl<'a> Needs<'a> {
    pub(super) fn new(operation: &'a Operation) -> Self {
        let mut by_path: BTreeMap<&'a str, String> = BTreeMap::new();
        for scenario in &operation.scenarios {
            for row in &scenario.needs {
                by_path.entry(&row.path).or_default().push(letter(row.need));
            }
        }
        Self { by_path }
    }

    /// One letter for each scenario; empty for a member that the table does not have.
    pub(super) fn of(&self, path: &str) -> String {
        self.by_path.get(path).cloned().unwrap_or_default()
    }
}

/// The letter that the script turns into a word again.
const fn letter(need: Need) -> char {
    match need {
        Need::Required => 'r',
        Need::Expected => 'e',
        Need::SometimesExpected => 's',
        Need::Conditional => 'c',
        Need::Optional => 'o',
        Need::Ineffective => 'i',
        Need::NotAllowed => 'n',
    }
}

/// A scenario, as the picker has it.
#[derive(Debug, Serialize)]
pub(super) struct Choice {
    name: String,
    when: String,
    doc: String,
}

/// The requirement matrix, for readers and for paper.
#[derive(Debug, Serialize)]
pub(super) struct Matrix {
    pub(super) choices: Vec<Choice>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    path: String,
    depth: usize,
    needs: Vec<&'static str>,
}

/// The matrix; none without scenarios.
pub(super) fn matrix(operation: &Operation) -> Option<Matrix> {
    let first = operation.scenarios.first()?;
    let need =
        |it: &Scenario, index: usize| it.needs.get(index).map_or("", |row| words::need(row.need));
    let row = |(index, row): (usize, &stipula_contract::NeedRow)| Row {
        path: row.path.clone(),
        depth: row.depth,
        needs: operation
            .scenarios
            .iter()
            .map(|it| need(it, index))
            .collect(),
    };
    let choice = |it: &Scenario| Choice {
        name: it.name.clone(),
        when: inline(&it.when.english),
        doc: blocks(&it.doc),
    };
    Some(Matrix {
        choices: operation.scenarios.iter().map(choice).collect(),
        rows: first.needs.iter().enumerate().map(row).collect(),
    })
}
