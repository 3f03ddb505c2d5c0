//! The way out: from a body to a request, in two steps.

mod key;
mod unsigned;

use http::header::CONTENT_TYPE;

use super::auth::{Header, Message, Parameter};
use super::encryption::Outgoing;
use super::handed_out;
use super::sealed;
use super::target::Target;
use super::wire::{query, split};
use super::{Config, Error, IdError, Operation, Scheme, SignError};

pub use unsigned::Unsigned;

/// Makes the request of `operation`, up to its proof.
///
/// `body` is the whole request as JSON: what travels in the path, the query or a header is taken out of
/// it. `time` is the text of the time header. The bytes of the body are final then: they are signed and
/// must be sent as they are. They are encrypted first when the settings say so.
///
/// Where a header makes a repeat the same request ([`Operation::idempotency_header`]), each request gets a
/// fresh key. To repeat one, set that header of the new request to what the first one had.
///
/// No I/O happens here, and none in [`Unsigned::finish`], so anything may stand between the two:
/// a key service that is asked over the network, for instance.
///
/// ```
/// use stipula::client::{Config, Error, Operation, prepare};
///
/// async fn sealed(
///     operation: &'static Operation,
///     config: &Config,
///     body: Vec<u8>,
///     key_service: impl AsyncFn(&[u8]) -> Vec<u8>,
/// ) -> Result<http::Request<Vec<u8>>, Error> {
///     let unsigned = prepare(operation, config, body, "2024-05-22T01:12:21Z")?;
///     let signature = match unsigned.to_sign() {
///         Some(bytes) => Some(key_service(bytes).await),
///         None => None,
///     };
///     unsigned.finish(signature)
/// }
/// ```
pub fn prepare(
    operation: &'static Operation,
    config: &Config,
    body: Vec<u8>,
    time: &str,
) -> Result<Unsigned, Error> {
    let mut target = Target::set(operation, config);
    let body = write(&mut target, config, body)?;
    let mut body = Outgoing::plain(body);
    body.seal(&target, config)?;
    unsigned(&target, config, body, time)
}

/// Divides the JSON of a request: its parts are put where they travel, and the body is given.
pub(super) fn write(
    target: &mut Target<'_>,
    config: &Config,
    json: Vec<u8>,
) -> Result<Vec<u8>, Error> {
    let json = sealed::encrypt_members(target, config, json)?;
    let parts = split(&target.path, json, target.parameters, target.form)
        .map_err(|why| Error::encode(target.name, &why))?;
    target.path = parts.path.into();
    handed_out::go(target, config)?;
    target.is_path_known = true;
    target.headers = parts.headers;
    target.content_type = parts.content_type;
    key::make(target, config)?;
    Ok(parts.body.unwrap_or_default())
}

pub(super) fn unsigned(
    target: &Target<'_>,
    config: &Config,
    body: Outgoing,
    time: &str,
) -> Result<Unsigned, Error> {
    let Outgoing {
        bytes: body,
        sealed,
    } = body;
    if body.len() > config.max_request {
        let (found, limit) = (body.len(), config.max_request);
        return Err(Error::encode(
            target.name,
            &format!(
                "the body has {found} bytes, more than the limit of {limit}; send less, or raise `max_request`"
            ),
        ));
    }
    let path = target.signed_path(config);
    let credentials = &config.credentials;
    let scheme = target.scheme().map(Scheme::implementation);
    let nonce = match scheme {
        Some(scheme) if scheme.needs_nonce() => nonce(target, config)?,
        _ => String::new(),
    };
    let message = Message {
        method: target.method,
        path: &path,
        time,
        nonce: &nonce,
        body: &body,
    };
    let to_sign = scheme.and_then(|it| it.to_sign(message, credentials));

    let mut request = http::Request::new(Vec::new());
    *request.method_mut() = http::Method::from_bytes(target.method.as_bytes())
        .map_err(|_| Error::encode(target.name, "the method is not an HTTP method"))?;
    let parameter = scheme.and_then(|it| it.parameter(credentials));
    *request.uri_mut() = uri(target, config, parameter.as_ref())?;
    let own = target.content_type.as_deref();
    let content_type = match (&sealed, own) {
        (Some(_), Some(_)) => {
            let why = "a multipart body cannot be encrypted: its boundary would have no place";
            return Err(Error::encode(target.name, why));
        }
        (Some((encryption, _)), None) => Some(encryption.content_type),
        (None, Some(own)) => Some(own),
        (None, None) if target.bare => None,
        (None, None) => target.form.content_type(config.api),
    };
    let mut unsigned = Unsigned {
        operation: target.name.to_owned(),
        scheme: target.scheme(),
        credentials: credentials.clone(),
        path,
        time: time.to_owned(),
        nonce,
        to_sign,
        sealed: sealed.map(|(encryption, text)| Header::secret(encryption.header, text)),
        request,
    };
    let fixed = config.api.headers.iter().filter(|_| !target.bare);
    for (name, value) in fixed {
        unsigned.put(Header::plain(name, *value))?;
    }
    for header in scheme.into_iter().flat_map(|it| it.identity(credentials)) {
        unsigned.put(header)?;
    }
    let idempotency = target
        .idempotency_header
        .zip(target.idempotency_key.as_ref());
    if let Some((name, key)) = idempotency.filter(|_| !target.bare) {
        unsigned.put(Header::plain(name, key))?;
    }
    if let Some((name, id)) = target.encrypted_under.as_ref().filter(|_| !target.bare) {
        unsigned.put(Header::plain(name, id))?;
    }
    for (name, value) in target.headers.iter().filter(|_| !target.bare) {
        unsigned.put(Header::secret(name, value))?;
    }
    if let Some(content_type) = content_type {
        unsigned.put(Header::plain(CONTENT_TYPE.as_str(), content_type))?;
    }
    *unsigned.request.body_mut() = body;
    Ok(unsigned)
}

/// A text that no other request has.
fn nonce(target: &Target<'_>, config: &Config) -> Result<String, Error> {
    let fresh = match &config.nonces {
        Some(nonces) => nonces.fresh(),
        None => Err(IdError::new("there is no randomness")),
    };
    fresh.map_err(|error| Error::sign(target.name, SignError::new(error)))
}

/// The address, refused when it would not be sent exactly as it was signed.
fn uri(
    target: &Target<'_>,
    config: &Config,
    parameter: Option<&Parameter<'_>>,
) -> Result<http::Uri, Error> {
    let (origin, prefix) = match &target.origin {
        Some(origin) => (origin, ""),
        None => (&config.address.origin, config.address.prefix.as_str()),
    };
    let mut path = format!("{prefix}{}", target.path);
    if let Some(Parameter { name, value }) = parameter {
        query::push(&mut path, name, value);
    }
    let uri = if target.path.starts_with('/') {
        format!("{origin}{path}").parse::<http::Uri>().ok()
    } else {
        None
    };
    uri.filter(|uri| {
        uri.path_and_query()
            .is_some_and(|sent| sent.as_str() == path)
    })
    .ok_or_else(|| {
        Error::encode(
            target.name,
            "the path is not one: it starts with `/`, and has neither spaces nor a fragment",
        )
    })
}
