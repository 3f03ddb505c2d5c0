//! Generates the client from `spec/`.

fn main() -> Result<(), stipula_generator::BuildError> {
    stipula_generator::Build::from_spec("spec").run()
}
