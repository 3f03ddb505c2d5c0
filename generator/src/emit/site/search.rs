//! The search index: one script, so that a page from the disk can load it.

use serde_json::{Value as Any, json};

use crate::model::{Api, Operation};

use super::{
    fields::Member,
    html,
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
pub(super) fn operation(index: &mut Index, operation: &Operation, view: &View) {
    let entries = index.page(&operation_path(operation), &view.name);
    entries.push(json!([
        "o",
        "",
        view.name,
        format!("{} {}", view.summary, operation.path)
    ]));
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
