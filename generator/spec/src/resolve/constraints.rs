//! Value rules: whether they fit the type, and what they say.

use super::{Cx, sentences, types::Site};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawConstraint, RawConstraintKind, RawLength, RawType},
};
use stipula_contract::{Constraint, ConstraintKind, Evidence, Length, RuleMeta, Severity, TypeRef};

/// The value rules of a type. A limit on an enum is documentation, since its texts are known.
pub(super) fn of<'a>(
    cx: &mut Cx<'a>,
    raw: &'a RawType,
    ty: &TypeRef,
    site: &Site<'_>,
) -> Vec<Constraint> {
    let mut found: Vec<Constraint> = Vec::new();
    for written in &raw.constraints {
        let evidence = cx.index.evidence(&written.evidence, &mut cx.sink);
        if let (TypeRef::Enum(id), RawConstraintKind::MaxChars(length)) = (ty, &written.kind) {
            check_enum_limit(cx, *id, length, written);
            continue;
        }
        if !fits(&written.kind, ty) {
            let message = format!(
                "`{}` does not apply to {}",
                written.key.value,
                sentences::type_word(ty)
            );
            cx.sink.report(
                Diagnostic::new(Code::RuleMisfit, written.key.span, message)
                    .also(raw.span, "the type"),
            );
            continue;
        }
        let Some(kind) = checked(cx, written) else {
            continue;
        };
        let mut made = plain(kind, site);
        made.meta.evidence = evidence;
        made.meta.doc = super::types::text(written.doc.as_ref());
        if written.warning {
            made.meta.severity = Severity::Warning;
        }
        if let Some(id) = &written.id {
            made.meta.id = format!("{}.{}", site.owner, id.value);
            made.meta.named = true;
        }
        made.meta.sentence = sentences::constraint(&made.kind, made.meta.severity);
        found.push(made);
    }
    check_together(cx, raw, &found);
    found
}

/// A value rule with its default id and severity.
pub(super) fn plain(kind: ConstraintKind, site: &Site<'_>) -> Constraint {
    let code = code(&kind);
    Constraint {
        meta: RuleMeta {
            id: format!("{}.{}.{code}", site.owner, site.wire),
            code,
            named: false,
            severity: Severity::Error,
            sentence: sentences::constraint(&kind, Severity::Error),
            doc: String::new(),
            evidence: Evidence::default(),
        },
        kind,
    }
}

const fn code(kind: &ConstraintKind) -> &'static str {
    match kind {
        ConstraintKind::MinChars(_) => "min_chars",
        ConstraintKind::MaxChars(_) => "max_chars",
        ConstraintKind::MaxBytes(_) => "max_bytes",
        ConstraintKind::Range { .. } => "range",
        ConstraintKind::MinItems(_) => "min_items",
        ConstraintKind::MaxItems(_) => "max_items",
        ConstraintKind::Unique => "unique",
        ConstraintKind::Prefix(_) => "prefix",
        ConstraintKind::Pattern(_) => "pattern",
        ConstraintKind::DecimalPlaces(_) => "decimal_places",
        ConstraintKind::Url => "url",
        ConstraintKind::Known => "known",
        ConstraintKind::KnownKeys => "known_keys",
        ConstraintKind::CaseOf => "case_of",
    }
}

fn fits(kind: &RawConstraintKind, ty: &TypeRef) -> bool {
    let text = matches!(ty, TypeRef::Text | TypeRef::Url);
    let many = matches!(ty, TypeRef::List(_) | TypeRef::Map { .. });
    match kind {
        RawConstraintKind::MinChars(_)
        | RawConstraintKind::MaxChars(_)
        | RawConstraintKind::MaxBytes(_)
        | RawConstraintKind::Prefix(_)
        | RawConstraintKind::Pattern(_)
        | RawConstraintKind::DecimalPlaces(_) => text,
        RawConstraintKind::Range(..) => matches!(ty, TypeRef::Integer | TypeRef::Millis),
        RawConstraintKind::MinItems(_) | RawConstraintKind::MaxItems(_) => many,
        RawConstraintKind::Unique => matches!(ty, TypeRef::List(_)),
        RawConstraintKind::KnownKeys => matches!(ty, TypeRef::Map { key: Some(_), .. }),
    }
}

