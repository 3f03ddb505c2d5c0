//! How an answer says how it went: where it says so, and the codes it may say.

use serde::Serialize;

use super::{CodeId, Evidence, Item, Overrides, TypeId, TypeRef};

/// Where an answer says how it went; names in the order they are tried.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
    /// What says it.
    pub by: OutcomeBy,
    /// Members that may hold the result object; empty: the body itself.
    pub object: Vec<String>,
    /// Members that hold the code.
    pub code: Vec<String>,
    /// Members that hold the status.
    pub status: Vec<String>,
    /// Members that hold the message.
    pub message: Vec<String>,
    /// Status texts of success.
    pub success: Vec<String>,
    /// Status texts of a final failure.
    pub failed: Vec<String>,
    /// Status texts of an unknown outcome.
    pub unknown: Vec<String>,
    /// Where the data of a success stands: ways of members, empty: the body itself.
    pub data: Vec<Way>,
    /// Where a failure says how many seconds to wait.
    pub wait: Vec<Way>,
    /// What the result object of a failure is as a type.
    pub detail: Option<TypeId>,
    /// Codes worth a retry.
    pub transient: Vec<String>,
    /// Where it was read.
    pub evidence: Evidence,
}

impl Outcome {
    /// What the result object of a failure is, as an item.
    pub fn detail_item(&self) -> Option<Item> {
        let ty = TypeRef::Object(self.detail?);
        let rules = Vec::new();
        Some(Item { ty, rules })
    }
}

/// What says how an answer went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum OutcomeBy {
    /// A member of the body.
    Member,
    /// The HTTP status. The statuses are called `success`, `failed` and `unknown`.
    Http,
}

/// Members, each inside the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Way(pub Vec<String>);

impl std::fmt::Display for Way {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join("."))
    }
}

impl ClassOfResult {
    /// What an HTTP status says: 2xx is success, 408 and 5xx leave it open, the rest is final.
    pub const fn of_http(status: u16) -> Self {
        match status {
            200..=299 => Self::Success,
            408 | 500..=599 => Self::Unknown,
            _ => Self::Failed,
        }
    }

    /// As a spec calls it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }
}

/// A documented result code.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResultCode {
    /// Code on the wire.
    pub code: String,
    /// Its id.
    pub id: CodeId,
    /// Names in single languages.
    pub names: Overrides,
    /// Status text that comes with it.
    pub status: String,
    /// HTTP status that comes with it, where that says how an answer went.
    pub http: Option<u16>,
    /// How the outcome counts.
    pub class: ClassOfResult,
    /// What it means.
    pub doc: String,
    /// Where it was read.
    pub evidence: Evidence,
}

/// How an outcome counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum ClassOfResult {
    /// It was done.
    Success,
    /// It was not done, finally.
    Failed,
    /// It may have been done: query or retry.
    Unknown,
}
