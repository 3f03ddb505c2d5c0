//! The command, as a person runs it in a folder.

use std::{
    path::Path,
    process::{Command, Output},
};

/// Runs the command, without colours and without a target folder from outside.
pub(crate) fn stipula(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_stipula"))
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env_remove("CARGO_TARGET_DIR")
        .output()
        .expect("the command runs")
}
