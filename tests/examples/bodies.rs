//! Bodies made from seeds with what the command finds in them, one JSON object in a line, for
//! judges that are no Rust: `cargo run -p stipula-tests --example bodies -- COUNT`.

#![allow(clippy::print_stdout)] // an example prints what it makes

use std::env;

use serde_json::{Map, Value, json};
use stipula_generator::{
    judge::{Finding, judge},
    model::Severity,
};
use stipula_tests::{bodies::Maker, flagship};

fn main() {
    let count = env::args().nth(1).and_then(|it| it.parse().ok());
    let count: u64 = count.unwrap_or(1_000);
    let api = flagship::api();
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
                "body": case.body,
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
    json!({ "severity": severity, "path": it.path, "rule": it.rule })
}
