//! Members of an object as table rows, and the rules between them.

use serde::Serialize;

use crate::view::{
    members::{self, Member},
    notes::Told,
    rules,
};

use super::{
    links::{From, standing},
    text::code,
};

/// An object as a page shows it.
#[derive(Debug, Serialize)]
pub(super) struct Section<'a> {
    doc: &'a str,
    rows: Vec<Row<'a>>,
    rules: Vec<Rule<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    name: &'a str,
    ty: String,
    need: &'static str,
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Rule<'a> {
    id: &'a str,
    at: &'a str,
    notes: Vec<String>,
}

/// The members and rules of an object.
pub(super) fn section<'a>(it: &members::Section<'a>, links: &From<'_, '_>) -> Section<'a> {
    let row = |member: &Member<'a>| Row {
        name: member.name,
        ty: links.type_(member.item),
        need: member.need.word(),
        notes: notes(member, links),
    };
    Section {
        doc: it.doc.markdown(),
        rows: it.members.iter().map(row).collect(),
        rules: it.rules.iter().map(|it| rule(it, links)).collect(),
    }
}

fn notes(it: &Member<'_>, links: &From<'_, '_>) -> Vec<String> {
    let mut notes = vec![it.doc.markdown().to_owned()];
    if let Some(why) = it.deprecated {
        notes.push(format!("**Deprecated.** {}", why.markdown()));
    }
    notes.extend(it.rules.iter().map(|rule| sentence(rule, links)));
    let (examples, others): (Vec<_>, Vec<_>) = it.notes.iter().partition(|it| it.is_example);
    for note in others.into_iter().chain(examples) {
        match &note.told {
            Told::Texts(texts, begin) => {
                let texts = texts.iter();
                notes.extend(texts.map(|text| format!("{begin} {}.", code(text))));
            }
            Told::Rules(begin, rules) => {
                let texts: Vec<_> = rules.iter().map(|it| it.markdown()).collect();
                notes.push(format!("{begin}{}", texts.join(" ")));
            }
            Told::Words(_, sentence) => notes.push((*sentence).to_owned()),
        }
    }
    notes.push(aside(&links.origin(&it.marks)));
    notes.push(standing(&it.standing));
    notes.retain(|note| !note.is_empty());
    notes
}

/// The sentence of a rule, what the spec adds to it, and where it was read.
fn sentence(rule: &rules::Rule<'_>, links: &From<'_, '_>) -> String {
    let origin = aside(&links.origin(&rule.marks));
    let parts = [rule.told.sentence.markdown(), rule.doc.markdown(), &origin];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

fn rule<'a>(rule: &rules::Rule<'a>, links: &From<'_, '_>) -> Rule<'a> {
    let mut notes = vec![sentence(rule, links)];
    if let Some(server_code) = rule.server_code {
        notes.push(format!("The server answers with {}.", code(server_code)));
    }
    Rule {
        id: rule.told.id,
        at: rule.at,
        notes,
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
