//! Rules as arguments of `#[validate(..)]`.

use super::{
    condition,
    file::File,
    rules::{Arg, literal},
};
use stipula_contract::{
    Argument, Condition, Demand, End, Evidence, Field, Group, Item, Location, Object, Rule, Scalar,
    Severity, Shape, Type, TypeKind, TypeRef, ValueDemand, Wire, demand,
};
use stipula_rules::Subject;

/// The rule that a text is documented.
const KNOWN: &str = "known";

/// The rule arguments of one member.
pub(super) fn of_field(file: &mut File<'_>, owner: &Type, field: &Field) -> Vec<Arg> {
    let member = Member {
        owner,
        wire: &field.wire,
        evidence: &field.evidence,
    };
    let mut args: Vec<_> = place(field).into_iter().collect();
    for rule in &field.presence {
        args.push(presence(file, &member, rule));
    }
    args.extend(of_item(file, &member, &field.item));
    if field.item.object().is_some() {
        args.push(Arg::text("nested"));
    }
    args
}

/// Where it travels, when that is not in the body under its own name.
fn place(field: &Field) -> Option<Arg> {
    let word = field.location.word();
    let name = field
        .sent_as
        .as_ref()
        .map(|it| Arg::named("name", literal(it)));
    let args = std::iter::once(Arg::text(word)).chain(name).collect();
    (field.location != Location::Body).then(|| Arg::call("place", args))
}

/// The member whose rules are written.
struct Member<'a> {
    owner: &'a Type,
    /// Its name; empty where it has none, so that its rules are named.
    wire: &'a str,
    evidence: &'a Evidence,
}

/// The rule arguments of what a variant holds.
pub(super) fn of_shape(file: &mut File<'_>, owner: &Type, shape: &Shape) -> Vec<Arg> {
    let member = Member {
        owner,
        wire: "",
        evidence: &owner.evidence,
    };
    let mut args = of_item(file, &member, &shape.item);
    // What a variant holds alone is judged without a word.
    if shape.item.inside().is_some() && shape.item.object().is_some() {
        args.push(Arg::text("nested"));
    }
    args
}

fn presence(file: &mut File<'_>, member: &Member<'_>, rule: &Rule) -> Arg {
    let mut args = Vec::new();
    for when in rule.conditions() {
        args.push(written(file, member.owner, when));
        args.push(because(&when.english));
    }
    args.extend(extras(file, member, rule));
    Arg::call(rule.code, args)
}

/// Value rules of an item, then those of the items inside it.
fn of_item(file: &mut File<'_>, member: &Member<'_>, item: &Item) -> Vec<Arg> {
    let own = item.rules.iter().filter_map(|it| Some((it, it.value()?)));
    let mut args: Vec<_> = own
        .filter_map(|(rule, demand)| value(file, member, item, rule, demand))
        .collect();
    if let Some(keys) = item.keys().filter(|it| !it.rules.is_empty()) {
        args.push(Arg::call("keys", of_item(file, member, &keys)));
    }
    if let Some(inner) = item.inside() {
        let inner = of_item(file, member, inner);
        if !inner.is_empty() {
            args.push(Arg::call("items", inner));
        }
    }
    args
}

fn value(
    file: &File<'_>,
    member: &Member<'_>,
    item: &Item,
    rule: &Rule,
    demand: &ValueDemand,
) -> Option<Arg> {
    let extras = extras(file, member, rule);
    let name = rule.code;
    Some(match (&demand.argument, demand.rule.subject()) {
        (_, Subject::Keys) => Arg::call("keys", vec![Arg::call(KNOWN, extras)]),
        (_, Subject::Case) => {
            let sibling = union_sibling(file, member, &item.ty)?;
            Arg::call(name, std::iter::once(sibling).chain(extras).collect())
        }
        (Argument::None, _) => Arg::call(name, extras),
        (Argument::Count(n), _) => with_value(name, &n.to_string(), extras),
        (Argument::Decimals(n), _) => with_value(name, &n.to_string(), extras),
        (Argument::Text(text), Subject::Constant) if is_number(&item.ty) => {
            with_value(name, text, extras)
        }
        (Argument::Text(text), Subject::Constants)
            if item.inside().is_some_and(|of| is_number(&of.ty)) =>
        {
            with_value(name, text, extras)
        }
        (Argument::Text(text), _) => with_value(name, &literal(text), extras),
        (Argument::Lengths { keys, default }, _) => per_key(name, keys, *default, extras),
        (Argument::Bounds { min, max }, _) => {
            let range = Arg::text(range(min.as_ref(), max.as_ref(), &item.ty));
            Arg::call(name, std::iter::once(range).chain(extras).collect())
        }
        (Argument::Range { min, max }, _) => {
            let whole = |end: Option<i64>| end.map(|it| End::Included(it.to_string()));
            let range = range(whole(*min).as_ref(), whole(*max).as_ref(), &item.ty);
            let range = Arg::text(range);
            Arg::call(name, std::iter::once(range).chain(extras).collect())
        }
    })
}

