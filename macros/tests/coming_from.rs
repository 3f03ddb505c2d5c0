//! The page for people who come from other validators: every row of ours compiles.

use std::fmt::Write as _;
use std::path::Path;

const PAGE: &str = include_str!("../docs/coming-from.md");

/// What the rows name.
const AROUND: &str = r#"
#![allow(dead_code)]
use stipula::Validate;

fn is_good<T: ?Sized>(_: &T) -> bool { true }
fn above_one(number: &f64) -> bool { *number > 1.0 }

struct Call { strict: bool }

#[derive(Validate)]
struct Part {
    #[validate(required)]
    name: Option<String>,
}

stipula::open_enum! {
    /// Letters.
    pub enum Letter {
        /// The first.
        A = "a",
    }
}

fn main() {}
"#;

/// The texts in backticks.
fn codes(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// The struct that a row stands for.
fn of_row(nth: usize, cell: &str) -> String {
    let codes = codes(cell);
    let Some(rule) = codes.first() else {
        panic!("row {nth} says neither a rule nor no: {cell}");
    };
    if cell.starts_with("on a newtype: ") {
        return format!("#[derive(Validate)] struct Row{nth}(#[validate({rule})] String);");
    }
    let fields = "password: String, strict: bool, number: i64";
    if cell.starts_with("on the struct: ") {
        return format!(
            "#[derive(Validate)] #[validate({rule})] struct Row{nth} {{ text: String, {fields} }}"
        );
    }
    let ty = codes.get(1).unwrap_or(&"String");
    let is_known = cell == format!("`{rule}`") || cell == format!("`{rule}` on `{ty}`");
    assert!(is_known, "row {nth} cannot be read: {cell}");
    format!("#[derive(Validate)] struct Row{nth} {{ #[validate({rule})] text: {ty}, {fields} }}")
}

#[test]
fn every_row_compiles() {
    let mut program = AROUND.to_owned();
    let (mut rows, mut refused) = (0, 0);
    for line in PAGE.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [_, ours, note] = cells[..] else {
            panic!("a row has three columns: {line}");
        };
        if ours == "no" {
            assert!(!note.is_empty(), "a no has a reason: {line}");
            refused += 1;
            continue;
        }
        rows += 1;
        writeln!(program, "{}", of_row(rows, ours)).expect("a text takes it");
    }
    assert!(rows > 60 && refused > 5, "{rows} rows, {refused} refused");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("coming_from.rs");
    std::fs::write(&file, program).expect("a file that can be written");
    trybuild::TestCases::new().pass(file);
}

/// What each of them has, by its documentation.
#[test]
fn no_attribute_is_missing() {
    let sections: Vec<&str> = PAGE.split("\n## ").skip(1).collect();
    let expected: [(&str, &[&str]); 3] = [
        (
            "validator",
            &[
                "email",
                "url",
                "length",
                "range",
                "must_match",
                "contains",
                "does_not_contain",
                "regex",
                "credit_card",
                "custom",
                "nested",
                "nest_all_fields",
                "non_control_character",
                "required",
                "skip",
                "schema",
                "context",
                "message",
                "code",
            ],
        ),
        (
            "garde",
            &[
                "required",
                "ascii",
                "alphanumeric",
                "email",
                "url",
                "ip",
                "ipv4",
                "ipv6",
                "credit_card",
                "phone_number",
                "length",
                "byte_length",
                "range",
                "contains",
                "prefix",
                "suffix",
                "pattern",
                "matches",
                "dive",
                "skip",
                "custom",
                "inner",
                "if",
                "rename",
                "adapt",
                "code",
                "context",
                "allow_unvalidated",
                "transparent",
            ],
        ),
        (
            "serde_valid",
            &[
                "max_length",
                "min_length",
                "pattern",
                "maximum",
                "minimum",
                "exclusive_maximum",
                "exclusive_minimum",
                "multiple_of",
                "max_properties",
                "min_properties",
                "max_items",
                "min_items",
                "unique_items",
                "enumerate",
                "custom",
                "message",
                "message_fn",
                "message_l10n",
            ],
        ),
    ];
    for ((name, attributes), section) in expected.iter().zip(sections) {
        assert!(section.starts_with(name));
        let theirs = section.lines().filter_map(|line| line.split(" | ").next());
        let theirs: Vec<&str> = theirs.flat_map(codes).collect();
        for attribute in *attributes {
            let is_told = theirs.iter().any(|code| {
                code.strip_prefix(attribute).is_some_and(|rest| {
                    !rest.starts_with(|c: char| c == '_' || c.is_alphanumeric())
                })
            });
            assert!(is_told, "`{attribute}` of {name} is missing");
        }
    }
}
