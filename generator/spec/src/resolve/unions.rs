//! Unions: objects whose type a member chooses, beside them or inside them.

use heck::ToUpperCamelCase;

use super::{
    Cx,
    site::Site,
    types::{item, named, reserve},
};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawField, RawType, RawTypeKind},
    yaml::Text,
};
use stipula_contract::{
    AnyOf, Case, Choice, Item, JsonKind, Module, Scalar, Shape, Type, TypeId, TypeKind, TypeRef,
    Union,
};

/// Reads `{ by: FIELD, cases: … }` into a type of its own.
pub(super) fn union<'a>(
    cx: &mut Cx<'a>,
    by: &'a Text,
    cases: &'a [(Text, Text)],
    site: &Site<'_>,
    siblings: &[&'a RawField],
) -> Option<TypeRef> {
    let Some(sibling) = siblings.iter().find(|raw| raw.wire.value == by.value) else {
        let message = format!("there is no field `{}` beside this one", by.value);
        let known = siblings.iter().map(|raw| raw.wire.value.as_str());
        cx.sink.report(
            Diagnostic::new(Code::UnknownField, by.span, message).suggest(&by.value, known),
        );
        return None;
    };
    let by_type = match &sibling.ty.kind {
        RawTypeKind::Name(name) => named(cx, name, site.module)?,
        RawTypeKind::Unreadable => return None,
        _ => TypeRef::Scalar(Scalar::Json),
    };
    let TypeRef::Enum(by_type) = by_type else {
        let what = match by_type {
            TypeRef::IntegerEnum(_) => "is an enum of integers, and texts alone choose a type",
            _ => "is not an enum, so it cannot choose a type",
        };
        let message = format!("`{}` {what}", by.value);
        cx.sink.report(
            Diagnostic::new(Code::WrongType, by.span, message).also(sibling.ty.span, "its type"),
        );
        return None;
    };
    let cases: Vec<Case> = cases
        .iter()
        .filter_map(|(value, of)| case(cx, by_type, value, of, site.module))
        .collect();
    let id = in_place(cx, site);
    cx.types.list[id.0].kind = TypeKind::Union(Union {
        choice: Choice::Sibling {
            by: by.value.clone(),
            by_type,
        },
        cases,
    });
    cx.types.list[id.0].doc = format!("The type depends on `{}`.", by.value);
    Some(TypeRef::Union(id))
}

fn case<'a>(
    cx: &mut Cx<'a>,
    by: TypeId,
    value: &Text,
    of: &'a Text,
    module: Module,
) -> Option<Case> {
    let it = cx.types.list[by.0].enum_()?;
    let known: Vec<String> = it.values.iter().map(|value| value.wire.clone()).collect();
    let is_known = known.contains(&value.value);
    if !is_known {
        let message = format!(
            "`{}` is not a value of `{}`",
            value.value, cx.types.list[by.0].name
        );
        let known = known.iter().map(String::as_str);
        cx.sink.report(
            Diagnostic::new(Code::UnknownValue, value.span, message).suggest(&value.value, known),
        );
    }
    let of = object(cx, of, module)?;
    is_known.then(|| Case {
        wire: value.value.clone(),
        of,
    })
}

/// The object of a case.
fn object<'a>(cx: &mut Cx<'a>, of: &'a Text, module: Module) -> Option<TypeId> {
    if let TypeRef::Object(target) = named(cx, of, module)? {
        return Some(target);
    }
    let message = format!("`{}` is not an object, so it cannot be a case", of.value);
    cx.sink
        .report(Diagnostic::new(Code::WrongType, of.span, message));
    None
}

/// Reads `{ tag: MEMBER, cases: … }` into a type that is reserved.
pub(super) fn tagged<'a>(
    cx: &mut Cx<'a>,
    id: TypeId,
    tag: &'a Text,
    cases: &'a [(Text, Text)],
) -> TypeRef {
    let choice = Choice::Tag {
        member: tag.value.clone(),
    };
    // A case may lead back to it.
    cx.types.list[id.0].kind = TypeKind::Union(Union {
        choice: choice.clone(),
        cases: Vec::new(),
    });
    let module = cx.types.list[id.0].module;
    let mut made: Vec<Case> = Vec::new();
    for (value, of) in cases {
        let case = object(cx, of, module).map(|of| Case {
            wire: value.value.clone(),
            of,
        });
        made.extend(case);
    }
    if cases.is_empty() {
        let message = "a union needs a case";
        cx.sink
            .report(Diagnostic::new(Code::MissingValue, tag.span, message));
    }
    cx.types.list[id.0].kind = TypeKind::Union(Union {
        choice,
        cases: made,
    });
    if cx.types.list[id.0].doc.is_empty() {
        cx.types.list[id.0].doc = format!("The type depends on the member `{}`.", tag.value);
    }
    TypeRef::Union(id)
}

/// A type for what is written in place of one, called after its field.
fn in_place(cx: &mut Cx<'_>, site: &Site<'_>) -> TypeId {
    let mut name = site.wire.to_upper_camel_case();
    if cx.types.has(&name, site.module) || cx.index.declares(&name) {
        name = format!("{}{name}", site.owner);
    }
    reserve(cx, &name, site.named, site.module)
}

