//! Conditions of a type that is used in several places read the objects around it. The condition is
//! written once, so a field that it reads has one name in all of them.

use stipula_contract::{Api, Base, Field, Named, Object, Place, TypeId};

use super::{Finding, Names, Problem};

/// Reports every field that conditions read under two names.
pub(super) fn check(api: &Api, names: &Names, found: &mut Vec<Finding>) {
    for object in api.types.iter().filter_map(|it| it.object()) {
        let rules = object.all_rules(TypeId(0)).into_iter();
        let conditions = rules.flat_map(|it| it.rule.conditions());
        for place in conditions.flat_map(|it| it.cond.places()) {
            let around = starts(object, place).iter();
            let mut read = around.map(|id| api.fields_on(*id, place));
            let Some(first) = read.next() else { continue };
            for other in read {
                compare(names, &first, &other, found);
            }
        }
    }
}

/// The objects from which a path may start, where there can be several.
fn starts<'a>(object: &'a Object, place: &Place) -> &'a [TypeId] {
    match place.base {
        Base::Parent => &object.parents,
        Base::Root => &object.roots,
        Base::This | Base::Context | Base::Key => &[],
    }
}

fn compare(names: &Names, first: &[&Field], other: &[&Field], found: &mut Vec<Finding>) {
    for (a, b) in first.iter().zip(other) {
        let (one, two) = (names.field(a.id), names.field(b.id));
        if one == two {
            continue;
        }
        let finding = Finding {
            problem: Problem::Taken,
            at: Named::Field(b.id),
            message: format!(
                "a condition reads `{}` in two objects, in which it would be `{one}` and `{two}` in Rust",
                b.wire
            ),
            other: Some(Named::Field(a.id)),
            help: "give both the same name with `rust:`, or neither",
        };
        if !found.contains(&finding) {
            found.push(finding);
        }
    }
}
