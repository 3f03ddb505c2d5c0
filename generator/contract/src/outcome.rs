//! How an answer says how it went: where it says so, and the codes it may say.

use serde::Serialize;

use super::{CodeId, Evidence, Overrides};

/// Where an answer says how it went; names in the order they are tried.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
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
    /// Codes worth a retry.
    pub transient: Vec<String>,
    /// Where it was read.
    pub evidence: Evidence,
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
