//! The way out: from a body to a signed request.

use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};

use super::encryption::Outgoing;
use super::operation::Target;
use super::signing::Message;
use super::{Config, Error, Operation, SignatureHeader};

/// Signs `body` and makes the request of `operation`.
///
/// `time` is the text of the time header. The bytes of the body are final: they
/// are signed and must be sent as they are. They are encrypted first when the settings say so.
pub fn prepare(
    operation: &'static Operation,
    config: &Config,
    body: Vec<u8>,
    time: &str,
) -> Result<http::Request<Vec<u8>>, Error> {
    let target = Target::set(operation, config);
    let mut body = Outgoing::plain(body);
    body.seal(&target, config)?;
    request(&target, config, body, time)
}

pub(super) fn request(
    target: &Target<'_>,
    config: &Config,
    body: Outgoing,
    time: &str,
) -> Result<http::Request<Vec<u8>>, Error> {
    let Outgoing {
        bytes: body,
        sealed,
    } = body;
    if body.len() > config.max_request {
        let (found, limit) = (body.len(), config.max_request);
        return Err(Error::encode(
            target,
            &format!(
                "the body has {found} bytes, more than the limit of {limit}; send less, or raise `max_request`"
            ),
        ));
    }
    let signing = &config.api.signing;
    let message = Message {
        method: target.method,
        path: target.path,
        client_id: &config.client_id,
        time,
        body: &body,
    };
    let signature = config
        .signer
        .sign(&signing.string_to_sign(message))
        .map_err(|failure| Error::sign(target, failure))?;
    let signature = SignatureHeader::write(signing.algorithm, config.key_version, &signature);

    let mut request = http::Request::new(Vec::new());
    *request.method_mut() = http::Method::from_bytes(target.method.as_bytes())
        .map_err(|_| Error::encode(target, "the method is not an HTTP method"))?;
    *request.uri_mut() = uri(target, config)?;
    let (content_type, encrypted) = match &sealed {
        Some((encryption, text)) => (
            encryption.content_type,
            Some((encryption.header, text.as_str())),
        ),
        None => (signing.content_type, None),
    };
    let headers = [
        (signing.client_header, config.client_id.as_str()),
        (CONTENT_TYPE.as_str(), content_type),
        (signing.request_time_header, time),
        (signing.signature_header, signature.as_str()),
    ];
    for (name, value) in headers.into_iter().chain(encrypted) {
        let unusable = || Error::encode(target, &format!("the header `{name}` cannot be written"));
        let key = HeaderName::from_bytes(name.as_bytes()).map_err(|_| unusable())?;
        let mut value = HeaderValue::from_str(value).map_err(|_| unusable())?;
        // Keeps it out of `Debug`; on the wire it makes no difference.
        value.set_sensitive(name != CONTENT_TYPE.as_str() && name != signing.request_time_header);
        request.headers_mut().insert(key, value);
    }
    *request.body_mut() = body;
    Ok(request)
}

/// The address, refused when it would not be sent exactly as it was signed.
fn uri(target: &Target<'_>, config: &Config) -> Result<http::Uri, Error> {
    let uri = if target.path.starts_with('/') {
        format!("{}{}", config.base_url, target.path)
            .parse::<http::Uri>()
            .ok()
    } else {
        None
    };
    uri.filter(|uri| {
        uri.path_and_query()
            .is_some_and(|sent| sent.as_str() == target.path)
    })
    .ok_or_else(|| {
        Error::encode(
            target,
            "the path is not one: it starts with `/`, and has neither spaces nor a fragment",
        )
    })
}
