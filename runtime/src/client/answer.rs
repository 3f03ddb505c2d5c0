//! The way back: from an answer to data or an error.

mod by_status;

use super::auth::{Received, Trust, VerificationError, single};
use super::data::{Answered, FromAnswer};
use super::envelope::{By, Verdict};
use super::handed_out;
use super::sealed;
use super::target::Target;
use super::{
    Config, Error, Operation, Outcome, Response, Scheme, VerificationErrorKind, retry_after, shape,
};
use crate::Violations;
use crate::read::{Body, Misfits, ReadError};

use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderMap, LOCATION};

/// Verifies and reads the answer of `operation`.
///
/// The signature is checked over the bytes as they came, before they are parsed.
pub fn interpret<D: FromAnswer>(
    operation: &'static Operation,
    config: &Config,
    answer: http::Response<Vec<u8>>,
) -> Result<Response<D>, Error> {
    interpreted(&Target::set(operation, config), config, answer)
}

/// The same for the answer to the request that was sent to `sent`.
///
/// Where the signature of an answer covers the path or the query of its request, and members of the
/// request stand there, [`interpret`] cannot know them, and says so.
///
/// ```
/// use stipula::client::{Config, Error, Nothing, Operation, interpret_sent, prepare};
///
/// async fn call(
///     operation: &'static Operation,
///     config: &Config,
///     send: impl AsyncFn(http::Request<Vec<u8>>) -> http::Response<Vec<u8>>,
/// ) -> Result<(), Error> {
///     let unsigned = prepare(operation, config, b"{}".to_vec(), "2024-05-22T01:12:21Z")?;
///     let proof = unsigned.sign()?;
///     let request = unsigned.finish(proof)?;
///     let sent = request.uri().clone();
///     interpret_sent::<Nothing>(operation, config, &sent, send(request).await)?;
///     Ok(())
/// }
/// ```
pub fn interpret_sent<D: FromAnswer>(
    operation: &'static Operation,
    config: &Config,
    sent: &http::Uri,
    answer: http::Response<Vec<u8>>,
) -> Result<Response<D>, Error> {
    let mut target = Target::set(operation, config);
    let path = sent.path_and_query().map_or("/", |it| it.as_str());
    let own = path.strip_prefix(config.address.prefix.as_str());
    target.path = own.unwrap_or(path).to_owned().into();
    handed_out::went(&mut target, config, sent);
    target.is_path_known = true;
    interpreted(&target, config, answer)
}

pub(super) fn interpreted<D: FromAnswer>(
    target: &Target<'_>,
    config: &Config,
    answer: http::Response<Vec<u8>>,
) -> Result<Response<D>, Error> {
    let (head, body) = answer.into_parts();
    let trace_id = config
        .api
        .trace_headers
        .iter()
        .find_map(|name| head.headers.get(*name)?.to_str().ok())
        .map(str::to_owned);
    let reading = Reading {
        target,
        config,
        headers: &head.headers,
        body: &body,
    };
    match reading.run(head.status) {
        Ok(found) => Ok(Response {
            data: found.data,
            status: head.status,
            headers: head.headers,
            trace_id,
            result_code: found.code,
            unsigned: found.unsigned,
            warnings: Violations::new(),
            misfits: found.misfits,
            attempts: 1,
            already_done: found.already_done,
        }),
        Err(error) => {
            let asked = retry_after::of(&head.headers, config.clock.now());
            let asked = asked.or(error.retry_after());
            Err(error.at(head.status, trace_id).asked_to_wait(asked))
        }
    }
}

/// What a successful answer holds.
struct Found<D> {
    data: D,
    misfits: Misfits,
    code: Option<String>,
    unsigned: bool,
    already_done: bool,
}

/// What is believed of an answer whose status is no success.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heard {
    /// Its status alone.
    Nothing,
    /// What its body says, too.
    Verdict,
}

struct Reading<'a> {
    target: &'a Target<'a>,
    config: &'a Config,
    headers: &'a HeaderMap,
    body: &'a [u8],
}

