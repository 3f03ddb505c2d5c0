//! The English of a violation, made from its rule alone, in the words of the registry of rules.

use std::fmt::{self, Display, Formatter};

use stipula_rules::{Arg, CHECK, Code, EXPECT, Rule, Shape, Unit, ValueRule};

use super::Violation;
use crate::Limit;

/// The sentence, without the id of the rule.
pub(super) struct Sentence<'a>(pub(super) Violation<'a>);

impl Display for Sentence<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let violation = &self.0;
        let reason = violation.reason();
        match Rule::named(violation.code()) {
            Some(Rule::Presence(rule)) => say(f, violation, rule.code(), Arg::When(given(reason))),
            Some(Rule::Group(rule)) => say(f, violation, rule.code(), named(violation)),
            Some(Rule::Value(rule)) => value(f, violation, rule),
            None if violation.code() == CHECK.name => check(f, violation),
            // A code of the API, or one that this version does not know.
            Some(Rule::Expect) | None => demand(f, violation),
        }
    }
}

/// The words of the rule for this argument; those of a demand, when it has none.
fn say(f: &mut Formatter<'_>, violation: &Violation<'_>, code: &Code, arg: Arg<'_>) -> fmt::Result {
    match code.message(&violation.place(), arg) {
        Some(message) => message.fmt(f),
        None => demand(f, violation),
    }
}

/// What is said of every code that is no rule, and of a limit that is not of its rule: what the
/// reason demands, else the text of the limit; without both, that the rule is broken.
fn demand(f: &mut Formatter<'_>, violation: &Violation<'_>) -> fmt::Result {
    let expect = match violation.limit {
        Limit::Text(text) => given(violation.reason()).or(Some(text)),
        _ => given(violation.reason()),
    };
    let arg = expect.map_or(Arg::None, |expect| Arg::Demand { when: None, expect });
    match EXPECT.message(&violation.place(), arg) {
        Some(message) => message.fmt(f),
        None => f.write_str(&violation.place()),
    }
}

/// What the function has said; without a word of it, the reason.
fn check(f: &mut Formatter<'_>, violation: &Violation<'_>) -> fmt::Result {
    let arg = match (violation.limit, given(violation.reason())) {
        (Limit::Text(text), _) => Arg::Text(text),
        (_, Some(expect)) => Arg::Demand { when: None, expect },
        (_, None) => Arg::None,
    };
    say(f, violation, CHECK, arg)
}

/// A value rule has a limit; its reason stands behind the sentence.
fn value(f: &mut Formatter<'_>, violation: &Violation<'_>, rule: &ValueRule) -> fmt::Result {
    let (arg, unit) = argument(violation.limit);
    if rule.argument == Shape::Sibling && arg == Arg::None {
        return say(f, violation, &rule.code, named(violation));
    }
    let is_own = unit.is_none_or(|unit| unit == rule.code.unit);
    let place = violation.place();
    let message = rule.code.message(&place, arg);
    let Some(message) = message.filter(|_| is_own) else {
        return demand(f, violation);
    };
    if violation.rule.is_of_key {
        f.write_str("the key of ")?;
    }
    message.fmt(f)?;
    if let Some(actual) = violation.actual {
        write!(f, ", not {actual}")?;
    }
    if let Limit::OneOf { texts, near } = violation.limit {
        documented(f, texts, near)?;
    }
    match violation.reason() {
        "" => Ok(()),
        reason => write!(f, ": {reason}"),
    }
}

/// So many texts are told; a reader looks up more of them in the documentation.
const TOLD: usize = 12;

/// ": `A`, `B` or `C`; did you mean `B`?"
fn documented(f: &mut Formatter<'_>, texts: &[&str], near: Option<&str>) -> fmt::Result {
    let told = texts.get(..TOLD).unwrap_or(texts);
    let others = texts.len() - told.len();
    for (nth, text) in told.iter().enumerate() {
        let before = match nth {
            0 => ": ",
            _ if nth + 1 == texts.len() => " or ",
            _ => ", ",
        };
        write!(f, "{before}`{text}`")?;
    }
    if others > 0 {
        write!(f, " or {others} more")?;
    }
    match near {
        Some(near) => write!(f, "; did you mean `{near}`?"),
        None => Ok(()),
    }
}

/// The limit as the registry takes it, and what its number counts.
fn argument(limit: Limit) -> (Arg<'static>, Option<Unit>) {
    match limit {
        Limit::None | Limit::OneOf { .. } => (Arg::None, None),
        Limit::Chars(n) => (Arg::Count(n), Some(Unit::Characters)),
        Limit::Bytes(n) => (Arg::Count(n), Some(Unit::Bytes)),
        Limit::Items(n) => (Arg::Count(n), Some(Unit::Items)),
        Limit::Number(n) => (Arg::Count(n), Some(Unit::None)),
        Limit::Decimals(n) => (Arg::Decimals(n), Some(Unit::Digits)),
        Limit::Range { min, max } => (Arg::Range { min, max }, None),
        Limit::Bounds { min, max } => (Arg::Bounds { min, max }, None),
        Limit::Text(text) => (Arg::Text(text), None),
        Limit::AtLeast { count, of } => (Arg::AtLeast { count, of }, None),
    }
}

/// The names that a rule is about: the text of the limit or, without one, the reason.
fn named(violation: &Violation<'_>) -> Arg<'static> {
    let text = match violation.limit {
        Limit::AtLeast { count, of } => return Arg::AtLeast { count, of },
        Limit::Text(text) => Some(text),
        _ => given(violation.reason()),
    };
    text.map_or(Arg::None, Arg::Text)
}

fn given(text: &'static str) -> Option<&'static str> {
    (!text.is_empty()).then_some(text)
}
