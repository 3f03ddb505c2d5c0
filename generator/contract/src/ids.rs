//! What names one thing of a contract, for tables beside it.

use std::collections::BTreeMap;

use serde::Serialize;

/// Index into [`super::Api::types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct TypeId(pub usize);

/// Index into [`super::Api::operations`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct OperationId(pub usize);

/// Index into [`super::Api::notifications`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct NotificationId(pub usize);

/// Index into [`super::Api::schemes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SchemeId(pub usize);

/// Index into [`super::Api::credentials`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct CredentialId(pub usize);

/// A field of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct FieldId {
    /// The object.
    pub of: TypeId,
    /// Index into its fields.
    pub at: usize,
}

/// A result code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct CodeId {
    /// The operation, or `None` for a code that every operation may answer with.
    pub of: Option<OperationId>,
    /// Index into the codes of the operation, or of the API.
    pub at: usize,
}

/// Anything that an output gives a name to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Named {
    /// The API, and so its client.
    Api,
    /// A type.
    Type(TypeId),
    /// A field of an object.
    Field(FieldId),
    /// A value of an enum, by its index.
    Value(TypeId, usize),
    /// An operation.
    Operation(OperationId),
    /// A value of the context of an operation, by its index.
    Context(OperationId, usize),
    /// A scenario of an operation, by its index.
    Scenario(OperationId, usize),
    /// A result code.
    Code(CodeId),
    /// A scheme of authentication.
    Scheme(SchemeId),
    /// A credential.
    Credential(CredentialId),
    /// A kind of notification.
    Notification(NotificationId),
}

/// Names that the spec gives to one thing in single languages, such as `rust: stock_count`.
///
/// The contract does not read them: whoever makes the names of a language does.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Overrides(BTreeMap<String, String>);

impl Overrides {
    /// With one name for one language; none without a name.
    pub fn of(language: &str, name: Option<&str>) -> Self {
        let entry = name.map(|name| (language.to_owned(), name.to_owned()));
        Self(entry.into_iter().collect())
    }

    /// The name for a language, if the spec gives one.
    pub fn get(&self, language: &str) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }
}
