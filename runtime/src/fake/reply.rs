//! From a request to what is sent back: check, act, sign, record.

use std::time::{Duration, SystemTime};

use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, LINK};
use http::{Response, StatusCode};

use super::answer::Content;
use super::check::{Accepted, Incoming};
use super::pages;
use super::say::{self, Said};
use super::table::Served;
use super::{Answer, Fault, Refusal, Shared, Verdict};
use crate::client::{Flaw, Header, Ids as _, Outcome, RandomIds, Received, Repeat, Scheme, query};

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
        if let Some(ending) = self.token(&incoming) {
            return (Duration::ZERO, ending);
        }
        let checked = self.check(&incoming);
        let act = match &checked {
            Ok(accepted) => self.act(&incoming, accepted),
            Err(refusal) => Act::refuse(say::refusal(self.table.api, refusal)),
        };
        let by = match &checked {
            Ok(accepted) => accepted.by.first().copied(),
            Err(_) => self.at(&incoming).next(),
        };
        let ending = self.end(&incoming, by, &act);
        self.record(incoming, checked, &act);
        (act.delay, ending)
    }

    fn act(&self, incoming: &Incoming, accepted: &Accepted) -> Act {
        let answer = self.state.take(&accepted.by);
        let Some(served) = accepted.by.first() else {
            return Act::refuse(Said::default());
        };
        let key = &accepted.asked.key;
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
            http,
            headers,
        } = answer;
        let script = match content {
            Content::Usual => self.state.pages(served.operation.name),
            _ => None,
        };
        let replay = self.replay(&accepted.asked, &content);
        let is_repeat = done.is_some() || replay.is_some();
        let said = match (replay, script) {
            (Some(first), _) => Ok(first),
            (None, Some(script)) => pages::page(served, &script, incoming, http),
            (None, None) => say::content(served, &content, done, http),
        };
        let mut said = match said {
            Ok(said) => said,
            Err(refusal) => return Act::refuse(say::refusal(self.table.api, &refusal)),
        };
        said.headers.extend(headers);
        said.body = self.leading_here(incoming, said.body);
        let whole = said.clone();
        let said = match fault {
            Some(fault) => said.spoil(fault, self.table.api),
            None => said,
        };
        let usual = said.outcome != Outcome::Failed && fault != Some(Fault::DropBefore);
        let effect = !is_repeat && effect.unwrap_or(usual);
        if let Some(key) = key.as_ref().filter(|_| effect) {
            self.state.serve(key.clone());
            self.keep_first(served, &accepted.asked, &whole);
        }
        Act {
            said,
            fault,
            delay,
            effect,
        }
    }

    fn end(&self, incoming: &Incoming, by: Option<&'static Served>, act: &Act) -> Ending {
        // Whoever asks for a path that is none is answered as the API does first of all.
        let scheme = match by {
            Some(served) if served.operation.unsigned_answer => None,
            Some(served) => served.operation.authentication,
            None => self.table.api.schemes.first().copied(),
        };
        let sealed = by.map_or(&[][..], |it| it.operation.sealed);
        let body = self.sealed(sealed, act.said.body.clone());
        let response = self.response(incoming, scheme, act, body);
        match act.fault {
            Some(Fault::DropBefore | Fault::DropAfter) => Ending::Drop,
            Some(Fault::Reset(after)) => Ending::Reset(response, after),
            _ => Ending::Whole(response),
        }
    }

    fn response(
        &self,
        incoming: &Incoming,
        scheme: Option<&'static Scheme>,
        act: &Act,
        body: Vec<u8>,
    ) -> Response<Vec<u8>> {
        let said = &act.said;
        let mut response = Response::new(body);
        *response.status_mut() =
            StatusCode::from_u16(said.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let api = self.table.api;
        let headers = response.headers_mut();
        let content_type = said.content_type.unwrap_or(api.content_type);
        put(headers, CONTENT_TYPE.as_str(), content_type);
        if let Some(link) = &said.link {
            put(headers, LINK.as_str(), link);
        }
        for (name, value) in &said.headers {
            put(headers, name, value);
        }
        if let Some(name) = api.trace_headers.first() {
            put(headers, name, &format!("fake-{}", self.state.nth()));
        }
        if !said.platform || act.fault == Some(Fault::Unsigned) {
            return response;
        }
        if let Some(scheme) = scheme {
            let attested = self.attest(scheme, incoming, act, response.body());
            let headers = response.headers_mut();
            for header in attested {
                put(headers, header.name, &header.value);
            }
        }
        response
    }

    /// The headers that prove the answer, or the proof that the fault leaves.
    fn attest(&self, scheme: &Scheme, incoming: &Incoming, act: &Act, body: &[u8]) -> Vec<Header> {
        let client_id = self.settings.client_id.as_str();
        let answer = Received {
            body,
            ..incoming.received()
        };
        let flaw = match act.fault {
            Some(Fault::BadSignature) => Flaw::OtherBody,
            Some(Fault::WrongTime) => Flaw::OtherTime,
            _ => Flaw::None,
        };
        let credentials = match act.fault {
            Some(Fault::WrongKey) => self.keys.wrong_end(client_id),
            _ => self.keys.platform_end(client_id),
        };
        let scheme = scheme.implementation();
        let time = scheme.time(&SystemTime::now());
        // Without randomness there would be no keys either.
        let nonce = RandomIds.fresh().unwrap_or_default();
        scheme.attest(answer.at(&time, &nonce), &credentials, flaw)
    }

    fn record(&self, incoming: Incoming, checked: Result<Accepted, Refusal>, act: &Act) {
        let Incoming {
            method,
            path,
            mut headers,
            body,
        } = incoming;
        let schemes = self.table.api.schemes.iter();
        let mut parameters = Vec::new();
        for scheme in schemes.map(|it| it.implementation()) {
            for name in scheme.secret_headers() {
                headers.remove(name);
            }
            parameters.extend(scheme.secret_parameter());
        }
        let path = match path.split_once('?') {
            Some((path, query)) => format!("{path}?{}", query::without(query, &parameters)),
            None => path,
        };
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
        let received = super::Received {
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
pub(super) fn put(headers: &mut HeaderMap, name: &str, value: &str) {
    let name = HeaderName::from_bytes(name.as_bytes());
    if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value)) {
        headers.insert(name, value);
    }
}
