//! Names in Rust, for documentation that tells how to use the client. The one reader of them
//! beside the Rust output itself.

use stipula_contract::{Api, Context, EnumValue, Field, Object, Operation, Scenario, Type};

/// What the crate is called in a path.
pub(crate) fn krate(api: &Api) -> String {
    api.crate_name.replace('-', "_")
}

/// The method of an operation, raw where it is a keyword.
pub(crate) fn method(operation: &Operation) -> &str {
    &operation.rust
}

/// The module of an operation, and the file of its page: never raw, as `#` would start the anchor
/// of a link.
pub(crate) fn module(operation: &Operation) -> &str {
    operation.rust.trim_start_matches("r#")
}

/// The module of the types of scenarios.
pub(crate) fn scenario_module(operation: &Operation) -> String {
    format!("scenario::{}", module(operation))
}

/// The type of a scenario.
pub(crate) fn scenario(it: &Scenario) -> &str {
    &it.rust
}

/// The type of what a body of a scenario may have besides.
pub(crate) fn options(it: &Scenario) -> &str {
    &it.options_rust
}

/// The member of a scenario that holds its options.
pub(crate) fn options_member(body: &Object) -> &'static str {
    let is_taken = body.fields.iter().any(|it| it.rust == "options");
    if is_taken { "other_options" } else { "options" }
}

/// A named type.
pub(crate) fn type_(ty: &Type) -> &str {
    &ty.rust
}

/// A member.
pub(crate) fn member(field: &Field) -> &str {
    &field.rust
}

/// A variant.
pub(crate) fn variant(value: &EnumValue) -> &str {
    &value.rust
}

/// The struct of the values beside a body.
pub(crate) fn context(it: &Context) -> &str {
    &it.rust
}
