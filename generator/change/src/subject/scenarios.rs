//! Scenarios: which requests belong to them, and what their types are made of.

use stipula_contract::{Api, Named, Operation, Role, Scenario, TypeId};

use super::docs;
use crate::{
    Row,
    cx::{At, Cx, Said},
    meaning::{self, Meaning},
    pairing::pair,
};

pub(super) fn compare(
    cx: &Cx<'_>,
    sides: (&Operation, &Operation),
    old: &[Scenario],
    new: &[Scenario],
) {
    let place = |name: &str| format!("{}.scenarios.{name}", sides.1.name);
    let pairs = pair(old, new, |it| &it.name, |_, _| false);
    for &gone in &pairs.removed {
        let named = Named::Scenario(sides.0.id, gone);
        let at = At::new(place(&old[gone].name), Some(named), None);
        cx.tell(
            &at,
            Row::ScenarioRemoved,
            "scenario",
            Said::of("was removed").was(&old[gone].when.text),
        );
    }
    for &added in &pairs.added {
        let named = Named::Scenario(sides.1.id, added);
        let at = At::new(place(&new[added].name), None, Some(named));
        cx.tell(
            &at,
            Row::ScenarioAdded,
            "scenario",
            Said::of("was added").is(&new[added].when.text),
        );
    }
    for (was, is, _) in pairs.both() {
        let named = (
            Named::Scenario(sides.0.id, was),
            Named::Scenario(sides.1.id, is),
        );
        let at = At::new(place(&new[is].name), Some(named.0), Some(named.1));
        one(cx, &at, sides.0.request, sides, (&old[was], &new[is]));
    }
}

fn one(
    cx: &Cx<'_>,
    at: &At,
    request: TypeId,
    sides: (&Operation, &Operation),
    (old, new): (&Scenario, &Scenario),
) {
    let Scenario {
        name: _,
        doc,
        when,
        members: _, // as they are in the type
        needs: _,   // rules say it, which are compared by themselves
    } = old;
    if when.text != new.when.text {
        let said = match meaning::compare(cx, request, &when.cond, &new.when.cond) {
            Meaning::Same => None,
            Meaning::More(case) => Some(Said::of("takes more requests").case(Some(case))),
            Meaning::Less(case) => Some(Said::of("takes fewer requests").case(Some(case))),
            Meaning::Other(case, _) => Some(Said::of("takes other requests").case(Some(case))),
            Meaning::Open => Some(Said::of("takes other requests")),
        };
        if let Some(said) = said {
            let said = said.was(&when.text).is(&new.when.text);
            cx.tell(at, Row::ScenarioWhen, "when", said);
        }
    }
    let (was, is) = (members(cx.old, sides.0, old), members(cx.new, sides.1, new));
    if was != is {
        let breaks = given(cx.old, sides.0, old)
            .iter()
            .any(|it| !given(cx.new, sides.1, new).contains(it))
            || needed(old) != needed(new);
        let (row, what) = if breaks {
            (Row::ScenarioMembers, "has a type of other fields")
        } else {
            (
                Row::ScenarioFixed,
                "has a type that sets other fields by itself",
            )
        };
        cx.tell(at, row, "members", Said::of(what).was(was).is(is));
    }
    docs::described(cx, at, "doc", doc, &new.doc);
}

/// How many members have to be given.
fn needed(it: &Scenario) -> usize {
    it.members
        .iter()
        .filter(|it| it.role == Role::Needed)
        .count()
}

/// The members that code that makes one may name, each as it names it.
fn given<'a>(api: &'a Api, operation: &Operation, it: &Scenario) -> Vec<(&'a str, bool)> {
    let object = api.type_(operation.request).object();
    let fields = object.map_or(&[][..], |it| &it.fields);
    let named = it
        .members
        .iter()
        .filter(|it| matches!(it.role, Role::Needed | Role::Optional));
    let named =
        named.filter_map(|it| Some((fields.get(it.field)?.wire.as_str(), it.role == Role::Needed)));
    named.collect()
}

/// What has to be given, and what cannot be: what code that makes one depends on.
fn members(api: &Api, operation: &Operation, it: &Scenario) -> String {
    let object = api.type_(operation.request).object();
    let fields = object.map_or(&[][..], |it| &it.fields);
    let told = it.members.iter().filter_map(|it| {
        let wire = &fields.get(it.field)?.wire;
        let case = it.case.as_ref().map(|it| format!(" as {}", it.wire));
        let case = case.unwrap_or_default();
        match it.role {
            Role::Fixed { of, value } => {
                let value = &api.type_(of).enum_()?.values.get(value)?.wire;
                Some(format!("{wire} is {value}"))
            }
            Role::Needed => Some(format!("{wire}{case}")),
            Role::Optional if case.is_empty() => None,
            Role::Optional => Some(format!("{wire}{case}, optional")),
        }
    });
    let mut told: Vec<String> = told.collect();
    told.sort();
    told.join("; ")
}
