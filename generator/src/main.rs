//! The `stipula` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    stipula_generator::cli::run()
}