fn checked(cx: &mut Cx<'_>, written: &RawConstraint) -> Option<ConstraintKind> {
    Some(match &written.kind {
        RawConstraintKind::MinChars(least) => ConstraintKind::MinChars(*least),
        RawConstraintKind::MaxChars(length) => {
            ConstraintKind::MaxChars(length_of(cx, length, written)?)
        }
        RawConstraintKind::MaxBytes(most) => ConstraintKind::MaxBytes(*most),
        RawConstraintKind::Range(min, max) => ConstraintKind::Range {
            min: *min,
            max: *max,
        },
        RawConstraintKind::MinItems(least) => ConstraintKind::MinItems(*least),
        RawConstraintKind::MaxItems(most) => ConstraintKind::MaxItems(*most),
        RawConstraintKind::Unique => ConstraintKind::Unique,
        RawConstraintKind::Prefix(text) => ConstraintKind::Prefix(text.clone()),
        RawConstraintKind::DecimalPlaces(most) => ConstraintKind::DecimalPlaces(*most),
        RawConstraintKind::KnownKeys => ConstraintKind::KnownKeys,
        RawConstraintKind::Pattern(text) => {
            if let Err(error) = regex_lite::Regex::new(&text.value) {
                let message = format!("this is not a regular expression: {error}");
                cx.sink
                    .report(Diagnostic::new(Code::BadPattern, text.span, message));
                return None;
            }
            ConstraintKind::Pattern(text.value.clone())
        }
    })
}

fn length_of(cx: &mut Cx<'_>, length: &RawLength, written: &RawConstraint) -> Option<Length> {
    match length {
        RawLength::Fixed(most) => Some(Length::Fixed(*most)),
        RawLength::PerKey(keys) => {
            let Some(default) = keys.iter().map(|(_, most)| *most).min() else {
                let message = "a length by key names no key";
                cx.sink
                    .report(Diagnostic::new(Code::BadScalar, written.span, message));
                return None;
            };
            Some(Length::PerKey {
                keys: keys
                    .iter()
                    .map(|(key, most)| (key.value.clone(), *most))
                    .collect(),
                default,
            })
        }
    }
}

/// A limit that the documented values imply is documentation; a value that it forbids is a mistake
/// of one of the two.
fn check_enum_limit(
    cx: &mut Cx<'_>,
    id: stipula_contract::TypeId,
    length: &RawLength,
    written: &RawConstraint,
) {
    let most = match length {
        RawLength::Fixed(most) => *most,
        RawLength::PerKey(keys) => keys.iter().map(|(_, most)| *most).min().unwrap_or(u64::MAX),
    };
    let values = cx.types.list[id.0].enum_().map_or(&[][..], |it| &it.values);
    let too_long = values
        .iter()
        .find(|it| it.wire.chars().count() as u64 > most);
    if let Some(value) = too_long {
        let message = format!(
            "the documented value `{}` is longer than {most} characters",
            value.wire
        );
        cx.sink.report(
            Diagnostic::new(Code::LimitExcludesValue, written.span, message)
                .help("correct the limit or the value"),
        );
    } else {
        let open = cx.types.list[id.0].enum_().is_some_and(|it| it.open);
        let message = if open {
            "the documented values imply this limit, and other texts are not held to it: it is documentation"
        } else {
            "the values of the enum imply this limit, so it is documentation"
        };
        cx.sink
            .report(Diagnostic::new(Code::ImpliedLimit, written.span, message));
    }
}

/// Rules that cannot hold together.
fn check_together(cx: &mut Cx<'_>, raw: &RawType, found: &[Constraint]) {
    let (mut min_chars, mut max_chars, mut min_items, mut max_items) = (0, u64::MAX, 0, u64::MAX);
    let mut prefix = 0;
    for constraint in found {
        match &constraint.kind {
            ConstraintKind::MinChars(least) => min_chars = *least,
            ConstraintKind::MaxChars(Length::Fixed(most)) => max_chars = *most,
            ConstraintKind::MaxChars(Length::PerKey { default, .. }) => max_chars = *default,
            ConstraintKind::MinItems(least) => min_items = *least,
            ConstraintKind::MaxItems(most) => max_items = *most,
            ConstraintKind::Prefix(text) => prefix = text.chars().count() as u64,
            ConstraintKind::Range {
                min: Some(min),
                max: Some(max),
            } if min > max => {
                report_crossed(
                    cx,
                    raw,
                    "range",
                    &format!("the range {min} to {max} is empty"),
                );
            }
            _ => {}
        }
    }
    if min_chars > max_chars {
        report_crossed(
            cx,
            raw,
            "max_chars",
            "no text is long and short enough at once",
        );
    }
    if prefix > max_chars {
        report_crossed(
            cx,
            raw,
            "prefix",
            "the prefix alone is longer than `max_chars`",
        );
    }
    if min_items > max_items {
        report_crossed(
            cx,
            raw,
            "max_items",
            "no list is long and short enough at once",
        );
    }
}

fn report_crossed(cx: &mut Cx<'_>, raw: &RawType, key: &str, message: &str) {
    let at = raw
        .constraints
        .iter()
        .find(|it| it.key.value == key)
        .map_or(raw.span, |it| it.span);
    cx.sink
        .report(Diagnostic::new(Code::BoundsCrossed, at, message));
}
