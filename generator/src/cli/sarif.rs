//! Findings as SARIF 2.1.0, which editors and code hosts read.

use std::collections::BTreeSet;

use serde_json::{Value as Any, json};

use super::placed::{Placed, severity};
use stipula_contract::{Api, Location};
use stipula_logic::judge::Finding;

/// The log of one run.
pub(super) fn log(found: &[Placed], file: &str, api: &Api) -> Any {
    let ids: BTreeSet<&str> = found.iter().map(|it| it.finding.rule.as_str()).collect();
    let results: Vec<Any> = found.iter().map(|it| result(it, file)).collect();
    wrapped(&ids, &results, &api.name)
}

/// A log around results.
pub(super) fn wrapped(ids: &BTreeSet<&str>, results: &[Any], api: &str) -> Any {
    let rules: Vec<Any> = ids.iter().map(|id| json!({ "id": id })).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "stipula",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "properties": { "api": api },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(it: &Placed, file: &str) -> Any {
    json!({
        "ruleId": it.finding.rule,
        "level": severity(it.finding.severity),
        "message": { "text": it.finding.to_string() },
        "locations": [location(file, Some(it.line), Some(it.column), &logical(&it.finding))],
    })
}

/// The pointer; with its place, where that is not the body.
fn logical(finding: &Finding) -> String {
    match finding.location {
        Location::Body | Location::Payload => finding.path.clone(),
        other => format!("{} {}", other.word(), finding.path),
    }
}

/// A place in a file, with its name; the file as a whole, where no line is known.
pub(super) fn location(file: &str, line: Option<usize>, column: Option<usize>, name: &str) -> Any {
    let mut place = json!({
        "physicalLocation": { "artifactLocation": { "uri": file } },
        "logicalLocations": [{ "fullyQualifiedName": name }],
    });
    if let Some(line) = line {
        let mut region = json!({ "startLine": line });
        if let Some(column) = column {
            region["startColumn"] = column.into();
        }
        place["physicalLocation"]["region"] = region;
    }
    place
}
