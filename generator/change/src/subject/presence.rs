//! When a member must, may or should be given.

use stipula_cond::Cond;
use stipula_contract::{Condition, Demand, Field, Rule, Test, TypeId};

use super::docs;
use crate::{
    Row,
    cx::{At, Cx, Said},
    meaning::{self, Meaning, any},
    words,
};

/// The row of a member that is new in a request, and its need in words.
pub(super) fn of_added(field: &Field) -> (Row, String) {
    let is_fixed = field.fixed().is_some();
    let mut errors = given(field, Level::Error);
    if field.always_required() && !is_fixed {
        (Row::RequiredAdded, "required".to_owned())
    } else if let Some(rule) = errors.find(|it| !it.always_applies()) {
        let when = rule.applies.as_ref().map_or("", |it| &it.english);
        (Row::ConditionalAdded, format!("required when {when}"))
    } else {
        (Row::OptionalAdded, "optional".to_owned())
    }
}

/// Every rule of it in words.
pub(super) fn told(field: &Field) -> String {
    let all: Vec<String> = field.presence.iter().map(words::rule).collect();
    if all.is_empty() {
        "optional".to_owned()
    } else {
        all.join("; ")
    }
}

/// How much a rule matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Error,
    Warning,
}

impl Level {
    const fn is_of(self, rule: &Rule) -> bool {
        matches!(
            (self, rule.level),
            (Self::Error, stipula_contract::Severity::Error)
                | (Self::Warning, stipula_contract::Severity::Warning)
        )
    }
}

fn given(field: &Field, level: Level) -> impl Iterator<Item = &Rule> {
    let all = field.presence.iter();
    all.filter(move |it| it.demand == Demand::Given && level.is_of(it))
}

/// When a demand of one kind is made of a field.
#[derive(Debug, PartialEq)]
struct When {
    test: Test,
    text: String,
}

/// When it has to be given.
fn required(field: &Field, level: Level) -> When {
    let rules: Vec<&Rule> = given(field, level).collect();
    let test = |it: &&Rule| {
        let applies = it.applies.as_ref();
        applies.map_or(Cond::Constant(true), |it| it.cond.clone())
    };
    When {
        test: any(rules.iter().map(test).collect()),
        text: texts(rules.iter().map(|it| it.applies.as_ref()), "never"),
    }
}

/// When it must not be given, or has no effect.
fn unwanted(field: &Field, is_it: impl Fn(&Rule) -> Option<&Condition>) -> When {
    let only: Vec<&Condition> = field.presence.iter().filter_map(is_it).collect();
    let not = |it: &&Condition| Cond::Not(Box::new(it.cond.clone()));
    let text = texts(only.iter().map(|it| Some(*it)), "");
    When {
        test: any(only.iter().map(not).collect()),
        text: if text.is_empty() {
            "always".to_owned()
        } else {
            text
        },
    }
}

fn texts<'a>(all: impl Iterator<Item = Option<&'a Condition>>, none: &str) -> String {
    let all: Vec<&str> = all
        .map(|it| it.map_or("always", |it| it.text.as_str()))
        .collect();
    if all.is_empty() {
        none.to_owned()
    } else {
        all.join("; or ")
    }
}

fn refused(rule: &Rule) -> Option<&Condition> {
    match &rule.demand {
        Demand::Allowed(only) if rule.is_error() => Some(only),
        _ => None,
    }
}

fn without_effect(rule: &Rule) -> Option<&Condition> {
    match &rule.demand {
        Demand::Allowed(only) if !rule.is_error() => Some(only),
        Demand::Effective(only) => Some(only),
        _ => None,
    }
}

pub(super) fn compare(cx: &Cx<'_>, at: &At, owner: TypeId, old: &Field, new: &Field) {
    let is_told = demanded(
        cx,
        at,
        owner,
        (&required(old, Level::Error), &required(new, Level::Error)),
    );
    let warned = (required(old, Level::Warning), required(new, Level::Warning));
    if !is_told {
        warnings(cx, at, owner, "expected", (&warned.0, &warned.1));
    }
    let pair = (unwanted(old, refused), unwanted(new, refused));
    allowed(cx, at, owner, (&pair.0, &pair.1));
    let pair = (unwanted(old, without_effect), unwanted(new, without_effect));
    warnings(cx, at, owner, "effective", (&pair.0, &pair.1));
    of_rules(cx, at, &old.presence, &new.presence);
}

