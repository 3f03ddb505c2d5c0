//! Value rules: whether they fit the type, and what they say.

use super::{
    Cx, ranges,
    sentences::{self, one_of},
    site::Site,
};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawArgument, RawConstraint, RawEnd, RawType},
    source::Span,
    yaml::Text,
};
use stipula_contract::{
    Argument, Bounds, Demand, End, EnumOf, Module, Rule, Scalar, Severity, TypeId, TypeRef,
    ValueDemand, Wire, fits, pattern::ecma,
};
use stipula_rules::{Shape, Subject, Value};

/// The value rules of a type. A limit on an enum is documentation, since its texts are known.
pub(super) fn of<'a>(
    cx: &mut Cx<'a>,
    raw: &'a RawType,
    ty: &TypeRef,
    site: &Site<'_>,
) -> Vec<Rule> {
    let mut found: Vec<Rule> = Vec::new();
    for written in &raw.constraints {
        let evidence = cx.index.evidence(&written.evidence, &mut cx.sink);
        if let (TypeRef::Enum(id), Shape::Lengths) = (ty, written.rule.argument) {
            check_enum_limit(cx, *id, written);
            continue;
        }
        if !fits(written.rule, ty) {
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
        if ranges::is_misfit(cx, written, ty) {
            continue;
        }
        let Some(argument) = argument(cx, written) else {
            continue;
        };
        let demand = ValueDemand {
            rule: written.rule,
            argument,
        };
        if !is_constant_of(cx, &demand, ty, raw, written) {
            continue;
        }
        let level = if written.warning {
            Severity::Warning
        } else {
            Severity::Error
        };
        let mut id = usual_id(site, written.rule.code.name);
        if let Some(given) = &written.id {
            id = format!("{}.{}", site.owner, given.value);
        }
        let mut rule = Rule::new(id, &site.field, level, None, Demand::Value(demand));
        rule.named = written.id.is_some();
        rule.doc = sentences::text(written.doc.as_ref());
        rule.evidence = evidence;
        claim(cx, &rule, site, written.id.as_ref(), written.span);
        found.push(rule);
    }
    check_together(cx, raw, ty, &found);
    check_constant(cx, raw, &found);
    check_contained(cx, raw, ty, &found);
    found
}

/// The rule that a type itself brings, unless a written one implies it.
pub(super) fn implied(
    cx: &mut Cx<'_>,
    raw: &RawType,
    ty: &TypeRef,
    site: &Site<'_>,
    written: &[Rule],
) -> Option<Rule> {
    let values = written.iter().filter_map(Rule::value);
    let mut texts = values.filter_map(|it| match &it.argument {
        Argument::Text(text) if it.is("prefix") => Some(text),
        _ => None,
    });
    let has_scheme = texts.any(|prefix| prefix.contains("://"));
    let is_constant = written.iter().any(|it| it.code == "const" && it.is_error());
    let code = match ty {
        // What it always holds is said, and more than that it is documented.
        TypeRef::Enum(_) | TypeRef::IntegerEnum(_) if is_constant => return None,
        TypeRef::Enum(id) | TypeRef::IntegerEnum(id)
            if !cx.types.list[id.0].enum_().is_some_and(|it| it.open) =>
        {
            "known"
        }
        TypeRef::Scalar(Scalar::Url) if !has_scheme => "url",
        TypeRef::Union(id) if cx.types.list[id.0].is_by_sibling() => "case_of",
        _ => return None,
    };
    if site.module != Module::Request {
        return None;
    }
    let demand = Demand::Value(ValueDemand::of(code, Argument::None)?);
    let id = usual_id(site, code);
    let rule = Rule::new(id, &site.field, Severity::Error, None, demand);
    claim(cx, &rule, site, None, raw.span);
    Some(rule)
}

fn usual_id(site: &Site<'_>, code: &str) -> String {
    format!("{}.{}.{code}", site.owner, site.wire)
}

/// Answers are never judged, so that their rules are documentation and need no id of their own.
fn claim(cx: &mut Cx<'_>, rule: &Rule, site: &Site<'_>, named: Option<&Text>, at: Span) {
    if site.module == Module::Request {
        cx.claim_rule(&rule.id, named, at);
    }
}

fn argument(cx: &mut Cx<'_>, written: &RawConstraint) -> Option<Argument> {
    Some(match &written.argument {
        RawArgument::None => Argument::None,
        RawArgument::Count(count) => Argument::Count(*count),
        RawArgument::Decimals(places) => Argument::Decimals(*places),
        RawArgument::Range(min, max) => Argument::Range {
            min: *min,
            max: *max,
        },
        RawArgument::Bounds(min, max) => {
            let end = |it: &Option<RawEnd>| {
                let it = it.as_ref()?;
                let text = it.text.value.clone();
                Some(if it.is_excluded {
                    End::Excluded(text)
                } else {
                    End::Included(text)
                })
            };
            Argument::Bounds {
                min: end(min),
                max: end(max),
            }
        }
        RawArgument::Text(text) => {
            if written.rule.argument == Shape::Pattern
                && let Err(found) = pattern(text)
            {
                cx.sink.report(found);
                return None;
            }
            Argument::Text(text.value.clone())
        }
        RawArgument::Lengths(keys) => {
            let Some(default) = keys.iter().map(|(_, most)| *most).min() else {
                let message = "a length by key names no key";
                cx.sink
                    .report(Diagnostic::new(Code::BadScalar, written.span, message));
                return None;
            };
            let keys = keys.iter();
            Argument::Lengths {
                keys: keys.map(|(key, most)| (key.value.clone(), *most)).collect(),
                default,
            }
        }
    })
}

/// One that the client and a schema read the same way.
fn pattern(text: &Text) -> Result<(), Diagnostic> {
    let found = |message| Diagnostic::new(Code::BadPattern, text.span, message);
    regex_lite::Regex::new(&text.value)
        .map_err(|error| found(format!("this is not a regular expression: {error}")))?;
    match ecma(&text.value) {
        Ok(_) => Ok(()),
        Err(it) => {
            let message = format!("no JSON Schema can say `{}` of this pattern", it.part);
            Err(found(message).help(it.instead))
        }
    }
}

/// Whether the constant of a field can be a value of its type.
fn is_constant_of(
    cx: &mut Cx<'_>,
    demand: &ValueDemand,
    ty: &TypeRef,
    raw: &RawType,
    written: &RawConstraint,
) -> bool {
    let Argument::Text(text) = &demand.argument else {
        return true;
    };
    let ty = match ty {
        TypeRef::List(of) if demand.is("contains") => &of.ty,
        ty if demand.is("const") => ty,
        _ => return true,
    };
    if text.is_empty() && demand.is("const") {
        let message = "an empty text counts as absent, so it is no constant";
        cx.sink
            .report(Diagnostic::new(Code::BadScalar, written.span, message));
        return false;
    }
    if let TypeRef::Enum(id) | TypeRef::IntegerEnum(id) = ty
        && let Some(it) = cx.types.list[id.0].enum_()
        && it.json(text).is_some()
    {
        let is_known = it.open || it.values.iter().any(|value| value.wire == *text);
        if !is_known {
            let message = format!("`{text}` is not a value of `{}`", cx.types.list[id.0].name);
            let known = it.values.iter().map(|value| value.wire.as_str());
            let found = Diagnostic::new(Code::UnknownValue, written.span, message);
            let found = match it.of {
                EnumOf::Text => found.suggest(text, known),
                EnumOf::Integer => found.help(one_of(known)),
            };
            cx.sink.report(found);
        }
        return is_known;
    }
    let fits = match ty {
        TypeRef::IntegerEnum(_) => {
            let message = format!("`{text}` is no whole number, which the values of this enum are");
            let found = Diagnostic::new(Code::BadScalar, written.span, message);
            cx.sink.report(found.also(raw.span, "the type"));
            return false;
        }
        TypeRef::AsText(it) => it.is_written(text),
        TypeRef::Scalar(it) if it.wire() == Wire::Integer => text.parse::<i64>().is_ok(),
        TypeRef::Scalar(it) if it.wire() == Wire::Unsigned => text.parse::<u64>().is_ok(),
        _ => true,
    };
    if !fits {
        let message = format!("`{text}` is not {}", sentences::type_word(ty));
        cx.sink.report(
            Diagnostic::new(Code::BadScalar, written.span, message).also(raw.span, "the type"),
        );
    }
    fits
}

/// A constant that another rule of the field refuses.
fn check_constant(cx: &mut Cx<'_>, raw: &RawType, found: &[Rule]) {
    let mut values = found.iter().filter_map(Rule::value);
    let Some(Argument::Text(text)) = values.find(|it| it.is("const")).map(|it| &it.argument) else {
        return;
    };
    for demand in found.iter().filter_map(Rule::value) {
        if refuses(demand, text) {
            let name = demand.rule.code.name;
            let message = format!("`{name}` refuses the constant `{text}`");
            report_crossed(cx, raw, name, &message);
        }
    }
}

/// An item that a list has to hold, and that a rule of its items or of its length refuses.
fn check_contained(cx: &mut Cx<'_>, raw: &RawType, ty: &TypeRef, found: &[Rule]) {
    let TypeRef::List(of) = ty else { return };
    let mut values = found.iter().filter_map(Rule::value);
    let contains = values.find(|it| it.is("contains"));
    let Some(Argument::Text(text)) = contains.map(|it| &it.argument) else {
        return;
    };
    for demand in of.rules.iter().filter_map(Rule::value) {
        if refuses(demand, text) {
            let name = demand.rule.code.name;
            let message = format!("`{name}` of the items refuses `{text}`");
            report_crossed(cx, raw, "contains", &message);
        }
    }
    let is_empty = |it: &ValueDemand| it.is("max_items") && it.bounds().max == Some(0);
    if found.iter().filter_map(Rule::value).any(is_empty) {
        report_crossed(cx, raw, "contains", "a list without items contains nothing");
    }
}

/// Whether a constant breaks a rule.
fn refuses(demand: &ValueDemand, constant: &str) -> bool {
    let argument = demand.argument.arg().under(None);
    let seen: Value<'_, ()> = match (demand.rule.subject(), constant.parse()) {
        (Subject::Integer, Ok(number)) => Value::Integer(number),
        _ => Value::Text(constant),
    };
    demand.rule.keeps(seen, argument) == Some(false)
}

