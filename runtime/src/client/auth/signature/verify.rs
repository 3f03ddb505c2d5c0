//! Whether an answer is signed by the platform.

use super::super::{
    Credentials, Received, Trust, VerificationError, VerificationErrorKind, single,
};
use super::Signature;

/// Unproven when the answer has no signature; an error when it has one, but not a right one.
pub(super) fn answer(
    signature: &Signature,
    answer: Received<'_>,
    credentials: &Credentials,
) -> Result<Trust, VerificationError> {
    let header = |name| header(answer, name);
    if let Some(id) = header(signature.client_header)?
        && id != credentials.client_id()
    {
        let why = "it is addressed to another client id";
        return Err(VerificationError::new(
            VerificationErrorKind::OtherClient,
            why,
        ));
    }
    let text = header(Some(signature.signature_header))?;
    let time = header(signature.response_time_header)?;
    let incomplete = |why| {
        Err(VerificationError::new(
            VerificationErrorKind::Incomplete,
            why,
        ))
    };
    let (text, time) = match (text, time) {
        (None, None) => return Ok(Trust::Unproven),
        (Some(text), Some(time)) => (text, time),
        (Some(text), None) if signature.response_time_header.is_none() => (text, ""),
        (Some(_), None) => return incomplete("it has a signature but no time"),
        (None, Some(_)) => return incomplete("it has a time but no signature"),
    };
    let parts = signature.form.read(text).map_err(|error| {
        VerificationError::new(VerificationErrorKind::Malformed, error.to_string())
    })?;
    if let Some(algorithm) = &parts.algorithm {
        signature
            .check_algorithm(algorithm)
            .map_err(|why| VerificationError::new(VerificationErrorKind::Algorithm, why))?;
    }
    let message = signature.text(answer.at(time), credentials);
    let verified = credentials
        .verifier
        .as_ref()
        .is_some_and(|verifier| verifier.verify(&message, &parts.signature).is_ok());
    if verified {
        return Ok(Trust::Proven);
    }
    Err(VerificationError::new(
        VerificationErrorKind::Mismatch,
        "the signature does not match; check that the platform key is the one of this environment",
    ))
}

/// A header with one readable value; empty counts as absent.
fn header<'a>(
    answer: Received<'a>,
    name: Option<&str>,
) -> Result<Option<&'a str>, VerificationError> {
    let Some(name) = name else {
        return Ok(None);
    };
    match single(answer.headers, name) {
        Ok(text) => Ok(text.filter(|text| !text.is_empty())),
        Err(problem) => Err(VerificationError::new(
            VerificationErrorKind::Malformed,
            format!("the header `{name}` {problem}"),
        )),
    }
}
