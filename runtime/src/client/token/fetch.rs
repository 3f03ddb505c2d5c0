//! The request for a token, and its answer.

use std::time::{Duration, SystemTime};

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use http::{Method, StatusCode};
use serde_json::Value;

use super::{TokenError, TokenErrorKind};
use crate::client::{Config, OAuth2, Token, retry_after};

/// The longest code of an error that is told.
const LONGEST_CODE: usize = 64;

impl OAuth2 {
    /// The request for a token.
    pub fn request(&self, config: &Config) -> Result<http::Request<Vec<u8>>, TokenError> {
        let refuse = |what: &str| TokenError::new(TokenErrorKind::Request, what);
        let address = config.token_urls.get(self.token_url);
        let address = address.ok_or_else(|| refuse("the settings are those of another API"))?;
        let unusable = || refuse("the address of the server of tokens cannot be used");
        let mut request = http::Request::new(self.form(&config.credentials).into_bytes());
        *request.method_mut() = Method::POST;
        *request.uri_mut() = address.parse().map_err(|_| unusable())?;
        let headers = request.headers_mut();
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        headers.insert(CONTENT_TYPE, form);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        if let Some(client) = self.client(&config.credentials) {
            let value = HeaderValue::from_str(&client);
            let mut value = value.map_err(|_| refuse("id and secret cannot be written"))?;
            value.set_sensitive(true);
            headers.insert(AUTHORIZATION, value);
        }
        Ok(request)
    }

    /// Reads the answer of the server of tokens; `asked` is the time just before the request was sent.
    pub fn interpret(
        &self,
        config: &Config,
        answer: &http::Response<Vec<u8>>,
        asked: SystemTime,
    ) -> Result<Token, TokenError> {
        let status = answer.status();
        let (found, limit) = (answer.body().len(), config.max_response);
        if found > limit {
            let what = format!(
                "the server of tokens answered with {found} bytes, more than the limit of {limit}"
            );
            return Err(TokenError::new(TokenErrorKind::Unreadable, what).at(status));
        }
        let body: Value = serde_json::from_slice(answer.body()).unwrap_or_default();
        if !status.is_success() {
            return Err(self
                .refused(config, status, &body)
                .asked_to_wait(retry_after::of(answer.headers(), config.clock.now())));
        }
        read(&body, asked)
            .map_err(|what| TokenError::new(TokenErrorKind::Unreadable, what).at(status))
    }

    fn refused(&self, config: &Config, status: StatusCode, body: &Value) -> TokenError {
        let later = status.is_server_error()
            || status == StatusCode::TOO_MANY_REQUESTS
            || status == StatusCode::REQUEST_TIMEOUT;
        let (kind, what) = if later {
            (
                TokenErrorKind::Unavailable,
                "the server of tokens cannot answer now",
            )
        } else {
            (
                TokenErrorKind::Refused,
                "the server of tokens refuses; check id, secret and scopes",
            )
        };
        TokenError::new(kind, what)
            .at(status)
            .coded(self.code(config, body))
    }

    /// The code of an error, unless it says what nobody may see.
    fn code(&self, config: &Config, body: &Value) -> Option<String> {
        let code = body.get("error")?.as_str()?;
        let secret = config.credentials.text(self.client_secret.name());
        let plain = code.len() <= LONGEST_CODE
            && code.bytes().all(|it| it.is_ascii_lowercase() || it == b'_');
        (plain && !code.contains(secret)).then(|| code.to_owned())
    }
}

/// The token of an answer.
fn read(body: &Value, asked: SystemTime) -> Result<Token, &'static str> {
    let text = body.get("access_token").and_then(Value::as_str);
    let text = text.ok_or("the answer of the server of tokens holds no `access_token`")?;
    if text.is_empty() || !text.bytes().all(|it| it.is_ascii_graphic()) {
        return Err("the `access_token` cannot stand in a header");
    }
    let kind = body.get("token_type").and_then(Value::as_str);
    if kind.is_some_and(|it| !it.eq_ignore_ascii_case("bearer")) {
        return Err("the `token_type` is another than `Bearer`");
    }
    Ok(match body.get("expires_in").and_then(seconds) {
        Some(long) => Token::living(text, asked, long),
        None => Token::new(text),
    })
}

/// Seconds as a number, or as the text of one.
fn seconds(value: &Value) -> Option<Duration> {
    let whole = value.as_u64();
    let whole = whole.or_else(|| value.as_str()?.trim().parse().ok());
    whole.map(Duration::from_secs)
}
