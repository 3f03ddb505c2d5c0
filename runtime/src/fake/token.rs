//! The server of tokens.

use http::Response;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use serde_json::{Value, json};

use super::check::Incoming;
use super::reply::Ending;
use super::settings::Proofs;
use super::{Received, Refusal, Shared, Verdict};
use crate::Violations;
use crate::client::{Credentials, OAuth2, SECRET, query};

/// A refusal: the code of RFC 6749, and what a person mends.
type Refused = (&'static str, String);

impl Shared {
    /// The answer to a request for a token; nothing when it is for something else.
    pub(super) fn token(&self, incoming: &Incoming) -> Option<Ending> {
        let path = incoming.path.split('?').next().unwrap_or_default();
        let mut schemes = self.table.api.schemes.iter();
        let oauth2 = schemes.find_map(|it| it.as_oauth2().filter(|it| it.path() == path))?;
        let given = self
            .asked(oauth2, incoming)
            .and_then(|()| self.state.token().map_err(scripted));
        self.record_token(incoming, given.as_ref().err());
        let (status, body) = match given {
            Ok(token) => (200, self.token_answer(&token)),
            Err((code, why)) => (
                status(code),
                json!({ "error": code, "error_description": why }),
            ),
        };
        let mut response = Response::new(body.to_string().into_bytes());
        *response.status_mut() = http::StatusCode::from_u16(status).unwrap_or_default();
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(CONTENT_TYPE, json);
        Some(Ending::Whole(response))
    }

    fn token_answer(&self, token: &str) -> Value {
        json!({
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": self.settings.token_lifetime.as_secs(),
        })
    }

    /// Whether the request is as the API says.
    fn asked(&self, oauth2: &OAuth2, incoming: &Incoming) -> Result<(), Refused> {
        let refuse = |code, why: &str| Err((code, why.to_owned()));
        if incoming.method != "POST" {
            return refuse("invalid_request", "the method has to be `POST`");
        }
        if self.settings.proofs == Proofs::Ignored {
            return Ok(());
        }
        let credentials = self.keys.platform_end(&self.settings.client_id);
        if !is_client(oauth2, incoming, &credentials) {
            return refuse("invalid_client", "id or secret of the client is wrong");
        }
        let found = pairs(&String::from_utf8_lossy(&incoming.body));
        let wanted = pairs(&oauth2.form(&credentials));
        for (name, value) in &wanted {
            if !found.iter().any(|(it, found)| it == name && found == value) {
                let code = match name.as_str() {
                    "client_id" | SECRET => "invalid_client",
                    "scope" => "invalid_scope",
                    _ => "invalid_request",
                };
                let why = format!("`{name}` is missing in the form, or has another value");
                return Err((code, why));
            }
        }
        Ok(())
    }

    fn record_token(&self, incoming: &Incoming, refused: Option<&Refused>) {
        let mut headers = incoming.headers.clone();
        headers.remove(AUTHORIZATION);
        let body = String::from_utf8_lossy(&incoming.body);
        let verdict = match refused {
            None => Verdict::Accepted(Violations::new()),
            Some((_, why)) => Verdict::Refused(Refusal::new("FAKE_NO_TOKEN", why)),
        };
        let received = Received {
            method: incoming.method.clone(),
            path: incoming.path.clone(),
            operation: None,
            headers,
            body: query::without(&body, &[SECRET]).into_bytes(),
            verdict,
            answer: refused.map_or_else(|| "a token".to_owned(), |(code, _)| format!("`{code}`")),
            effect: false,
        };
        if let Some(watcher) = &self.settings.watcher {
            watcher(&received);
        }
        self.state.record(received, self.settings.keep);
    }
}

fn scripted(code: &'static str) -> Refused {
    (code, "the test says so".to_owned())
}

fn status(code: &str) -> u16 {
    match code {
        "invalid_client" => 401,
        "temporarily_unavailable" => 503,
        _ => 400,
    }
}

/// Whether the header says id and secret; those in the form are compared with the rest of it.
fn is_client(oauth2: &OAuth2, incoming: &Incoming, credentials: &Credentials) -> bool {
    let wanted = oauth2.client(credentials);
    let found = incoming.headers.get(AUTHORIZATION);
    match (wanted, found.map(HeaderValue::as_bytes)) {
        (Some(wanted), Some(found)) => wanted.as_bytes() == found,
        (Some(_), None) => false,
        (None, _) => true,
    }
}

/// Names and values of a form.
fn pairs(form: &str) -> Vec<(String, String)> {
    let plain = form.replace('+', " ");
    let pairs = query::pairs(&plain);
    let pairs = pairs.map(|(name, value)| (name.into_owned(), value.into_owned()));
    pairs.collect()
}
