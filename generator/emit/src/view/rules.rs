//! Rules of requests as sentences. The one reader of the kinds of rules that the model has.

use crate::Model;
use stipula_contract::{
    Evidence, Field, FieldRule, Item, Module, Need, Object, Presence, PresenceRule, RuleMeta,
    Severity, TypeId, TypeKind, TypeRef,
};

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
        all.filter(move |it| it.kind == Presence::Required && it.meta.severity == severity)
    };
    let is_allowed = |it: &PresenceRule| it.kind == Presence::Allowed;
    Needed::Is(if field.always_required() {
        Need::Required
    } else if required(Severity::Error).next().is_some() || field.presence.iter().any(is_allowed) {
        Need::Conditional
    } else if required(Severity::Warning).any(|it| it.when.is_always()) {
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
    rule.map(|it| it.meta.id.as_str())
}

/// The rules of a member itself and of what it holds, except what the word for its need says.
pub(crate) fn of_member<'a>(api: &'a Model, field: &'a Field, known: Known<'_>) -> Vec<Rule<'a>> {
    let is_told = |it: &PresenceRule| {
        it.kind == Presence::Required && it.when.is_always() && field.always_required()
    };
    let presence = field.presence.iter().filter(|it| !is_told(it));
    let mut metas: Vec<&RuleMeta> = presence.map(|it| &it.meta).collect();
    limits(&field.item, &mut metas);
    let rule = |meta| rule(api, meta, &field.wire, known);
    metas.into_iter().map(rule).collect()
}

/// Value rules, from the outside in.
fn limits<'a>(item: &'a Item, metas: &mut Vec<&'a RuleMeta>) {
    metas.extend(item.constraints.iter().map(|it| &it.meta));
    if let TypeRef::List(of) | TypeRef::Map { of, .. } = &item.ty {
        limits(of, metas);
    }
}

/// The rules between members of an object.
pub(crate) fn between<'a>(api: &'a Model, object: &'a Object, known: Known<'_>) -> Vec<Rule<'a>> {
    let all = object.rules.iter();
    all.map(|it| rule_between(api, it, known)).collect()
}

/// Those that blame one member.
pub(crate) fn blaming<'a>(
    api: &'a Model,
    object: &'a Object,
    field: &Field,
    known: Known<'_>,
) -> Vec<Rule<'a>> {
    let own = object.rules.iter().filter(|it| it.at == field.wire);
    own.map(|it| rule_between(api, it, known)).collect()
}

fn rule_between<'a>(api: &'a Model, it: &'a FieldRule, known: Known<'_>) -> Rule<'a> {
    Rule {
        server_code: it.server_code.as_deref(),
        ..rule(api, &it.meta, &it.at, known)
    }
}

fn rule<'a>(api: &'a Model, meta: &'a RuleMeta, at: &'a str, known: Known<'_>) -> Rule<'a> {
    let evidence: &Evidence = &meta.evidence;
    Rule {
        told: statement(meta),
        name: meta.id.rsplit('.').next().unwrap_or(&meta.id),
        at,
        doc: Prose::new(&meta.doc),
        server_code: None,
        marks: beyond(api, evidence, known),
    }
}

fn statement(meta: &RuleMeta) -> Statement<'_> {
    Statement {
        id: &meta.id,
        level: match meta.severity {
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
        },
        sentence: Prose::new(&meta.sentence),
    }
}

/// Every rule of a body and of everything inside it, each once.
pub(crate) fn of_body(api: &Model, body: TypeId) -> Vec<Statement<'_>> {
    let mut metas = Vec::new();
    let mut types = vec![body];
    let mut next = 0;
    while let Some(id) = types.get(next).copied() {
        next += 1;
        let mut below = Vec::new();
        match &api.type_(id).kind {
            TypeKind::Object(object) => {
                for field in &object.fields {
                    metas.extend(field.presence.iter().map(|it| &it.meta));
                    limits(&field.item, &mut metas);
                    held(&field.item, &mut below);
                }
                metas.extend(object.rules.iter().map(|it| &it.meta));
            }
            TypeKind::Union(union) => below.extend(union.cases.iter().map(|case| case.of)),
            TypeKind::Enum(_) => {}
        }
        for id in below {
            if !types.contains(&id) {
                types.push(id);
            }
        }
    }
    metas.into_iter().map(statement).collect()
}

/// The type that a member or its items have inside.
fn held(item: &Item, below: &mut Vec<TypeId>) {
    match &item.ty {
        TypeRef::Object(id) | TypeRef::Union(id) => below.push(*id),
        TypeRef::List(of) | TypeRef::Map { of, .. } => held(of, below),
        _ => {}
    }
}
