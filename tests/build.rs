//! Generates a client from `awkward/`, for `tests/awkward.rs`.

fn main() -> Result<(), stipula_generator::BuildError> {
    stipula_generator::Build::from_spec("awkward").run()
}