/// A limit that the documented values imply is documentation; a value that it forbids is a mistake
/// of one of the two.
fn check_enum_limit(cx: &mut Cx<'_>, id: TypeId, written: &RawConstraint) {
    let most = match &written.argument {
        RawArgument::Lengths(keys) => keys.iter().map(|(_, most)| *most).min(),
        RawArgument::Count(most) => Some(*most),
        _ => None,
    };
    let most = most.unwrap_or(u64::MAX);
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

/// Rules that cannot hold together: bounds that cross, and a beginning that is longer than the text.
fn check_together(cx: &mut Cx<'_>, raw: &RawType, ty: &TypeRef, found: &[Rule]) {
    let mut all = Bounds::default();
    let mut last: Option<&ValueDemand> = None;
    for demand in found.iter().filter_map(Rule::value) {
        let own = demand.bounds();
        all.min = own.min.max(all.min);
        all.max = [own.max, shortest(demand), all.max]
            .into_iter()
            .flatten()
            .min();
        if own != Bounds::default() || shortest(demand).is_some() {
            last = Some(demand);
        }
    }
    let starts = found
        .iter()
        .filter_map(Rule::value)
        .find_map(|it| match &it.argument {
            Argument::Text(text) if it.is("prefix") => i64::try_from(text.chars().count()).ok(),
            _ => None,
        });
    if let (Some(least), Some(most)) = (starts, all.max)
        && least > most
    {
        let message = "the prefix alone is longer than `max_chars`";
        report_crossed(cx, raw, "prefix", message);
    }
    for demand in found.iter().filter_map(Rule::value) {
        if let Some(message) = ranges::crossed(demand, ty) {
            report_crossed(cx, raw, demand.rule.code.name, &message);
        }
    }
    let (Some(demand), Some(min), Some(max)) = (last, all.min, all.max) else {
        return;
    };
    // Reported above, in the words of the spec.
    if matches!(demand.argument, Argument::Bounds { .. }) {
        return;
    }
    if min > max {
        let message = match demand.rule.subject() {
            Subject::Text => "no text is long and short enough at once".to_owned(),
            Subject::Length => "no list is long and short enough at once".to_owned(),
            _ => format!("the range {min} to {max} is empty"),
        };
        report_crossed(cx, raw, demand.rule.code.name, &message);
    }
}

/// A length by key is at most as long as the shortest of them.
fn shortest(demand: &ValueDemand) -> Option<i64> {
    match &demand.argument {
        Argument::Lengths { default, .. } => i64::try_from(*default).ok(),
        _ => None,
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
