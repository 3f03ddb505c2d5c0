//! Members of an object as table rows, and the rules between them.

use serde::Serialize;

use crate::provenance::Standing;
use stipula_contract::{
    Evidence, Field, FieldRule, Item, Module, Object, Presence, RuleMeta, Severity, Type, TypeRef,
};

use super::{links::From, text::code};

/// An object as a page shows it.
#[derive(Debug, Serialize)]
pub(super) struct Section {
    doc: String,
    rows: Vec<Row>,
    rules: Vec<Rule>,
}

#[derive(Debug, Serialize)]
struct Row {
    name: String,
    ty: String,
    need: &'static str,
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Rule {
    id: String,
    at: String,
    notes: Vec<String>,
}

/// The members and rules of an object.
pub(super) fn section(ty: &Type, object: &Object, links: &From<'_, '_>) -> Section {
    let row = |field: &Field| Row {
        name: field.wire.clone(),
        ty: links.type_(&field.item),
        need: need(field, ty.module),
        notes: notes(field, ty, links),
    };
    let rules = if ty.module == Module::Response {
        &[]
    } else {
        object.rules.as_slice()
    };
    Section {
        doc: ty.doc.trim().to_owned(),
        rows: object.fields.iter().map(row).collect(),
        rules: rules.iter().map(|it| rule(it, ty, links)).collect(),
    }
}

/// What a member needs, in a word.
pub(crate) fn need(field: &Field, module: Module) -> &'static str {
    if module == Module::Response {
        return if field.guaranteed {
            "always"
        } else {
            "optional"
        };
    }
    let of = |severity| {
        field
            .presence
            .iter()
            .filter(move |it| it.kind == Presence::Required && it.meta.severity == severity)
    };
    if field.always_required() {
        "required"
    } else if of(Severity::Error).next().is_some()
        || field.presence.iter().any(|it| it.kind == Presence::Allowed)
    {
        "conditional"
    } else if of(Severity::Warning).any(|it| it.when.is_always()) {
        "expected"
    } else if of(Severity::Warning).next().is_some() {
        "sometimes expected"
    } else {
        "optional"
    }
}

fn notes(field: &Field, ty: &Type, links: &From<'_, '_>) -> Vec<String> {
    let mut notes = vec![field.doc.trim().to_owned()];
    if let Some(why) = &field.deprecated {
        notes.push(format!("**Deprecated.** {}", why.trim()));
    }
    if ty.module != Module::Response {
        for rule in field
            .presence
            .iter()
            .filter(|rule| !tells_nothing(field, rule.when.is_always(), rule.kind))
        {
            notes.push(sentence(&rule.meta, &field.evidence, links));
        }
        limits(&field.item, &field.evidence, links, &mut notes);
    }
    if let Some(default) = &field.default {
        notes.push(format!("Assumed when absent: {}.", code(default)));
    }
    if field.lenient {
        notes.push("A number and its text are read as each other.".to_owned());
    }
    for alias in &field.aliases {
        notes.push(format!("Also read as {}.", code(alias)));
    }
    if field.sensitive {
        notes.push("Sensitive: never shown in logs or errors.".to_owned());
    }
    if let Some(sample) = &field.sample {
        notes.push(format!("Sample: {}.", code(sample)));
    }
    notes.push(aside(&links.origin_text(&field.evidence, &ty.evidence)));
    notes.push(standing(links.model().provenance.field(field.id)));
    notes.retain(|note| !note.is_empty());
    notes
}

/// The column beside the note already says that the member is always required.
fn tells_nothing(field: &Field, is_always: bool, kind: Presence) -> bool {
    kind == Presence::Required && is_always && field.always_required()
}

fn limits(item: &Item, outer: &Evidence, links: &From<'_, '_>, notes: &mut Vec<String>) {
    notes.extend(
        item.constraints
            .iter()
            .map(|it| sentence(&it.meta, outer, links)),
    );
    if let TypeRef::List(of) | TypeRef::Map { of, .. } = &item.ty {
        limits(of, outer, links, notes);
    }
}

/// The sentence of a rule, what the spec adds to it, and what its evidence adds to the outer one.
fn sentence(meta: &RuleMeta, outer: &Evidence, links: &From<'_, '_>) -> String {
    let origin = aside(&links.origin_text(&meta.evidence, outer));
    let parts = [meta.sentence.trim(), meta.doc.trim(), &origin];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

fn rule(rule: &FieldRule, ty: &Type, links: &From<'_, '_>) -> Rule {
    let mut notes = vec![sentence(&rule.meta, &ty.evidence, links)];
    if let Some(server_code) = &rule.server_code {
        notes.push(format!("The server answers with {}.", code(server_code)));
    }
    Rule {
        id: rule.meta.id.clone(),
        at: rule.at.clone(),
        notes,
    }
}

/// What pages make of it, as a sentence; empty when nobody has checked.
pub(super) fn standing(standing: &Standing) -> String {
    match standing.sentence.as_str() {
        "" => String::new(),
        sentence => format!("{sentence}."),
    }
}

/// A text in parentheses; empty when there is none.
pub(super) fn aside(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!("({text})")
    }
}
