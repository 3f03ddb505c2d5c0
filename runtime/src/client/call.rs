//! One call, before it is sent.

use std::fmt;
use std::future::Future;

use super::operation::Target;
use super::{Client, Error, Request, Response, Transport, prepare};
use crate::Violations;

/// One call, ready to be sent.
#[must_use = "nothing happens before `send`"]
pub struct Call<'a, R: Request, T> {
    client: &'a Client<T>,
    request: &'a R,
    context: &'a R::Context,
    checked: bool,
}

impl<'a, R: Request, T: Transport> Call<'a, R, T> {
    pub(super) fn new(client: &'a Client<T>, request: &'a R, context: &'a R::Context) -> Self {
        Self {
            client,
            request,
            context,
            checked: true,
        }
    }

    /// Sends the request whatever rules it breaks: servers change theirs.
    pub fn unchecked(mut self) -> Self {
        self.checked = false;
        self
    }

    /// Validates, signs and sends the request, and reads the answer.
    pub fn send(
        self,
    ) -> impl Future<Output = Result<Response<R::Response>, Error>> + use<'a, R, T> {
        // Ready before the first await, so that the future need not hold the body.
        let ready = self.ready();
        let client = self.client;
        async move {
            let (request, warnings) = ready?;
            let target = Target::of(R::OPERATION);
            let mut response = client.exchange::<R::Response>(&target, request).await?;
            response.warnings = warnings;
            Ok(response)
        }
    }

    fn ready(&self) -> Result<(http::Request<Vec<u8>>, Violations), Error> {
        let target = Target::of(R::OPERATION);
        let warnings = if self.checked {
            self.request
                .validate_in(self.context)
                .map_err(|violations| Error::invalid(&target, violations))?
        } else {
            Violations::new()
        };
        let body = serde_json::to_vec(self.request)
            .map_err(|_| Error::encode(&target, "the body cannot be written as JSON"))?;
        let config = self.client.config();
        let request = prepare::request(&target, config, body, &self.client.now())?;
        Ok((request, warnings))
    }
}

impl<R: Request, T> fmt::Debug for Call<'_, R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("operation", &R::OPERATION.name)
            .field("checked", &self.checked)
            .finish_non_exhaustive()
    }
}
