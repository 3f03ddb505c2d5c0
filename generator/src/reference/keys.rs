//! The keys of every mapping, as tables for people.

use stipula_spec::raw::language::{Key, Mapping, Takes, all};

const INTRO: &str = "# Keys of the spec language\n\nWhich keys each mapping takes, from the tables \
    that the reader uses: what is not here is refused. [README.md](README.md) tells what they are \
    for, and [schema.json](schema.json) tells editors. Both were made by `stipula explain --language spec`.\n";

pub(super) fn table() -> String {
    let mut parts = vec![INTRO.to_owned()];
    for mapping in all() {
        parts.push(section(mapping));
    }
    parts.concat()
}

fn section(mapping: &Mapping) -> String {
    let mut text = format!(
        "\n## {}\n\n| key | holds | meaning |\n| --- | --- | --- |\n",
        title(mapping)
    );
    text.extend(mapping.keys().map(row));
    if !mapping.one_of.is_empty() {
        text.extend(["\nExactly one of ", &quoted(mapping.one_of), " is there.\n"]);
    }
    for (key, others) in mapping.needs {
        text.extend(["\n`", key, "` needs ", &quoted(others), " beside it.\n"]);
    }
    text
}

/// The name as a heading, without what links would stumble over.
fn title(mapping: &Mapping) -> String {
    let mut letters = mapping.what.chars();
    let first = letters
        .next()
        .map(|it| it.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

fn row(key: &Key) -> String {
    let need = if key.required { ", required" } else { "" };
    let cell = |text: &str| text.replace('|', "\\|");
    format!(
        "| `{}`{need} | {} | {} |\n",
        key.name,
        cell(&holds(&key.takes)),
        cell(key.doc)
    )
}

fn holds(takes: &Takes) -> String {
    match takes {
        Takes::Text => "text".to_owned(),
        Takes::Flag => "`true` or `false`".to_owned(),
        Takes::Whole => "whole number".to_owned(),
        Takes::Texts => "text, or list of texts".to_owned(),
        Takes::Words(words) => match words {
            [word] => format!("`{word}`"),
            words => format!("one of {}", quoted(words)),
        },
        Takes::Of(mapping) => link(mapping()),
        Takes::Named(inner) => format!("name: {}", holds(inner)),
        Takes::NamedOf(mapping) => format!("name: {}", link(mapping())),
        Takes::ListOf(mapping) => format!("list, each {}", link(mapping())),
        Takes::Items(inner) => format!("list, each {}", holds(inner)),
        Takes::Either(all) => {
            let all: Vec<String> = all.iter().map(holds).collect();
            all.join("; or ")
        }
        Takes::Any => "anything".to_owned(),
    }
}

fn link(mapping: &Mapping) -> String {
    let anchor: String = mapping
        .what
        .chars()
        .filter(|it| it.is_alphanumeric() || matches!(it, ' ' | '_' | '-'))
        .collect();
    format!("[{}](#{})", mapping.what, anchor.replace(' ', "-"))
}

fn quoted(names: &[&str]) -> String {
    stipula_spec::diag::list(names)
}
