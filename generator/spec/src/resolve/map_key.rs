//! Keys of maps.

use super::{Cx, constraints, sentences, site::Site};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawArgument, RawType, RawTypeKind},
};
use stipula_contract::{Rule, Scalar, TypeId, TypeRef};

/// What the keys of a map are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MapKey {
    /// Any text.
    Text,
    /// A value of an enum.
    Enum(TypeId),
}

impl MapKey {
    /// The enum, if it is one.
    pub(super) const fn enum_(self) -> Option<TypeId> {
        match self {
            Self::Text => None,
            Self::Enum(id) => Some(id),
        }
    }
}

/// What the keys of a map are, and the rules for them.
pub(super) fn of<'a>(
    cx: &mut Cx<'a>,
    raw: &'a RawType,
    ty: &TypeRef,
    site: &Site<'_>,
) -> Option<(MapKey, Vec<Rule>)> {
    if let Some(at) = raw.as_text {
        let message = "`as: text` does nothing here: the keys of a map are texts";
        cx.sink
            .report(Diagnostic::new(Code::RuleMisfit, at, message).help("leave it out"));
    }
    match ty {
        TypeRef::Scalar(Scalar::String) => Some((MapKey::Text, of_keys(cx, raw, site))),
        TypeRef::Enum(id) => {
            for it in &raw.constraints {
                let message = format!(
                    "`{}` does not apply to the keys of a map that are {}, whose texts are known",
                    it.key.value,
                    sentences::type_word(ty)
                );
                cx.sink.report(
                    Diagnostic::new(Code::RuleMisfit, it.key.span, message)
                        .help("leave it out, or use `string`"),
                );
            }
            Some((MapKey::Enum(*id), Vec::new()))
        }
        ty => {
            refuse(cx, raw, Some(ty));
            None
        }
    }
}

/// Tells that a map cannot have keys of such a type, or of none.
pub(super) fn refuse(cx: &mut Cx<'_>, raw: &RawType, ty: Option<&TypeRef>) {
    let what = match &raw.kind {
        RawTypeKind::Name(name) => format!("`{}`", name.value),
        _ => "this".to_owned(),
    };
    let (why, help) = match ty {
        Some(TypeRef::IntegerEnum(_)) => (
            ": its values are numbers, and keys of JSON are texts",
            "use `string`, or an enum of texts",
        ),
        _ => ("", "use `string` or an enum"),
    };
    let message = format!("{what} cannot be the key of a map{why}");
    cx.sink
        .report(Diagnostic::new(Code::WrongType, raw.span, message).help(help));
}

/// The rules for keys that are texts.
fn of_keys<'a>(cx: &mut Cx<'a>, raw: &'a RawType, site: &Site<'_>) -> Vec<Rule> {
    for it in &raw.constraints {
        if matches!(it.argument, RawArgument::Lengths(_)) {
            let message = format!("`{}` by key does not apply to the key itself", it.key.value);
            cx.sink.report(
                Diagnostic::new(Code::RuleMisfit, it.span, message).help("write one number"),
            );
        }
    }
    let ty = TypeRef::Scalar(Scalar::String);
    let rules = constraints::of(cx, raw, &ty, &site.below("keys"));
    rules.into_iter().map(Rule::of_keys).collect()
}
