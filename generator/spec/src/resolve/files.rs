//! Files: where they can stand.

use std::collections::{BTreeMap, BTreeSet};

use super::Cx;
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawField, RawSpec},
    source::Span,
};
use stipula_contract::{
    Answer, BodyForm, Field, Lists, Location, Module, Operation, Scalar, TypeId, TypeKind, TypeRef,
};

/// How files stand in a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Files {
    /// It is one, or can be.
    One,
    /// It is a list of them.
    List,
    /// They stand deeper.
    Inside,
}

impl Files {
    /// How they stand in a type; none where they do not. Objects are looked at by themselves.
    pub(super) fn of(cx: &Cx<'_>, ty: &TypeRef) -> Option<Self> {
        find(cx, ty, &mut BTreeSet::new())
    }
}

fn find(cx: &Cx<'_>, ty: &TypeRef, seen: &mut BTreeSet<TypeId>) -> Option<Files> {
    match ty {
        TypeRef::Scalar(Scalar::File) => Some(Files::One),
        TypeRef::List(of) => Some(match find(cx, &of.ty, seen)? {
            Files::One => Files::List,
            Files::List | Files::Inside => Files::Inside,
        }),
        TypeRef::Map { of, .. } => find(cx, &of.ty, seen).map(|_| Files::Inside),
        TypeRef::Any(id) if seen.insert(*id) => {
            let TypeKind::Any(any) = &cx.types.list[id.0].kind else {
                return None;
            };
            let shapes = any.shapes.iter();
            let found: Vec<_> = shapes
                .filter_map(|it| find(cx, &it.item.ty, seen))
                .collect();
            let deeper = found.iter().find(|it| **it != Files::One);
            match deeper {
                Some(_) => Some(Files::Inside),
                None => found.first().copied(),
            }
        }
        _ => None,
    }
}

/// Reports files that are no part of a multipart body.
pub(super) fn all(cx: &mut Cx<'_>, spec: &RawSpec, operations: &[Operation]) {
    let bodies = operations.iter().map(|it| (it.request, it.body));
    let bodies: BTreeMap<TypeId, BodyForm> = bodies.collect();
    let mut told = BTreeSet::new();
    for index in 0..cx.types.list.len() {
        let Some(object) = cx.types.object(TypeId(index)) else {
            continue;
        };
        let fields = object.fields.clone();
        let module = cx.types.list[index].module;
        let body = bodies.get(&TypeId(index)).copied();
        let raws = cx.types.raws[index].fields.clone();
        for (field, raw) in fields.iter().zip(raws) {
            let Some(files) = Files::of(cx, &field.item.ty) else {
                continue;
            };
            let found = match module {
                Module::Response => Some(ANSWER),
                Module::Request | Module::Enums => misplaced(field, raw, files, body),
            };
            if let Some((at, message, help)) = found.map(|it| it.of(field, raw))
                && told.insert(at)
            {
                report(cx, at, message, help);
            }
        }
    }
    answers(cx, spec, operations);
}

/// What is wrong with a file, in words.
struct Misplaced {
    at: Option<Span>,
    message: fn(&Field) -> String,
    help: &'static str,
}

impl Misplaced {
    fn of(&self, field: &Field, raw: &RawField) -> (Span, String, &'static str) {
        (
            self.at.unwrap_or(raw.ty.span),
            (self.message)(field),
            self.help,
        )
    }
}

const ANSWER: Misplaced = Misplaced {
    at: None,
    message: |it| format!("`{}` is a file, and answers hold none", it.wire),
    help: "make it `bytes`, or write `response: bytes` where the whole answer is the file",
};

/// What is wrong with a file in a request. `body` is none inside an object.
fn misplaced(
    field: &Field,
    raw: &RawField,
    files: Files,
    body: Option<BodyForm>,
) -> Option<Misplaced> {
    let Some(form) = body else {
        return Some(Misplaced {
            at: None,
            message: |it| {
                format!(
                    "`{}` is a file inside an object, which travels as JSON",
                    it.wire
                )
            },
            help: "make the file a field of `request`, or make it `bytes`",
        });
    };
    let place = raw.place.location.map(|it| it.1);
    match (field.location, form, files) {
        (Location::Body, BodyForm::Multipart, Files::Inside) => Some(Misplaced {
            at: None,
            message: |it| format!("the files in `{}` have no names of their own", it.wire),
            help: "write `file`, or `{ list: file }`",
        }),
        (Location::Body, BodyForm::Multipart, _) => {
            let (lists, at) = raw.place.lists?;
            (files == Files::List && matches!(lists, Lists::Comma | Lists::Json)).then_some(
                Misplaced {
                    at: Some(at),
                    message: |it| format!("the files of `{}` are parts of one name", it.wire),
                    help: "write `lists: repeat` or `lists: brackets`, or leave it out",
                },
            )
        }
        (Location::Body, ..) => Some(Misplaced {
            at: None,
            message: |it| format!("`{}` is a file, which only a multipart body has", it.wire),
            help: "write `body: multipart` on the operation, or make it `bytes`, which are Base64",
        }),
        (Location::Payload, ..) => Some(Misplaced {
            at: None,
            message: |it| {
                format!(
                    "`{}` is the whole body, and a file is a part of one",
                    it.wire
                )
            },
            help: "make it `bytes`: they are sent as they are",
        }),
        (Location::Path | Location::Query | Location::Header | Location::Status, ..) => {
            Some(Misplaced {
                at: place,
                message: |it| {
                    let place = it.location.word();
                    format!("`{}` is a file, which cannot stand in a {place}", it.wire)
                },
                help: "write `in: body`, and `body: multipart` on the operation",
            })
        }
    }
}

/// Answers that are files by themselves.
fn answers(cx: &mut Cx<'_>, spec: &RawSpec, operations: &[Operation]) {
    for operation in operations {
        let Answer::Json(item) = &operation.answer else {
            continue;
        };
        let mut raws = spec.operations.iter();
        let raw = raws.find(|it| it.name.value == operation.name);
        if let Some(at) = raw.and_then(|it| it.response_at)
            && Files::of(cx, &item.ty).is_some()
        {
            let message = "the answer is a file, which only requests have".to_owned();
            report(cx, at, message, "write `response: bytes`");
        }
    }
}

fn report(cx: &mut Cx<'_>, at: Span, message: String, help: &'static str) {
    let found = Diagnostic::new(Code::BadPlace, at, message);
    cx.sink.report(found.help(help));
}