fn demanded(cx: &Cx<'_>, at: &At, owner: TypeId, (old, new): (&When, &When)) -> bool {
    if old.text == new.text {
        return false;
    }
    let (always, never) = (Cond::Constant(true), Cond::Constant(false));
    let meaning = meaning::compare(cx, owner, &old.test, &new.test);
    let (row, said) = match meaning {
        Meaning::Same => return false,
        Meaning::More(_) if new.test == always => (Row::NowRequired, Said::of("is required now")),
        Meaning::Less(_) if new.test == never && old.test == always => {
            (Row::NowOptional, Said::of("is no longer required"))
        }
        Meaning::Less(_) if new.test == never => (
            Row::LessDemanded,
            Said::of(format!("is no longer required when {}", old.text)),
        ),
        Meaning::More(case) if old.test == never => (
            Row::MoreDemanded,
            Said::of(format!("is required {case}")).case(Some(case)),
        ),
        Meaning::More(case) => (
            Row::MoreDemanded,
            Said::of(format!("is now also required {case}")).case(Some(case)),
        ),
        Meaning::Less(case) => (
            Row::LessDemanded,
            Said::of(format!("is no longer required {case}")).case(Some(case)),
        ),
        Meaning::Other(more, less) => {
            let what = format!("is now required {more}, and no longer {less}");
            (Row::MoreDemanded, Said::of(what).case(Some(more)))
        }
        Meaning::Open => {
            let what = "is required in other cases, which are too many to be tried";
            (Row::MoreDemanded, Said::of(what))
        }
    };
    cx.tell(at, row, "required", said.was(&old.text).is(&new.text));
    true
}

fn allowed(cx: &Cx<'_>, at: &At, owner: TypeId, (old, new): (&When, &When)) {
    if old.text == new.text {
        return;
    }
    let (row, said) = match meaning::compare(cx, owner, &old.test, &new.test) {
        Meaning::Same => return,
        Meaning::More(case) => (
            Row::MoreDemanded,
            Said::of(format!("is now refused {case}")).case(Some(case)),
        ),
        Meaning::Less(case) => (
            Row::LessDemanded,
            Said::of(format!("is now allowed {case}")).case(Some(case)),
        ),
        Meaning::Other(more, less) => {
            let what = format!("is now refused {more}, and allowed {less}");
            (Row::MoreDemanded, Said::of(what).case(Some(more)))
        }
        Meaning::Open => {
            let what = "is allowed in other cases, which are too many to be tried";
            (Row::MoreDemanded, Said::of(what))
        }
    };
    cx.tell(at, row, "allowed", said.was(&old.text).is(&new.text));
}

fn warnings(cx: &Cx<'_>, at: &At, owner: TypeId, topic: &'static str, (old, new): (&When, &When)) {
    if old.text == new.text {
        return;
    }
    let (verb, no_longer) = match topic {
        "effective" => ("has no effect", "has an effect"),
        _ => ("is expected", "is no longer expected"),
    };
    let said = match meaning::compare(cx, owner, &old.test, &new.test) {
        Meaning::Same => return,
        Meaning::More(case) | Meaning::Other(case, _) => {
            Said::of(format!("{verb} {case}")).case(Some(case))
        }
        Meaning::Less(case) => Said::of(format!("{no_longer} {case}")).case(Some(case)),
        Meaning::Open => Said::of("has warnings in other cases, which are too many to be tried"),
    };
    cx.tell(
        at,
        Row::WarningChanged,
        topic,
        said.was(&old.text).is(&new.text),
    );
}

/// What is said of the rules beside what they demand.
pub(super) fn of_rules(cx: &Cx<'_>, at: &At, old: &[Rule], new: &[Rule]) {
    for (was, is) in old.iter().zip(new) {
        let Rule {
            id,
            at: _,
            code: _,
            named,
            level: _,
            applies: _,
            demand: _,
            text: _,
            doc,
            server_code,
            evidence,
        } = was;
        let (own, now) = (own_id(id), own_id(&is.id));
        if (*named || is.named) && own != now {
            let said = Said::of(format!("has the id `{now}`, and had `{own}`"));
            cx.tell(at, Row::RuleRenamed, "id", said.was(own).is(now));
        }
        docs::described(cx, at, "doc_of_rule", doc, &is.doc);
        let codes = (server_code.as_deref(), is.server_code.as_deref());
        docs::sampled(cx, at, "code_of_rule", codes);
        docs::evidence(cx, at, evidence, &is.evidence);
    }
}

/// An id without the type that it begins with, whose name is compared by itself.
fn own_id(id: &str) -> &str {
    id.split_once('.').map_or(id, |it| it.1)
}
