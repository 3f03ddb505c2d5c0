//! The search index: one script, so that a page from the disk can load it.

use serde_json::{Value as Any, json};

use crate::rust::names::Names;
use stipula_contract::{Api, Operation};

use super::{
    fields::Member,
    html,
    index::{self, Part, Row},
    operation::View,
    place::{operation_path, quirk_anchor, token},
};

/// Entries by page. An entry is `[kind, anchor, title, words]`; the kind is one letter.
#[derive(Default)]
pub(super) struct Index {
    pages: Vec<(String, String, Vec<Any>)>,
}

impl Index {
    fn page(&mut self, path: &str, title: &str) -> &mut Vec<Any> {
        self.pages
            .push((path.to_owned(), title.to_owned(), Vec::new()));
        let last = self.pages.len() - 1;
        &mut self.pages[last].2
    }

    /// The script.
    pub(super) fn script(&self) -> String {
        let pages = self.pages.iter();
        let lines: Vec<String> = pages
            .map(|(path, title, entries)| {
                html::script_json(&json!([path, title, entries]).to_string())
            })
            .collect();
        format!("stipulaIndex([\n{}\n]);\n", lines.join(",\n"))
    }
}

/// An operation, its members with their rules and values, and its codes.
pub(super) fn operation(index: &mut Index, names: &Names, operation: &Operation, view: &View) {
    let entries = index.page(&operation_path(names, operation), &view.name);
    entries.push(json!([
        "o",
        "",
        view.name,
        words(&[
            &view.summary,
            &operation.path,
            &plain(&view.doc),
            &plain(&view.idempotency),
            &plain(&view.request_doc),
            &plain(&view.response_doc)
        ])
    ]));
    for row in &view.context {
        let values = row
            .values
            .iter()
            .map(|it| format!("{} {}", it.0, plain(&it.1)));
        let values: Vec<String> = values.collect();
        entries.push(json!(["x", "context", row.name, values.join(" ")]));
    }
    members(entries, &view.request, "f");
    members(entries, &view.response, "a");
    for code in &view.codes {
        entries.push(json!(["c", code.anchor, code.text, plain(&code.doc)]));
    }
}

fn members(entries: &mut Vec<Any>, all: &[Member], kind: &str) {
    for it in all {
        let mut words = vec![plain(&it.doc)];
        words.extend(it.rules.iter().map(|rule| plain(&rule.sentence)));
        if let Some(values) = &it.values {
            words.push(values.name.clone());
            words.extend(values.rows.iter().map(|row| row.text.clone()));
        }
        words.retain(|it| !it.is_empty());
        entries.push(json!([kind, it.anchor, it.path, words.join(" ")]));
        for group in &it.groups {
            members(entries, &group.members, kind);
        }
    }
}

/// What holds for every operation: each section of the first page, and each name in it. The words
/// of a section begin with what people ask for, which is not always its name.
pub(super) fn overview(index: &mut Index, api: &Api, view: &index::View) {
    let entries = index.page("index.html", "Overview");
    let mut section = |anchor: &str, title: &str, text: &str| {
        entries.push(json!(["p", anchor, title, text]));
    };
    section("", "Overview", &words(&[&api.title, &plain(&view.doc)]));
    section(
        "bodies",
        "Bodies",
        "null, empty and absent members; lengths; required, conditional, expected, optional",
    );
    section(
        "legend",
        "What the marks mean",
        "legend: source, quirk, inferred, unverified, undocumented, confirmed by pages, not verifiable, departs from the page, no effect",
    );
    if !view.environments.is_empty() {
        section(
            "environments",
            "Environments",
            &names("Hosts, base addresses, environment:", &view.environments),
        );
    }
    section(
        "headers",
        "Headers",
        &names("HTTP headers of requests and answers:", &view.headers),
    );
    if let Some(it) = &view.signing {
        let ask = "How to sign a request and verify the signature of an answer, with an RSA key:";
        let steps: Vec<String> = it.steps.iter().map(|step| plain(step)).collect();
        section(
            "signing",
            "Signing",
            &words(&[ask, &steps.join("; "), &facts(&it.part), &it.text]),
        );
    }
    if let Some(it) = &view.encryption {
        let ask = "How to encrypt a body and decrypt an answer:";
        section(
            "encryption",
            "Encryption",
            &words(&[ask, it.note, &facts(it)]),
        );
    }
    if let Some(it) = &view.outcome {
        let ask = "How an answer says how it went: success, failed or unknown; what to retry or send again:";
        section("outcome", "Outcome", &words(&[ask, &facts(&it.part)]));
    }
    if !view.sources.is_empty() {
        section(
            "sources",
            "Sources",
            "Pages that this description was read from",
        );
    }
    for (kind, rows) in [("e", &view.environments), ("h", &view.headers)] {
        for it in rows {
            entries.push(json!([
                kind,
                it.anchor,
                it.name,
                words(&[&it.mark, &plain(&it.doc)])
            ]));
        }
    }
    for it in &view.sources {
        entries.push(json!([
            "s",
            it.anchor,
            it.id,
            words(&[&it.title, &plain(&it.covers)])
        ]));
    }
}

fn words(texts: &[&str]) -> String {
    let texts = texts.iter().map(|it| it.trim());
    let texts: Vec<&str> = texts.filter(|it| !it.is_empty()).collect();
    texts.join(" ")
}

fn names(what: &str, rows: &[Row]) -> String {
    let names: Vec<&str> = rows.iter().map(|it| it.name.as_str()).collect();
    format!("{what} {}", names.join(", "))
}

fn facts(part: &Part) -> String {
    let facts = part.facts.iter();
    let facts: Vec<String> = facts
        .map(|(name, values)| format!("{name} {}", values.join(", ")))
        .collect();
    facts.join("; ")
}

/// Codes of every operation.
pub(super) fn codes(index: &mut Index, api: &Api) {
    let entries = index.page("codes.html", "Result codes");
    for code in &api.errors {
        let anchor = format!("code-{}", token(&code.code));
        entries.push(json!(["c", anchor, code.code, code.doc.trim()]));
    }
}

/// Quirks.
pub(super) fn quirks(index: &mut Index, api: &Api) {
    let entries = index.page("quirks.html", "Quirks");
    for it in &api.quirks {
        let words = [&it.page, &it.spec, &it.why].map(|it| it.trim().replace('`', ""));
        let title = format!("{}: {}", it.id, it.at.replace('`', ""));
        entries.push(json!(["q", quirk_anchor(&it.id), title, words.join(" ")]));
    }
}

/// The words of a text that is HTML already.
fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for (index, piece) in html.split('<').enumerate() {
        let text = match piece.split_once('>') {
            Some((tag, text)) if index > 0 => {
                if tag == "/p" || tag == "/li" {
                    out.push(' ');
                }
                text
            }
            _ => piece,
        };
        out.push_str(text);
    }
    let text = out.trim().replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
