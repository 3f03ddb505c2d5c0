//! Valid bodies: one for each legal case of what the rules of the body read.

use super::{
    Witness,
    draft::{Draft, Maker},
    spot::Spot,
};
use crate::{
    cases::{Assignment, Case, Space, Test},
    values::holds,
};
use stipula_contract::{Api, Base, Kind, Operation, Place, Scenario};

/// Minimal valid bodies, the smallest first.
pub(super) fn all(api: &Api, operation: &Operation, scenario: Option<&Scenario>) -> Vec<Witness> {
    let maker = Maker::new(api, operation);
    let mut found: Vec<Witness> = starts(&maker, scenario)
        .into_iter()
        .filter_map(|mut draft| {
            draft.fill();
            draft.judged().is_empty().then(|| draft.into_witness())
        })
        .collect();
    found.sort_by_key(|it| it.body.to_string().len());
    found
}

/// Drafts that hold what each legal case says, and nothing more.
///
/// A case is made of the enums and booleans that the scenario and the demands of the body read;
/// what else the rules want is mended afterwards.
pub(super) fn starts<'m>(maker: &'m Maker<'m>, scenario: Option<&Scenario>) -> Vec<Draft<'m>> {
    let when = scenario.map_or(Test::Constant(true), |it| it.when.cond.clone());
    let demands = demands(maker);
    let mut kept = demands.as_slice();
    let space = loop {
        let tests: Vec<&Test> = std::iter::once(&when).chain(kept).collect();
        match (Space::of(&maker.api.types, &tests), kept.split_last()) {
            (Some(space), _) => break space,
            (None, Some((_, fewer))) => kept = fewer,
            (None, None) => return vec![maker.draft()],
        }
    };
    let is_legal =
        |case: &Case<'_>| holds(&when, case) && kept.iter().all(|broken| !holds(broken, case));
    let mut choices: Vec<Assignment> = Vec::new();
    for case in space.cases().filter(is_legal) {
        let assigned = case.assigned(is_choice);
        if !choices.contains(&assigned) {
            choices.push(assigned);
        }
    }
    let body = Spot::of_body(maker.operation.request);
    let draft = |assigned: &Assignment| {
        let mut draft = maker.draft();
        draft.take(assigned, &body, true);
        draft
    };
    choices.iter().map(draft).collect()
}

/// The cases in which a demand of the body is broken, as far as enums and booleans decide them.
fn demands(maker: &Maker<'_>) -> Vec<Test> {
    let Some(body) = maker.api.type_(maker.operation.request).object() else {
        return Vec::new();
    };
    let errors = body.rules.iter().filter(|it| it.is_error());
    let tests = errors.filter_map(|rule| rule.broken(body));
    tests
        .filter(|test| !test.compared().is_empty() && test.compared().into_iter().all(is_choice))
        .collect()
}

fn is_choice(place: &Place) -> bool {
    place.base == Base::Context
        || matches!(
            place.kind,
            Kind::Enum(_) | Kind::IntegerEnum(_) | Kind::Boolean
        )
}
