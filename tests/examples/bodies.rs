//! Bodies made from seeds with what the command finds in them, one JSON object in a line, for
//! judges that are no Rust: `cargo run -p stipula-tests --example bodies -- COUNT [SPEC]`. A body is
//! a text, so that its numbers stay as they are written.

#![allow(clippy::print_stdout)] // an example prints what it makes

use std::{env, path::Path};

use serde_json::{Map, Value, json};
use stipula_contract::Severity;
use stipula_generator::load;
use stipula_logic::judge::{Finding, judge};
use stipula_tests::{bodies::Maker, flagship};

fn main() {
    let count = env::args().nth(1).and_then(|it| it.parse().ok());
    let count: u64 = count.unwrap_or(1_000);
    let api = match env::args().nth(2) {
        Some(spec) => load(Path::new(&spec)).model.expect("a spec without errors"),
        None => flagship::model(),
    };
    for operation in &api.operations {
        let maker = Maker::new(&api, operation);
        for seed in 0..count {
            let case = maker.case(seed);
            let found = judge(&api, operation, &case.body, &case.context);
            let context: Map<String, Value> = case
                .context
                .iter()
                .map(|(name, value)| (name.clone(), json!(value)))
                .collect();
            let line = json!({
                "operation": operation.name,
                "seed": seed,
                "body": case.body.to_string(),
                "context": context,
                "verdict": found.iter().map(told).collect::<Vec<_>>(),
            });
            println!("{line}");
        }
    }
}

fn told(it: &Finding) -> Value {
    let severity = match it.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    json!({ "severity": severity, "path": it.path, "rule": it.rule, "message": it.message })
}
