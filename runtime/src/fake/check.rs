//! What the platform checks, in the order in which a person mends it.

use std::str::FromStr as _;

use http::HeaderMap;
use http::header::CONTENT_TYPE;
use jiff::Timestamp;

use super::table::{Judgement, Served};
use super::{Refusal, Shared};
use crate::Violations;
use crate::client::{Message, SignatureHeader, Verifier as _};

/// A request as it came.
pub(super) struct Incoming {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

/// A request that nothing is wrong with.
pub(super) struct Accepted {
    /// Every operation on the path that accepts the body, never none.
    pub(super) by: Vec<&'static Served>,
    pub(super) warnings: Violations,
}

impl Shared {
    pub(super) fn check(&self, request: &Incoming) -> Result<Accepted, Refusal> {
        let here = self.operations_at(request)?;
        self.check_headers(request)?;
        self.check_readable(request)?;
        if let Err(error) = serde_json::from_slice::<serde::de::IgnoredAny>(&request.body) {
            let message = format!("the body is not JSON: {error}");
            return Err(Refusal::new("FAKE_NOT_JSON", message));
        }
        self.judge(&here, &request.body)
    }

    fn operations_at(&self, request: &Incoming) -> Result<Vec<&'static Served>, Refusal> {
        let all = self.table.operations.iter();
        let here: Vec<_> = all
            .clone()
            .filter(|it| it.operation.path == request.path)
            .collect();
        if here.is_empty() {
            let list = |it: &Served| {
                let operation = it.operation;
                format!(
                    "{} {} ({})",
                    operation.method, operation.path, operation.name
                )
            };
            let message = format!(
                "there is no `{}`; `paths` has those there are",
                request.path
            );
            return Err(Refusal::new("FAKE_UNKNOWN_PATH", message)
                .at(404)
                .detail("paths", all.map(list).collect::<Vec<_>>()));
        }
        let served: Vec<_> = here
            .iter()
            .copied()
            .filter(|it| it.operation.method == request.method)
            .collect();
        if served.is_empty() {
            let wanted = here.first().map_or("", |it| it.operation.method);
            let message = format!("the method is `{}`, expected `{wanted}`", request.method);
            return Err(Refusal::new("FAKE_WRONG_METHOD", message).at(405));
        }
        Ok(served)
    }

    fn check_headers(&self, request: &Incoming) -> Result<(), Refusal> {
        let signing = &self.table.api.signing;
        self.check_content_type(request)?;
        if !self.settings.signatures {
            return Ok(());
        }
        let id = header(request, signing.client_header)?;
        if id != self.settings.client_id {
            let message = format!(
                "the header `{}` is `{id}`, expected `{}`",
                signing.client_header, self.settings.client_id
            );
            return Err(Refusal::new("FAKE_WRONG_CLIENT_ID", message));
        }
        let name = signing.request_time_header;
        let time = header(request, name)?;
        if Timestamp::from_str(time).is_err() && !time.bytes().all(|it| it.is_ascii_digit()) {
            let message = format!(
                "the header `{name}` is `{time}`, expected a time such as `2024-05-22T01:12:21Z`"
            );
            return Err(Refusal::new("FAKE_WRONG_TIME", message));
        }
        self.check_signature(request, time)
    }

    fn check_readable(&self, request: &Incoming) -> Result<(), Refusal> {
        match &self.table.api.encryption {
            Some(it) if request.headers.contains_key(it.header) => {
                let message = format!(
                    "the header `{}` says that the body is encrypted; the fake reads plain bodies only",
                    it.header
                );
                Err(Refusal::new("FAKE_ENCRYPTED", message))
            }
            _ => Ok(()),
        }
    }

