//! Two conditions by what they mean: tried on every case that they tell apart.

use std::collections::BTreeMap;

use stipula_cond::Cond;
use stipula_contract::{Base, Bounds, Kind, Place, Step, Test, TypeId, Value};
use stipula_logic::{
    cases::{Case, Space},
    values::holds,
};

use crate::{cx::Cx, merged::Merged};

/// How the new of two conditions is to the old one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// They hold in the same cases.
    Same,
    /// It holds in more cases; one of those.
    More(String),
    /// It holds in fewer cases; one of those that are left out.
    Less(String),
    /// It holds in other cases; one in which it holds now, and one in which it does not any more.
    Other(String, String),
    /// There are too many cases to try.
    Open,
}

/// Compares two conditions of an object.
pub(crate) fn compare(cx: &Cx<'_>, owner: TypeId, old: &Test, new: &Test) -> Meaning {
    let merged = cx.merged();
    let old = now(cx, merged, owner, old);
    if old == *new {
        return Meaning::Same;
    }
    let (old, new) = alike(&old, new);
    if old == new {
        return Meaning::Same;
    }
    let Some(space) = Space::of(&merged.types, &[&new, &old]) else {
        return Meaning::Open;
    };
    let more = shown(&space, &new, &old);
    let less = shown(&space, &old, &new);
    match (more, less) {
        (None, None) => Meaning::Same,
        (Some(more), None) => Meaning::More(more),
        (None, Some(less)) => Meaning::Less(less),
        (Some(more), Some(less)) => Meaning::Other(more, less),
    }
}

/// A case in which the first holds and the second does not, with what matters of it.
fn shown(space: &Space, holding: &Test, failing: &Test) -> Option<String> {
    let is_shown = |case: &Case<'_>| holds(holding, case) && !holds(failing, case);
    let case = space.cases().find(is_shown)?;
    let matters = |place: &&Place| !case.with_every(place).iter().all(is_shown);
    let places: Vec<&Place> = case.values().map(|it| it.0).filter(matters).collect();
    Some(if places.is_empty() {
        "always".to_owned()
    } else {
        format!("when {}", case.said(&places))
    })
}

/// A condition of the old side with the types of both, and members by their new names.
fn now(cx: &Cx<'_>, merged: &Merged, owner: TypeId, old: &Test) -> Test {
    let type_ = |id: TypeId| cx.types.new_of(id).unwrap_or(TypeId(merged.old + id.0));
    let mut place = |it: &Place| Place {
        kind: match it.kind {
            Kind::Enum(id) => Kind::Enum(type_(id)),
            Kind::IntegerEnum(id) => Kind::IntegerEnum(type_(id)),
            kind => kind,
        },
        steps: steps(cx, owner, it),
        ..it.clone()
    };
    let mut value = |it: &Value| match it {
        Value::Symbol { of, wire } => Value::Symbol {
            of: type_(*of),
            wire: cx.now_called(*of, wire).unwrap_or_else(|| wire.clone()),
        },
        Value::Number { of, number } => Value::Number {
            of: type_(*of),
            number: *number,
        },
        other => other.clone(),
    };
    old.map(&mut place, &mut value)
}

fn steps(cx: &Cx<'_>, owner: TypeId, place: &Place) -> Vec<Step> {
    let object = cx.old.type_(owner).object();
    let start = match place.base {
        Base::This => Some(owner),
        Base::Root => object.map(|it| it.roots.first().copied().unwrap_or(owner)),
        Base::Parent => object.and_then(|it| it.parents.first().copied()),
        Base::Context | Base::Key => None,
    };
    let mut at = start;
    let mut found = Vec::new();
    for step in &place.steps {
        let mut step = step.clone();
        let field = at.and_then(|id| cx.old.type_(id).object()?.field(&step.wire));
        if let Some(name) = at.and_then(|id| cx.now_called(id, &step.wire)) {
            step.wire = name;
        }
        at = field.and_then(|it| it.item.object());
        found.push(step);
    }
    found
}

/// Both with the same thing at the same place: what the stricter side leaves out can stand there.
fn alike(old: &Test, new: &Test) -> (Test, Test) {
    let mut known: BTreeMap<String, Place> = BTreeMap::new();
    for place in new.places().into_iter().chain(old.places()) {
        let key = key(place);
        match known.get_mut(&key) {
            Some(it) => {
                it.optional |= place.optional;
                it.kind = looser(it.kind, place.kind);
            }
            None => {
                known.insert(key, place.clone());
            }
        }
    }
    let both =
        |test: &Test| -> Test { test.map_places(|it| known.get(&key(it)).unwrap_or(it).clone()) };
    (both(old), both(new))
}

fn key(place: &Place) -> String {
    let path: Vec<&str> = place.steps.iter().map(|it| it.wire.as_str()).collect();
    format!("{:?} {}", place.base, path.join("\n"))
}

fn looser(a: Kind, b: Kind) -> Kind {
    match (a, b) {
        (Kind::Text(a), Kind::Text(b)) => Kind::Text(wider(a, b)),
        (Kind::Integer(a), Kind::Integer(b)) => Kind::Integer(wider(a, b)),
        (Kind::Duration(a), Kind::Duration(b)) => Kind::Duration(wider(a, b)),
        (Kind::Many(a), Kind::Many(b)) => Kind::Many(wider(a, b)),
        (a, _) => a,
    }
}

fn wider(a: Bounds, b: Bounds) -> Bounds {
    Bounds {
        min: a.min.zip(b.min).map(|(a, b)| a.min(b)),
        max: a.max.zip(b.max).map(|(a, b)| a.max(b)),
    }
}

/// Any of these; never without one.
pub(crate) fn any(mut tests: Vec<Test>) -> Test {
    match tests.len() {
        0 => Cond::Constant(false),
        1 => tests.remove(0),
        _ if tests.contains(&Cond::Constant(true)) => Cond::Constant(true),
        _ => Cond::Any(tests),
    }
}
