//! Presence rules and rules between members, with their conditions.

use std::collections::BTreeSet;

use super::{
    Cx,
    conditions::{self, Site},
    decide,
    directions::Directions,
    sentences::text,
    usage::{self, Reach},
};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawField, RawPresence, RawPresenceRule, RawRule, RawRuleKind},
    yaml::Text,
};
use stipula_contract::{
    Base, Condition, Demand, Module, Operation, OperationId, Rule, Severity, TypeId, TypeKind,
};

/// Adds the rules of every object that a request reaches.
pub(super) fn all(cx: &mut Cx<'_>, operations: &[Operation]) {
    let reaches = usage::reaches(&cx.types, operations);
    let directions = Directions::of(cx);
    let mut reads = vec![Reads::default(); cx.types.list.len()];
    for index in 0..cx.types.list.len() {
        let id = TypeId(index);
        if cx.types.list[index].object().is_none() {
            continue;
        }
        if cx.types.list[index].module == Module::Response {
            response(cx, id, &directions);
            continue;
        }
        directions.presence(cx, id);
        reads[index] = object(cx, id, &reaches[index], operations);
    }
    scope_needs(cx, &reads, &reaches, operations);
}

/// Which bases the rules of an object read.
#[derive(Debug, Clone, Copy, Default)]
struct Reads {
    root: bool,
    parent: bool,
    context: bool,
}

impl Reads {
    fn note(&mut self, condition: &Condition) {
        for place in condition.cond.places() {
            match place.base {
                Base::Root => self.root = true,
                Base::Parent => self.parent = true,
                Base::Context => self.context = true,
                Base::This | Base::Key => {}
            }
        }
    }
}

fn object(
    cx: &mut Cx<'_>,
    id: TypeId,
    reaches: &BTreeSet<Reach>,
    operations: &[Operation],
) -> Reads {
    let sites: Vec<Site<'_>> = reaches
        .iter()
        .map(|reach| Site {
            this: Some(id),
            parent: reach.parent,
            root: Some(reach.root),
            context: operations[reach.operation.0].context.as_ref(),
            key: reach.key,
        })
        .collect();
    at_sites(cx, id, &sites)
}

/// Reports what is wrong with the rules of objects that nothing reaches, the first of which has this
/// id. What stands around them is not known, so conditions that read it are left alone.
pub(super) fn unreached(cx: &mut Cx<'_>, first: TypeId) {
    for index in first.0..cx.types.list.len() {
        let id = TypeId(index);
        if cx.types.list[index].object().is_some() {
            let site = Site {
                this: Some(id),
                parent: None,
                root: None,
                context: None,
                key: None,
            };
            let told = cx.sink.count();
            at_sites(cx, id, &[site]);
            cx.sink.withdraw(told, Code::ConditionBase);
        }
    }
}

fn at_sites(cx: &mut Cx<'_>, id: TypeId, sites: &[Site<'_>]) -> Reads {
    let raws = cx.types.raws[id.0].clone();
    let owner = cx.types.list[id.0].name.clone();
    let mut reads = Reads::default();
    for raw in &raws.fields {
        let rules = presence(cx, raw, &owner, sites, &mut reads);
        if let TypeKind::Object(object) = &mut cx.types.list[id.0].kind
            && let Some(field) = object
                .fields
                .iter_mut()
                .find(|field| field.wire == raw.wire.value)
        {
            field.presence = rules;
        }
    }
    let rules: Vec<Rule> = raws
        .rules
        .iter()
        .filter_map(|raw| rule(cx, raw, id, &owner, sites, &mut reads))
        .collect();
    if let TypeKind::Object(object) = &mut cx.types.list[id.0].kind {
        object.rules = rules;
    }
    reads
}

