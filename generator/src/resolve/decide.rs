//! A small decision procedure: what a condition gives in every case of the enums it reads.

use stipula_cond::{Cond, Operand};

use super::{Cx, types::Types};
use crate::{
    diag::{Code, Diagnostic},
    model::{Base, Condition, Place, TypeId, Value},
    raw::RawPresenceRule,
};

/// Cases are enumerated up to this many.
const CASE_LIMIT: usize = 4096;

/// What is known of a condition in one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    True,
    False,
    Open,
}

/// An enum-valued place and the value it has in a case; `None` is absent.
pub(super) type Case = Vec<(Place, Option<String>)>;

/// The cases of the enum-valued places of these conditions, or nothing when there are too many.
pub(super) fn cases(types: &Types<'_>, conditions: &[&Condition]) -> Vec<Case> {
    let mut places: Vec<(Place, TypeId)> = Vec::new();
    for condition in conditions {
        for place in condition.cond.places() {
            if let Some(id) = place.enum_
                && !places.iter().any(|(known, _)| same(known, place))
            {
                places.push((place.clone(), id));
            }
        }
    }
    let mut cases: Vec<Case> = vec![Vec::new()];
    for (place, id) in places {
        let values = types.list[id.0].enum_().map_or(&[][..], |it| &it.values);
        let mut choices: Vec<Option<String>> = values
            .iter()
            .map(|value| Some(value.wire.clone()))
            .collect();
        if place.optional || types.list[id.0].enum_().is_some_and(|it| it.open) {
            choices.push(None);
        }
        if cases.len() * choices.len() > CASE_LIMIT {
            return Vec::new();
        }
        cases = cases
            .iter()
            .flat_map(|case| {
                choices
                    .iter()
                    .map(|choice| extended(case, &place, choice.as_ref()))
            })
            .collect();
    }
    cases
}

fn extended(case: &Case, place: &Place, choice: Option<&String>) -> Case {
    let mut case = case.clone();
    case.push((place.clone(), choice.cloned()));
    case
}

/// Two places are the same; the body's own members read the same as `root`'s.
fn same(a: &Place, b: &Place) -> bool {
    a.base == b.base
        && a.steps
            .iter()
            .map(|step| &step.wire)
            .eq(b.steps.iter().map(|step| &step.wire))
}

/// What the condition gives in a case. What is not an enum is open.
pub(super) fn judge(cond: &Cond<Place, Value>, case: &Case) -> Truth {
    let value = |place: &Place| {
        case.iter()
            .find(|(known, _)| same(known, place))
            .map(|(_, value)| value)
    };
    match cond {
        Cond::Constant(true) => Truth::True,
        Cond::Constant(false) => Truth::False,
        Cond::All(parts) => fold(parts, case, Truth::True, Truth::False),
        Cond::Any(parts) => fold(parts, case, Truth::False, Truth::True),
        Cond::Not(inner) => not(judge(inner, case)),
        Cond::Iff(a, b) => match (judge(a, case), judge(b, case)) {
            (Truth::Open, _) | (_, Truth::Open) => Truth::Open,
            (a, b) => of(a == b),
        },
        Cond::Present(place) => match value(place) {
            Some(given) => of(given.is_some()),
            None if !place.optional => Truth::True,
            None => Truth::Open,
        },
        Cond::OneOf { place, values } => match value(place) {
            None => Truth::Open,
            Some(None) => Truth::False,
            Some(Some(wire)) => of(values
                .iter()
                .any(|value| matches!(value, Value::Symbol { wire: it, .. } if it == wire))),
        },
        Cond::Compare {
            left: Operand::Place(a),
            op,
            right: Operand::Place(b),
        } => match (value(a), value(b)) {
            (Some(Some(a)), Some(Some(b))) => of((a == b) == (*op == stipula_cond::ast::Op::Eq)),
            (Some(None), _) | (_, Some(None)) => Truth::False,
            _ => Truth::Open,
        },
        Cond::True(_) | Cond::Compare { .. } | Cond::StartsWith { .. } => Truth::Open,
    }
}

const fn of(holds: bool) -> Truth {
    if holds { Truth::True } else { Truth::False }
}

const fn not(truth: Truth) -> Truth {
    match truth {
        Truth::True => Truth::False,
        Truth::False => Truth::True,
        Truth::Open => Truth::Open,
    }
}

fn fold(parts: &[Cond<Place, Value>], case: &Case, all: Truth, stop: Truth) -> Truth {
    let mut found = all;
    for part in parts {
        match judge(part, case) {
            truth if truth == stop => return stop,
            Truth::Open => found = Truth::Open,
            _ => {}
        }
    }
    found
}

/// Reports a condition that holds in every case or in none.
pub(super) fn report_constant(cx: &mut Cx<'_>, written: &RawPresenceRule, when: &Condition) {
    if matches!(when.cond, Cond::Constant(_)) {
        return;
    }
    let found = constant(&cx.types, when);
    let (code, message) = match found {
        Some(true) => (Code::ConditionAlways, "this condition holds in every case"),
        Some(false) => (Code::ConditionNever, "this condition holds in no case"),
        None => return,
    };
    let help = if found == Some(true) {
        "write `true`, or correct it"
    } else {
        "correct it, or remove the rule"
    };
    cx.sink
        .report(Diagnostic::new(code, written.when.span, message).help(help));
}

/// `Some` when every case gives the same.
pub(super) fn constant(types: &Types<'_>, when: &Condition) -> Option<bool> {
    let cases = cases(types, &[when]);
    let truths: Vec<Truth> = cases.iter().map(|case| judge(&when.cond, case)).collect();
    if truths.is_empty() || truths.contains(&Truth::Open) {
        return None;
    }
    let all = truths.iter().all(|truth| *truth == Truth::True);
    let none = truths.iter().all(|truth| *truth == Truth::False);
    (all || none).then_some(all)
}

/// A condition seen from the body: its members and those of `root` are one base.
pub(super) fn from_body(condition: &Condition, depth: usize) -> Condition {
    let cond = condition.cond.map_places(|place| {
        let base = match (place.base, depth) {
            (Base::This, 0) | (Base::Parent, 1) => Base::Root,
            (base, _) => base,
        };
        Place {
            base,
            ..place.clone()
        }
    });
    Condition {
        cond,
        ..condition.clone()
    }
}
