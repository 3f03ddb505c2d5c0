//! Scenarios: what every member of a request is in each named case.

use std::collections::BTreeSet;

use stipula_cond::Cond;

use super::{
    Cx,
    conditions::{self, Site},
    decide, roles,
    sentences::text,
    types::Types,
};
use crate::{
    diag::{Code, Diagnostic},
    raw::RawScenario,
};
use stipula_contract::{
    Base, Condition, Demand, Field, Item, Kind, Need, NeedRow, Operation, Place, Rule, Scenario,
    Severity, Step, TypeId, TypeKind, TypeRef, Union, Value,
};
use stipula_logic::{
    cases::{Space, Test, from_body},
    values::holds,
};

/// Resolves the scenarios of an operation, rules being in place.
pub(super) fn all(cx: &mut Cx<'_>, operation: &Operation, raws: &[RawScenario]) -> Vec<Scenario> {
    let site = Site {
        this: Some(operation.request),
        root: Some(operation.request),
        context: operation.context.as_ref(),
        ..Site::default()
    };
    super::index::unique(
        "scenario",
        raws.iter().map(|raw| &raw.name).collect(),
        &mut cx.sink,
    );
    raws.iter()
        .filter_map(|raw| {
            let written = raw.when.as_ref()?;
            let when = conditions::condition(cx, written, &[site])?;
            let constant = decide::constant(&cx.types.list, &when.cond);
            if let Some(never) = constant.filter(|it| !it.holds) {
                let message = format!(
                    "no body belongs to the scenario `{}`: its condition holds {}",
                    raw.name.value, never.tried
                );
                cx.sink.report(
                    Diagnostic::new(Code::ScenarioEmpty, written.span, message)
                        .help("correct its condition"),
                );
            }
            let needs = needs(&cx.types, operation.request, &when);
            Some(Scenario {
                members: roles::members(&cx.types, operation.request, &when, &needs),
                name: raw.name.value.clone(),
                doc: text(raw.doc.as_ref()),
                when,
                needs,
            })
        })
        .collect()
}

fn needs(types: &Types<'_>, body: TypeId, when: &Condition) -> Vec<NeedRow> {
    let mut rows = Vec::new();
    let mut open = BTreeSet::new();
    let scenario = from_body(&when.cond, 0);
    let level = Level {
        prefix: "",
        depth: 0,
        scenario: &scenario,
        possible: true,
    };
    object(types, body, &level, &mut open, &mut rows);
    rows
}

#[derive(Clone, Copy)]
struct Level<'a> {
    prefix: &'a str,
    depth: usize,
    scenario: &'a Test,
    /// False below a case of a union that the scenario does not choose.
    possible: bool,
}

fn object(
    types: &Types<'_>,
    id: TypeId,
    level: &Level<'_>,
    open: &mut BTreeSet<TypeId>,
    rows: &mut Vec<NeedRow>,
) {
    if !open.insert(id) {
        return;
    }
    match &types.list[id.0].kind {
        TypeKind::Object(it) => {
            for field in &it.fields {
                let path = format!("{}{}", level.prefix, field.wire);
                let need = if level.possible {
                    need(types, field, level)
                } else {
                    Need::OtherCase
                };
                rows.push(NeedRow {
                    path: path.clone(),
                    depth: level.depth,
                    need,
                });
                below(types, &field.item, &path, level, open, rows);
            }
        }
        TypeKind::Union(union) => {
            for case in &union.cases {
                let prefix = format!("{}({}).", level.prefix.trim_end_matches('.'), case.wire);
                let possible = level.possible && chosen(types, union, &case.wire, level);
                object(
                    types,
                    case.of,
                    &Level {
                        prefix: &prefix,
                        possible,
                        ..*level
                    },
                    open,
                    rows,
                );
            }
        }
        TypeKind::Any(any) => {
            let prefix = level.prefix.trim_end_matches('.');
            for shape in &any.shapes {
                let path = format!("{prefix}({})", shape.name);
                let outer = Level {
                    depth: level.depth - 1,
                    ..*level
                };
                below(types, &shape.item, &path, &outer, open, rows);
            }
        }
        TypeKind::Enum(_) => {}
    }
    open.remove(&id);
}

