//! What each member is in each scenario.

use serde::Serialize;

use crate::{view::scenarios, words};
use stipula_contract::Need;

use super::html::{blocks, inline};

/// The letter that the script turns into a word again.
pub(super) const fn letter(need: Need) -> char {
    match need {
        Need::Required => 'r',
        Need::Expected => 'e',
        Need::SometimesExpected => 's',
        Need::Conditional => 'c',
        Need::Optional => 'o',
        Need::Ineffective => 'i',
        Need::NotAllowed => 'n',
        Need::OtherCase => 'x',
    }
}

/// A cell of the matrix. What has no effect or belongs elsewhere looks like what is not allowed.
const fn cell(need: Need) -> (char, &'static str) {
    let class = match need {
        Need::Ineffective | Need::OtherCase => letter(Need::NotAllowed),
        other => letter(other),
    };
    (class, words::need(need))
}

/// A scenario, as the picker has it.
#[derive(Debug, Serialize)]
struct Choice<'a> {
    name: &'a str,
    when: String,
    doc: String,
}

/// The requirement matrix, for readers and for paper.
#[derive(Debug, Serialize)]
pub(super) struct Matrix<'a> {
    choices: Vec<Choice<'a>>,
    rows: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    path: &'a str,
    depth: usize,
    /// Class and word, by scenario.
    needs: Vec<(char, &'static str)>,
}

/// The matrix.
pub(super) fn matrix<'a>(it: &scenarios::Matrix<'a>) -> Matrix<'a> {
    let choice = |it: &scenarios::Case<'a>| Choice {
        name: it.name,
        when: inline(it.when),
        doc: blocks(it.doc),
    };
    let row = |it: &scenarios::Row<'a>| Row {
        path: it.path,
        depth: it.depth,
        needs: it.needs.iter().map(|need| cell(*need)).collect(),
    };
    Matrix {
        choices: it.cases.iter().map(choice).collect(),
        rows: it.rows.iter().map(row).collect(),
    }
}
