//! Why the fake refuses a request, in words that a person with curl understands.

use serde_json::{Map, Value, json};

use crate::Violations;

/// The most of a text to sign that is shown.
const SHOWN: usize = 4096;

/// Why a request was refused.
#[derive(Debug, Clone)]
pub struct Refusal(pub(crate) Box<Parts>);

/// Boxed, so that what can be refused stays small.
#[derive(Debug, Clone)]
pub(crate) struct Parts {
    pub(crate) status: u16,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) violations: Violations,
    /// More for whoever reads the answer.
    pub(crate) details: Map<String, Value>,
}

impl Refusal {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self(Box::new(Parts {
            status: 200,
            code,
            message: message.into(),
            violations: Violations::new(),
            details: Map::new(),
        }))
    }

    pub(crate) fn at(mut self, status: u16) -> Self {
        self.0.status = status;
        self
    }

    pub(crate) fn detail(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.details.insert(name.to_owned(), value.into());
        self
    }

    /// Adds the bytes that the signature should have been made of, and its header.
    pub(crate) fn expected(self, message: &[u8], header: &str) -> Self {
        let shown = message.get(..SHOWN).unwrap_or(message);
        let text = String::from_utf8_lossy(shown);
        self.detail("expectedStringToSign", text)
            .detail("expectedStringToSignBytes", message.len())
            .detail("expectedSignatureHeader", header)
    }

    /// Adds the rules that are broken.
    pub(crate) fn broken(mut self, violations: Violations) -> Self {
        let list: Vec<Value> = violations
            .iter()
            .map(|it| {
                json!({
                    "in": it.location().as_str(),
                    "at": it.pointer(),
                    "rule": it.rule(),
                    "severity": it.severity().as_str(),
                    "message": it.to_string(),
                })
            })
            .collect();
        self.0.violations = violations;
        self.detail("violations", list)
    }

    /// The result code: one of the fake's own, which begin with `FAKE_`.
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    /// What is wrong, and what was expected.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The rules that the body breaks.
    pub fn violations(&self) -> &Violations {
        &self.0.violations
    }
}