/// Whether a body of the scenario can have this case of a union. The sibling that chooses is known
/// for members of the body only; below it any case is possible.
fn chosen(types: &Types<'_>, union: &Union, wire: &str, level: &Level<'_>) -> bool {
    let Some((by, by_type)) = union.sibling() else {
        return true;
    };
    let step = Step::new(by);
    let place = Place {
        as_text: false,
        base: Base::Root,
        steps: vec![step],
        kind: Kind::Enum(by_type),
        optional: true,
        clears: false,
    };
    let value = Value::Symbol {
        of: by_type,
        wire: wire.to_owned(),
    };
    let chooses = Cond::OneOf {
        place,
        values: vec![value],
    };
    level.depth != 1 || !over_cases(types, &chooses, level.scenario).never
}

fn below(
    types: &Types<'_>,
    item: &Item,
    path: &str,
    level: &Level<'_>,
    open: &mut BTreeSet<TypeId>,
    rows: &mut Vec<NeedRow>,
) {
    let (id, path) = match &item.ty {
        TypeRef::Object(id) | TypeRef::Union(id) | TypeRef::Any(id) => (*id, path.to_owned()),
        TypeRef::List(of) | TypeRef::Map { of, .. } => match &of.ty {
            TypeRef::Object(id) | TypeRef::Union(id) | TypeRef::Any(id) => {
                (*id, format!("{path}.*"))
            }
            _ => return,
        },
        _ => return,
    };
    let prefix = format!("{path}.");
    object(
        types,
        id,
        &Level {
            prefix: &prefix,
            depth: level.depth + 1,
            ..*level
        },
        open,
        rows,
    );
}

/// What a member is: the strongest of what its rules give over all cases of the scenario.
fn need(types: &Types<'_>, field: &Field, level: &Level<'_>) -> Need {
    let outcome = |of: fn(&Rule) -> Option<Test>, severity: Severity| {
        let own = field.presence.iter().filter(|it| it.level == severity);
        let tests = own.filter_map(of);
        let each =
            tests.map(|test| over_cases(types, &from_body(&test, level.depth), level.scenario));
        each.reduce(|any, rule| Outcome {
            always: any.always || rule.always,
            never: any.never && rule.never,
        })
    };
    let required = outcome(required, Severity::Error);
    if required.is_some_and(|it| it.always) {
        return Need::Required;
    }
    let allowed = outcome(allowed, Severity::Error);
    if allowed.is_some_and(|it| it.never) {
        return Need::NotAllowed;
    }
    if required.is_some_and(|it| !it.never) || allowed.is_some_and(|it| !it.always) {
        return Need::Conditional;
    }
    let expected = outcome(self::required, Severity::Warning);
    if expected.is_some_and(|it| it.always) {
        return Need::Expected;
    }
    if outcome(effective, Severity::Warning).is_some_and(|it| it.never) {
        return Need::Ineffective;
    }
    if expected.is_some_and(|it| !it.never) {
        return Need::SometimesExpected;
    }
    Need::Optional
}

/// When the field has to be given.
fn required(rule: &Rule) -> Option<Test> {
    let always = Cond::Constant(true);
    (rule.demand == Demand::Given)
        .then(|| rule.applies.as_ref().map_or(always, |it| it.cond.clone()))
}

/// When the field may be given.
fn allowed(rule: &Rule) -> Option<Test> {
    match &rule.demand {
        Demand::Allowed(it) => Some(it.cond.clone()),
        _ => None,
    }
}

/// When the field has an effect.
fn effective(rule: &Rule) -> Option<Test> {
    match &rule.demand {
        Demand::Effective(it) => Some(it.cond.clone()),
        _ => None,
    }
}

#[derive(Clone, Copy)]
struct Outcome {
    always: bool,
    never: bool,
}

fn over_cases(types: &Types<'_>, rule: &Test, scenario: &Test) -> Outcome {
    // Most rules are of this kind, and what no body belongs to is a finding already.
    if let Cond::Constant(holds) = *rule {
        return Outcome {
            always: holds,
            never: !holds,
        };
    }
    let Some(space) = Space::of(&types.list, &[rule, scenario]) else {
        return Outcome {
            always: false,
            never: false,
        };
    };
    let mut found = Outcome {
        always: true,
        never: true,
    };
    for case in space.cases().filter(|case| holds(scenario, case)) {
        if holds(rule, &case) {
            found.never = false;
        } else {
            found.always = false;
        }
    }
    found
}