impl Reading<'_> {
    fn run<D: FromAnswer>(&self, status: StatusCode) -> Result<Found<D>, Error> {
        let (found, limit) = (self.body.len(), self.config.max_response);
        if found > limit {
            let why = format!("it has {found} bytes, more than the limit of {limit}");
            return Err(Error::decode(self.target, &why));
        }
        let trust = match self.verify() {
            Ok(trust) => trust,
            // A broken gateway signs nothing; its status says more than that.
            Err(_) if !status.is_success() => return Err(self.bad_status(status, Heard::Nothing)),
            Err(error) => return Err(error),
        };
        let opened = match self.open(trust) {
            Ok(opened) => opened,
            Err(_) if !status.is_success() => return Err(self.bad_status(status, Heard::Nothing)),
            Err(error) => return Err(error),
        };
        let plain = Reading {
            body: opened.as_deref().unwrap_or(self.body),
            ..*self
        };
        if self.config.api.envelope.by == By::Http {
            return plain.by_status(status, trust);
        }
        if !status.is_success() {
            return Err(plain.bad_status(status, Heard::Verdict));
        }
        plain.verified(status, trust, &Body::new(plain.body))
    }

    /// Reads an answer whose proof, if it has one, is good.
    fn verified<D: FromAnswer>(
        &self,
        status: StatusCode,
        trust: Trust,
        body: &Body<'_>,
    ) -> Result<Found<D>, Error> {
        let verdict = self.verdict(body)?;
        match self.judge(verdict, trust) {
            Ok(code) => self.data(status, trust, body, code),
            Err(error) => self.already_done(status, trust, body, error),
        }
    }

    /// What an answer of success holds.
    fn data<D: FromAnswer>(
        &self,
        status: StatusCode,
        trust: Trust,
        body: &Body<'_>,
        code: Option<String>,
    ) -> Result<Found<D>, Error> {
        let envelope = &self.config.api.envelope;
        let opened = sealed::open_members(self.target, self.config, body)?;
        let body = opened.as_ref().unwrap_or(body);
        let answered = Answered::new(status, self.headers, self.body, body, envelope.data);
        let read =
            D::from_answer(&answered).map_err(|error| self.unfit(&error).coded(code.as_deref()))?;
        Ok(Found {
            data: read.value,
            misfits: read.misfits,
            code,
            unsigned: trust != Trust::Proven,
            already_done: false,
        })
    }

    /// What a failure holds that says that a lost attempt had done the work; else the failure.
    ///
    /// Whoever may drop answers must not be able to claim success: proven ones only. An answer that
    /// only says "done before" may lack data that a type insists on; then it is the failure, too.
    fn already_done<D: FromAnswer>(
        &self,
        status: StatusCode,
        trust: Trust,
        body: &Body<'_>,
        error: Error,
    ) -> Result<Found<D>, Error> {
        if !(trust.is_enough() && self.target.after_loss && error.is_already_done()) {
            return Err(error);
        }
        let code = error.result_code().map(str::to_owned);
        match self.data(status, trust, body, code) {
            Ok(found) => Ok(Found {
                already_done: true,
                ..found
            }),
            Err(_) => Err(error),
        }
    }

    /// A body that is no JSON.
    fn unreadable(&self, error: &ReadError) -> Error {
        let why = if self.body.trim_ascii().is_empty() {
            "expected JSON, found an empty body".to_owned()
        } else if self.is_html() {
            "expected JSON, found HTML; something between here and the platform may have answered"
                .to_owned()
        } else {
            error.to_string()
        };
        Error::decode(self.target, &why)
    }

    fn unfit(&self, error: &ReadError) -> Error {
        if error.is_syntax() {
            return self.unreadable(error);
        }
        let first = error.iter().next();
        let pointer = first.map(|it| it.pointer().to_owned());
        let excerpt = first.and_then(|it| shape::of(it.raw()));
        Error::decode(self.target, &error.to_string()).pointing(pointer, excerpt)
    }

    /// How far the answer is proven; an error when it is, but not rightly.
    fn verify(&self) -> Result<Trust, Error> {
        let scheme = self.target.authentication;
        let Some(scheme) = scheme.filter(|_| !self.target.unsigned_answer) else {
            return Ok(Trust::Channel);
        };
        let scheme = scheme.implementation();
        if !self.target.is_path_known && scheme.needs_path_of_answer() {
            let why = "its signature covers the path of the request, which `interpret` does not know; call `interpret_sent`";
            return Err(Error::decode(self.target, why));
        }
        let path = self.target.signed_path(self.config);
        let received = Received {
            method: self.target.method,
            path: &path,
            headers: self.headers,
            body: self.body,
        };
        let now = self.config.clock.now();
        let verified = scheme.verify(received, &self.config.credentials, now);
        verified.map_err(|reason| Error::unverified(self.target, &reason))
    }

    /// The body of an encrypted answer. Only what is proven to be the platform's is decrypted.
    fn open(&self, trust: Trust) -> Result<Option<Vec<u8>>, Error> {
        let Some(encryption) = &self.config.api.encryption else {
            return Ok(None);
        };
        let Some(header) = self.header(encryption.header)? else {
            return Ok(None);
        };
        if trust != Trust::Proven {
            let why = "it is encrypted, and has neither signature nor time";
            return Err(self.refuse(VerificationErrorKind::Unsigned, why));
        }
        sealed::open(self.target, self.config, header, self.body).map(Some)
    }

    /// A header with one readable value; empty counts as absent.
    fn header(&self, name: &str) -> Result<Option<&str>, Error> {
        let text = single(self.headers, name).map_err(|problem| {
            let why = format!("the header `{name}` {problem}");
            self.refuse(VerificationErrorKind::Malformed, why)
        })?;
        Ok(text.filter(|text| !text.is_empty()))
    }

    fn refuse(&self, kind: VerificationErrorKind, why: impl Into<String>) -> Error {
        Error::unverified(self.target, &VerificationError::new(kind, why))
    }

    /// What the envelope says, once the body is known to be JSON.
    fn verdict(&self, body: &Body<'_>) -> Result<Option<Verdict>, Error> {
        let checked = body.check().map_err(|error| self.unreadable(&error));
        checked.map(|()| self.config.api.envelope.read(&body.text))
    }

    /// Applies the policy for unsigned answers and the meaning of the status.
    fn judge(&self, verdict: Option<Verdict>, trust: Trust) -> Result<Option<String>, Error> {
        let api = self.config.api;
        let status = verdict
            .as_ref()
            .and_then(|verdict| verdict.status.as_deref());
        let scheme = self.target.authentication.map(Scheme::implementation);
        let accepted = |status| scheme.is_some_and(|it| it.accepts_unproven(status));
        if !trust.is_enough() && !status.is_some_and(accepted) {
            return Err(self.unsigned());
        }
        if api.envelope.status.is_empty() {
            return Ok(None);
        }
        let (Some(status), Some(verdict)) = (status.map(str::to_owned), verdict) else {
            let place = match api.envelope.objects {
                [] => "its body".to_owned(),
                objects => format!("`{}`", objects.join("` or `")),
            };
            let why = format!("it has no status in {place}");
            return Err(Error::decode(self.target, &why));
        };
        match api.envelope.outcome(&status) {
            // Whatever the policy says: nobody may claim success without a signature.
            Outcome::Success if !trust.is_enough() => Err(self.unsigned()),
            Outcome::Success => Ok(verdict.code),
            outcome => Err(Error::result(self.target, outcome, verdict)),
        }
    }

    fn unsigned(&self) -> Error {
        self.refuse(
            VerificationErrorKind::Unsigned,
            "it has neither signature nor time, which only answers of failure may lack",
        )
    }

    fn bad_status(&self, status: StatusCode, heard: Heard) -> Error {
        let found = if self.body.is_empty() {
            "an empty body"
        } else if self.is_html() {
            "HTML"
        } else {
            "a body that is not read"
        };
        let expected = match self.config.api.envelope.by {
            By::Member => ", expected 200 and JSON",
            By::Http => "",
        };
        let location = self.headers.get(LOCATION).and_then(|it| it.to_str().ok());
        let location = location.filter(|_| status.is_redirection());
        let error = Error::http(self.target, status, found, expected, location);
        match self.config.api.envelope.read_bytes(self.body) {
            Some(verdict) if heard == Heard::Verdict => error.with_verdict(verdict),
            _ => error,
        }
    }

    fn is_html(&self) -> bool {
        let stated = self
            .headers
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        stated.is_some_and(|stated| stated.to_ascii_lowercase().contains("html"))
            || self.body.trim_ascii_start().starts_with(b"<")
    }
}
