//! Generates clients from `apis/`, `awkward/`, `coded/`, `encodings/`, `faults/`, `growth/`, `notified/`, `obstacles/`, `paged/`,
//! `repeats/`, `rest/`, `sending/`, `signed/` and `values/` and the specs in `readers/`, for the tests of
//! these names, and a type of many fields.

use std::{env, fs, path::PathBuf};

use stipula_generator::{Build, BuildError};

fn main() -> Result<(), BuildError> {
    Build::from_spec("awkward").run()?;
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for (spec, name) in [
        ("readers/absent", "absent"),
        ("readers/value", "value"),
        ("values", "values"),
        ("obstacles", "obstacles"),
        ("growth", "growth"),
        ("repeats", "repeats"),
        ("rest", "rest"),
        ("paged", "paged"),
        ("signed", "signed"),
        ("coded", "coded"),
        ("faults", "faults"),
        ("encodings", "encodings"),
        ("apis/shop", "shop"),
        ("apis/bot", "bot"),
        ("apis/pay", "pay"),
        ("sending", "sending"),
        ("notified", "notified"),
    ] {
        Build::from_spec(spec).out_dir(out.join(name)).run()?;
    }
    fs::write(out.join("wide.rs"), wide(1_000)).expect("the folder is ours");
    Ok(())
}

/// A type of so many texts, with a rule each.
fn wide(count: usize) -> String {
    let names: Vec<String> = (0..count).map(|it| format!("f{it}")).collect();
    let fields = names.iter();
    let fields = fields.map(|it| format!("#[validate(max_chars = 1)] pub(crate) {it}: String,\n"));
    let all = names.iter().map(|it| format!("&mut self.{it},\n"));
    format!(
        "#[derive(Default, stipula::Validate)] pub(crate) struct Wide {{ {} }}\n\
         impl Wide {{ pub(crate) fn all(&mut self) -> [&mut String; {count}] {{ [{}] }} }}",
        fields.collect::<String>(),
        all.collect::<String>()
    )
}
