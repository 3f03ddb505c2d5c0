//! Rules as arguments of `#[validate(..)]`.

use super::{
    condition,
    file::File,
    rules::{Arg, literal},
};
use stipula_contract::{
    Condition, Constraint, ConstraintKind, Evidence, Field, FieldRule, FieldRuleKind, Item, Length,
    Object, Presence, PresenceRule, RuleMeta, Severity, Type, TypeKind, TypeRef,
};

/// The rule arguments of one member.
pub(super) fn of_field(file: &mut File<'_>, owner: &Type, field: &Field) -> Vec<Arg> {
    let mut args = Vec::new();
    for rule in &field.presence {
        args.push(presence(file, owner, field, rule));
    }
    let place = Place { owner, field };
    args.extend(of_item(file, &place, &field.item));
    if is_nested(&field.item.ty) {
        args.push(Arg::text("nested"));
    }
    args
}

/// The member whose rules are written.
struct Place<'a> {
    owner: &'a Type,
    field: &'a Field,
}

fn presence(file: &mut File<'_>, owner: &Type, field: &Field, rule: &PresenceRule) -> Arg {
    let place = Place { owner, field };
    let name = match rule.kind {
        Presence::Required if rule.when.is_always() => {
            return Arg::call("required", extras(file, &place, &rule.meta));
        }
        Presence::Required => "required_if",
        Presence::Allowed => "allowed_if",
        Presence::Effective => "effective_if",
    };
    let mut args = vec![
        written(file, owner, &rule.when),
        because(&rule.when.english),
    ];
    args.extend(extras(file, &place, &rule.meta));
    Arg::call(name, args)
}

/// Value rules of an item, then those of the items inside it.
fn of_item(file: &mut File<'_>, place: &Place<'_>, item: &Item) -> Vec<Arg> {
    let mut args: Vec<_> = item
        .constraints
        .iter()
        .filter_map(|rule| constraint(file, place, item, rule))
        .collect();
    if let TypeRef::List(inner) | TypeRef::Map { of: inner, .. } = &item.ty {
        let inner = of_item(file, place, inner);
        if !inner.is_empty() {
            args.push(Arg::call("items", inner));
        }
    }
    args
}

fn constraint(file: &File<'_>, place: &Place<'_>, item: &Item, rule: &Constraint) -> Option<Arg> {
    let extras = extras(file, place, &rule.meta);
    let text = match &rule.kind {
        ConstraintKind::MinChars(n) => with_value("min_chars", &n.to_string(), extras),
        ConstraintKind::MaxChars(Length::Fixed(n)) => {
            with_value("max_chars", &n.to_string(), extras)
        }
        ConstraintKind::MaxChars(Length::PerKey { keys, default }) => {
            per_key(keys, *default, extras)
        }
        ConstraintKind::MaxBytes(n) => with_value("max_bytes", &n.to_string(), extras),
        ConstraintKind::Range { min, max } => {
            let end = |bound: &Option<i64>| bound.map(|it| it.to_string()).unwrap_or_default();
            // An open end has no `=`.
            let range = match max {
                Some(_) => format!("{}..={}", end(min), end(max)),
                None => format!("{}..", end(min)),
            };
            Arg::call(
                "range",
                std::iter::once(Arg::text(range)).chain(extras).collect(),
            )
        }
        ConstraintKind::MinItems(n) => with_value("min_items", &n.to_string(), extras),
        ConstraintKind::MaxItems(n) => with_value("max_items", &n.to_string(), extras),
        ConstraintKind::Unique => Arg::call("unique", extras),
        ConstraintKind::Prefix(text) => with_value("prefix", &literal(text), extras),
        ConstraintKind::Pattern(text) => with_value("pattern", &literal(text), extras),
        ConstraintKind::DecimalPlaces(n) => with_value("decimal_places", &n.to_string(), extras),
        ConstraintKind::Url => Arg::call("url", extras),
        ConstraintKind::Known => Arg::call("known", extras),
        ConstraintKind::KnownKeys => Arg::call("keys", vec![Arg::call("known", extras)]),
        ConstraintKind::CaseOf => {
            let sibling = union_sibling(file, place, &item.ty)?;
            Arg::call("case_of", std::iter::once(sibling).chain(extras).collect())
        }
    };
    Some(text)
}

/// Rust name of the sibling that chooses the case of a union.
fn union_sibling(file: &File<'_>, place: &Place<'_>, ty: &TypeRef) -> Option<Arg> {
    let TypeRef::Union(id) = ty else { return None };
    let TypeKind::Union(union) = &file.api.type_(*id).kind else {
        return None;
    };
    let sibling = place.owner.object()?.field(&union.by)?;
    Some(Arg::text(file.names.field(sibling.id)))
}

fn per_key(keys: &[(String, u64)], default: u64, extras: Vec<Arg>) -> Arg {
    let keys = keys.iter().map(|(key, length)| {
        if is_plain_name(key) {
            Arg::named(key, length)
        } else {
            Arg::named(&literal(key), length)
        }
    });
    let default = std::iter::once(Arg::named("default", default));
    Arg::call("max_chars", keys.chain(default).chain(extras).collect())
}

