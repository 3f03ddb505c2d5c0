//! From a request to what is sent back: check, act, sign, record.

use std::time::{Duration, SystemTime};

use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use http::{Response, StatusCode};

use super::check::{Accepted, Incoming};
use super::say::{self, Said};
use super::{Answer, Fault, Received, Refusal, Shared, Verdict, state};
use crate::client::{Clock as _, Message, Outcome, Repeat, SignatureHeader, Signer as _};

/// How an exchange ends.
pub(super) enum Ending {
    /// Without an answer.
    Drop,
    Whole(Response<Vec<u8>>),
    /// With a reset, after so many bytes of the body.
    Reset(Response<Vec<u8>>, usize),
}

/// What an answer does besides saying something.
struct Act {
    said: Said,
    fault: Option<Fault>,
    delay: Duration,
    effect: bool,
}

impl Shared {
    /// Checks a request and says how to end the exchange, and after what time.
    pub(super) fn respond(&self, incoming: Incoming) -> (Duration, Ending) {
        let checked = self.check(&incoming);
        let act = match &checked {
            Ok(accepted) => self.act(&incoming, accepted),
            Err(refusal) => Act::refuse(say::refusal(self.table.api, refusal)),
        };
        let ending = self.end(&incoming, &act);
        self.record(incoming, checked, &act);
        (act.delay, ending)
    }

    fn act(&self, incoming: &Incoming, accepted: &Accepted) -> Act {
        let answer = self.state.take(&accepted.by);
        let Some(served) = accepted.by.first() else {
            return Act::refuse(Said::default());
        };
        let key = state::key(served, &incoming.body);
        let before = key.as_ref().is_some_and(|key| self.state.is_served(key));
        let done = match served.operation.repeat {
            Repeat::Done { code } if before => Some(code),
            _ => None,
        };
        let Answer {
            content,
            fault,
            delay,
            effect,
        } = answer;
        let said = match say::content(served, &content, done) {
            Ok(said) => said,
            Err(refusal) => return Act::refuse(say::refusal(self.table.api, &refusal)),
        };
        let said = match fault {
            Some(fault) => said.spoil(fault, self.table.api),
            None => said,
        };
        let usual = said.outcome != Outcome::Failed && fault != Some(Fault::DropBefore);
        let effect = done.is_none() && effect.unwrap_or(usual);
        if let Some(key) = key.filter(|_| effect) {
            self.state.serve(key);
        }
        Act {
            said,
            fault,
            delay,
            effect,
        }
    }

    fn end(&self, incoming: &Incoming, act: &Act) -> Ending {
        let response = self.response(incoming, act);
        match act.fault {
            Some(Fault::DropBefore | Fault::DropAfter) => Ending::Drop,
            Some(Fault::Reset(after)) => Ending::Reset(response, after),
            _ => Ending::Whole(response),
        }
    }

    fn response(&self, incoming: &Incoming, act: &Act) -> Response<Vec<u8>> {
        let said = &act.said;
        let mut response = Response::new(said.body.clone());
        *response.status_mut() =
            StatusCode::from_u16(said.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let api = self.table.api;
        let headers = response.headers_mut();
        let content_type = said.content_type.unwrap_or(api.signing.content_type);
        put(headers, CONTENT_TYPE.as_str(), content_type);
        if let Some(name) = api.signing.trace_headers.first() {
            put(headers, name, &format!("fake-{}", self.state.nth()));
        }
        if !said.platform || act.fault == Some(Fault::Unsigned) {
            return response;
        }
        self.sign(incoming, act, headers);
        response
    }

    fn sign(&self, incoming: &Incoming, act: &Act, headers: &mut HeaderMap) {
        let signing = &self.table.api.signing;
        let client_id = self.settings.client_id.as_str();
        let time = SystemTime::now().text();
        let mut message = signing.string_to_sign(Message {
            method: &incoming.method,
            path: &incoming.path,
            client_id,
            time: &time,
            body: &act.said.body,
        });
        if act.fault == Some(Fault::BadSignature) {
            message.push(b' ');
        }
        let pair = match act.fault {
            Some(Fault::WrongKey) => &self.keys.client,
            _ => &self.keys.platform,
        };
        let Ok(signature) = pair.signer.sign(&message) else {
            return;
        };
        let header = SignatureHeader::write(signing.algorithm, signing.key_version, &signature);
        let sent = match act.fault {
            Some(Fault::WrongTime) => "2000-01-01T00:00:00Z",
            _ => time.as_str(),
        };
        put(headers, signing.client_header, client_id);
        put(headers, signing.response_time_header, sent);
        put(headers, signing.signature_header, &header);
    }

    fn record(&self, incoming: Incoming, checked: Result<Accepted, Refusal>, act: &Act) {
        let Incoming {
            method,
            path,
            mut headers,
            body,
        } = incoming;
        headers.remove(self.table.api.signing.signature_header);
        let (operation, verdict) = match checked {
            Ok(accepted) => (
                accepted.by.first().map(|it| it.operation.name),
                Verdict::Accepted(accepted.warnings),
            ),
            Err(refusal) => (None, Verdict::Refused(refusal)),
        };
        let answer = match act.fault {
            Some(fault) => format!("{} with {fault:?}", act.said.told),
            None => act.said.told.clone(),
        };
        let received = Received {
            method,
            path,
            operation,
            headers,
            body,
            verdict,
            answer,
            effect: act.effect,
        };
        if let Some(watcher) = &self.settings.watcher {
            watcher(&received);
        }
        self.state.record(received, self.settings.keep);
    }
}

impl Act {
    fn refuse(said: Said) -> Self {
        Self {
            said,
            fault: None,
            delay: Duration::ZERO,
            effect: false,
        }
    }
}

/// Sets a header; names and values are the API's, and one that is no header is left out.
fn put(headers: &mut HeaderMap, name: &str, value: &str) {
    let name = HeaderName::from_bytes(name.as_bytes());
    if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value)) {
        headers.insert(name, value);
    }
}
