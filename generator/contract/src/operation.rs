//! Operations.

use super::{Evidence, ResultCode, Scenario, TypeId};

/// One operation.
#[derive(Debug, Clone)]
pub struct Operation {
    /// The vendor's name.
    pub name: String,
    /// Rust method and file name, in snake case.
    pub rust: String,
    /// Rust constant, in upper snake case.
    pub constant: String,
    /// One line.
    pub summary: String,
    /// More, in Markdown; may be empty.
    pub doc: String,
    /// HTTP method.
    pub method: HttpMethod,
    /// Path on the host.
    pub path: String,
    /// Repeating it changes nothing.
    pub safe: bool,
    /// What makes a repeat the same.
    pub idempotency: Option<Idempotency>,
    /// Values beside the body.
    pub context: Option<Context>,
    /// Type of the body.
    pub request: TypeId,
    /// Type of the answer.
    pub response: TypeId,
    /// Result codes of its own, besides those of the API.
    pub errors: Vec<ResultCode>,
    /// Rust name of the enum of its result codes.
    pub errors_rust: String,
    /// Named cases of the request, with what each needs.
    pub scenarios: Vec<Scenario>,
    /// Documented bodies.
    pub examples: Vec<Example>,
    /// Index of the operation it overlays.
    pub overlay_of: Option<usize>,
    /// Where it was read.
    pub evidence: Evidence,
}

/// HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HttpMethod {
    /// GET
    Get,
    /// PUT
    Put,
    /// POST
    Post,
    /// PATCH
    Patch,
    /// DELETE
    Delete,
}

impl HttpMethod {
    /// Upper case, as sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// What makes a repeat of a request the same request.
#[derive(Debug, Clone)]
pub struct Idempotency {
    /// Wire names of the members of the key.
    pub key: Vec<String>,
    /// What a repeat gives.
    pub repeat: Repeat,
}

/// What a repeated request gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repeat {
    /// No page says.
    Undocumented,
    /// An error with this code, which means that the first attempt was done.
    Done {
        /// The code.
        code: String,
    },
}

/// Values beside the body that conditions read.
#[derive(Debug, Clone)]
pub struct Context {
    /// Rust name of the struct.
    pub rust: String,
    /// Its members.
    pub fields: Vec<ContextField>,
}

/// One value of a context.
#[derive(Debug, Clone)]
pub struct ContextField {
    /// Name in the spec.
    pub name: String,
    /// Rust name.
    pub rust: String,
    /// Its enum.
    pub enum_: TypeId,
}

/// How an outcome counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassOfResult {
    /// It was done.
    Success,
    /// It was not done, finally.
    Failed,
    /// It may have been done: query or retry.
    Unknown,
}

/// A documented body.
#[derive(Debug, Clone)]
pub struct Example {
    /// Name, unique in the operation.
    pub name: String,
    /// What it shows.
    pub doc: String,
    /// Which body it is.
    pub body: Body,
    /// The JSON, members in the file's order.
    pub json: serde_json::Value,
    /// Context values, by name.
    pub context: Vec<(String, String)>,
    /// Where it was read.
    pub evidence: Evidence,
}

/// Which body an example is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// Of a request.
    Request,
    /// Of an answer.
    Response,
}
