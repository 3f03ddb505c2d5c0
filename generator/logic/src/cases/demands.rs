//! The rules of an object in one form: who is blamed, and the condition under which it is broken.

use stipula_cond::Cond;

use super::Test;
use stipula_contract::{
    Base, Condition, Field, FieldRule, FieldRuleKind, Kind, Object, Place, Presence, PresenceRule,
    RuleMeta, Severity, Step,
};

/// A rule in the one form.
pub struct Demand<'a> {
    /// Wire name of the member that is blamed.
    pub at: &'a str,
    pub meta: &'a RuleMeta,
    /// It is about several members alike, whichever of them is blamed.
    pub is_group: bool,
    /// The rule is broken exactly when this holds.
    pub broken: Test,
}

impl Demand<'_> {
    pub fn is_error(&self) -> bool {
        self.meta.severity == Severity::Error
    }
}

/// Every rule of the object that conditions decide, in order.
pub fn of(object: &Object) -> Vec<Demand<'_>> {
    let presence = object.fields.iter().flat_map(|field| {
        field.presence.iter().map(move |rule| Demand {
            at: &field.wire,
            meta: &rule.meta,
            is_group: false,
            broken: presence(field, rule),
        })
    });
    let between = object.rules.iter().map(|rule| Demand {
        at: &rule.at,
        meta: &rule.meta,
        is_group: !matches!(rule.kind, FieldRuleKind::Expect { .. }),
        broken: between(object, rule),
    });
    presence.chain(between).collect()
}

/// The condition under which a rule of the object is broken; none for a value rule.
pub fn broken(object: &Object, rule: &RuleMeta) -> Option<Test> {
    let mut demands = of(object).into_iter();
    demands.find(|it| it.meta.id == rule.id).map(|it| it.broken)
}

/// The member itself, as a place that may be absent.
pub fn place(field: &Field) -> Place {
    let step = Step {
        wire: field.wire.clone(),
        optional: true,
    };
    Place {
        base: Base::This,
        steps: vec![step],
        kind: Kind::of(&field.item),
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

/// When a demand applies: its guard holds, and everything that it compares is given.
pub fn applies(when: Option<&Condition>, expect: &Condition) -> Test {
    let guard = when.map(|when| when.cond.clone());
    all(guard.into_iter().chain(operands_given(&expect.cond)))
}

/// That each place a demand compares is given; a key and a context value always are.
pub fn operands_given(expect: &Test) -> Vec<Test> {
    let mut operands: Vec<&Place> = Vec::new();
    for place in expect.compared() {
        if !matches!(place.base, Base::Key | Base::Context) && !operands.contains(&place) {
            operands.push(place);
        }
    }
    operands.into_iter().cloned().map(Cond::Present).collect()
}

/// All of these.
pub fn all(parts: impl IntoIterator<Item = Test>) -> Test {
    let mut parts: Vec<Test> = parts.into_iter().collect();
    match parts.len() {
        0 => Cond::Constant(true),
        1 => parts.remove(0),
        _ => Cond::All(parts),
    }
}
