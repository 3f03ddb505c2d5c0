//! Writes a client of what may be large, and types of many fields.

use std::{env, fmt::Write, fs, path::PathBuf};

use stipula_generator::{Build, BuildError};

/// Attributes and types of fields, in turn.
const FIELDS: &[(&str, &str)] = &[
    ("required, max_chars = 9", "Option<String>"),
    ("range(0..=100)", "Option<i64>"),
    (
        "required_if(f0 == \"x\", because = \"it is x\")",
        "Option<String>",
    ),
    (
        "allowed_if(f1 > 3, because = \"there are many\")",
        "Option<String>",
    ),
    ("pattern = \"^[a-z]+$\"", "Option<String>"),
    ("email", "Option<String>"),
    (
        "max_items = 3, unique, items(max_chars = 9)",
        "Option<Vec<String>>",
    ),
    ("multiple_of = 5", "Option<u64>"),
    ("min_bytes = 1, prefix = \"x\"", "Option<String>"),
    (
        "max_items = 3, keys(max_chars = 3)",
        "std::collections::BTreeMap<String, String>",
    ),
];

fn main() -> Result<(), BuildError> {
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut text = String::new();
    for count in [500, 1000] {
        wide(&mut text, count).expect("a text takes all");
    }
    fs::write(out.join("wide.rs"), text).expect("the folder is ours");
    Build::from_spec("../growth")
        .out_dir(out.join("growth"))
        .run()
}

/// A type with so many fields.
fn wide(text: &mut String, count: usize) -> std::fmt::Result {
    writeln!(text, "#[derive(Debug, Default, stipula::Validate)]")?;
    writeln!(text, "pub(super) struct Wide{count} {{")?;
    for at in 0..count {
        let (rules, ty) = FIELDS[at % FIELDS.len()];
        writeln!(
            text,
            "    #[validate({rules})]\n    pub(super) f{at}: {ty},"
        )?;
    }
    writeln!(text, "}}")
}
