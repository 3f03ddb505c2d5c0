//! Generates the client from the spec of WeChat Pay.

fn main() -> Result<(), stipula_generator::BuildError> {
    stipula_generator::Build::from_spec("../../../spec/wechat-pay").run()
}
