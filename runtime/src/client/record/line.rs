//! One exchange: what is written of it, and read again by the fake.

use std::collections::{BTreeMap, BTreeSet};

use http::header::{CONTENT_TYPE, DATE, HeaderMap, RETRY_AFTER};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::TransportErrorKind;
use super::redact;

/// The answer of an attempt, or why there is none.
pub(in crate::client) type Attempted = Result<http::Response<Vec<u8>>, TransportErrorKind>;

/// What is known of an attempt.
pub(in crate::client) struct About<'a> {
    /// The name of the operation; of a raw call, its path.
    pub(in crate::client) operation: &'a str,
    pub(in crate::client) attempt: u32,
    /// Names of members whose values are never shown.
    pub(in crate::client) sensitive: &'static [&'static str],
    /// The header by which an answer is seen to have a proof.
    pub(in crate::client) proof: Option<&'static str>,
    /// The headers that may hold the id of an answer.
    pub(in crate::client) traces: &'static [&'static str],
}

/// An attempt, and what came of it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Line {
    /// The name of the operation; of a raw call, its path.
    pub(crate) operation: String,
    pub(crate) attempt: u32,
    pub(crate) sent: Body,
    pub(crate) came: Came,
}

/// A body.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Body {
    Json(Value),
    /// The length of what is no JSON.
    Bytes(usize),
}

/// What came back.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Came {
    Answer {
        status: u16,
        /// Whether it carried a proof.
        signed: bool,
        headers: BTreeMap<String, String>,
        body: Body,
    },
    /// No answer: what went wrong on the way.
    Failure(String),
}

impl Line {
    pub(super) fn of(about: &About<'_>, sent: &[u8], came: &Attempted) -> Self {
        let came = match came {
            Ok(answer) => {
                let proof = about.proof;
                Came::Answer {
                    status: answer.status().as_u16(),
                    signed: proof.is_some_and(|it| answer.headers().contains_key(it)),
                    headers: kept(answer.headers(), about.traces),
                    body: Body::of(answer.body()),
                }
            }
            Err(kind) => Came::Failure(word(*kind).to_owned()),
        };
        // The query of a raw call may hold anything.
        let name = about.operation.split('?').next().unwrap_or_default();
        Self {
            operation: name.to_owned(),
            attempt: about.attempt,
            sent: Body::of(sent),
            came,
        }
    }

    /// Hides the values of these members, and the same values elsewhere.
    pub(super) fn redact(&mut self, is_hidden: impl Fn(&str) -> bool) {
        let mut bodies = vec![&mut self.sent];
        let headers = match &mut self.came {
            Came::Answer { body, headers, .. } => {
                bodies.push(body);
                Some(headers)
            }
            Came::Failure(_) => None,
        };
        let mut jsons: Vec<&mut Value> = bodies.into_iter().filter_map(Body::json).collect();
        let mut hidden = BTreeSet::new();
        for json in &mut jsons {
            redact::members(json, &is_hidden, &mut hidden);
        }
        for json in jsons {
            redact::texts(json, &hidden);
        }
        for value in headers.into_iter().flat_map(BTreeMap::values_mut) {
            redact::text(value, &hidden);
        }
    }
}

impl Body {
    fn of(bytes: &[u8]) -> Self {
        serde_json::from_slice(bytes).map_or(Self::Bytes(bytes.len()), Self::Json)
    }

    fn json(&mut self) -> Option<&mut Value> {
        match self {
            Self::Json(json) => Some(json),
            Self::Bytes(_) => None,
        }
    }
}

/// The headers that are written.
fn kept(headers: &HeaderMap, traces: &[&'static str]) -> BTreeMap<String, String> {
    let known = [CONTENT_TYPE, DATE, RETRY_AFTER];
    let names = known.iter().map(http::HeaderName::as_str);
    let names = names.chain(traces.iter().copied());
    let found = names.filter_map(|name| {
        let value = headers.get(name)?.to_str().ok()?;
        Some((name.to_ascii_lowercase(), value.to_owned()))
    });
    found.collect()
}

/// What went wrong, in a word.
const fn word(kind: TransportErrorKind) -> &'static str {
    match kind {
        TransportErrorKind::Connect => "connect",
        TransportErrorKind::Untrusted => "untrusted",
        TransportErrorKind::Setup => "setup",
        TransportErrorKind::Timeout => "timeout",
        TransportErrorKind::TooLarge => "too_large",
        TransportErrorKind::Other => "other",
    }
}