/// An end that is no number stands in quotes.
fn written_end(end: &str, ty: &TypeRef) -> String {
    if *ty == TypeRef::Scalar(Scalar::Duration) {
        literal(end)
    } else {
        end.to_owned()
    }
}

/// Whether a constant of this type is written as a number.
pub(super) fn is_number(ty: &TypeRef) -> bool {
    match ty.plain() {
        TypeRef::IntegerEnum(_) => true,
        TypeRef::Scalar(it) => matches!(it.wire(), Wire::Integer | Wire::Unsigned),
        _ => false,
    }
}

/// `0<..=100`
fn range(min: Option<&End>, max: Option<&End>, ty: &TypeRef) -> String {
    let text = |end: Option<&End>| end.map_or_else(String::new, |it| written_end(it.text(), ty));
    let low = if min.is_some_and(|it| !it.is_included()) {
        "<"
    } else {
        ""
    };
    // An open end has no `=`.
    let high = if max.is_some_and(End::is_included) {
        "="
    } else {
        ""
    };
    format!("{}{low}..{high}{}", text(min), text(max))
}

/// Rust name of the sibling that chooses the case of a union.
fn union_sibling(file: &File<'_>, member: &Member<'_>, ty: &TypeRef) -> Option<Arg> {
    let TypeRef::Union(id) = ty else { return None };
    let TypeKind::Union(union) = &file.api.type_(*id).kind else {
        return None;
    };
    let sibling = member.owner.object()?.field(union.sibling()?.0)?;
    Some(Arg::text(file.names.field(sibling.id)))
}

fn per_key(name: &str, keys: &[(String, u64)], default: u64, extras: Vec<Arg>) -> Arg {
    let keys = keys.iter().map(|(key, length)| {
        if is_plain_name(key) {
            Arg::named(key, length)
        } else {
            Arg::named(&literal(key), length)
        }
    });
    let default = std::iter::once(Arg::named("default", default));
    Arg::call(name, keys.chain(default).chain(extras).collect())
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

/// A rule between members, as the arguments of its own attribute; none for a rule of one member.
pub(super) fn of_rule(
    file: &mut File<'_>,
    owner: &Type,
    object: &Object,
    rule: &Rule,
) -> Option<Arg> {
    let names = file.names;
    let rust = |wire: &String| {
        let field = object.field(wire);
        field.map_or_else(|| wire.clone(), |it| names.field(it.id).to_owned())
    };
    let id = Arg::named("id", literal(&rule.id));
    let at = Arg::named("at", rust(&rule.at));
    let (name, mut args) = match &rule.demand {
        Demand::Holds(expect) => {
            let mut args = vec![id, at];
            if let Some(when) = &rule.applies {
                args.push(Arg::call("when", vec![written(file, owner, when)]));
            }
            args.push(Arg::call("expect", vec![written(file, owner, expect)]));
            args.push(because(&demanded(rule, expect)));
            ("rule", args)
        }
        Demand::Count(group, members) => {
            let members = members.iter().map(|it| Arg::text(rust(it)));
            let count = match group {
                Group::AtLeast(count) => Some(Arg::named("count", count)),
                _ => None,
            };
            (rule.code, members.chain(count).chain([at, id]).collect())
        }
        Demand::Given
        | Demand::Allowed(_)
        | Demand::Effective(_)
        | Demand::Value(_)
        | Demand::Key(_) => {
            return None;
        }
    };
    args.extend(weight(rule, Severity::Error));
    args.extend(evidence(&rule.evidence));
    Some(Arg::call(name, args))
}

/// "`b` must be `X` when `a` is `Y`".
fn demanded(rule: &Rule, expect: &Condition) -> String {
    let expect = demand(&expect.cond, rule.level);
    match &rule.applies {
        Some(when) if !when.is_always() => format!("{expect} when {}", when.english),
        _ => expect,
    }
}

/// Severity, id and evidence, as far as they are not what the derive takes by itself.
fn extras(file: &File<'_>, member: &Member<'_>, rule: &Rule) -> Vec<Arg> {
    let known = stipula_rules::Rule::named(rule.code);
    let usual = known.map_or(Severity::Error, |it| it.code().severity);
    let mut args: Vec<_> = weight(rule, usual).into_iter().collect();
    // The derive has one rule for texts and for keys.
    let keys = rule
        .value()
        .is_some_and(|it| it.rule.subject() == Subject::Keys);
    let code = if keys { KNOWN } else { rule.code };
    let owner = file.names.type_(member.owner.id);
    let usual = format!("{owner}.{}.{code}", member.wire);
    let numbered = rule
        .id
        .strip_prefix(&usual)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('#'));
    if rule.named || !numbered {
        args.push(Arg::named("id", literal(&rule.id)));
    }
    if rule.evidence != *member.evidence {
        args.extend(evidence(&rule.evidence));
    }
    args
}

fn weight(rule: &Rule, usual: Severity) -> Option<Arg> {
    (rule.level != usual).then(|| Arg::named("severity", rule.level))
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
