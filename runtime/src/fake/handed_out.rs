//! Addresses that answers hand out: the fake has them lead to itself, and takes what comes there.

use http::header::HOST;
use serde_json::{Map, Value};

use super::Shared;
use super::check::Incoming;
use crate::client::{Operation, Place};

impl Incoming {
    /// Scheme and host, as the client wrote them.
    fn origin(&self) -> Option<String> {
        let host = self.headers.get(HOST)?.to_str().ok()?;
        Some(format!("http://{host}"))
    }

    /// The request with its address, which a member of it is.
    pub(super) fn with_address(
        &self,
        json: &[u8],
        operation: &Operation,
    ) -> Result<Vec<u8>, String> {
        let read = serde_json::from_slice::<Map<String, Value>>(json);
        let mut members = read.map_err(|error| format!("the request is no object: {error}"))?;
        let mut parameters = operation.parameters.iter();
        let member = parameters.find(|it| it.place == Place::Path);
        if let (Some(member), Some(origin)) = (member, self.origin()) {
            let address = format!("{origin}{}", self.path);
            members.insert(member.member.to_owned(), address.into());
        }
        Ok(Value::from(members).to_string().into_bytes())
    }
}

impl Shared {
    /// The body of an answer, whose addresses of hosts that an operation lists lead here.
    pub(super) fn leading_here(&self, incoming: &Incoming, body: Vec<u8>) -> Vec<u8> {
        let all = self.table.operations.iter();
        let hosts: Vec<&str> = all.flat_map(|it| it.operation.hosts).copied().collect();
        let (false, Some(origin)) = (hosts.is_empty(), incoming.origin()) else {
            return body;
        };
        let Ok(mut value) = serde_json::from_slice::<Value>(&body) else {
            return body;
        };
        if lead(&mut value, &hosts, &origin) {
            value.to_string().into_bytes()
        } else {
            body
        }
    }
}

/// Whether something was changed.
fn lead(value: &mut Value, hosts: &[&str], origin: &str) -> bool {
    match value {
        Value::String(text) => {
            let rest = hosts.iter().find_map(|host| {
                let rest = text.strip_prefix("https://")?.strip_prefix(host)?;
                (rest.is_empty() || rest.starts_with(['/', '?'])).then_some(rest)
            });
            let Some(rest) = rest else { return false };
            *text = format!("{origin}{rest}");
            true
        }
        Value::Array(items) => {
            let changed = items.iter_mut().map(|it| lead(it, hosts, origin));
            changed.fold(false, |all, it| all | it)
        }
        Value::Object(members) => {
            let changed = members.values_mut().map(|it| lead(it, hosts, origin));
            changed.fold(false, |all, it| all | it)
        }
        _ => false,
    }
}