fn presence(
    cx: &mut Cx<'_>,
    raw: &RawField,
    owner: &str,
    sites: &[Site<'_>],
    reads: &mut Reads,
) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for written in &raw.presence {
        let evidence = cx.index.evidence(&written.evidence, &mut cx.sink);
        let Some(when) = conditions::condition(cx, &written.when, sites) else {
            continue;
        };
        reads.note(&when);
        decide::report_constant(cx, &written.when, &when);
        let level = level(written);
        let (applies, demand) = match written.kind {
            RawPresence::Required => ((!when.is_always()).then_some(when), Demand::Given),
            RawPresence::Allowed => (None, Demand::Allowed(when)),
            RawPresence::Effective => (None, Demand::Effective(when)),
        };
        let mut rule = Rule::new(String::new(), &raw.wire.value, level, applies, demand);
        rule.id = format!("{owner}.{}.{}", raw.wire.value, rule.code);
        let same = rules.iter().filter(|it| it.code == rule.code).count();
        if same > 0 {
            rule.id = format!("{}#{}", rule.id, same + 1);
        }
        if let Some(given) = &written.id {
            rule.id = format!("{owner}.{}", given.value);
        }
        rule.named = written.id.is_some();
        rule.doc = text(written.doc.as_ref());
        rule.evidence = evidence;
        if raw.clears && rule.always_requires() {
            let message = "a field that is always required cannot be cleared";
            cx.sink.report(
                Diagnostic::new(Code::RulesContradict, written.when.span, message)
                    .help("leave out `null: clears`, or say when it is required"),
            );
        }
        cx.claim_rule(&rule.id, written.id.as_ref(), written.when.span);
        rules.push(rule);
    }
    rules
}

const fn level(written: &RawPresenceRule) -> Severity {
    match (written.kind, written.warning) {
        (_, Some(true)) | (RawPresence::Effective, None) => Severity::Warning,
        _ => Severity::Error,
    }
}

