//! Every key of the language is read: what cannot be right is noticed at each of them.
//!
//! For each mapping and key, the shortest file that leads there holds a list of a list, which no
//! key takes. The reader has to say so at that place; a key that it knows but never reads would pass
//! in silence.

use std::collections::VecDeque;

use stipula_spec::{
    load_str,
    raw::language::{self, Key, Mapping, Takes},
};

use super::same;

/// What no key takes.
const WRONG: &str = "[[]]";

/// Keys that take anything, so that nothing is wrong there, each with the reason.
const ANYTHING: &[(&str, &str)] = &[(
    "json of `answer` of a notification",
    "it is sent as it is written, and every YAML is some JSON",
)];

/// How to get to a mapping: the files that hold mappings begin with `{ KEY: …`.
struct Way {
    mapping: &'static Mapping,
    before: String,
    after: String,
}

/// A way to every mapping, the shortest first.
fn ways() -> Vec<Way> {
    let files = [
        &language::API_FILE,
        &language::FILE,
        &language::OPERATION_FILE,
        &language::BOTH,
    ];
    let mut open: VecDeque<Way> = files.into_iter().map(file).collect();
    let mut found: Vec<Way> = Vec::new();
    while let Some(way) = open.pop_front() {
        if found.iter().any(|it| std::ptr::eq(it.mapping, way.mapping)) {
            continue;
        }
        for key in way.mapping.keys() {
            follow(&way, key, key.takes, &mut open);
        }
        found.push(way);
    }
    found
}

fn file(mapping: &'static Mapping) -> Way {
    Way {
        mapping,
        before: String::new(),
        after: String::new(),
    }
}

/// Opens what a key holds.
fn follow(way: &Way, key: &Key, takes: Takes, open: &mut VecDeque<Way>) {
    let (mapping, inner, outer) = match takes {
        Takes::Of(it) => (it(), "", ""),
        Takes::NamedOf(it) => (it(), "{ n: ", " }"),
        Takes::ListOf(it) => (it(), "[", "]"),
        Takes::Either(all) => return all.iter().for_each(|it| follow(way, key, *it, open)),
        Takes::Named(it) => return follow(way, key, *it, open),
        // What a list of these holds is followed elsewhere, in other keys.
        Takes::Text
        | Takes::Flag
        | Takes::Whole
        | Takes::Texts
        | Takes::Items(_)
        | Takes::Words(_)
        | Takes::Any => {
            return;
        }
    };
    open.push_back(Way {
        mapping,
        before: format!(
            "{}{{ {}{}: {inner}",
            way.before,
            beside(way.mapping, key),
            key.name
        ),
        after: format!("{outer} }}{}", way.after),
    });
}

/// What has to stand beside a key, so that the reader gets to it: the first row of the mapping that
/// names the key, or no key.
const BESIDE: &[(&str, &[&str], &str)] = &[
    ("a named type", &["enum", "fields"], ""),
    ("a named type", &["rules", "closed"], "fields: {}, "),
    ("a named type", &[], "enum: { A: One. }, "),
    (
        "a rule",
        &[
            "expect",
            "at_least_one",
            "exactly_one",
            "at_most_one",
            "all_or_none",
            "at_least",
        ],
        "",
    ),
    ("a rule", &[], "expect: a == b, "),
    ("a waiver", &["at", "spec"], ""),
    ("a waiver", &[], "at: a, max_chars: 1, "),
    ("a type", &["map"], "of: string, "),
    ("a type", &["cases"], "by: a, "),
    ("a value rule", &["is"], ""),
    ("a value rule", &[], "is: 1, "),
];

fn beside(mapping: &Mapping, key: &Key) -> String {
    let mut rows = BESIDE.iter().filter(|it| it.0 == mapping.what);
    let row = rows.find(|it| it.1.is_empty() || it.1.contains(&key.name));
    let needs = mapping.needs.iter().filter(|it| it.1.contains(&key.name));
    let required = mapping.keys().filter(|it| it.required).map(|it| it.name);
    let names = needs.map(|it| it.0).chain(required);
    let text = row.map_or("", |it| it.2).to_owned();
    names
        .filter(|it| *it != key.name && !text.contains(&format!("{it}: ")))
        .fold(text.clone(), |all, it| format!("{all}{it}: string, "))
}

/// The file that leads to a key, and where what is wrong begins.
fn text(way: &Way, key: &Key) -> (String, usize) {
    let before = format!(
        "{}{{ {}{}: ",
        way.before,
        beside(way.mapping, key),
        key.name
    );
    (format!("{before}{WRONG} }}{}", way.after), before.len())
}

/// Whether something is said about the bytes of a file that begin there.
fn is_noticed(text: &str, at: usize) -> bool {
    let loaded = load_str(&[("api.yaml", text)]);
    let inside = at..at + WRONG.len();
    let mut places = loaded.diagnostics.iter().filter_map(|it| it.at);
    places.any(|it| inside.contains(&it.start) && it.end <= inside.end)
}

#[test]
fn every_key_is_read() {
    let (mut unread, mut count) = (Vec::new(), 0);
    let ways = ways();
    for way in &ways {
        for key in way.mapping.keys() {
            count += 1;
            let (text, at) = text(way, key);
            if !is_noticed(&text, at) {
                unread.push(format!("{} of {}", key.name, way.mapping.what));
                println!("{text}");
            }
        }
    }
    println!("{} mappings with {count} keys", ways.len());
    assert!(
        ways.len() >= language::all().count(),
        "a way to every mapping"
    );
    assert!(count > 150, "{count} keys");
    let listed: Vec<String> = ANYTHING.iter().map(|it| it.0.to_owned()).collect();
    same(
        &unread,
        &listed,
        "the table has this key, and nothing reads it",
        "it is read; take it out of the list",
    );
}

#[test]
fn a_key_that_nothing_reads_would_be_seen() {
    let text = "{ api: demo, title: [[]] }";
    let at = text.find(WRONG).expect("it is there");
    assert!(is_noticed(text, at));
    // A key of the rule that the reader does not get to: there is something wrong, but elsewhere.
    let unread = "{ operation: a, rules: [{ id: a, doc: [[]] }] }";
    let at = unread.find(WRONG).expect("it is there");
    assert!(!is_noticed(unread, at));
}
