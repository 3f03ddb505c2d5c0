//! Rust names, made once for everything that has one, and checked.
//!
//! Wire names are never derived; Rust names are made from them here only. An emitter asks the table
//! and converts no case.

mod case;
mod finding;
mod items;
mod make;
mod namespace;
mod outside;
mod own;
mod spaces;

pub use finding::{Finding, Problem};

use std::collections::HashSet;

use stipula_contract::{
    Api, CodeId, CredentialId, FieldId, Named, NotificationId, OperationId, SchemeId, TypeId,
};

/// The Rust names of an API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    crate_: String,
    types: Vec<TypeNames>,
    /// The names of all types, to look one up.
    known_types: HashSet<String>,
    operations: Vec<OperationNames>,
    /// Constants of schemes of authentication.
    schemes: Vec<String>,
    /// Constants of credentials.
    credentials: Vec<String>,
    /// Of the codes that every operation may answer with.
    codes: Vec<String>,
    /// Variants and constants of notifications.
    notifications: Vec<(String, String)>,
}

/// Names of one type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct TypeNames {
    name: String,
    /// Its module; never a keyword.
    file: String,
    /// Of fields, or of variants.
    members: Vec<String>,
    /// Of setters; for an object of a request.
    setters: Vec<String>,
    /// The member of an answer that keeps what is not documented.
    extra: String,
}

/// Names of one operation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct OperationNames {
    method: String,
    /// The module of its scenarios; never a keyword.
    file: String,
    constant: String,
    context: String,
    context_fields: Vec<String>,
    codes_type: String,
    /// The enum of answers by status.
    answer: String,
    codes: Vec<String>,
    scenarios: Vec<ScenarioNames>,
}

/// Names of the types that are made for a scenario.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ScenarioNames {
    /// The type of a body.
    pub(crate) name: String,
    /// The type of what such a body may have besides.
    pub(crate) options: String,
    /// The member that holds it; no member of the body is called like it.
    pub(crate) plain: String,
}

/// Makes every Rust name of an API.
///
/// # Errors
/// Everything that cannot be named: two things of one name, a name that generated code uses itself,
/// a name that is no identifier.
pub fn names(api: &Api) -> Result<Names, Vec<Finding>> {
    make::names(api)
}

impl Names {
    /// The crate, as code imports it.
    #[cfg(any(feature = "markdown", feature = "package", feature = "site"))]
    pub(crate) fn crate_(&self) -> &str {
        &self.crate_
    }

    /// A type.
    pub(crate) fn type_(&self, id: TypeId) -> &str {
        &self.types[id.0].name
    }

    /// Whether a type has this name.
    pub(crate) fn is_type(&self, name: &str) -> bool {
        self.known_types.contains(name)
    }

    /// The module of a type, which is its file.
    pub(crate) fn file(&self, id: TypeId) -> &str {
        &self.types[id.0].file
    }

    /// A field, raw where it is a keyword (`r#type`).
    pub(crate) fn field(&self, id: FieldId) -> &str {
        &self.types[id.of.0].members[id.at]
    }

    /// The member of an answer that keeps what is not documented.
    pub(crate) fn extra(&self, id: TypeId) -> &str {
        &self.types[id.0].extra
    }

    /// The setter of a field.
    pub(crate) fn setter(&self, id: FieldId) -> &str {
        &self.types[id.of.0].setters[id.at]
    }

    /// What clears a field.
    pub(crate) fn clearer(&self, id: FieldId) -> String {
        case::clearer(self.field(id))
    }

    /// The variant of a value of an enum, by its index.
    pub(crate) fn variant(&self, id: TypeId, at: usize) -> &str {
        &self.types[id.0].members[at]
    }

    /// The variant of a choice for what nobody documented.
    pub(crate) fn other(&self, id: TypeId) -> &'static str {
        let is_taken = self.types[id.0].members.iter().any(|it| it == "Other");
        if is_taken { "Undocumented" } else { "Other" }
    }

    /// The variant of a value of an enum, by its text.
    pub(crate) fn variant_of(&self, api: &Api, id: TypeId, wire: &str) -> &str {
        let values = api.type_(id).enum_().map_or(&[][..], |it| &it.values);
        let at = values.iter().position(|it| it.wire == wire);
        at.map_or("Unknown", |at| self.variant(id, at))
    }

    /// The method of an operation.
    pub(crate) fn method(&self, id: OperationId) -> &str {
        &self.operations[id.0].method
    }

    /// The module of an operation, which is the name of its pages.
    pub(crate) fn module(&self, id: OperationId) -> &str {
        self.method(id).trim_start_matches("r#")
    }

    /// The module of the scenarios of an operation, which is its file.
    pub(crate) fn scenario_file(&self, id: OperationId) -> &str {
        &self.operations[id.0].file
    }

    /// The constant of an operation.
    pub(crate) fn constant(&self, id: OperationId) -> &str {
        &self.operations[id.0].constant
    }

    /// The type of the context of an operation.
    pub(crate) fn context(&self, id: OperationId) -> &str {
        &self.operations[id.0].context
    }

    /// A value of the context of an operation, by its index.
    pub(crate) fn context_field(&self, id: OperationId, at: usize) -> &str {
        &self.operations[id.0].context_fields[at]
    }

    /// The enum of the result codes of an operation.
    pub(crate) fn codes_type(&self, id: OperationId) -> &str {
        &self.operations[id.0].codes_type
    }

    /// The enum of the answers of an operation, by status.
    pub(crate) fn answer(&self, id: OperationId) -> &str {
        &self.operations[id.0].answer
    }

    /// The variant of answers with this HTTP status.
    pub(crate) fn status(status: u16) -> String {
        case::status(status)
    }

    /// The variant of a result code.
    pub(crate) fn code(&self, id: CodeId) -> &str {
        let codes = id.of.map_or(&self.codes, |of| &self.operations[of.0].codes);
        &codes[id.at]
    }

    /// The constant of a scheme of authentication.
    pub(crate) fn scheme(&self, id: SchemeId) -> &str {
        &self.schemes[id.0]
    }

    /// The constant of a credential.
    pub(crate) fn credential(&self, id: CredentialId) -> &str {
        &self.credentials[id.0]
    }

    /// The variant and the constant of a kind of notification.
    pub(crate) fn notification(&self, id: NotificationId) -> (&str, &str) {
        let (variant, constant) = &self.notifications[id.0];
        (variant, constant)
    }

    /// The types of a scenario of an operation, by its index.
    pub(crate) fn scenario(&self, id: OperationId, at: usize) -> &ScenarioNames {
        &self.operations[id.0].scenarios[at]
    }

    /// Something that a person may have typed as Rust calls it.
    pub fn is_called(&self, it: Named, name: &str) -> bool {
        match it {
            Named::Operation(id) => self.module(id) == name,
            Named::Type(id) => self.type_(id) == name,
            Named::Field(id) => self.field(id).trim_start_matches("r#") == name,
            _ => false,
        }
    }
}