fn rule(
    cx: &mut Cx<'_>,
    raw: &RawRule,
    id: TypeId,
    owner: &str,
    sites: &[Site<'_>],
    reads: &mut Reads,
) -> Option<Rule> {
    let evidence = cx.index.evidence(&raw.evidence, &mut cx.sink);
    let level = if raw.warning {
        Severity::Warning
    } else {
        Severity::Error
    };
    let (applies, demand, first, written) = match &raw.kind {
        RawRuleKind::Expect(when, expect) => {
            let (guard, expected) = demand(cx, when.as_ref(), expect, sites)?;
            for condition in guard.iter().chain([&expected]) {
                reads.note(condition);
            }
            (guard, Demand::Holds(expected), None, expect.span)
        }
        RawRuleKind::Group(group, names) => {
            let wires = self::group(cx, id, raw, names)?;
            let first = names.last().cloned();
            (None, Demand::Count(*group, wires), first, raw.span)
        }
    };
    let at = raw.at.clone().or(first)?;
    blamed(cx, id, &at)?;
    let name = raw.id.as_ref()?;
    let own_id = format!("{owner}.{}", name.value);
    cx.claim_rule(&own_id, Some(name), written);
    let mut rule = Rule::new(own_id, &at.value, level, applies, demand);
    if let Some(object) = cx.types.object(id) {
        rule.say(|name| object.said(object.field(name)?));
    }
    rule.named = true;
    rule.doc = text(raw.doc.as_ref());
    rule.server_code = raw.code.as_ref().map(|it| it.value.clone());
    rule.evidence = evidence;
    Some(rule)
}

/// The guard and the demand of a rule; both are read, so that both can be reported.
fn demand(
    cx: &mut Cx<'_>,
    when: Option<&Text>,
    expect: &Text,
    sites: &[Site<'_>],
) -> Option<(Option<Condition>, Condition)> {
    let guard = when.map(|when| conditions::condition(cx, when, sites));
    let checked = conditions::condition(cx, expect, sites);
    let guard = match guard {
        Some(guard) => Some(guard?),
        None => None,
    };
    let checked = checked?;
    if let (Some(when), Some(guard)) = (when, &guard) {
        decide::report_constant(cx, when, guard);
    }
    decide::report_demand(cx, expect, guard.as_ref(), &checked);
    Some((guard, checked))
}

/// The blamed field has to exist.
fn blamed(cx: &mut Cx<'_>, id: TypeId, at: &Text) -> Option<()> {
    let fields: Vec<String> = cx
        .types
        .object(id)?
        .fields
        .iter()
        .map(|it| it.wire.clone())
        .collect();
    if fields.contains(&at.value) {
        return Some(());
    }
    let message = format!("there is no field `{}` to blame", at.value);
    let known = fields.iter().map(String::as_str);
    cx.sink
        .report(Diagnostic::new(Code::UnknownField, at.span, message).suggest(&at.value, known));
    None
}

fn group(cx: &mut Cx<'_>, id: TypeId, raw: &RawRule, names: &[Text]) -> Option<Vec<String>> {
    let mut good = true;
    for name in names {
        good &= blamed(cx, id, name).is_some();
    }
    super::index::unique("member", names.iter().collect(), &mut cx.sink);
    if names.len() < 2 {
        cx.sink.report(
            Diagnostic::new(
                Code::GroupTooSmall,
                raw.span,
                "a group has at least two fields",
            )
            .help("for one field write `required: true`"),
        );
        return None;
    }
    good.then(|| names.iter().map(|name| name.value.clone()).collect())
}

/// Answers are never judged: only `required: true` may stand there, as documentation.
fn response(cx: &mut Cx<'_>, id: TypeId, directions: &Directions) {
    let raws = cx.types.raws[id.0].clone();
    for raw in &raws.fields {
        for written in &raw.presence {
            cx.index.evidence(&written.evidence, &mut cx.sink);
            if !directions.is_sent(raw) && written.when.value != "true" {
                cx.sink.report(
                    Diagnostic::new(
                        Code::ResponseRule,
                        written.when.span,
                        "answers are never judged, so a condition says nothing here",
                    )
                    .help("remove it; say it in `doc` when a reader should know"),
                );
            }
        }
    }
}

/// What the scope of each object has to offer: own reads and, for root and context, those below.
fn scope_needs(
    cx: &mut Cx<'_>,
    reads: &[Reads],
    reaches: &[BTreeSet<Reach>],
    operations: &[Operation],
) {
    for index in 0..cx.types.list.len() {
        let below = closure(cx, TypeId(index));
        let root = below.iter().any(|id| reads[id.0].root);
        let context = below.iter().any(|id| reads[id.0].context);
        let own = reads[index];
        let reach = &reaches[index];
        let contexts: BTreeSet<OperationId> = reach
            .iter()
            .map(|it| it.operation)
            .filter(|it| operations[it.0].context.is_some())
            .collect();
        if own.context && contexts.len() > 1 {
            report_contexts(cx, index);
        }
        if let TypeKind::Object(object) = &mut cx.types.list[index].kind {
            if root {
                object.roots = unique(reach.iter().map(|it| it.root));
            }
            if own.parent {
                object.parents = unique(reach.iter().filter_map(|it| it.parent));
            }
            let is_body = reach.iter().any(|it| it.root == TypeId(index));
            if context || (is_body && !contexts.is_empty()) {
                object.context = contexts.first().copied();
            }
        }
    }
}

/// In Rust a type judges with one context type, and every operation has its own.
fn report_contexts(cx: &mut Cx<'_>, index: usize) {
    let name = cx.types.list[index].name.clone();
    let Some(field) = cx.types.raws[index].fields.first() else {
        return;
    };
    let message = format!("`{name}` reads `ctx`, and operations with different contexts use it");
    cx.sink.report(
        Diagnostic::new(Code::ConditionPlaces, field.wire.span, message)
            .help("use a type of its own for each operation"),
    );
}

fn unique(ids: impl Iterator<Item = TypeId>) -> Vec<TypeId> {
    let set: BTreeSet<TypeId> = ids.collect();
    set.into_iter().collect()
}

/// The object and everything below it.
fn closure(cx: &Cx<'_>, id: TypeId) -> BTreeSet<TypeId> {
    let mut seen = BTreeSet::from([id]);
    let mut open = vec![id];
    while let Some(next) = open.pop() {
        for child in usage::children(&cx.types, next) {
            if seen.insert(child) {
                open.push(child);
            }
        }
    }
    seen
}
