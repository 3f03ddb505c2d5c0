//! Unions: what chooses their case, and the cases.

use stipula_contract::{AnyOf, Case, Choice, Module, Shape, Type, Union};

use super::kinds;
use crate::{
    Row,
    cx::{At, Cx, Said},
    pairing::pair,
    words,
};

pub(super) fn compare(cx: &Cx<'_>, (old, new): (&Type, &Type), was: &Union, is: &Union) {
    let Union { choice, cases } = was;
    let at = cx.at_type(Some(old), Some(new));
    let told = |it: &Choice| match it {
        Choice::Sibling { by, by_type: _ } => format!("`{by}` beside it"),
        Choice::Tag { member } => format!("`{member}` inside it"),
    };
    if told(choice) != told(&is.choice) {
        let said = Said::of("is chosen by another field");
        cx.tell(
            &at,
            type_row(old),
            "choice",
            said.was(told(choice)).is(told(&is.choice)),
        );
    }
    let pairs = pair(cases, &is.cases, |it| &it.wire, |_, _| false);
    for &gone in &pairs.removed {
        case(
            cx,
            &at,
            Row::CaseRemoved,
            &cases[gone].wire,
            "is no longer a case",
        );
    }
    for &added in &pairs.added {
        case(
            cx,
            &at,
            Row::CaseAdded,
            &is.cases[added].wire,
            "is a new case",
        );
    }
    for (from, to, _) in pairs.both() {
        let Case { wire, of } = &cases[from];
        let now = is.cases[to].of;
        if cx.types.new_of(*of) != Some(now) {
            let said = Said::of(format!("holds another type as `{wire}`"));
            let said = said
                .was(&cx.old.type_(*of).name)
                .is(&cx.new.type_(now).name);
            cx.tell(&at, type_row(old), "case", said);
        }
    }
}

/// Shapes are tried in order, so that another order reads the same value otherwise.
pub(super) fn shapes(cx: &Cx<'_>, (old, new): (&Type, &Type), was: &AnyOf, is: &AnyOf) {
    let AnyOf { shapes } = was;
    let at = cx.at_type(Some(old), Some(new));
    let is_same = |a: &Shape, b: &Shape| kinds::is_same(cx, &a.item.ty, &b.item.ty);
    let pairs = pair(shapes, &is.shapes, |it| &it.name, is_same);
    for &gone in &pairs.removed {
        case(
            cx,
            &at,
            Row::CaseRemoved,
            &shapes[gone].name,
            "is no longer a shape",
        );
    }
    for &added in &pairs.added {
        case(
            cx,
            &at,
            Row::CaseAdded,
            &is.shapes[added].name,
            "is a new shape",
        );
    }
    for (from, to, is_renamed) in pairs.both() {
        let Shape {
            name,
            item,
            kind: _,  // that of its type
            needs: _, // what tells shapes apart follows from their members
        } = &shapes[from];
        let now = &is.shapes[to];
        if !kinds::is_same(cx, &item.ty, &now.item.ty) {
            let said = Said::of(format!("holds another type as `{name}`"));
            let said = said
                .was(words::item(cx.old, item))
                .is(words::item(cx.new, &now.item));
            cx.tell(&at, type_row(old), "shape", said);
        }
        if is_renamed {
            let said = Said::of(format!(
                "has a shape called `{}`, and was `{name}`",
                now.name
            ));
            cx.tell(
                &at,
                Row::RenamedInRust,
                "shape",
                said.was(name).is(&now.name),
            );
        }
    }
    if pairs.is_reordered() {
        let said = Said::of("tries its shapes in another order");
        cx.tell(&at, Row::ShapesReordered, "order", said);
    }
}

const fn type_row(ty: &Type) -> Row {
    match ty.module {
        Module::Response => Row::AnswerTypeChanged,
        Module::Request | Module::Enums => Row::TypeChanged,
    }
}

fn case(cx: &Cx<'_>, at: &At, row: Row, name: &str, what: &str) {
    let at = At {
        place: format!("{}.{name}", at.place),
        ..at.clone()
    };
    let said = Said::of(what);
    let said = match row {
        Row::CaseAdded => said.is(name),
        _ => said.was(name),
    };
    cx.tell(&at, row, "case", said);
}