/// A key that is an identifier and none of the words the attribute gives a meaning to.
fn is_plain_name(key: &str) -> bool {
    const WORDS: &[&str] = &["default", "severity", "id", "because", "evidence"];
    let mut chars = key.chars();
    chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !WORDS.contains(&key)
        && syn::parse_str::<syn::Ident>(key).is_ok()
}

/// A rule between members, as the arguments of its own attribute.
pub(super) fn of_rule(file: &mut File<'_>, owner: &Type, object: &Object, rule: &FieldRule) -> Arg {
    let names = file.names;
    let rust = |wire: &String| {
        let field = object.field(wire);
        field.map_or_else(|| wire.clone(), |it| names.field(it.id).to_owned())
    };
    let id = Arg::named("id", literal(&rule.meta.id));
    let at = Arg::named("at", rust(&rule.at));
    let (name, mut args) = match &rule.kind {
        FieldRuleKind::Expect { when, expect } => {
            let mut args = vec![id, at];
            args.extend(
                when.as_ref()
                    .map(|when| Arg::call("when", vec![written(file, owner, when)])),
            );
            args.push(Arg::call("expect", vec![written(file, owner, expect)]));
            args.push(because(&demand(when.as_ref(), expect)));
            ("rule", args)
        }
        FieldRuleKind::AtLeastOne(names) => ("at_least_one", group(names.iter().map(rust), at, id)),
        FieldRuleKind::ExactlyOne(names) => ("exactly_one", group(names.iter().map(rust), at, id)),
        FieldRuleKind::AtMostOne(names) => ("at_most_one", group(names.iter().map(rust), at, id)),
        FieldRuleKind::AllOrNone(names) => ("all_or_none", group(names.iter().map(rust), at, id)),
    };
    args.extend(weight(&rule.meta, Severity::Error));
    args.extend(evidence(&rule.meta.evidence));
    Arg::call(name, args)
}

fn group(names: impl Iterator<Item = String>, at: Arg, id: Arg) -> Vec<Arg> {
    names.map(Arg::text).chain([at, id]).collect()
}

/// "`b` is `X` when `a` is `Y`".
fn demand(when: Option<&Condition>, expect: &Condition) -> String {
    match when {
        Some(when) if !when.is_always() => {
            format!("{} when {}", expect.english, when.english)
        }
        _ => expect.english.clone(),
    }
}

/// Severity, id and evidence, as far as they are not what the derive takes by itself.
fn extras(file: &File<'_>, place: &Place<'_>, meta: &RuleMeta) -> Vec<Arg> {
    let usual = if meta.code == "effective_if" {
        Severity::Warning
    } else {
        Severity::Error
    };
    let mut args: Vec<_> = weight(meta, usual).into_iter().collect();
    // The derive has one rule for texts and for keys.
    let code = match meta.code {
        "known_keys" => "known",
        code => code,
    };
    let owner = file.names.type_(place.owner.id);
    let usual = format!("{owner}.{}.{code}", place.field.wire);
    let numbered = meta
        .id
        .strip_prefix(&usual)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('#'));
    if meta.named || !numbered {
        args.push(Arg::named("id", literal(&meta.id)));
    }
    if meta.evidence != place.field.evidence {
        args.extend(evidence(&meta.evidence));
    }
    args
}

fn weight(meta: &RuleMeta, usual: Severity) -> Option<Arg> {
    (meta.severity != usual).then(|| {
        let word = match meta.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        Arg::named("severity", word)
    })
}

/// `evidence = "create-template, inferred"`.
fn evidence(evidence: &Evidence) -> Option<Arg> {
    let flags = [
        (evidence.inferred, "inferred"),
        (evidence.unverified, "unverified"),
        (evidence.undocumented, "undocumented"),
    ];
    let words = evidence.source.iter().map(String::as_str);
    let words = words.chain(evidence.quirks.iter().map(String::as_str));
    let flags = flags
        .into_iter()
        .filter_map(|(set, word)| set.then_some(word));
    let text = words.chain(flags).collect::<Vec<_>>().join(", ");
    (!text.is_empty()).then(|| Arg::named("evidence", literal(&text)))
}

fn written(file: &mut File<'_>, owner: &Type, condition: &Condition) -> Arg {
    Arg::text(condition::written(file, owner, condition))
}

fn because(english: &str) -> Arg {
    Arg::named("because", literal(english))
}

/// `name = value`, or `name(value, ..)` when there is more to say.
fn with_value(name: &str, value: &str, extras: Vec<Arg>) -> Arg {
    if extras.is_empty() {
        Arg::named(name, value)
    } else {
        Arg::call(
            name,
            std::iter::once(Arg::text(value)).chain(extras).collect(),
        )
    }
}

/// Whether rules are found below the member.
fn is_nested(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Object(_) | TypeRef::Union(_) => true,
        TypeRef::List(of) | TypeRef::Map { of, .. } => is_nested(&of.ty),
        _ => false,
    }
}
