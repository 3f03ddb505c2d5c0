//! Enums: their values, and what may follow them.

use std::collections::BTreeSet;

use stipula_contract::{Api, Enum, EnumValue, Named, Type, TypeId, TypeRef};

use super::docs;
use crate::{
    Row,
    cx::{At, Cx, Said},
    pairing::{Pairing, pair},
};

/// Where an enum travels.
struct Uses {
    sent: bool,
    answered: bool,
}

impl Uses {
    /// On either side: what only the old side sent is still sent by deployed clients.
    fn of(cx: &Cx<'_>, old: TypeId, new: TypeId) -> Self {
        let (was, is) = (used(cx.old, old), used(cx.new, new));
        Self {
            sent: was.sent || is.sent,
            answered: was.answered || is.answered,
        }
    }

    /// One change for each use.
    fn rows(&self, sent: Row, answered: Row) -> Vec<Row> {
        let rows = [(self.sent, sent), (self.answered, answered)];
        rows.iter().filter(|it| it.0).map(|it| it.1).collect()
    }
}

fn used(api: &Api, id: TypeId) -> Uses {
    let bodies = |all: Vec<TypeId>| -> BTreeSet<TypeId> {
        all.into_iter().flat_map(|it| api.below(it)).collect()
    };
    let sent = bodies(api.operations.iter().map(|it| it.request).collect());
    let mut items: Vec<_> = api
        .operations
        .iter()
        .flat_map(|it| it.answer.items())
        .collect();
    items.extend(api.notifications.iter().flat_map(|it| it.body.items()));
    let answered = bodies(
        items
            .iter()
            .filter_map(stipula_contract::Item::object)
            .collect(),
    );
    let has = |of: &BTreeSet<TypeId>| of.iter().any(|it| names(api, *it, id));
    let mut contexts = api.operations.iter().filter_map(|it| it.context.as_ref());
    Uses {
        sent: has(&sent) || contexts.any(|it| it.fields.iter().any(|it| it.enum_ == id)),
        answered: has(&answered) || items.iter().any(|it| is_of(&it.innermost().ty, id)),
    }
}

fn names(api: &Api, of: TypeId, id: TypeId) -> bool {
    let object = api.type_(of).object();
    let mut fields = object.into_iter().flat_map(|it| &it.fields);
    fields.any(|it| it.item.levels().any(|it| is_of(&it.ty, id)))
}

fn is_of(ty: &TypeRef, id: TypeId) -> bool {
    match ty {
        TypeRef::Enum(it) | TypeRef::IntegerEnum(it) => *it == id,
        TypeRef::Map { key, .. } => *key == Some(id),
        _ => false,
    }
}

/// Values of both sides: one that means the same, in the same words, is the same.
pub(super) fn pairs(old: &Enum, new: &Enum) -> Pairing {
    let is_renamed = |a: &EnumValue, b: &EnumValue| {
        !a.doc.is_empty() && (&a.doc, &a.evidence) == (&b.doc, &b.evidence)
    };
    pair(&old.values, &new.values, |it| &it.wire, is_renamed)
}

pub(super) fn compare(cx: &Cx<'_>, (old, new): (&Type, &Type), was: &Enum, is: &Enum) {
    let Enum {
        of,
        values,
        open,
        transitions,
    } = was;
    let at = cx.at_type(Some(old), Some(new));
    if *of != is.of {
        let said = Said::of("has values of another kind");
        let said = said.was(format!("{of:?}").to_lowercase());
        cx.tell(
            &at,
            Row::TypeChanged,
            "of",
            said.is(format!("{:?}", is.of).to_lowercase()),
        );
    }
    let pairs = self::pairs(was, is);
    let here = |from: Option<usize>, to: Option<usize>| {
        of_value(
            cx,
            (old, new),
            from.map(|it| (it, &values[it])),
            to.map(|it| (it, &is.values[it])),
        )
    };
    let tell = |at: &At, rows: Vec<Row>, said: &dyn Fn() -> Said| {
        for row in rows {
            cx.tell(at, row, "value", said());
        }
    };
    if !(pairs.removed.is_empty() && pairs.added.is_empty()) {
        let uses = Uses::of(cx, old.id, new.id);
        for &gone in &pairs.removed {
            let rows = uses.rows(Row::ValueRemoved, Row::AnswerValueRemoved);
            let said = || Said::of("is no longer a value").was(&values[gone].wire);
            tell(&here(Some(gone), None), rows, &said);
        }
        for &added in &pairs.added {
            let rows = uses.rows(Row::ValueAdded, Row::AnswerValueAdded);
            let said = || Said::of("is a new value").is(&is.values[added].wire);
            tell(&here(None, Some(added)), rows, &said);
        }
    }
    for (from, to, is_renamed) in pairs.both() {
        value(
            cx,
            &here(Some(from), Some(to)),
            (&values[from], &is.values[to]),
            is_renamed,
        );
    }
    if pairs.is_reordered() {
        cx.tell(
            &at,
            Row::OrderChanged,
            "order",
            Said::of("has its values told in another order"),
        );
    }
    if *open != is.open {
        let told = |it: bool| {
            if it {
                "takes other values in requests"
            } else {
                "takes its values only"
            }
        };
        let said = Said::of(told(is.open)).was(told(*open)).is(told(is.open));
        cx.tell(&at, Row::OpenChanged, "open", said);
    }
    moves(
        cx,
        &at,
        (was, transitions.as_deref()),
        (is, is.transitions.as_deref()),
    );
}

