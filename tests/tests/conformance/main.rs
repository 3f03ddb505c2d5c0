//! The value rules mean what JSON Schema means by the keywords that are called alike. A row is a schema, a
//! value and whether it fits. The schema becomes a spec; the evaluator, the emitted schema and the
//! compiled client give the verdict of the row, or the row is listed with the reason.
//!
//! Our own table is in `conformance/rows.yaml`. `.ci/suite` fetches the public test suite and gives its
//! folder in `CONFORMANCE_SUITE`.

mod condition;
mod known;
mod rows;
mod say;

use std::{
    collections::BTreeMap,
    env,
    fmt::{self, Write},
    path::Path,
};

use serde_json::Value;
use stipula_generator::{Model, Target, diag::Level, emit, load_str};
use stipula_logic::judge::judge;
use stipula_tests::{
    Told,
    compiled::{Clients, Spec},
};

use rows::Row;
use say::{Said, say};

/// What the three judges say: the evaluator, the schema, the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Verdicts {
    evaluator: bool,
    schema: bool,
    client: bool,
}

impl Verdicts {
    const fn are(self, fits: bool) -> bool {
        self.evaluator == fits && self.schema == fits && self.client == fits
    }
}

impl fmt::Display for Verdicts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = |fits| if fits { "yes" } else { "no" };
        let (evaluator, schema, client) = (self.evaluator, self.schema, self.client);
        write!(
            f,
            "evaluator {}, schema {}, client {}",
            word(evaluator),
            word(schema),
            word(client)
        )
    }
}

/// Rows that a spec says, with the number of the spec.
#[derive(Default)]
struct Asked {
    specs: Vec<Model>,
    by_text: BTreeMap<String, Result<usize, String>>,
    rows: Vec<(Row, usize, Value)>,
    unsaid: BTreeMap<String, usize>,
}

impl Asked {
    fn of(rows: Vec<Row>) -> Self {
        let mut asked = Self::default();
        for row in rows {
            let said = say(&row.schema, &row.value);
            match said.and_then(|it| asked.loaded(it)) {
                Ok((spec, body)) => asked.rows.push((row, spec, body)),
                Err(reason) => *asked.unsaid.entry(reason).or_default() += 1,
            }
        }
        asked
    }

    fn loaded(&mut self, said: Said) -> Result<(usize, Value), String> {
        let Said { spec, body } = said;
        if let Some(known) = self.by_text.get(&spec) {
            return known.clone().map(|it| (it, body));
        }
        let loaded = load_str(&[("api.yaml", &spec)]);
        let mut found = loaded.diagnostics.iter();
        let error = found.find(|it| it.code.level() == Level::Error);
        let at = error.map_or_else(
            || {
                self.specs
                    .push(loaded.model.clone().expect("it has no error"));
                Ok(self.specs.len() - 1)
            },
            |it| Err(format!("refused: {}", it.code.title())),
        );
        self.by_text.insert(spec, at.clone());
        at.map(|it| (it, body))
    }

    /// What comes of every row: those about which somebody says otherwise, and how many there are.
    fn report(self, name: &str) -> String {
        let specs = self.specs.into_iter().enumerate();
        let specs: Vec<Spec> = specs
            .map(|(at, it)| Spec::new(format!("spec{at}"), it))
            .collect();
        let temporary = env!("CARGO_TARGET_TMPDIR");
        let clients = Clients::compile(temporary, name, &specs).unwrap_or_else(|it| panic!("{it}"));
        let validators: Vec<_> = specs.iter().map(|it| validator(&it.model)).collect();
        let (mut right, mut text) = (0, String::new());
        for (row, at, body) in &self.rows {
            let verdicts = verdicts(&specs[*at], &validators[*at], &clients, body);
            if verdicts.are(row.fits) {
                right += 1;
                continue;
            }
            let reason = known::reason(row, verdicts).unwrap_or("NO REASON");
            let fits = if row.fits { "fits" } else { "does not fit" };
            let _ = writeln!(
                text,
                "{} {} {fits}: {verdicts}\n    {reason}",
                row.schema, row.value
            );
        }
        let mut counts = format!(
            "{right} rows have their verdict from all three\n\nThe language does not say:\n"
        );
        for (reason, count) in self.unsaid {
            let _ = writeln!(counts, "{count:4} {reason}");
        }
        format!("{counts}\nOn purpose:\n{text}")
    }
}

fn validator(model: &Model) -> jsonschema::Validator {
    let files = emit(model, Target::OpenApi);
    let text = files.get("schema/openapi.json").expect("a document");
    let document = serde_json::from_str(text).expect("JSON");
    let request = stipula_emit::component(model, model.operations[0].request);
    let schema = stipula_tests::schema::of_request(&document, &request);
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema).expect("a valid schema")
}

fn verdicts(
    spec: &Spec,
    validator: &jsonschema::Validator,
    clients: &Clients,
    body: &Value,
) -> Verdicts {
    let operation = &spec.model.operations[0];
    let found = judge(&spec.model, operation, body, &[]);
    let keeps = |told: &[Told]| !told.iter().any(|it| it.is_error);
    let told = clients.verdict(&spec.name, &operation.name, body);
    Verdicts {
        evaluator: keeps(&Told::all(&found)),
        schema: validator.is_valid(body),
        client: told.is_ok_and(|it| keeps(&it)),
    }
}

#[test]
fn keywords_mean_what_json_schema_means() {
    let report = Asked::of(rows::own()).report("conformance");
    assert!(!report.contains("NO REASON"), "{report}");
    insta::assert_snapshot!(report);
}

/// The same of the public suite, which `.ci/suite` fetches.
#[test]
#[ignore = "needs the public suite: .ci/suite"]
fn keywords_pass_the_public_suite() {
    let folder = env::var_os("CONFORMANCE_SUITE").expect("the folder of a draft of the suite");
    let report = Asked::of(rows::suite(Path::new(&folder))).report("suite");
    assert!(!report.contains("NO REASON"), "{report}");
    insta::assert_snapshot!(report);
}
