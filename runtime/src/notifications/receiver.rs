//! From a request that came in to a notification.

use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, Request};

use super::notice::{NoticeProof, Reply};
use super::{Incoming, Notice, NotificationError, NotificationErrorKind, Notifications, Received};
use crate::client::{
    Clock, Credentials, Message, Trust, VerificationError, VerificationErrorKind, is_same, single,
};
use crate::read::{Body, Read, ReadError};

/// Takes the notifications of one API. Cloning is cheap, and it can be shared between threads.
pub struct Receiver<N> {
    pub(super) settings: Arc<Settings>,
    pub(super) of: std::marker::PhantomData<fn() -> N>,
}

/// What a receiver was given.
pub(super) struct Settings {
    pub(super) credentials: Credentials,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) max_body: usize,
}

impl<N: Notifications> Receiver<N> {
    /// Takes a request: checks who sent it and when, reads its body, and says what to answer.
    ///
    /// The body is looked at only after its proof was found good.
    pub fn receive<B: AsRef<[u8]>>(
        &self,
        request: &Request<B>,
    ) -> Result<Received<N>, NotificationError> {
        let path = request.uri().path_and_query();
        let path = path.map_or("/", |it| it.as_str());
        let method = request.method().as_str();
        self.receive_parts(method, path, request.headers(), request.body().as_ref())
    }

    /// The same of the parts of a request; `path` has the query with it.
    pub fn receive_parts(
        &self,
        method: &str,
        path: &str,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Received<N>, NotificationError> {
        let api = N::API.name;
        let (found, limit) = (body.len(), self.settings.max_body);
        if found > limit {
            let why = format!("its body has {found} bytes, more than the limit of {limit}");
            return Err(NotificationError::new(
                api,
                NotificationErrorKind::TooLarge,
                why,
            ));
        }
        let message = Message {
            method,
            path,
            headers,
            body,
        };
        let proof = self
            .proven(message)
            .map_err(|error| NotificationError::unverified(api, error))?;
        let unreadable = |error: &ReadError| {
            NotificationError::new(api, NotificationErrorKind::Unreadable, error.to_string())
        };
        let body = Body::new(body);
        body.check().map_err(|error| unreadable(&error))?;
        let incoming = Incoming::new(&body);
        if let Some(kind) = kind_of::<N>(proof, &incoming) {
            let opened = self.opened(kind, &body)?;
            let incoming = Incoming::new(opened.as_ref().unwrap_or(&body));
            let read = kind.read(&incoming).map_err(|error| unreadable(&error))?;
            return Ok(received(read, Some(kind.name()), kind.reply));
        }
        if matches!(proof, NoticeProof::None) {
            let why = "it is of no documented kind, and nothing proves who sent it";
            return Err(NotificationError::new(
                api,
                NotificationErrorKind::UnknownKind,
                why,
            ));
        }
        let Read { value, misfits } = incoming.json().map_err(|error| unreadable(&error))?;
        let value = N::other(value);
        let reply = kinds::<N>(proof).next().map_or(Reply::USUAL, |it| it.reply);
        Ok(received(Read { value, misfits }, None, reply))
    }

    /// The body with its sealed members opened; none where it has none.
    fn opened<'b>(
        &self,
        kind: &Notice<N>,
        body: &'b Body<'_>,
    ) -> Result<Option<Body<'b>>, NotificationError> {
        let members = kind.sealed_members();
        let Some(sealed) = N::API.sealed.as_ref().filter(|_| !members.is_empty()) else {
            return Ok(None);
        };
        let opened = sealed.open(&body.text, members, &self.settings.credentials);
        let opened = opened.map_err(|pointer| {
            let name = sealed.key.name();
            let why = format!("`{pointer}` cannot be opened; check that `{name}` is the right key");
            NotificationError::new(N::API.name, NotificationErrorKind::Unopened, why)
        })?;
        Ok(Some(body.with_text(opened)))
    }

    /// The proof that the message has; the error of the one that it has wrongly otherwise.
    fn proven(&self, message: Message<'_>) -> Result<NoticeProof, VerificationError> {
        let mut tried: Vec<NoticeProof> = Vec::new();
        let mut first: Option<VerificationError> = None;
        let mut is_open = false;
        for proof in N::KINDS.iter().map(|it| it.proof()) {
            if tried.iter().any(|it| it.is(proof)) {
                continue;
            }
            tried.push(proof);
            if matches!(proof, NoticeProof::None) {
                is_open = true;
                continue;
            }
            let Err(error) = self.check(proof, message) else {
                return Ok(proof);
            };
            first = Some(match first {
                Some(before) => worse(before, error),
                None => error,
            });
        }
        match first {
            // A proof that is there and wrong is no message without one.
            Some(error) if !is_open || error.kind != VerificationErrorKind::Unsigned => Err(error),
            _ if is_open => Ok(NoticeProof::None),
            _ => Err(unsigned("no kind of notification is known")),
        }
    }

    fn check(&self, proof: NoticeProof, message: Message<'_>) -> Result<(), VerificationError> {
        let settings = &self.settings;
        match proof {
            NoticeProof::None => Ok(()),
            NoticeProof::Scheme(scheme) => {
                let scheme = scheme.implementation();
                let now = settings.clock.now();
                match scheme.verify(message, &settings.credentials, now)? {
                    Trust::Proven => Ok(()),
                    Trust::Unproven | Trust::Channel => Err(unsigned("it has no signature")),
                }
            }
            NoticeProof::Secret(header, is) => {
                let found = single(message.headers, header).map_err(|problem| {
                    let why = format!("the header `{header}` {problem}");
                    VerificationError::new(VerificationErrorKind::Malformed, why)
                })?;
                let Some(found) = found.filter(|it| !it.is_empty()) else {
                    return Err(unsigned(&format!("it has no header `{header}`")));
                };
                let wanted = settings.credentials.text(is.name());
                if is_same(found.as_bytes(), wanted.as_bytes()) {
                    return Ok(());
                }
                let why = format!("the header `{header}` is not `{}`", is.name());
                Err(VerificationError::new(VerificationErrorKind::Mismatch, why))
            }
        }
    }
}

