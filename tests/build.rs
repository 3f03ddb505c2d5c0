//! Generates clients from `awkward/` and from the specs in `readers/`, for the tests of these names.

use std::{env, path::PathBuf};

use stipula_generator::{Build, BuildError};

fn main() -> Result<(), BuildError> {
    Build::from_spec("awkward").run()?;
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for name in ["absent", "value"] {
        let client = Build::from_spec(format!("readers/{name}"));
        client.out_dir(out.join(name)).run()?;
    }
    Ok(())
}
