//! All bodies, and a validator of JSON Schema that shares no code with the other one.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
};

use serde_json::Value;
use stipula_contract::{Api, Operation};
use stipula_generator::Model;
use stipula_logic::judge::canonical;
use stipula_logic::witness;
use stipula_tests::{
    agreement::client_and_evaluator,
    bodies::{Case, Kind, Maker},
    flagship,
    schema::Reported,
};

use crate::{
    features,
    schema::{self, Judge},
};

/// Random bodies of each operation.
const ALL: u64 = 20_000;

/// Differences after which there is no need for more.
const ENOUGH: usize = 5;

#[test]
#[ignore = "run by `.ci/judges`, which installs ajv"]
#[allow(clippy::print_stdout, reason = "counts for whoever runs it")]
fn all_judges_agree_on_all_bodies() {
    let api = flagship::model();
    let document = schema::document(&api);
    let wrong = thread::scope(|scope| {
        let (api, document) = (&api, &document);
        let of = |operation| scope.spawn(move || differences(api, operation, document, true));
        let running: Vec<_> = api.operations.iter().map(of).collect();
        let done = running
            .into_iter()
            .flat_map(|it| it.join().expect("a verdict"));
        done.collect::<Vec<String>>()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // There is no client for this one.
    let api = features::model();
    let wrong = differences(&api, &api.operations[0], &schema::document(&api), false);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[allow(clippy::print_stdout, reason = "counts for whoever runs it")]
fn differences(
    api: &Model,
    operation: &Operation,
    document: &Value,
    has_client: bool,
) -> Vec<String> {
    let judge = Judge::new(api, operation, document);
    let mut ajv = start();
    let mut input = ajv.stdin.take().expect("a pipe");
    let output = BufReader::new(ajv.stdout.take().expect("a pipe"));
    let (send, sent) = mpsc::sync_channel::<Case>(1000);
    let (mut wrong, mut count, mut refused) = (Vec::new(), 0_u64, 0_u64);
    thread::scope(|scope| {
        scope.spawn(|| {
            let send = send;
            writeln!(input, "{}", judge.schema).expect("ajv reads");
            for case in cases(api, operation) {
                let body = canonical(api, operation.request, &case.body);
                if writeln!(input, "{body}").is_err() || send.send(case).is_err() {
                    break;
                }
            }
            drop(input);
        });
        for (case, line) in sent.iter().zip(output.lines()) {
            let errors = reported(&line.expect("a line"));
            count += 1;
            refused += u64::from(!errors.is_empty());
            let by_client = has_client.then(|| client_and_evaluator(api, operation, &case));
            let found = [
                by_client.flatten(),
                judge.differs(&case).map(|it| format!("jsonschema: {it}")),
                judge
                    .differs_from(&case, &errors)
                    .map(|it| format!("ajv: {it}")),
            ];
            for why in found.into_iter().flatten() {
                let name = &operation.name;
                wrong.push(format!("{name}, seed {}: {why}\n{}", case.seed, case.body));
            }
            if wrong.len() >= ENOUGH {
                break;
            }
        }
        drop(sent);
    });
    let _ = ajv.kill();
    let _ = ajv.wait();
    if wrong.is_empty() && count < ALL {
        wrong.push(format!(
            "{}: ajv stopped after {count} bodies",
            operation.name
        ));
    }
    println!(
        "{}: {count} bodies, {refused} refused by ajv",
        operation.name
    );
    wrong
}

/// The corpus, then the random bodies.
fn cases<'a>(api: &'a Api, operation: &'a Operation) -> impl Iterator<Item = Case> + 'a {
    let (entries, _) = witness::corpus(api, operation);
    let corpus = entries.into_iter().map(|entry| Case {
        seed: 0,
        kind: Kind::Valid,
        body: entry.witness.body,
        context: entry.witness.context,
    });
    let maker = Maker::new(api, operation);
    corpus.chain((0..ALL).map(move |seed| maker.case(seed)))
}

fn start() -> Child {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/outside/ajv");
    Command::new("node")
        .arg("judge.mjs")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node and `.ci/judges` are there")
}

fn reported(line: &str) -> Vec<Reported> {
    let errors: Vec<(String, String, Option<String>)> =
        serde_json::from_str(line).expect("errors of ajv");
    let error = |(keyword, instance, member)| Reported {
        keyword,
        instance,
        member,
    };
    errors.into_iter().map(error).collect()
}
