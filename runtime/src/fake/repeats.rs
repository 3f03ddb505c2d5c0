//! What makes a request a repeat of an earlier one, and the answer that it then gets.

use http::HeaderMap;
use serde_json::Value;

use super::answer::Content;
use super::say::{self, Said};
use super::table::Served;
use super::{Refusal, Shared};
use crate::client::{Outcome, Repeat};

/// What makes a request the same as another one: the path of its operation, and the values of its key.
pub(super) type Key = (&'static str, Vec<String>);

/// What a request asks for, and by which key it is known.
#[derive(Default)]
pub(super) struct Asked {
    /// All of it, as one object.
    request: Value,
    /// `None` when it has none.
    pub(super) key: Option<Key>,
}

impl Asked {
    pub(super) fn of(served: &Served, request: Value, headers: &HeaderMap) -> Self {
        Self {
            key: key(served, &request, headers),
            request,
        }
    }
}

/// A request that was carried out, and what it was answered.
#[derive(Clone)]
pub(super) struct First {
    /// All of it, as one object.
    request: Value,
    said: Said,
}

fn key(served: &Served, request: &Value, headers: &HeaderMap) -> Option<Key> {
    let values = match served.operation.idempotency_header {
        Some(name) => {
            let value = headers.get(name)?;
            vec![String::from_utf8_lossy(value.as_bytes()).into_owned()]
        }
        None if served.key.is_empty() => return None,
        None => {
            let text = |name: &&str| match request.get(*name) {
                Some(Value::String(text)) => text.clone(),
                Some(other) => other.to_string(),
                None => String::new(),
            };
            served.key.iter().map(text).collect()
        }
    };
    Some((served.operation.path, values))
}

impl Shared {
    /// Refuses another request with the key of one that was carried out, where a repeat gives the first
    /// answer again: that answer would be one to something else.
    pub(super) fn check_repeat(&self, served: &Served, asked: &Asked) -> Result<(), Refusal> {
        let Some(first) = asked.key.as_ref().and_then(|key| self.state.first(key)) else {
            return Ok(());
        };
        if first.request == asked.request {
            return Ok(());
        }
        let what = match served.operation.idempotency_header {
            Some(header) => format!("the header `{header}` has the key"),
            None => "the body has the key".to_owned(),
        };
        let name = served.operation.name;
        let message = format!(
            "{what} of an earlier request of `{name}`, and the request is another one; a new request needs a new key"
        );
        Err(Refusal::new("FAKE_KEY_REUSED", message))
    }

    /// The first answer to a request that was carried out, for a repeat of it. What a test says of a refusal
    /// comes before: a busy server does not look at keys.
    pub(super) fn replay(&self, asked: &Asked, content: &Content) -> Option<Said> {
        match content {
            Content::Usual | Content::Example(_) | Content::Typed(_) | Content::Body(_) => {
                let first = self.state.first(asked.key.as_ref()?)?;
                Some(Said {
                    told: format!("{}, once more", first.said.told),
                    ..first.said
                })
            }
            Content::Code(_) | Content::AnyCode(_) | Content::Status(_) | Content::Recorded(_) => {
                None
            }
        }
    }

    /// Keeps the answer to a request that was carried out, where a repeat gives it again.
    ///
    /// An answer that leaves open how it went, or that something before the platform gave, is not what the
    /// platform has of it: that is the usual one.
    pub(super) fn keep_first(&self, served: &Served, asked: &Asked, said: &Said) {
        let Some(key) = &asked.key else { return };
        if served.operation.repeat != Repeat::Same || self.state.first(key).is_some() {
            return;
        }
        let said = if said.platform && said.outcome != Outcome::Unknown {
            said.clone()
        } else {
            say::usual(served, None)
        };
        let request = asked.request.clone();
        self.state.keep(key.clone(), First { request, said });
    }
}
