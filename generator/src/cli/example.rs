//! `stipula example`.

use std::path::Path;

use anstream::{eprintln, println};
use serde_json::{Value as Any, json};

use super::{
    args::ExampleArgs,
    exit::Exit,
    placed::severity,
    spec,
    target::{self, Target},
};
use stipula_contract::Api;
use stipula_emit::{FileSet, output};
use stipula_logic::{
    judge::{self, Finding, Request},
    witness::{self, Entry, Missing, Witness},
};

/// Prints a witness, or writes all of them.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn run(args: &ExampleArgs) -> Exit {
    let model = match spec::model(args.case.spec.as_deref()) {
        Ok(model) => model,
        Err(code) => return code,
    };
    let api = &model.api;
    let target = match target::find(&model, &args.operation, &args.case) {
        Ok(target) => target,
        Err(message) => {
            eprintln!("{message}");
            return Exit::Usage;
        }
    };
    if let Some(folder) = &args.all {
        return write_all(api, &target, folder);
    }
    let found = match &args.breaking {
        Some(rule) => witness::breaking(api, target.operation, &full_id(api, &target, rule)),
        None => witness::minimal(api, target.operation, target.scenario),
    };
    match found {
        Ok(witness) => {
            print(api, &target, &witness);
            Exit::Clean
        }
        Err(why) => {
            eprintln!("{why}");
            match why {
                Missing::UnknownRule(_) => Exit::Usage,
                _ => Exit::Findings,
            }
        }
    }
}

/// The id of a rule, from what may be its end: `stock.required_if`.
fn full_id(api: &Api, target: &Target<'_>, rule: &str) -> String {
    let ids = witness::rules(api, target.operation);
    let ending = format!(".{rule}");
    let mut found = ids.iter().filter(|id| *id == rule || id.ends_with(&ending));
    match (found.next(), found.next()) {
        (Some(only), None) => only.clone(),
        _ => rule.to_owned(),
    }
}

fn sent(api: &Api, target: &Target<'_>, witness: &Witness) -> Any {
    judge::sent(api, target.operation, &witness.body)
}

/// The request to standard output; the values beside it to people.
#[allow(clippy::print_stdout, clippy::print_stderr)] // this is the command
fn print(api: &Api, target: &Target<'_>, witness: &Witness) {
    println!("{:#}", sent(api, target, witness));
    for (name, value) in &witness.context {
        eprintln!("with `--context {name}={value}`");
    }
}

/// Every witness of the operation as a file, and an index of them.
#[allow(clippy::print_stderr)] // this is the command
fn write_all(api: &Api, target: &Target<'_>, folder: &Path) -> Exit {
    let (entries, missing) = witness::corpus(api, target.operation);
    let name = &target.operation.name;
    let mut files = FileSet::new();
    for entry in &entries {
        files.add(path(entry), text(&sent(api, target, &entry.witness)));
    }
    let index = json!({
        "operation": name,
        "witnesses": entries.iter().map(|it| member(api, target, it)).collect::<Vec<_>>(),
        "missing": missing.iter().map(|(name, why)| json!({ "name": name, "why": why.to_string() })).collect::<Vec<_>>(),
    });
    files.add("index.json", text(&index));
    let written = output::plan(&files, folder).and_then(|plan| output::write(&plan, folder));
    if let Err(error) = written {
        eprintln!("cannot write: {error}");
        return Exit::Failed;
    }
    let bodies = match entries.len() {
        1 => "1 body".to_owned(),
        count => format!("{count} bodies"),
    };
    eprintln!("{bodies} of {name} in {}", folder.display());
    for (name, why) in &missing {
        eprintln!("no {name}: {why}");
    }
    Exit::Clean
}

fn path(entry: &Entry) -> String {
    format!("{}.json", entry.name)
}

fn text(value: &Any) -> String {
    format!("{value:#}\n")
}

fn member(api: &Api, target: &Target<'_>, entry: &Entry) -> Any {
    let context: serde_json::Map<String, Any> = entry
        .witness
        .context
        .iter()
        .map(|(name, value)| (name.clone(), json!(value)))
        .collect();
    json!({
        "name": entry.name,
        "file": path(entry),
        "context": context,
        "verdict": verdict(api, target, entry),
    })
}

/// What is found of what the file holds.
fn verdict(api: &Api, target: &Target<'_>, entry: &Entry) -> Vec<Any> {
    if !judge::has_places(api, target.operation) {
        return entry.verdict.iter().map(finding).collect();
    }
    let sent = sent(api, target, &entry.witness);
    let request = Request::read(api, target.operation, &sent);
    let found = request.judge(&entry.witness.context, None);
    let placed = |it: &Finding| {
        let mut made = finding(it);
        made["location"] = it.location.word().into();
        made
    };
    found.iter().map(placed).collect()
}

fn finding(it: &Finding) -> Any {
    json!({ "severity": severity(it.severity), "path": it.path, "rule": it.rule })
}
