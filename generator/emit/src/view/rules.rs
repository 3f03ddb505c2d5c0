//! Rules of requests as sentences. The one reader of the kinds of rules that the model has.

use stipula_contract::{Demand, Field, Module, Need, Object, Rule as Written, Severity, TypeId};

use crate::Model;

use super::{
    marks::{Known, Mark, beyond},
    need::Needed,
    prose::Prose,
};

/// What a broken rule does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    /// The request is not sent.
    Error,
    /// The request is sent.
    Warning,
}

/// A rule in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Statement<'a> {
    pub(crate) id: &'a str,
    pub(crate) level: Level,
    pub(crate) sentence: Prose<'a>,
}

/// A rule, as it is told where it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rule<'a> {
    pub(crate) told: Statement<'a>,
    /// The last part of its id.
    pub(crate) name: &'a str,
    /// Whether it limits one value, whatever else is given.
    pub(crate) is_limit: bool,
    /// The member that is blamed, on the wire.
    pub(crate) at: &'a str,
    /// More, from the spec.
    pub(crate) doc: Prose<'a>,
    /// Result code the server answers with.
    pub(crate) server_code: Option<&'a str>,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// What a member needs.
pub(crate) fn need(field: &Field, module: Module) -> Needed {
    if module == Module::Response {
        return if field.guaranteed {
            Needed::Always
        } else {
            Needed::Is(Need::Optional)
        };
    }
    let required = |severity| {
        let all = field.presence.iter();
        all.filter(move |it| it.demand == Demand::Given && it.level == severity)
    };
    let is_allowed = |it: &Written| matches!(it.demand, Demand::Allowed(_));
    Needed::Is(if field.always_required() {
        Need::Required
    } else if required(Severity::Error).next().is_some() || field.presence.iter().any(is_allowed) {
        Need::Conditional
    } else if required(Severity::Warning).any(Written::always_applies) {
        Need::Expected
    } else if required(Severity::Warning).next().is_some() {
        Need::SometimesExpected
    } else {
        Need::Optional
    })
}

/// Id of the rule that the word "required" says in full.
pub(crate) fn always(field: &Field) -> Option<&str> {
    let rule = field.presence.iter().find(|it| it.always_requires());
    rule.map(|it| it.id.as_str())
}

/// The rules of a member itself and of what it holds, except what the word for its need says.
pub(crate) fn of_member<'a>(api: &'a Model, field: &'a Field, known: Known<'_>) -> Vec<Rule<'a>> {
    let is_told =
        |it: &Written| it.demand == Demand::Given && it.always_applies() && field.always_required();
    let presence = field.presence.iter().filter(|it| !is_told(it));
    let limits = field.item.levels().flat_map(|it| &it.rules);
    let all = presence.chain(limits);
    all.map(|it| rule(api, it, known)).collect()
}

/// The rules between members of an object.
pub(crate) fn between<'a>(api: &'a Model, object: &'a Object, known: Known<'_>) -> Vec<Rule<'a>> {
    let all = object.rules.iter();
    all.map(|it| rule(api, it, known)).collect()
}

/// Those that blame one member.
pub(crate) fn blaming<'a>(
    api: &'a Model,
    object: &'a Object,
    field: &Field,
    known: Known<'_>,
) -> Vec<Rule<'a>> {
    let own = object.rules.iter().filter(|it| it.at == field.wire);
    own.map(|it| rule(api, it, known)).collect()
}

fn rule<'a>(api: &'a Model, it: &'a Written, known: Known<'_>) -> Rule<'a> {
    Rule {
        told: statement(it),
        name: it.id.rsplit('.').next().unwrap_or(&it.id),
        is_limit: it.always_applies() && it.value().is_some(),
        at: &it.at,
        doc: Prose::new(&it.doc),
        server_code: it.server_code.as_deref(),
        marks: beyond(api, &it.evidence, known),
    }
}

fn statement(it: &Written) -> Statement<'_> {
    Statement {
        id: &it.id,
        level: match it.level {
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
        },
        sentence: Prose::new(&it.text),
    }
}

/// Every rule of a body and of everything inside it, each once.
pub(crate) fn of_body(api: &Model, body: TypeId) -> Vec<Statement<'_>> {
    let found = api.rules_below(body).into_iter();
    found.map(|it| statement(it.rule)).collect()
}
