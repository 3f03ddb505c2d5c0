//! What all operations of a draft share: hosts, headers, and how an answer says how it went.

use std::collections::{BTreeMap, BTreeSet};

use stipula_facts::Kind;

use super::{
    operation,
    page::Read,
    tree::Node,
    types::Types,
    yaml::{Lines, doc, quoted},
};
use crate::compare::without_scheme;

/// Classes of the result codes of all pages, in their order.
fn classes<'a>(pages: &'a [Read<'_>]) -> Vec<&'a str> {
    let mut classes: Vec<&str> = Vec::new();
    for page in pages {
        for fact in page
            .from
            .page
            .facts
            .iter()
            .filter(|it| it.kind == Kind::Class)
        {
            let class = fact.value.as_str().unwrap_or_default();
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
    }
    classes
}

/// The class of codes that say that a call failed.
pub(super) fn failing<'a>(pages: &'a [Read<'_>]) -> Option<&'a str> {
    let classes = classes(pages);
    let failed = classes.iter().find(|it| **it == "F");
    failed
        .or_else(|| classes.iter().find(|it| **it != "S"))
        .copied()
}

/// Stands where the files are listed, until they are known.
const INCLUDES: &str = "include: []";

/// `api.yaml` with the files of the spec.
pub(super) fn including(lines: Lines, files: &[String]) -> Lines {
    let files: Vec<String> = files.iter().map(|it| quoted(it)).collect();
    lines.replaced(INCLUDES, &format!("include: [{}]", files.join(", ")))
}

/// `api.yaml`: hosts, headers, and how an answer says how it went.
pub(super) fn api(
    types: &Types<'_>,
    name: &str,
    pages: &[Read<'_>],
    questions: &[String],
) -> Lines {
    let mut codes = Lines::default();
    let mut left = questions.to_vec();
    let references = pages.iter().filter(|it| it.is_reference);
    let common: Vec<Node<'_>> = references
        .map(|it| Node::of(it, &it.common, "codes"))
        .collect();
    let common: Vec<&Node<'_>> = common.iter().collect();
    let refused = operation::codes(types, name, &common, failing(pages), (0, &mut codes));
    if !refused.is_empty() {
        left.push(format!(
            "result codes without a class: {}",
            refused.join(", ")
        ));
    }
    let mut lines = Lines::default();
    lines.add(0, &format!("api: {name}"));
    lines.add(0, "title: TODO");
    lines.add(0, &format!("doc: {}", doc(&left)));
    lines.add(0, INCLUDES);
    hosts(pages, &mut lines);
    outcome(pages, &mut lines);
    headers(pages, &mut lines);
    lines.append(codes);
    lines
}

fn hosts(pages: &[Read<'_>], lines: &mut Lines) {
    let mut seen = BTreeSet::new();
    for page in pages {
        for host in Node::of(page, &page.common, "hosts").inside {
            let Some(address) = host.text(Kind::Host) else {
                continue;
            };
            if !seen.insert(host.name.to_lowercase()) {
                continue;
            }
            if seen.len() == 1 {
                lines.add(0, "environments:");
            }
            let url = quoted(&format!("https://{}", without_scheme(address)));
            lines.add(1, &format!("{}:", quoted(&host.name.to_lowercase())));
            lines.add(2, &format!("url: {url}"));
            lines.add(2, "doc: TODO");
            lines.add(2, &format!("source: {}", quoted(page.id())));
        }
    }
}

/// Statuses of result codes, by the letters that vendors use; everything else is open.
fn outcome(pages: &[Read<'_>], lines: &mut Lines) {
    let classes = classes(pages);
    if classes.is_empty() {
        return;
    }
    let of = |letters: &[&str]| -> Vec<String> {
        let mut found = classes.iter().filter(|it| {
            let known = ["S", "F"].contains(it);
            letters.contains(it) || (letters.is_empty() && !known)
        });
        found.by_ref().map(|it| quoted(it)).collect()
    };
    lines.add(0, "outcome:");
    lines.add(1, "object: [TODO]");
    lines.add(1, "code: [TODO]");
    lines.add(1, "status: [TODO]");
    lines.add(1, "message: [TODO]");
    lines.add(1, &format!("success: [{}]", of(&["S"]).join(", ")));
    lines.add(1, &format!("failed: [{}]", of(&["F"]).join(", ")));
    lines.add(1, &format!("unknown: [{}]", of(&[]).join(", ")));
}

fn headers(pages: &[Read<'_>], lines: &mut Lines) {
    let mut seen = BTreeSet::new();
    let directions = [
        ("headers", "both"),
        ("request-headers", "request"),
        ("response-headers", "response"),
    ];
    let mut ways: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for page in pages {
        for (part, direction) in directions {
            for header in Node::of(page, &page.common, part).inside {
                let name = header.name.to_lowercase();
                ways.entry(name).or_default().insert(direction);
            }
        }
    }
    for page in pages {
        for (part, _) in directions {
            for header in Node::of(page, &page.common, part).inside {
                if header.fact(Kind::Field).is_none() || !seen.insert(header.name.to_lowercase()) {
                    continue;
                }
                if seen.len() == 1 {
                    lines.add(0, "headers:");
                }
                lines.add(1, &format!("{}:", quoted(&header.name)));
                let ways = ways.get(&header.name.to_lowercase());
                let way = match ways.map(|it| it.iter().collect::<Vec<_>>()).as_deref() {
                    Some([one]) => one,
                    _ => "both",
                };
                lines.add(2, &format!("in: {way}"));
                match (header.text(Kind::Need), header.text(Kind::RequiredWhen)) {
                    (_, Some(when)) => {
                        lines.add(2, &format!("required: {}", quoted(&format!("when {when}"))));
                    }
                    (Some("required"), None) => lines.add(2, "required: true"),
                    _ => {}
                }
                if let Some(sample) = header.text(Kind::Sample) {
                    lines.add(2, &format!("sample: {}", quoted(sample)));
                }
                lines.add(2, "doc: TODO");
                lines.add(2, &format!("source: {}", quoted(page.id())));
            }
        }
    }
}
