//! Claims about members: type, need, conditions, limits.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use stipula_facts::Kind;
use stipula_rules::Group;

use super::{Around, Claim};
use stipula_spec::raw::{
    RawArgument, RawBody, RawConstraint, RawField, RawPresence, RawRuleKind, RawSpec, RawType,
    RawTypeDefKind, RawTypeKind,
};

/// Members of a body and the rules between them. Answers are never judged, so that what a page
/// requires of them is no claim of the spec.
pub(super) fn body<'a>(
    spec: &'a RawSpec,
    around: &Around<'a>,
    body: &'a RawBody,
    out: &mut Vec<Claim<'a>>,
) {
    for raw in &body.fields {
        let grouped = body.rules.iter().any(|rule| match &rule.kind {
            RawRuleKind::Group(Group::AtLeastOne | Group::ExactlyOne, names) => {
                names.iter().any(|it| it.value == raw.wire.value)
            }
            RawRuleKind::Group(..) | RawRuleKind::Expect(..) => false,
        });
        field(spec, around, raw, grouped, out);
    }
    for rule in &body.rules {
        let mut claim = match &rule.kind {
            RawRuleKind::Group(group, names) => {
                let mut names: Vec<&str> = names.iter().map(|it| it.value.as_str()).collect();
                match told_by_pages(*group) {
                    Some(kind) => {
                        names.sort_unstable();
                        around.claim(kind, json!(names), rule.span)
                    }
                    None => {
                        let text = format!("{} {}", group.code().name, names.join(", "));
                        around.claim(Kind::Rule, text, rule.span)
                    }
                }
            }
            RawRuleKind::Expect(when, expect) => {
                let text = match when {
                    Some(when) => format!("{} when {}", expect.value, when.value),
                    None => expect.value.clone(),
                };
                around.claim(Kind::Rule, text, rule.span)
            }
        };
        claim.evidence = around.with(&rule.evidence);
        out.push(claim);
    }
}

/// The kind of fact in which pages tell such a rule.
const fn told_by_pages(group: Group) -> Option<Kind> {
    match group {
        Group::AtLeastOne => Some(Kind::AtLeastOne),
        Group::ExactlyOne => Some(Kind::ExactlyOne),
        Group::AtMostOne => Some(Kind::AtMostOne),
        Group::AllOrNone | Group::AtLeast(_) => None,
    }
}

fn field<'a>(
    spec: &'a RawSpec,
    around: &Around<'a>,
    raw: &'a RawField,
    grouped: bool,
    out: &mut Vec<Claim<'a>>,
) {
    let here = around.inner(&raw.wire.value, &raw.evidence, raw.doc.as_ref());
    let span = raw.wire.span;
    out.push(here.claim(Kind::Field, raw.sent_name(), span));
    out.push(here.claim(Kind::Type, type_word(spec, &raw.ty), raw.ty.span));
    if is_named(&raw.ty, "timestamp_millis") {
        out.push(here.implied(Kind::Format, "milliseconds", raw.ty.span));
    }
    if is_named(&raw.ty, "boolean") {
        for text in ["false", "true"] {
            out.push(here.implied(Kind::Value, text, raw.ty.span));
        }
    }
    need(&here, raw, grouped, out);
    constraints(&here, &raw.ty, out);
    if let Some(it) = &raw.default {
        out.push(here.claim(Kind::Default, it.value.clone(), it.span));
    }
}

fn need<'a>(here: &Around<'a>, raw: &'a RawField, grouped: bool, out: &mut Vec<Claim<'a>>) {
    let required: Vec<_> = raw
        .presence
        .iter()
        .filter(|it| it.kind == RawPresence::Required)
        .collect();
    let always = required.iter().find(|it| it.when.value == "true");
    match (always, required.first()) {
        (Some(it), _) => out.push(here.claim(Kind::Need, "required", it.when.span)),
        (None, Some(it)) => out.push(here.claim(Kind::Need, "conditional", it.when.span)),
        (None, None) if grouped => {
            out.push(here.implied(Kind::Need, "conditional", raw.wire.span));
        }
        (None, None) if raw.guaranteed => {
            out.push(here.claim(Kind::Need, "required", raw.wire.span));
        }
        (None, None) => out.push(here.implied(Kind::Need, "optional", raw.wire.span)),
    }
    for it in &raw.presence {
        let kind = match it.kind {
            RawPresence::Required => Kind::RequiredWhen,
            RawPresence::Effective => Kind::EffectiveWhen,
            RawPresence::Allowed => Kind::Rule,
        };
        if it.when.value == "true" {
            continue;
        }
        let text = match it.kind {
            RawPresence::Allowed => format!("allowed when {}", it.when.value),
            RawPresence::Required | RawPresence::Effective => it.when.value.clone(),
        };
        let mut claim = here.claim(kind, text, it.when.span);
        claim.evidence = here.with(&it.evidence);
        out.push(claim);
    }
}

