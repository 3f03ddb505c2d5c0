//! The page of what stipula cannot say tells the truth: what it says is refused is refused, with those
//! codes, and what it shows instead is accepted.

use std::{collections::BTreeSet, fs, path::Path};

use stipula_generator::{diag::Level, load_str};

const PAGE: &str = "../spec/limits.md";

/// A spec of the page, and what stands below it.
struct Entry {
    /// From 1.
    line: usize,
    spec: String,
    said: String,
}

fn entries(page: &str) -> Vec<Entry> {
    let mut made = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        if line != "```yaml" {
            continue;
        }
        let spec: Vec<_> = lines
            .by_ref()
            .map(|it| it.1)
            .take_while(|it| *it != "```")
            .collect();
        let said = lines.by_ref().map(|it| it.1).find(|it| !it.is_empty());
        made.push(Entry {
            line: at + 1,
            spec: format!("api: demo\n{}\n", spec.join("\n")),
            said: said.unwrap_or_default().to_owned(),
        });
    }
    made
}

/// What the page should say below a spec.
fn verdict(spec: &str) -> String {
    let loaded = load_str(&[("api.yaml", spec)]);
    let errors = loaded
        .diagnostics
        .iter()
        .filter(|it| it.code.level() == Level::Error);
    let codes: BTreeSet<_> = errors.map(|it| it.code.as_str()).collect();
    if codes.is_empty() {
        return "Accepted.".to_owned();
    }
    let link = |code: &str| format!("[{code}](../generator/docs/diagnostics/{code}.md)");
    let links: Vec<_> = codes.into_iter().map(link).collect();
    format!("Refused: {}.", links.join(", "))
}

#[test]
fn each_entry_is_what_lint_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    let page = fs::read_to_string(file).expect("the page");
    let entries = entries(&page);
    assert!(entries.len() >= 30, "{} specs were found", entries.len());
    let wrong: Vec<_> = entries
        .iter()
        .filter(|it| it.said != verdict(&it.spec))
        .map(|it| {
            format!(
                "spec/limits.md:{}: lint says: {}",
                it.line,
                verdict(&it.spec)
            )
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn an_entry_that_is_no_longer_true_is_told() {
    let page = "```yaml\noperations:\n  one: { get: /a }\n```\n\nRefused: [E0601](x).\n";
    let entries = entries(page);
    assert_eq!(entries.len(), 1);
    assert_eq!(
        (entries[0].line, entries[0].said.as_str()),
        (1, "Refused: [E0601](x).")
    );
    assert_eq!(verdict(&entries[0].spec), "Accepted.");
}
