//! Where the tokens of a client are kept, and which call fetches one.
//!
//! One call fetches, the others wait for it. A fetch that is given up, because its call was dropped,
//! goes over to the next who asks. A fetch that fails fails for all who waited for it.

use std::collections::BTreeMap;
use std::mem;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use std::time::SystemTime;

use super::TokenError;
use crate::client::{Config, OAuth2, Token, TransportError};

/// The tokens of a client, one for each scheme.
#[derive(Default)]
pub(in crate::client) struct Tokens(Mutex<BTreeMap<&'static str, Slot>>);

#[derive(Default)]
struct Slot {
    /// The number of the fetch that is going on, or of the last.
    round: u64,
    fetching: bool,
    /// What the last fetch that ended gave.
    last: Option<Last>,
    waiting: BTreeMap<u64, Waker>,
    /// The number of the next who waits.
    next: u64,
}

struct Last {
    round: u64,
    gave: Result<Token, TokenError>,
}

/// What a call hears that asks for a token.
pub(in crate::client) enum Asked<'a> {
    /// How it is.
    Known(Result<Token, TokenError>),
    /// It has to fetch the token.
    Fetch(Lease<'a>),
}

/// A call that asks for a token.
pub(in crate::client) struct Asking<'a> {
    tokens: &'a Tokens,
    scheme: &'static str,
    oauth2: &'static OAuth2,
    config: &'a Config,
    /// The first fetch that it waited for.
    round: Option<u64>,
    /// Its number among those that wait.
    number: Option<u64>,
}

/// The right to fetch a token. Dropped before its end, it goes over to another call.
pub(in crate::client) struct Lease<'a> {
    tokens: &'a Tokens,
    scheme: &'static str,
    oauth2: &'static OAuth2,
    config: &'a Config,
    state: State,
}

/// Whether a fetch goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Ended,
}

impl Tokens {
    /// A call that panicked is no reason to fail here: a slot is whole between two statements.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<&'static str, Slot>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A call begins to ask for the token of a scheme.
    pub(in crate::client) fn ask<'a>(
        &'a self,
        scheme: &'static str,
        oauth2: &'static OAuth2,
        config: &'a Config,
    ) -> Asking<'a> {
        Asking {
            tokens: self,
            scheme,
            oauth2,
            config,
            round: None,
            number: None,
        }
    }

    /// Forgets a token that the platform refused, unless there is another one already.
    pub(in crate::client) fn reject(&self, scheme: &'static str, token: &Token) {
        let mut slots = self.lock();
        let slot = slots.entry(scheme).or_default();
        slot.last.take_if(|it| it.gave.as_ref().ok() == Some(token));
    }

    /// Ends a fetch; whoever waits is woken.
    fn end(&self, scheme: &'static str, gave: Option<&Result<Token, TokenError>>) {
        let waiting = {
            let mut slots = self.lock();
            let slot = slots.entry(scheme).or_default();
            slot.fetching = false;
            if let Some(gave) = gave.cloned() {
                let round = slot.round;
                slot.last = Some(Last { round, gave });
            }
            mem::take(&mut slot.waiting)
        };
        waiting.into_values().for_each(Waker::wake);
    }
}

impl Slot {
    /// What a call can be told that waits since this round, if it waits.
    fn known(&self, since: Option<u64>, now: SystemTime) -> Option<Result<Token, TokenError>> {
        let last = self.last.as_ref()?;
        let fresh = last.gave.as_ref().is_ok_and(|it| it.is_fresh(now));
        // What came of the fetch that it waited for is its own, however short it lives.
        let own = since.is_some_and(|round| last.round >= round);
        (fresh || own).then(|| last.gave.clone())
    }
}

impl<'a> Asking<'a> {
    /// The token, or the right to fetch it; otherwise `waker` is woken when there is news.
    pub(in crate::client) fn poll(&mut self, now: SystemTime, waker: &Waker) -> Poll<Asked<'a>> {
        let mut slots = self.tokens.lock();
        let slot = slots.entry(self.scheme).or_default();
        if let Some(gave) = slot.known(self.round, now) {
            return Poll::Ready(Asked::Known(gave));
        }
        if !slot.fetching {
            slot.fetching = true;
            slot.round = slot.round.saturating_add(1);
            let Self {
                tokens,
                scheme,
                oauth2,
                config,
                ..
            } = *self;
            return Poll::Ready(Asked::Fetch(Lease {
                tokens,
                scheme,
                oauth2,
                config,
                state: State::Open,
            }));
        }
        self.round.get_or_insert(slot.round);
        let number = *self.number.get_or_insert_with(|| {
            slot.next = slot.next.wrapping_add(1);
            slot.next
        });
        slot.waiting.insert(number, waker.clone());
        Poll::Pending
    }
}

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        let Some(number) = self.number else { return };
        if let Some(slot) = self.tokens.lock().get_mut(self.scheme) {
            slot.waiting.remove(&number);
        }
    }
}

impl Lease<'_> {
    /// The request to send.
    pub(in crate::client) fn request(&mut self) -> Result<http::Request<Vec<u8>>, TokenError> {
        let made = self.oauth2.request(self.config);
        made.inspect_err(|error| self.end(Some(&Err(error.clone()))))
    }

    /// Reads what came back, and keeps it for all. `asked` is the time before the request was sent.
    pub(in crate::client) fn ended(
        mut self,
        answer: Result<http::Response<Vec<u8>>, TransportError>,
        asked: SystemTime,
    ) -> Result<Token, TokenError> {
        let gave = match answer {
            Ok(answer) => self.oauth2.interpret(self.config, &answer, asked),
            Err(failure) => Err(TokenError::lost(failure)),
        };
        self.end(Some(&gave));
        gave
    }

    /// Once only: after it, another call may be fetching.
    fn end(&mut self, gave: Option<&Result<Token, TokenError>>) {
        if mem::replace(&mut self.state, State::Ended) == State::Open {
            self.tokens.end(self.scheme, gave);
        }
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        self.end(None);
    }
}