/// Reads a choice that is written in place into a type of its own.
pub(super) fn inline<'a>(cx: &mut Cx<'a>, raw: &'a RawType, site: &Site<'_>) -> Option<TypeRef> {
    let id = in_place(cx, site);
    choice(cx, id, raw, site.named)
}

/// Reads a choice into a type that is reserved.
pub(super) fn choice<'a>(
    cx: &mut Cx<'a>,
    id: TypeId,
    raw: &'a RawType,
    named: &Text,
) -> Option<TypeRef> {
    match &raw.kind {
        RawTypeKind::Tagged(tag, cases) => Some(tagged(cx, id, tag, cases)),
        RawTypeKind::Any(all) => Some(any(cx, id, all, named)),
        _ => None,
    }
}

/// Reads `{ any: [T, U] }` into a type that is reserved.
fn any<'a>(cx: &mut Cx<'a>, id: TypeId, all: &'a [RawType], named: &Text) -> TypeRef {
    // A shape may lead back to it.
    cx.types.list[id.0].kind = TypeKind::Any(AnyOf { shapes: Vec::new() });
    let owner = cx.types.list[id.0].name.clone();
    let module = cx.types.list[id.0].module;
    let (mut shapes, mut spans) = (Vec::new(), Vec::new());
    for (at, raw) in all.iter().enumerate() {
        refuse_rules(cx, raw);
        let site = Site {
            owner: owner.clone(),
            field: owner.clone(),
            wire: format!("{}", at + 1),
            named,
            module,
        };
        let made = item(cx, raw, &site, &[]).and_then(|item| shape(cx, item, raw));
        if let Some(shape) = made {
            shapes.push(shape);
            spans.push(raw.span);
        }
    }
    if all.len() < 2 {
        let message = "a choice has at least two types";
        cx.sink.report(
            Diagnostic::new(Code::MissingValue, named.span, message).help("write the type itself"),
        );
    }
    cx.types.shapes.push((id, spans));
    cx.types.list[id.0].kind = TypeKind::Any(AnyOf { shapes });
    TypeRef::Any(id)
}

/// Rules of a value are told with a field, and a shape is none.
fn refuse_rules(cx: &mut Cx<'_>, raw: &RawType) {
    if let Some(at) = raw.as_text {
        let message = "`as: text` has no place inside `any`";
        cx.sink.report(
            Diagnostic::new(Code::RuleMisfit, at, message)
                .also(raw.span, "the shape")
                .help("make it a field of an object, or write `string`"),
        );
    }
    for rule in &raw.constraints {
        let message = format!("`{}` has no place inside `any`", rule.key.value);
        cx.sink.report(
            Diagnostic::new(Code::RuleMisfit, rule.key.span, message)
                .also(raw.span, "the shape")
                .help("make it a field of an object, or say it in `doc`"),
        );
    }
    match &raw.kind {
        RawTypeKind::List(of) => refuse_rules(cx, of),
        RawTypeKind::Map(key, of) => [key, of].into_iter().for_each(|it| refuse_rules(cx, it)),
        _ => {}
    }
}

fn shape(cx: &mut Cx<'_>, item: Item, raw: &RawType) -> Option<Shape> {
    let help = match &item.ty {
        TypeRef::Scalar(Scalar::Json) => {
            "it takes everything, so that nothing is left for the others"
        }
        TypeRef::Any(_) => "write its types here, beside the others",
        TypeRef::Union(id) if cx.types.list[id.0].is_by_sibling() => {
            "give it a `tag` inside instead"
        }
        _ => {
            return Some(Shape {
                name: name(&cx.types.list, &item.ty),
                kind: JsonKind::of_type(&item.ty),
                item,
                needs: Vec::new(),
            });
        }
    };
    let message = "this cannot be one of several shapes";
    cx.sink
        .report(Diagnostic::new(Code::WrongType, raw.span, message).help(help));
    None
}

/// What a shape is called: `Message`, `Text`, `MessageList`.
fn name(list: &[Type], ty: &TypeRef) -> String {
    match ty {
        TypeRef::Scalar(it) | TypeRef::AsText(it) => match it {
            Scalar::String => "Text",
            Scalar::Url => "Url",
            Scalar::Integer => "Integer",
            Scalar::Unsigned => "Unsigned",
            Scalar::Decimal => "Decimal",
            Scalar::Boolean => "Boolean",
            Scalar::TimestampMillis | Scalar::TimestampSeconds => "Time",
            Scalar::DateTime => "DateTime",
            Scalar::Date => "Date",
            Scalar::Duration => "Duration",
            Scalar::Bytes => "Bytes",
            Scalar::File => "File",
            Scalar::Json => "Json",
        }
        .to_owned(),
        TypeRef::Enum(id)
        | TypeRef::IntegerEnum(id)
        | TypeRef::Object(id)
        | TypeRef::Union(id)
        | TypeRef::Any(id) => list[id.0].name.clone(),
        TypeRef::List(of) => format!("{}List", name(list, &of.ty)),
        TypeRef::Map { of, .. } => format!("{}Map", name(list, &of.ty)),
    }
}
