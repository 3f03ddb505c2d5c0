//! Rules about one member that nothing can keep all at once.

use stipula_cond::Leaf;

use super::{Demand, Written};
use crate::diag::{Code, Diagnostic, Sink};
use stipula_contract::{Api, Base, Field, Object, Place, Test};
use stipula_logic::{
    cases::{Case, Space},
    values::holds,
};

/// Reports every member that has a case in which each value, and none at all, breaks a rule.
pub(super) fn all(
    api: &Api,
    object: &Object,
    demands: &[Demand<'_>],
    written: &Written<'_>,
    sink: &mut Sink,
) {
    for field in &object.fields {
        // What a member may be beside the highest value of another one proves nothing, nor that
        // giving another one of its group would help.
        let decided = |it: &Demand<'_>| !it.rule.is_group() && !compares_places(&it.broken);
        let blames = |it: &&Demand<'_>| {
            let about = it.rule.at == field.wire && !is_about_the_call(&it.broken);
            it.rule.is_error() && about && decided(it)
        };
        let rules: Vec<&Demand<'_>> = demands.iter().filter(blames).collect();
        if rules.len() > 1 {
            member(api, field, &rules, &around(demands, &rules), written, sink);
        }
    }
}

/// Whether only values beside the body decide. Such a rule says that some of them leave nothing to
/// ask for, such as the last state of a status machine: on purpose, and no body contradicts it.
fn is_about_the_call(test: &Test) -> bool {
    let places = test.places();
    !places.is_empty() && places.iter().all(|it| it.base == Base::Context)
}

/// Whether a field is compared with another field.
fn compares_places(test: &Test) -> bool {
    let other = |leaf| matches!(leaf, Leaf::Compare { right, .. } if right.place().is_some());
    test.leaves().any(other)
}

/// Error rules that read what these rules read, and blame another member or the call. A case in which
/// one of them is broken proves nothing.
fn around<'a>(all: &'a [Demand<'a>], rules: &[&Demand<'_>]) -> Vec<&'a Demand<'a>> {
    let read: Vec<&Place> = rules.iter().flat_map(|it| it.broken.places()).collect();
    let touches = |demand: &Demand<'_>| {
        let places = demand.broken.places();
        places.iter().any(|place| read.contains(place))
    };
    let blames = |demand: &Demand<'_>| {
        let same = rules.iter().any(|it| it.rule.at == demand.rule.at);
        same && !is_about_the_call(&demand.broken)
    };
    let other = |it: &&Demand<'_>| it.rule.is_error() && !blames(it) && touches(it);
    all.iter().filter(other).collect()
}

fn member(
    api: &Api,
    field: &Field,
    rules: &[&Demand<'_>],
    around: &[&Demand<'_>],
    written: &Written<'_>,
    sink: &mut Sink,
) {
    let at = stipula_contract::place(field);
    let given = Test::Present(at.clone());
    let mut others = around.to_vec();
    // Fewer rules around mean fewer cases; one too many cannot be proved.
    let space = loop {
        let tests = rules.iter().chain(&others).map(|it| &it.broken);
        match Space::of(
            &api.types,
            &std::iter::once(&given).chain(tests).collect::<Vec<_>>(),
        ) {
            Some(space) => break space,
            None if others.pop().is_none() => return,
            None => {}
        }
    };
    let is_legal = |case: &Case<'_>| others.iter().all(|rule| !holds(&rule.broken, case));
    let is_stuck = |case: &Case<'_>| is_legal(case) && !can_keep(rules, case, &at);
    let Some(case) = space.cases().find(is_stuck) else {
        return;
    };
    report(&fewest(rules, &case, &at), &case, &at, written, sink);
}

/// Whether some value of the member, or none at all, keeps the rules.
fn can_keep(rules: &[&Demand<'_>], case: &Case<'_>, at: &Place) -> bool {
    let keeps = |case: &Case<'_>| rules.iter().all(|rule| !holds(&rule.broken, case));
    case.with_every(at).iter().any(keeps)
}

/// The fewest of the rules that nothing can keep in this case.
fn fewest<'a>(rules: &[&'a Demand<'a>], case: &Case<'_>, at: &Place) -> Vec<&'a Demand<'a>> {
    let mut needed = rules.to_vec();
    for rule in rules {
        let without: Vec<&Demand<'_>> = needed
            .iter()
            .copied()
            .filter(|it| !std::ptr::eq(*it, *rule))
            .collect();
        if !can_keep(&without, case, at) {
            needed = without;
        }
    }
    needed
}

fn report(
    rules: &[&Demand<'_>],
    case: &Case<'_>,
    at: &Place,
    written: &Written<'_>,
    sink: &mut Sink,
) {
    let Some((last, others)) = rules.split_last() else {
        return;
    };
    let Some(span) = written.span(last.rule) else {
        return;
    };
    let mut places: Vec<&Place> = rules.iter().flat_map(|it| it.broken.places()).collect();
    places.retain(|place| place.base != at.base || place.steps != at.steps);
    let when = match case.said(&places).as_str() {
        "" => "in any case".to_owned(),
        said => format!("when {said}"),
    };
    let message = format!(
        "nothing that `{}` can be keeps all of its rules {when}",
        last.rule.at
    );
    let mut diagnostic = Diagnostic::new(Code::RulesContradict, span, message);
    for other in others {
        if let Some(also) = written.span(other.rule) {
            diagnostic = diagnostic.also(also, "against this rule");
        }
    }
    sink.report(diagnostic.help("correct one of them"));
}
