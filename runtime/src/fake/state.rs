//! What changes while the fake runs: the script, the records, the effects.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::answer::Script;
use super::repeats::{First, Key};
use super::table::Served;
use super::{Answer, Effect, Received};

#[derive(Default)]
pub(super) struct State {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    queues: HashMap<Option<String>, VecDeque<Answer>>,
    always: Option<Answer>,
    pages: BTreeMap<String, Script>,
    requests: VecDeque<Received>,
    effects: BTreeMap<Key, u32>,
    firsts: BTreeMap<Key, First>,
    answered: u64,
    tokens: Tokens,
}

/// Tokens that were handed out.
#[derive(Default)]
struct Tokens {
    good: Vec<String>,
    given: u64,
    /// The codes that the next requests for a token are refused with.
    refusals: VecDeque<&'static str>,
}

impl State {
    /// A test that panicked elsewhere is no reason to fail here.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn script(&self, operation: Option<&str>, answer: Answer) {
        let mut inner = self.lock();
        let queue = inner.queues.entry(operation.map(str::to_owned));
        queue.or_default().push_back(answer);
    }

    pub(super) fn always(&self, answer: Answer) {
        self.lock().always = Some(answer);
    }

    /// The next answer for one of these operations.
    pub(super) fn take(&self, accepted: &[&'static Served]) -> Answer {
        let mut inner = self.lock();
        let names = accepted
            .iter()
            .map(|it| Some(it.operation.name.to_owned()))
            .chain([None]);
        for name in names {
            if let Some(answer) = inner.queues.get_mut(&name).and_then(VecDeque::pop_front) {
                return answer;
            }
        }
        inner.always.clone().unwrap_or_else(Answer::usual)
    }

    pub(super) fn turn(&self, operation: &str, script: Script) {
        self.lock().pages.insert(operation.to_owned(), script);
    }

    /// The pages of an operation, where a test gave some.
    pub(super) fn pages(&self, operation: &str) -> Option<Script> {
        self.lock().pages.get(operation).cloned()
    }

    /// The number of the next answer.
    pub(super) fn nth(&self) -> u64 {
        let mut inner = self.lock();
        inner.answered += 1;
        inner.answered
    }

    pub(super) fn is_served(&self, key: &Key) -> bool {
        self.lock().effects.contains_key(key)
    }

    pub(super) fn serve(&self, key: Key) {
        let mut inner = self.lock();
        let count = inner.effects.entry(key).or_default();
        *count = count.saturating_add(1);
    }

    /// What came first with this key, and was answered.
    pub(super) fn first(&self, key: &Key) -> Option<First> {
        self.lock().firsts.get(key).cloned()
    }

    pub(super) fn keep(&self, key: Key, first: First) {
        self.lock().firsts.insert(key, first);
    }

    pub(super) fn record(&self, request: Received, keep: usize) {
        let mut inner = self.lock();
        inner.requests.push_back(request);
        while inner.requests.len() > keep {
            inner.requests.pop_front();
        }
    }

    pub(super) fn requests(&self) -> Vec<Received> {
        self.lock().requests.iter().cloned().collect()
    }

    pub(super) fn effects(&self) -> Vec<Effect> {
        let inner = self.lock();
        let all = inner.effects.iter().map(|((path, key), count)| Effect {
            path,
            key: key.clone(),
            count: *count,
        });
        all.collect()
    }

    /// Tokens stay good: a client holds them.
    pub(super) fn reset(&self) {
        let mut inner = self.lock();
        let mut tokens = std::mem::take(&mut inner.tokens);
        tokens.refusals.clear();
        *inner = Inner {
            tokens,
            ..Inner::default()
        };
    }

    /// Hands out a token, or says how the request for it is refused.
    pub(super) fn token(&self) -> Result<String, &'static str> {
        let tokens = &mut self.lock().tokens;
        if let Some(code) = tokens.refusals.pop_front() {
            return Err(code);
        }
        tokens.given += 1;
        let token = format!("FAKE0TOKEN{}", tokens.given);
        tokens.good.push(token.clone());
        Ok(token)
    }

    pub(super) fn tokens(&self) -> Vec<String> {
        self.lock().tokens.good.clone()
    }

    pub(super) fn revoke(&self) {
        self.lock().tokens.good.clear();
    }

    pub(super) fn refuse_token(&self, code: &'static str) {
        self.lock().tokens.refusals.push_back(code);
    }
}
