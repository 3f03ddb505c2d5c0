//! Members with everything inside them, as a page unfolds them.

use serde::Serialize;

use crate::view::{
    marks::Mark,
    members,
    notes::{self, Told},
    rules,
    tree::{self, Listed},
    values,
};

use super::{
    html::{blocks, inline},
    machine,
    page::{Chip, Page, path_anchor, rule_anchor},
    scenarios::letter,
};

/// A member.
#[derive(Debug, Serialize)]
pub(super) struct Member<'a> {
    anchor: String,
    name: &'a str,
    ty: String,
    need: &'static str,
    /// What it is in each scenario, one letter each; empty without scenarios.
    needs: String,
    /// The rule that the word beside the name says in full.
    always: Option<&'a str>,
    doc: String,
    deprecated: Option<String>,
    /// Rules that are told in a few words beside the type.
    limits: Vec<Rule<'a>>,
    rules: Vec<Rule<'a>>,
    notes: Vec<Note<'a>>,
    values: Option<Values<'a>>,
    chips: Vec<Chip>,
    groups: Vec<Group<'a>>,
    /// The type inside it, when its members are not told here, and where they are.
    see: Option<(&'a str, Option<String>)>,
}

/// Something about a member: texts as they are written, or words.
#[derive(Debug, Serialize)]
struct Note<'a> {
    label: &'static str,
    texts: Vec<&'a str>,
    /// HTML.
    words: String,
}

/// A rule about a member.
#[derive(Debug, Serialize)]
struct Rule<'a> {
    anchor: String,
    id: &'a str,
    is_warning: bool,
    sentence: String,
    doc: String,
    server_code: Option<&'a str>,
    chips: Vec<Chip>,
}

/// Documented texts.
#[derive(Debug, Serialize)]
struct Values<'a> {
    name: &'a str,
    doc: String,
    open: bool,
    rows: Vec<Value<'a>>,
    /// Whether the texts stand in a line.
    is_few: bool,
    machine: Option<String>,
    chips: Vec<Chip>,
}

/// A documented text.
#[derive(Debug, Serialize)]
struct Value<'a> {
    text: &'a str,
    doc: String,
    chips: Vec<Chip>,
}

/// Members inside a member; several groups when a sibling chooses.
#[derive(Debug, Serialize)]
struct Group<'a> {
    /// The anchor of the member, unless lists, maps or cases are in between.
    anchor: String,
    name: &'a str,
    doc: String,
    /// The sibling and the values that choose this group.
    when: Option<(&'a str, Vec<&'a str>)>,
    members: Vec<Member<'a>>,
}

/// Members, in order.
pub(super) fn members<'a>(page: &Page<'_>, all: &[tree::Member<'a>]) -> Vec<Member<'a>> {
    all.iter().map(|it| member(page, it)).collect()
}

fn member<'a>(page: &Page<'_>, it: &tree::Member<'a>) -> Member<'a> {
    let told: &members::Member<'a> = &it.told;
    let anchor = path_anchor(&it.path);
    let (limits, rules): (Vec<_>, Vec<_>) = told.rules.iter().partition(|it| is_short(it));
    let see = |it: &tree::See<'a>| (it.name, it.at.as_ref().map(path_anchor));
    Member {
        name: told.name,
        ty: page.type_words(told.item),
        need: told.need.word(),
        needs: it.needs.iter().map(|need| letter(*need)).collect(),
        always: it.always,
        doc: blocks(told.doc),
        deprecated: told.deprecated.map(inline),
        limits: limits
            .into_iter()
            .map(|it| limit(page, it, &anchor))
            .collect(),
        rules: rules
            .into_iter()
            .map(|it| rule(page, it, &anchor))
            .collect(),
        notes: told.notes.iter().map(note).collect(),
        values: it.values.as_ref().map(|it| values(page, it, &anchor)),
        chips: page.chips(told.marks.iter().chain(&told.standing)),
        groups: it.groups.iter().map(|it| group(page, it)).collect(),
        see: it.see.as_ref().map(see),
        anchor,
    }
}

fn note<'a>(it: &notes::Note<'a>) -> Note<'a> {
    let (texts, words) = match &it.told {
        Told::Texts(texts, _) => (texts.clone(), String::new()),
        Told::Words(words, _) => (Vec::new(), (*words).to_owned()),
        Told::Rules(_, rules) => {
            let lines: Vec<_> = rules.iter().map(|it| inline(*it)).collect();
            (Vec::new(), lines.join(" "))
        }
    };
    Note {
        label: it.label,
        texts,
        words,
    }
}

fn rule<'a>(page: &Page<'_>, it: &rules::Rule<'a>, anchor: &str) -> Rule<'a> {
    Rule {
        anchor: rule_anchor(anchor, it.name),
        id: it.told.id,
        is_warning: it.told.level == rules::Level::Warning,
        sentence: inline(it.told.sentence),
        doc: inline(it.doc),
        server_code: it.server_code,
        chips: page.chips(&it.marks),
    }
}

/// So many values stand in a line; more are counted.
const FEW: usize = 8;

/// Longer sentences than this stand on a line of their own.
const SHORT: usize = 44;

/// Whether a rule is told in a few words: it limits a value, and nothing else is to be said of it.
fn is_short(it: &rules::Rule<'_>) -> bool {
    it.is_limit
        && it.told.level == rules::Level::Error
        && it.server_code.is_none()
        && it.marks.is_empty()
        && it.doc.plain_line().is_empty()
        && it.told.sentence.plain_line().chars().count() <= SHORT
}

/// `At most 3 characters.` as `at most 3 characters`.
fn limit<'a>(page: &Page<'_>, it: &rules::Rule<'a>, anchor: &str) -> Rule<'a> {
    let mut made = rule(page, it, anchor);
    let sentence = made.sentence.trim_end_matches('.');
    let mut letters = sentence.chars();
    let first = letters.next().map(|it| it.to_ascii_lowercase());
    made.sentence = first.into_iter().chain(letters).collect();
    made
}

fn values<'a>(page: &Page<'_>, it: &Listed<'a>, anchor: &str) -> Values<'a> {
    let all = &it.values;
    let row = |it: &values::Value<'a>| Value {
        text: it.text,
        doc: inline(it.doc),
        chips: page.chips(it.marks.iter().chain(told(&it.standing))),
    };
    let drawing = format!("{anchor}--moves");
    let machine = all.machine.as_ref();
    Values {
        name: all.name,
        doc: blocks(all.doc),
        open: all.open,
        rows: all.rows.iter().map(row).collect(),
        is_few: all.rows.len() <= FEW,
        machine: machine.map(|it| machine::svg(it, all.name, &drawing)),
        chips: page.chips(&it.marks),
    }
}

/// Dozens of values that are simply confirmed would drown what is not.
fn told<'m, 'a>(standing: &'m [Mark<'a>]) -> &'m [Mark<'a>] {
    let is_apart = |it: &Mark<'_>| matches!(it, Mark::Apart(_) | Mark::Changed(_));
    if standing.iter().any(is_apart) {
        standing
    } else {
        &[]
    }
}

fn group<'a>(page: &Page<'_>, it: &tree::Group<'a>) -> Group<'a> {
    Group {
        anchor: path_anchor(&it.path),
        name: it.name,
        doc: blocks(it.doc),
        when: it.when.clone(),
        members: members(page, &it.members),
    }
}