    fn check_content_type(&self, request: &Incoming) -> Result<(), Refusal> {
        let wanted = self.table.api.signing.content_type;
        let media = |text: &str| {
            let media = text.split(';').next().unwrap_or_default();
            media.trim().to_ascii_lowercase()
        };
        let found = header(request, CONTENT_TYPE.as_str())?;
        if media(found) != media(wanted) {
            let message = format!("the header `content-type` is `{found}`, expected `{wanted}`");
            return Err(Refusal::new("FAKE_WRONG_CONTENT_TYPE", message));
        }
        Ok(())
    }

    fn check_signature(&self, request: &Incoming, time: &str) -> Result<(), Refusal> {
        let signing = &self.table.api.signing;
        let message = signing.string_to_sign(Message {
            method: &request.method,
            path: &request.path,
            client_id: &self.settings.client_id,
            time,
            body: &request.body,
        });
        let wrong = |why: String| {
            Refusal::new("FAKE_WRONG_SIGNATURE", why).expected(&message, signing.algorithm)
        };
        let name = signing.signature_header;
        let text = header(request, name)
            .map_err(|refusal| refusal.expected(&message, signing.algorithm))?;
        let header = SignatureHeader::read(text)
            .map_err(|error| wrong(format!("the header `{name}` cannot be read: {error}")))?;
        if let Some(algorithm) = &header.algorithm {
            signing.check_algorithm(algorithm).map_err(wrong)?;
        }
        let verifier = &self.keys.client.verifier;
        verifier.verify(&message, &header.signature).map_err(|_| {
            wrong(
                "the signature does not match; sign the bytes of `expectedStringToSign` with \
                 the private key of this fake (RSASSA-PKCS1-v1_5, SHA-256)"
                    .to_owned(),
            )
        })
    }

    fn judge(&self, here: &[&'static Served], body: &[u8]) -> Result<Accepted, Refusal> {
        let mut by = Vec::new();
        let mut warnings = Violations::new();
        let mut refusal = None;
        for served in here {
            let found = match (served.judge)(body) {
                Judgement::Accepted(found) => {
                    if by.is_empty() {
                        warnings = found;
                    }
                    by.push(*served);
                    continue;
                }
                Judgement::Broken(found) if !self.settings.rules => {
                    if by.is_empty() {
                        warnings = found;
                    }
                    by.push(*served);
                    continue;
                }
                Judgement::Broken(found) => broken(served, found),
                Judgement::Unreadable(why) => unreadable(served, &why),
            };
            refusal.get_or_insert(found);
        }
        match refusal {
            Some(refusal) if by.is_empty() => Err(refusal),
            _ => Ok(Accepted { by, warnings }),
        }
    }
}

fn broken(served: &Served, found: Violations) -> Refusal {
    let first = found.errors().next().map(|it| it.to_string());
    let first = first.unwrap_or_default();
    let name = served.operation.name;
    let message = match found.errors().count() {
        1 => format!("the body of `{name}` breaks a rule: {first}"),
        count => format!("the body of `{name}` breaks {count} rules, the first: {first}"),
    };
    Refusal::new("FAKE_BROKEN_RULES", message).broken(found)
}

fn unreadable(served: &Served, why: &str) -> Refusal {
    let name = served.operation.name;
    let message = format!("the body cannot be read as a request of `{name}`: {why}");
    Refusal::new("FAKE_UNREADABLE", message)
}

/// A header that has to be there once, with a value.
fn header<'a>(request: &'a Incoming, name: &str) -> Result<&'a str, Refusal> {
    let mut values = request.headers.get_all(name).iter();
    let refuse = |what: &str| {
        let message = format!("the header `{name}` {what}");
        Err(Refusal::new("FAKE_WRONG_HEADER", message))
    };
    match (values.next().map(|value| value.to_str()), values.next()) {
        (None, _) => refuse("is missing"),
        (Some(_), Some(_)) => refuse("is there twice, expected it once"),
        (Some(Ok(text)), None) if !text.trim().is_empty() => Ok(text.trim()),
        (Some(Ok(_)), None) => refuse("is empty"),
        (Some(Err(_)), None) => refuse("is not plain text"),
    }
}
