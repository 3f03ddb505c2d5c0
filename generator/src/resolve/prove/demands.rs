//! The rules of an object in one form: who is blamed, and the condition under which it is broken.

use stipula_cond::Cond;

use super::super::{
    conditions::kind,
    decide::{all, applies},
};
use crate::{
    cases::Test,
    model::{
        Base, Field, FieldRule, FieldRuleKind, Object, Place, Presence, PresenceRule, RuleMeta,
        Severity, Step,
    },
};

/// A rule in the one form.
pub(super) struct Demand<'a> {
    /// Wire name of the member that is blamed.
    pub(super) at: &'a str,
    pub(super) meta: &'a RuleMeta,
    /// The rule is broken exactly when this holds.
    pub(super) broken: Test,
}

impl Demand<'_> {
    pub(super) fn is_error(&self) -> bool {
        self.meta.severity == Severity::Error
    }
}

/// Every rule of the object that conditions decide, in order.
pub(super) fn of(object: &Object) -> Vec<Demand<'_>> {
    let presence = object.fields.iter().flat_map(|field| {
        field.presence.iter().map(move |rule| Demand {
            at: &field.wire,
            meta: &rule.meta,
            broken: presence(field, rule),
        })
    });
    let between = object.rules.iter().map(|rule| Demand {
        at: &rule.at,
        meta: &rule.meta,
        broken: between(object, rule),
    });
    presence.chain(between).collect()
}

/// The member itself, as a place that may be absent.
pub(super) fn place(field: &Field) -> Place {
    let step = Step {
        wire: field.wire.clone(),
        rust: field.rust.clone(),
        optional: true,
    };
    Place {
        base: Base::This,
        steps: vec![step],
        kind: kind(&field.item),
        optional: true,
    }
}

fn not(test: Test) -> Test {
    Cond::Not(Box::new(test))
}

fn presence(field: &Field, rule: &PresenceRule) -> Test {
    let (given, when) = (Cond::Present(place(field)), rule.when.cond.clone());
    match rule.kind {
        Presence::Required => all([not(given), when]),
        Presence::Allowed | Presence::Effective => all([given, not(when)]),
    }
}

fn between(object: &Object, rule: &FieldRule) -> Test {
    let given = |names: &[String]| -> Vec<Test> {
        let fields = names.iter().filter_map(|name| object.field(name));
        fields.map(|field| Cond::Present(place(field))).collect()
    };
    let pairs = |names: &[String]| -> Vec<Test> {
        let given = given(names);
        let of = |(index, left): (usize, &Test)| -> Vec<Test> {
            let later = given[index + 1..].iter();
            later
                .map(|right| all([left.clone(), right.clone()]))
                .collect()
        };
        given.iter().enumerate().flat_map(of).collect()
    };
    match &rule.kind {
        FieldRuleKind::Expect { when, expect } => {
            all([applies(when.as_ref(), expect), not(expect.cond.clone())])
        }
        FieldRuleKind::AtLeastOne(names) => not(Cond::Any(given(names))),
        FieldRuleKind::AtMostOne(names) => any(pairs(names)),
        FieldRuleKind::ExactlyOne(names) => {
            any([vec![not(Cond::Any(given(names)))], pairs(names)].concat())
        }
        FieldRuleKind::AllOrNone(names) => {
            let given = given(names);
            all([Cond::Any(given.clone()), not(Cond::All(given))])
        }
    }
}

fn any(mut parts: Vec<Test>) -> Test {
    if parts.len() == 1 {
        return parts.remove(0);
    }
    Cond::Any(parts)
}
