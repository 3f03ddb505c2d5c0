//! Rows: a schema, a value, and whether the value fits. Of the table in `conformance/rows.yaml`, or of a
//! folder of the public suite.

use std::{fs, path::Path};

use serde::Deserialize;
use serde_json::Value;

/// A row.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) schema: Value,
    pub(crate) value: Value,
    pub(crate) fits: bool,
}

/// A line of our table.
#[derive(Deserialize)]
struct Line {
    schema: Value,
    good: Vec<Value>,
    bad: Vec<Value>,
}

/// Our table.
pub(crate) fn own() -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance/rows.yaml");
    let text = fs::read_to_string(path).expect("the table is there");
    let lines: Vec<Line> = serde_yaml::from_str(&text).expect("the table is YAML");
    let rows = lines.into_iter().flat_map(|Line { schema, good, bad }| {
        let good = good.into_iter().map(|it| (it, true));
        let all: Vec<_> = good.chain(bad.into_iter().map(|it| (it, false))).collect();
        all.into_iter().map(move |(value, fits)| Row {
            schema: schema.clone(),
            value,
            fits,
        })
    });
    rows.collect()
}

/// A group of the public suite.
#[derive(Deserialize)]
struct Group {
    schema: Value,
    tests: Vec<Test>,
}

#[derive(Deserialize)]
struct Test {
    data: Value,
    valid: bool,
}

/// Files of the public suite that are about values.
const FILES: &[&str] = &[
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "required",
    "enum",
    "const",
    "dependentRequired",
    "if-then-else",
    "optional/format/email",
    "optional/format/uri",
    "optional/format/uuid",
    "optional/format/ipv4",
    "optional/format/ipv6",
    "optional/format/hostname",
    "optional/format/date",
    "optional/format/date-time",
];

/// The public suite, of the draft in this folder.
pub(crate) fn suite(folder: &Path) -> Vec<Row> {
    let mut rows = Vec::new();
    for name in FILES {
        let path = folder.join(name).with_extension("json");
        let text =
            fs::read_to_string(&path).unwrap_or_else(|it| panic!("{}: {it}", path.display()));
        let groups: Vec<Group> = serde_json::from_str(&text).expect("a file of the suite");
        for Group { mut schema, tests } in groups {
            if let Some(schema) = schema.as_object_mut() {
                schema.remove("$schema");
            }
            rows.extend(tests.into_iter().map(|Test { data, valid }| Row {
                schema: schema.clone(),
                value: data,
                fits: valid,
            }));
        }
    }
    rows
}
