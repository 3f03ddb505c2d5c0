//! Conditions that decide nothing: they hold in every case, or in none.

use stipula_cond::Cond;

use super::Cx;
use crate::{
    diag::{Code, Diagnostic},
    yaml::Text,
};
use stipula_contract::{Condition, Type};
use stipula_logic::{
    cases::{Space, Test, applies},
    values::holds,
};

/// Reports a condition that holds in every case or in none.
pub(super) fn report_constant(cx: &mut Cx<'_>, written: &Text, when: &Condition) {
    if matches!(when.cond, Cond::Constant(_)) {
        return;
    }
    let Some(found) = constant(&cx.types.list, &when.cond) else {
        return;
    };
    let (code, help) = if found.holds {
        (Code::ConditionAlways, "write `true`, or correct it")
    } else {
        (Code::ConditionNever, "correct it, or remove the rule")
    };
    let message = format!("this condition holds {}", found.tried);
    cx.sink
        .report(Diagnostic::new(code, written.span, message).help(help));
}

/// Reports a demand that nothing can break, or nothing can meet.
pub(super) fn report_demand(
    cx: &mut Cx<'_>,
    written: &Text,
    when: Option<&Condition>,
    expect: &Condition,
) {
    let applies = applies(when, expect);
    let types = &cx.types.list;
    let whole = Cond::All(vec![applies.clone(), expect.cond.clone()]);
    let Some(space) = Space::of(types, &[&whole]) else {
        return;
    };
    let broken = Cond::Not(Box::new(expect.cond.clone()));
    let (can_break, can_meet) = (
        space.find(&[&applies, &broken]).is_some(),
        space.find(&[&applies, &expect.cond]).is_some(),
    );
    let (code, message, help) = match (can_break, can_meet) {
        // A guard that never holds has been reported.
        (true, true) | (false, false) => return,
        (false, true) => (
            Code::ConditionAlways,
            "nothing can break this rule: whenever it applies, this holds",
            "correct it, or remove the rule",
        ),
        (true, false) => (
            Code::ConditionNever,
            "nothing can meet this rule: whenever it applies, this does not hold",
            "correct it, or forbid the field with `allowed`",
        ),
    };
    cx.sink
        .report(Diagnostic::new(code, written.span, message).help(help));
}

/// A condition that gives the same in every case.
pub(super) struct Constant {
    pub(super) holds: bool,
    /// "in all 14 cases of `type` and `product`".
    pub(super) tried: String,
}

/// `Some` when every case gives the same.
pub(super) fn constant(types: &[Type], test: &Test) -> Option<Constant> {
    let space = Space::of(types, &[test])?;
    let (mut count, mut held) = (0_usize, 0_usize);
    for case in space.cases() {
        count += 1;
        held += usize::from(holds(test, &case));
    }
    if held != 0 && held != count {
        return None;
    }
    let names = space.names();
    let names = names.join(" and ");
    let tried = match (held > 0, count) {
        (true, 0..=1) => "in every case".to_owned(),
        (false, 0..=1) => "in no case".to_owned(),
        (true, _) => format!("in all {count} cases of {names}"),
        (false, _) => format!("in none of the {count} cases of {names}"),
    };
    Some(Constant {
        holds: held > 0,
        tried,
    })
}