/// Where a value is.
fn of_value(
    cx: &Cx<'_>,
    (old, new): (&Type, &Type),
    was: Option<(usize, &EnumValue)>,
    is: Option<(usize, &EnumValue)>,
) -> At {
    let place = cx.at_type(Some(old), Some(new)).place;
    let value = is.or(was).map(|it| it.1);
    let place = format!("{place}.{}", value.map_or("", |it| &it.wire));
    let named = |ty: &Type, it: Option<(usize, &EnumValue)>| it.map(|it| Named::Value(ty.id, it.0));
    let at = At::new(place, named(old, was), named(new, is));
    match value {
        Some(it) => at.by(&it.evidence),
        None => at,
    }
}

fn value(cx: &Cx<'_>, at: &At, (old, new): (&EnumValue, &EnumValue), is_renamed: bool) {
    let EnumValue {
        wire,
        names: _, // `rust_names` has them
        doc,
        evidence,
    } = old;
    let (Some(was), Some(is)) = (at.old, at.new) else {
        return;
    };
    let rust = cx.rust_names(was, is);
    if is_renamed {
        let said = Said::of(format!("is `{}` on the wire, and was `{wire}`", new.wire));
        let said = said.was(wire).is(&new.wire).guessed();
        cx.tell(at, Row::ValueRenamed, "value", said);
    }
    if rust.0 != rust.1 {
        let said = Said::of(format!(
            "is called `{}` in Rust, and was `{}`",
            rust.1, rust.0
        ));
        cx.tell(at, Row::RenamedInRust, "name", said.was(rust.0).is(rust.1));
    }
    docs::described(cx, at, "doc", doc, &new.doc);
    docs::evidence(cx, at, evidence, &new.evidence);
}

type Moves<'a> = (&'a Enum, Option<&'a [Vec<usize>]>);

fn moves(cx: &Cx<'_>, at: &At, old: Moves<'_>, new: Moves<'_>) {
    let (was, is) = (told(old), told(new));
    if was == is {
        return;
    }
    let differ = |a: &BTreeSet<String>, b: &BTreeSet<String>| {
        a.difference(b).cloned().collect::<Vec<_>>().join(", ")
    };
    let said = Said::of("has other moves");
    let (gone, added) = (differ(&was, &is), differ(&is, &was));
    let said = if gone.is_empty() {
        said
    } else {
        said.was(gone)
    };
    let said = if added.is_empty() {
        said
    } else {
        said.is(added)
    };
    cx.tell(at, Row::MovesChanged, "moves", said);
}

fn told((it, moves): Moves<'_>) -> BTreeSet<String> {
    let wire = |at: usize| it.values.get(at).map_or("", |it| it.wire.as_str());
    let all = moves.unwrap_or_default().iter().enumerate();
    let of = |(from, to): (usize, &Vec<usize>)| {
        let ends = if to.is_empty() {
            vec![format!("{} ends", wire(from))]
        } else {
            Vec::new()
        };
        let to = to.iter().map(move |to| (from, *to));
        let to = to.map(|(from, to)| format!("{} to {}", wire(from), wire(to)));
        ends.into_iter().chain(to).collect::<Vec<_>>()
    };
    all.flat_map(of).collect()
}
