//! Scenarios as types: what each member of the body is in the type that is made for a scenario.

use super::types::Types;
use stipula_contract::{
    Base, Case, Condition, Field, Kind, Need, NeedRow, Place, Role, ScenarioMember, Step, TypeId,
    TypeKind, TypeRef,
};
use stipula_logic::{
    cases::{Space, from_body},
    values::{Datum, Look, holds},
};

/// The members that a body of the scenario can have, in order.
pub(super) fn members(
    types: &Types<'_>,
    body: TypeId,
    when: &Condition,
    needs: &[NeedRow],
) -> Vec<ScenarioMember> {
    let Some(object) = types.object(body) else {
        return Vec::new();
    };
    let own = needs.iter().filter(|row| row.depth == 0);
    let rows = object.fields.iter().zip(own).enumerate();
    let member = |(at, (field, row)): (usize, (&Field, &NeedRow))| {
        let role = match row.need {
            Need::NotAllowed | Need::Ineffective | Need::OtherCase => return None,
            Need::Required => fixed(types, field, when).unwrap_or(Role::Needed),
            Need::Expected | Need::SometimesExpected | Need::Conditional | Need::Optional => {
                Role::Optional
            }
        };
        Some(ScenarioMember {
            field: at,
            case: case(types, &object.fields, field, when),
            role,
        })
    };
    rows.filter_map(member).collect()
}

/// The only value that an enum has in the scenario.
fn fixed(types: &Types<'_>, field: &Field, when: &Condition) -> Option<Role> {
    let TypeRef::Enum(id) = field.item.ty else {
        return None;
    };
    let wire = only(types, field, id, when)?;
    let values = &types.list[id.0].enum_()?.values;
    let value = values.iter().position(|value| value.wire == wire)?;
    Some(Role::Fixed { of: id, value })
}

/// The case that a union is in the scenario, when its sibling has one value there.
fn case(types: &Types<'_>, fields: &[Field], field: &Field, when: &Condition) -> Option<Case> {
    let TypeRef::Union(id) = field.item.ty else {
        return None;
    };
    let TypeKind::Union(union) = &types.list[id.0].kind else {
        return None;
    };
    let (by, by_type) = union.sibling()?;
    let sibling = fields.iter().find(|it| it.wire == by)?;
    let wire = only(types, sibling, by_type, when)?;
    union.cases.iter().find(|case| case.wire == wire).cloned()
}

/// The text that an enum of the body has in every case of the scenario.
fn only(types: &Types<'_>, field: &Field, id: TypeId, when: &Condition) -> Option<String> {
    let when = from_body(&when.cond, 0);
    let place = Place {
        as_text: false,
        base: Base::Root,
        steps: vec![Step::new(&field.wire)],
        kind: Kind::Enum(id),
        optional: true,
        clears: false,
    };
    let space = Space::of(&types.list, &[&when])?;
    let mut found: Option<String> = None;
    for case in space.cases().filter(|case| holds(&when, case)) {
        let Some(Datum::Text(text)) = case.look(&place) else {
            return None;
        };
        match &found {
            None => found = Some(text.into_owned()),
            Some(known) if *known == text => {}
            Some(_) => return None,
        }
    }
    found
}