/// Limits of the member and of what it holds.
fn constraints<'a>(here: &Around<'a>, ty: &'a RawType, out: &mut Vec<Claim<'a>>) {
    for it in &ty.constraints {
        let (kind, value) = constraint(it);
        if kind == Kind::Const {
            out.push(here.implied(Kind::Value, value.clone(), it.span));
        }
        let mut claim = here.claim(kind, value, it.span);
        claim.evidence = here.with(&it.evidence);
        out.push(claim);
    }
    match &ty.kind {
        RawTypeKind::List(of) | RawTypeKind::Map(_, of) | RawTypeKind::Sealed(of) => {
            constraints(here, of, out);
        }
        RawTypeKind::Name(_)
        | RawTypeKind::Union(..)
        | RawTypeKind::Tagged(..)
        | RawTypeKind::Any(_)
        | RawTypeKind::Unreadable => {}
    }
}

/// What a value rule claims, in the kind of fact that pages give; any other is a rule by its name.
fn constraint(it: &RawConstraint) -> (Kind, Value) {
    match (it.key.value.as_str(), &it.argument) {
        ("min_chars", RawArgument::Count(least)) => (Kind::MinChars, json!(least)),
        ("max_chars", RawArgument::Count(most)) => (Kind::MaxChars, json!(most)),
        ("max_chars", RawArgument::Lengths(keys)) => {
            let by_language: BTreeMap<&str, u64> = keys
                .iter()
                .map(|(key, most)| (language(&key.value), *most))
                .collect();
            (Kind::MaxChars, json!(by_language))
        }
        ("min_bytes", RawArgument::Count(least)) => (Kind::MinBytes, json!(least)),
        ("max_bytes", RawArgument::Count(most)) => (Kind::MaxBytes, json!(most)),
        ("min_items", RawArgument::Count(least)) => (Kind::MinItems, json!(least)),
        ("max_items", RawArgument::Count(most)) => (Kind::MaxItems, json!(most)),
        ("range", RawArgument::Range(min, max)) => (Kind::Range, json!([min, max])),
        ("prefix", RawArgument::Text(text)) => (Kind::Prefix, json!(text.value)),
        ("decimal_places", RawArgument::Decimals(most)) => {
            (Kind::Format, json!(format!("decimal places {most}")))
        }
        ("const", RawArgument::Text(text)) => (Kind::Const, json!(text.value)),
        ("pattern", RawArgument::Text(text)) => {
            (Kind::Format, json!(format!("pattern {}", text.value)))
        }
        (other, _) => (Kind::Rule, json!(other)),
    }
}

/// The language of a locale: what stands before the region.
fn language(locale: &str) -> &str {
    locale.split(['_', '-']).next().unwrap_or(locale)
}

fn is_named(ty: &RawType, name: &str) -> bool {
    matches!(&ty.kind, RawTypeKind::Name(it) if it.value == name)
}

/// The type in one word, for a comparison with the word of a page.
pub(super) fn type_word(spec: &RawSpec, ty: &RawType) -> String {
    match &ty.kind {
        RawTypeKind::Name(_) if ty.as_text.is_some() => "string".to_owned(),
        RawTypeKind::Name(name) => {
            let defined = spec.types.iter().find(|it| it.name.value == name.value);
            match defined.map(|it| &it.kind) {
                Some(RawTypeDefKind::Object(_)) => "object".to_owned(),
                Some(RawTypeDefKind::Enum(it)) if it.is_of_integers() => "integer".to_owned(),
                Some(RawTypeDefKind::Enum(_)) => "string".to_owned(),
                Some(RawTypeDefKind::Choice(choice)) => type_word(spec, choice),
                None => name.value.clone(),
            }
        }
        RawTypeKind::List(of) => format!("list<{}>", type_word(spec, of)),
        RawTypeKind::Sealed(of) => type_word(spec, of),
        RawTypeKind::Map(..)
        | RawTypeKind::Union(..)
        | RawTypeKind::Tagged(..)
        | RawTypeKind::Unreadable => "object".to_owned(),
        RawTypeKind::Any(shapes) => {
            let words = shapes.iter().map(|it| type_word(spec, it));
            words.collect::<Vec<_>>().join(" or ")
        }
    }
}
