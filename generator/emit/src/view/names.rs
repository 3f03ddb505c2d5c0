//! Names in Rust, for documentation that tells how to use the client. The one reader of them
//! beside the Rust output itself.

use stipula_contract::{Api, EnumValue, Field, Operation, Scenario, Type};

/// Every name that documentation may tell. It is asked with what a name belongs to, wherever the
/// name itself is kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names<'a> {
    api: &'a Api,
}

#[allow(clippy::unused_self)] // where a name is kept is nobody's business but ours
impl<'a> Names<'a> {
    pub(crate) const fn of(api: &'a Api) -> Self {
        Self { api }
    }

    /// What the crate is called in a path.
    pub(crate) fn krate(self) -> String {
        self.api.crate_name.replace('-', "_")
    }

    /// The method of an operation, raw where it is a keyword.
    pub(crate) fn method(self, operation: &'a Operation) -> &'a str {
        &operation.rust
    }

    /// The module of an operation, and the file of its page: never raw, as `#` would start the
    /// anchor of a link.
    pub(crate) fn module(self, operation: &'a Operation) -> &'a str {
        operation.rust.trim_start_matches("r#")
    }

    /// The module of the types of the scenarios of an operation.
    pub(crate) fn scenario_module(self, operation: &'a Operation) -> String {
        format!("scenario::{}", self.module(operation))
    }

    /// The type of a scenario.
    pub(crate) fn scenario(self, _: &'a Operation, it: &'a Scenario) -> &'a str {
        &it.rust
    }

    /// The type of what a body of a scenario may have besides.
    pub(crate) fn options(self, _: &'a Operation, it: &'a Scenario) -> &'a str {
        &it.options_rust
    }

    /// The member of a scenario that holds its options.
    pub(crate) fn options_member(self, body: &'a Type) -> &'static str {
        let mut fields = body.object().into_iter().flat_map(|it| &it.fields);
        let is_taken = fields.any(|it| self.member(body, it) == "options");
        if is_taken { "other_options" } else { "options" }
    }

    /// The struct of the values beside the body of an operation.
    pub(crate) fn context(self, operation: &'a Operation) -> Option<&'a str> {
        operation.context.as_ref().map(|it| it.rust.as_str())
    }

    /// A named type.
    pub(crate) fn type_(self, ty: &'a Type) -> &'a str {
        &ty.rust
    }

    /// A member of a type.
    pub(crate) fn member(self, _: &'a Type, field: &'a Field) -> &'a str {
        &field.rust
    }

    /// A variant of an enum.
    pub(crate) fn variant(self, _: &'a Type, value: &'a EnumValue) -> &'a str {
        &value.rust
    }
}
