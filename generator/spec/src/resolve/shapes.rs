//! Whether JSON tells the shapes of a value apart, and by what.

use super::Cx;
use crate::{
    diag::{Code, Diagnostic},
    source::Span,
};
use stipula_contract::{
    Argument, Constant, Field, JsonKind, Module, Needed, Rule, Shape, Type, TypeId, TypeKind,
    TypeRef,
};

/// Finds what tells the shapes apart, presence rules being in place. Reports those that nothing
/// tells apart.
pub(super) fn all(cx: &mut Cx<'_>) {
    for (id, spans) in std::mem::take(&mut cx.types.shapes) {
        let TypeKind::Any(any) = &cx.types.list[id.0].kind else {
            continue;
        };
        let mut any = any.clone();
        let pairs =
            (0..any.shapes.len()).flat_map(|late| (0..late).map(move |early| (early, late)));
        for (early, late) in pairs.collect::<Vec<_>>() {
            let (one, other) = (&any.shapes[early], &any.shapes[late]);
            if one.kind == other.kind && !is_apart(cx, one, other) {
                alike(cx, id, (one, spans[early]), (other, spans[late]));
            }
        }
        let objects = any.shapes.iter().filter(|it| it.kind == JsonKind::Object);
        if objects.count() > 1 {
            for shape in &mut any.shapes {
                let ways = objects_of(&cx.types.list, &shape.item.ty);
                shape.needs = ways
                    .into_iter()
                    .map(|id| needs(&cx.types.list[id.0]))
                    .collect();
            }
        }
        cx.types.list[id.0].kind = TypeKind::Any(any);
    }
}

/// The objects that a shape can be.
fn objects_of(list: &[Type], ty: &TypeRef) -> Vec<TypeId> {
    match ty {
        TypeRef::Object(id) => vec![*id],
        TypeRef::Union(id) => match &list[id.0].kind {
            TypeKind::Union(union) => union.cases.iter().map(|it| it.of).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Whether no value of the later shape is taken for one of the earlier.
fn is_apart(cx: &Cx<'_>, one: &Shape, other: &Shape) -> bool {
    let list = &cx.types.list;
    let (ones, others) = (
        objects_of(list, &one.item.ty),
        objects_of(list, &other.item.ty),
    );
    if ones.is_empty() || others.is_empty() {
        return false;
    }
    ones.iter().all(|one| {
        let needs = needs(&list[one.0]);
        others.iter().all(|other| {
            let lacks = |it: &Needed| lacks(&list[other.0], it);
            one != other && needs.iter().any(lacks)
        })
    })
}

/// Whether no value of the type has the member, or none has it with this constant.
fn lacks(ty: &Type, need: &Needed) -> bool {
    let own = |field: &&Field| {
        let names = std::iter::once(&need.member).chain(&need.aliases);
        names
            .into_iter()
            .any(|it| field.wire == *it || field.aliases.contains(it))
    };
    let Some(field) = ty.object().and_then(|it| it.fields.iter().find(own)) else {
        return true;
    };
    let constant = need.constant.as_ref();
    constant.is_some_and(|it| never_holds(field, it))
}

/// Whether the field has another constant, or a range without this one.
fn never_holds(field: &Field, one: &Constant) -> bool {
    match (constant(field), one) {
        (Some(own), _) => own != *one,
        (None, Constant::Number(text)) => is_out_of_range(field, text),
        (None, Constant::Text(_)) => false,
    }
}

fn is_out_of_range(field: &Field, number: &str) -> bool {
    let rule = field.item.rule("range").filter(|it| it.is_error());
    let Some(Argument::Range { min, max }) = rule.and_then(Rule::value).map(|it| &it.argument)
    else {
        return false;
    };
    let is_out = |it: i64| min.is_some_and(|min| it < min) || max.is_some_and(|max| it > max);
    number.parse().is_ok_and(is_out)
}

/// The members that every value of an object has.
fn needs(ty: &Type) -> Vec<Needed> {
    let fields = ty.object().map_or(&[][..], |it| &it.fields);
    let is_there = |field: &&Field| match ty.module {
        Module::Request => field.always_required(),
        Module::Response | Module::Enums => field.guaranteed || field.constant().is_some(),
    };
    let needed = fields.iter().filter(is_there).map(|field| Needed {
        member: field.wire.clone(),
        aliases: field.aliases.clone(),
        constant: constant(field),
    });
    needed.collect()
}

/// The constant of a field.
fn constant(field: &Field) -> Option<Constant> {
    let text = field.constant()?.to_owned();
    Some(match JsonKind::of_type(&field.item.ty) {
        JsonKind::Number => Constant::Number(text),
        _ => Constant::Text(text),
    })
}

fn alike(cx: &mut Cx<'_>, id: TypeId, early: (&Shape, Span), late: (&Shape, Span)) {
    let ((one, first), (other, at)) = (early, late);
    let name = |it: &Shape| match it.item.ty {
        TypeRef::Scalar(scalar) => format!("`{}`", scalar.facts().name),
        _ => format!("`{}`", it.name),
    };
    let (one_name, other_name) = (name(one), name(other));
    let order = if is_apart(cx, other, one) {
        format!("; or put {other_name} first")
    } else {
        String::new()
    };
    let is_answer = cx.types.list[id.0].module == Module::Response;
    let both = format!(
        "{one_name} and {other_name} cannot be told apart: both are {}",
        plural(one.kind)
    );
    let has_objects = [one, other]
        .iter()
        .all(|it| !objects_of(&cx.types.list, &it.item.ty).is_empty());
    let (message, help) = if !has_objects {
        (both, "leave one of them out".to_owned())
    } else if is_answer {
        (
            format!("{both}, and no member that answers always have is only in {one_name}"),
            format!(
                "give such a member of {one_name} `presence: guaranteed`, or both a `const`{order}"
            ),
        )
    } else {
        (
            format!("{both}, and {one_name} requires no member that {other_name} lacks"),
            format!("give such a member of {one_name} `required: true`, or both a `const`{order}"),
        )
    };
    cx.sink.report(
        Diagnostic::new(Code::ShapesAlike, at, message)
            .also(first, "the other one")
            .help(help),
    );
}

const fn plural(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Boolean => "booleans",
        JsonKind::Number => "numbers",
        JsonKind::Text => "texts",
        JsonKind::List => "lists",
        JsonKind::Object => "objects",
    }
}
