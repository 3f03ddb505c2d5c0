//! What the fake does with signatures: it checks those of requests and makes those of answers.

use std::str::FromStr as _;

use jiff::Timestamp;

use super::super::{Credentials, Flaw, Header, Message, Received, required};
use super::Signature;
use crate::refusal::Refusal;

/// Whether a request proves who sent it, checked in the order in which a person mends it.
pub(super) fn admit(
    signature: &Signature,
    request: Received<'_>,
    credentials: &Credentials,
) -> Result<(), Refusal> {
    if let Some(name) = signature.client_header {
        let (id, wanted) = (required(request.headers, name)?, credentials.client_id());
        if id != wanted {
            let message = format!("the header `{name}` is `{id}`, expected `{wanted}`");
            return Err(Refusal::new("FAKE_WRONG_CLIENT_ID", message));
        }
    }
    let time = match signature.request_time_header {
        Some(name) => time(request, name)?,
        None => "",
    };
    check(signature, request, time, credentials)
}

fn time<'a>(request: Received<'a>, name: &str) -> Result<&'a str, Refusal> {
    let time = required(request.headers, name)?;
    if Timestamp::from_str(time).is_err() && !time.bytes().all(|it| it.is_ascii_digit()) {
        let message = format!(
            "the header `{name}` is `{time}`, expected a time such as `2024-05-22T01:12:21Z`"
        );
        return Err(Refusal::new("FAKE_WRONG_TIME", message));
    }
    Ok(time)
}

fn check(
    signature: &Signature,
    request: Received<'_>,
    time: &str,
    credentials: &Credentials,
) -> Result<(), Refusal> {
    let message = signature.text(
        Message {
            time,
            ..request.at("")
        },
        credentials,
    );
    let name = signature.signature_header;
    let expected = |refusal: Refusal| refusal.expected(&message, &template(signature));
    let wrong = |why: String| expected(Refusal::new("FAKE_WRONG_SIGNATURE", why));
    let text = required(request.headers, name).map_err(expected)?;
    let parts = signature
        .form
        .read(text)
        .map_err(|error| wrong(format!("the header `{name}` cannot be read: {error}")))?;
    if let Some(algorithm) = &parts.algorithm {
        signature.check_algorithm(algorithm).map_err(wrong)?;
    }
    let verified = credentials
        .verifier
        .as_ref()
        .is_some_and(|verifier| verifier.verify(&message, &parts.signature).is_ok());
    if verified {
        return Ok(());
    }
    Err(wrong(
        "the signature does not match; sign the bytes of `expectedStringToSign` with \
         the private key of this fake (RSASSA-PKCS1-v1_5, SHA-256)"
            .to_owned(),
    ))
}

/// The header that was expected, for people.
fn template(signature: &Signature) -> String {
    let value = "<base64 of the signature, percent-encoded>";
    signature.form.text(signature.algorithm, 1, value)
}

/// The headers that prove an answer.
pub(super) fn attest(
    signature: &Signature,
    answer: Message<'_>,
    credentials: &Credentials,
    flaw: Flaw,
) -> Vec<Header> {
    let mut text = signature.text(answer, credentials);
    if flaw == Flaw::OtherBody {
        text.push(b' ');
    }
    let signed = credentials.signer.as_ref().map(|it| it.sign(&text));
    let Some(Ok(signed)) = signed else {
        return Vec::new();
    };
    let told = match flaw {
        Flaw::OtherTime => "2000-01-01T00:00:00Z",
        _ => answer.time,
    };
    let client = signature
        .client_header
        .map(|name| Header::plain(name, credentials.client_id()));
    let time = signature
        .response_time_header
        .map(|name| Header::plain(name, told));
    let proof = Header::secret(
        signature.signature_header,
        signature.header(&signed, credentials),
    );
    client.into_iter().chain(time).chain([proof]).collect()
}
