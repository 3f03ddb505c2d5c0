//! Generates clients from `awkward/`, `growth/`, `obstacles/` and `values/` and the specs in `readers/`, for the tests of
//! these names.

use std::{env, path::PathBuf};

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
    ] {
        Build::from_spec(spec).out_dir(out.join(name)).run()?;
    }
    Ok(())
}