/// Of two errors the one about a proof that is there; of two that lack it, both.
fn worse(one: VerificationError, other: VerificationError) -> VerificationError {
    match (one.kind, other.kind) {
        (VerificationErrorKind::Unsigned, VerificationErrorKind::Unsigned) => {
            unsigned(&format!("{}, and {}", one.why, other.why))
        }
        (VerificationErrorKind::Unsigned, _) => other,
        _ => one,
    }
}

fn unsigned(why: &str) -> VerificationError {
    VerificationError::new(VerificationErrorKind::Unsigned, why)
}

/// The kinds that are proven so.
fn kinds<N: Notifications>(proof: NoticeProof) -> impl Iterator<Item = &'static Notice<N>> {
    let all = N::KINDS.iter().copied();
    all.filter(move |it| it.proof().is(proof))
}

/// The first kind that the body fits.
fn kind_of<N: Notifications>(
    proof: NoticeProof,
    incoming: &Incoming<'_>,
) -> Option<&'static Notice<N>> {
    let head = incoming.head();
    let mut all = kinds::<N>(proof);
    all.find(|it| it.when.is_none_or(|is_it| is_it(&head)))
}

fn received<N>(read: Read<N>, kind: Option<&'static str>, reply: Reply) -> Received<N> {
    Received {
        notification: read.value,
        kind,
        misfits: read.misfits,
        reply,
    }
}

impl<N> Clone for Receiver<N> {
    fn clone(&self) -> Self {
        Self {
            settings: Arc::clone(&self.settings),
            of: std::marker::PhantomData,
        }
    }
}

impl<N: Notifications> fmt::Debug for Receiver<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver")
            .field("api", &N::API.name)
            .field("max_body", &self.settings.max_body)
            .finish_non_exhaustive()
    }
}
