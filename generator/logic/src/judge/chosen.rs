//! Which case of a union a body has.

use serde_json::{Map, Value as Any};
use stipula_contract::{AnyOf, Api, Choice, JsonKind, Needed, Shape, TypeId, TypeKind};

use stipula_rules::json::equal;

/// The case of a union with these members, as one of these siblings or its own tag chooses it.
pub fn chosen(
    api: &Api,
    union: TypeId,
    members: &Map<String, Any>,
    siblings: &Map<String, Any>,
) -> Option<TypeId> {
    let TypeKind::Union(union) = &api.type_(union).kind else {
        return None;
    };
    let around = match union.choice {
        Choice::Sibling { .. } => siblings,
        Choice::Tag { .. } => members,
    };
    let chosen = around.get(union.by())?.as_str()?;
    let case = union.cases.iter().find(|case| case.wire == chosen);
    case.map(|case| case.of)
}

/// The first shape that a value has.
pub fn shape<'a>(api: &'a Api, any: TypeId, value: &Any) -> Option<&'a Shape> {
    let TypeKind::Any(AnyOf { shapes }) = &api.type_(any).kind else {
        return None;
    };
    let kind = JsonKind::of(value)?;
    let mut of_kind = shapes.iter().filter(|it| it.kind == kind);
    of_kind.find(|it| {
        let mut ways = it.needs.iter();
        it.needs.is_empty() || ways.any(|way| way.iter().all(|need| has(api, value, need)))
    })
}

/// Whether an object has a member, with its constant.
fn has(api: &Api, value: &Any, need: &Needed) -> bool {
    let mut names = std::iter::once(&need.member).chain(&need.aliases);
    names.any(|name| {
        let held = value.get(name).filter(|it| !api.counts_as_absent(it));
        held.is_some_and(|held| {
            need.constant
                .as_ref()
                .is_none_or(|it| equal(&it.json(), held))
        })
    })
}
