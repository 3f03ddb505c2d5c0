//! What every request has to carry with one text.

use super::check::Incoming;
use super::table::Served;
use super::{Refusal, Shared};
use crate::client::{query, required};

impl Shared {
    /// Refuses a request without one of them, or with another text.
    pub(super) fn check_fixed(
        &self,
        here: &[&'static Served],
        request: &Incoming,
    ) -> Result<(), Refusal> {
        let api = self.table.api;
        for (name, value) in api.headers {
            let found = required(&request.headers, name)?;
            if found != *value {
                let message = format!("the header `{name}` is `{found}`, expected `{value}`");
                return Err(Refusal::new("FAKE_WRONG_HEADER", message));
            }
        }
        // An address that was handed out is whole.
        let is_whole = here.iter().any(|it| !it.operation.hosts.is_empty());
        for (name, value) in api.query.iter().filter(|_| !is_whole) {
            let refuse = |what: &str| {
                let message = format!("the query parameter `{name}` {what}, expected `{value}`");
                Err(Refusal::new("FAKE_WRONG_QUERY", message))
            };
            match query::values(request.parts().1, name).as_slice() {
                [found] if found == value => {}
                [] => return refuse("is missing"),
                [found] => return refuse(&format!("is `{found}`")),
                _ => return refuse("is there twice"),
            }
        }
        Ok(())
    }
}
