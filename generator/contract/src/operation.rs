//! Operations.

use serde::Serialize;

use super::{
    Answer, BodyForm, Evidence, FieldId, Location, OperationId, Overrides, Pages, ResultCode,
    Scenario, SchemeId, TypeId,
};

/// One operation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Operation {
    /// Its id.
    pub id: OperationId,
    /// The vendor's name.
    pub name: String,
    /// Names in single languages.
    pub names: Overrides,
    /// Its group, a feature of clients.
    pub group: Option<String>,
    /// One line.
    pub summary: String,
    /// More, in Markdown; may be empty.
    pub doc: String,
    /// HTTP method.
    pub method: HttpMethod,
    /// Path on the host; the name of a field in braces, where that field is the whole address.
    pub path: String,
    /// The hosts of such an address; empty for an operation below the base address.
    pub hosts: Vec<String>,
    /// Repeating it changes nothing.
    pub safe: bool,
    /// What makes a repeat the same.
    pub idempotency: Option<Idempotency>,
    /// How its answers are pages, if they are.
    pub pages: Option<Pages>,
    /// How its messages prove who sent them; none for an open operation.
    pub authentication: Option<SchemeId>,
    /// Whether its answers are taken unsigned, though its requests are signed.
    pub unsigned_answer: bool,
    /// Whether redirects are followed.
    pub follows_redirects: bool,
    /// The keys of the vendor that its answer hands out.
    pub keys: Option<HandedKeys>,
    /// Values beside the body.
    pub context: Option<Context>,
    /// Type of the body.
    pub request: TypeId,
    /// The declared object whose fields and rules the request has, where it names one.
    pub request_of: Option<String>,
    /// How the body of a request is written.
    pub body: BodyForm,
    /// What a successful answer holds.
    pub answer: Answer,
    /// Result codes of its own, besides those of the API.
    pub errors: Vec<ResultCode>,
    /// Named cases of the request, with what each needs.
    pub scenarios: Vec<Scenario>,
    /// Documented bodies.
    pub examples: Vec<Example>,
    /// The operation it overlays.
    pub overlay_of: Option<OperationId>,
    /// Where it was read.
    pub evidence: Evidence,
}

/// Keys of the vendor in an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HandedKeys {
    /// The answer's member with the list of them.
    pub list: FieldId,
    /// The member of each with its id.
    pub id: FieldId,
    /// The member of each with the key, or a certificate of it.
    pub key: FieldId,
}

impl Operation {
    /// The header whose value makes a repeat the same request, where one does.
    pub fn idempotency_header(&self) -> Option<&str> {
        self.idempotency.as_ref().and_then(Idempotency::header)
    }
}

/// HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum HttpMethod {
    /// GET
    Get,
    /// HEAD
    Head,
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
    /// Whether it asks only, so that repeating it changes nothing.
    pub const fn only_asks(self) -> bool {
        matches!(self, Self::Get | Self::Head)
    }

    /// Where a field of a request travels, unless it says so itself.
    pub const fn usual_place(self) -> Location {
        match self {
            Self::Get | Self::Head | Self::Delete => Location::Query,
            Self::Put | Self::Post | Self::Patch => Location::Body,
        }
    }

    /// Upper case, as sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// What makes a repeat of a request the same request.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Idempotency {
    /// What two requests have in common that are the same one.
    pub key: RepeatKey,
    /// What a repeat gives.
    pub repeat: Repeat,
    /// Both in words, as Markdown.
    pub text: String,
}

/// What tells a repeat from a new request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RepeatKey {
    /// Members of the request, by their wire names.
    Members(Vec<String>),
    /// A header, whose value is made for each call.
    Header(String),
}

impl Idempotency {
    /// The members of the request that make the key; none where a header does.
    pub fn members(&self) -> &[String] {
        match &self.key {
            RepeatKey::Members(names) => names,
            RepeatKey::Header(_) => &[],
        }
    }

    /// The header that makes the key.
    pub fn header(&self) -> Option<&str> {
        match &self.key {
            RepeatKey::Members(_) => None,
            RepeatKey::Header(name) => Some(name),
        }
    }
}

/// What a repeated request gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Repeat {
    /// No page says.
    Undocumented,
    /// An error with this code, which means that the first attempt was done.
    Done {
        /// The code.
        code: String,
    },
    /// The answer to the first attempt, once more.
    Same,
}

/// Values beside the body that conditions read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Context {
    /// Its values, in order.
    pub fields: Vec<ContextField>,
}

/// One value of a context.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ContextField {
    /// Name in the spec.
    pub name: String,
    /// Its enum.
    pub enum_: TypeId,
}

/// A documented body.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Example {
    /// Name, unique in the operation.
    pub name: String,
    /// What it shows.
    pub doc: String,
    /// Which body it is.
    pub body: Body,
    /// The JSON, members in the file's order.
    pub json: serde_json::Value,
    /// HTTP status of an answer; none where nothing is said of it.
    pub http: Option<u16>,
    /// Context values, by name.
    pub context: Vec<(String, String)>,
    /// Where it was read.
    pub evidence: Evidence,
}

/// Which body an example is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Body {
    /// Of a request.
    Request,
    /// Of an answer.
    Response,
}
