//! Answers of an API whose HTTP status says how it went.

use http::StatusCode;

use super::{Found, Heard, Reading};
use crate::client::auth::Trust;
use crate::client::data::FromAnswer;
use crate::client::envelope::outcome_of;
use crate::client::{Error, Outcome, Scheme};
use crate::read::Body;

impl Reading<'_> {
    /// Reads an answer whose proof, if it has one, is good.
    pub(super) fn by_status<D: FromAnswer>(
        &self,
        status: StatusCode,
        trust: Trust,
    ) -> Result<Found<D>, Error> {
        let outcome = outcome_of(status);
        if !trust.is_enough() && !self.may_be_unproven(outcome) {
            return Err(match outcome {
                Outcome::Success => self.unsigned(),
                // A broken gateway signs nothing; its status says more than that.
                _ => self.bad_status(status, Heard::Nothing),
            });
        }
        let body = Body::new(self.body);
        if outcome == Outcome::Success {
            return self.data(status, trust, &body, None);
        }
        let verdict = self.config.api.envelope.read_bytes(self.body);
        let error = match verdict.filter(|it| it.code.is_some() || it.message.is_some()) {
            Some(verdict) => Error::result(self.target, outcome, verdict).with_status(status),
            // It may still say how long to wait.
            None => self.bad_status(status, Heard::Verdict),
        };
        self.already_done(status, trust, &body, error)
    }

    fn may_be_unproven(&self, outcome: Outcome) -> bool {
        let word = match outcome {
            Outcome::Success => return false,
            Outcome::Failed => "failed",
            Outcome::Unknown => "unknown",
        };
        let scheme = self.target.authentication.map(Scheme::implementation);
        scheme.is_some_and(|it| it.accepts_unproven(word))
    }
}
