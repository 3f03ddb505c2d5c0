//! Whether an answer is signed by the platform.

use std::time::{Duration, SystemTime};

use super::super::{
    Credentials, Received, Trust, VerificationError, VerificationErrorKind, single,
};
use super::answer::Answered;
use super::piece::{self, Values};
use super::{Signature, SignatureHeaderError};
use crate::client::digest;
use VerificationErrorKind::{
    Algorithm, Incomplete, Malformed, Mismatch, OtherClient, Stale, UnknownKey,
};

/// Unproven when the answer has no signature; an error when it has one, but not a right one.
pub(super) fn answer(
    signature: &Signature,
    form: &Answered,
    answer: Received<'_>,
    credentials: &Credentials,
    now: SystemTime,
) -> Result<Trust, VerificationError> {
    let header = |name| header(answer, name);
    if let Some(id) = header(form.client)?
        && id != credentials.client_id()
    {
        let why = "it is addressed to another client id";
        return Err(VerificationError::new(OtherClient, why));
    }
    let text = header(Some(form.of.signature_header))?;
    let rest = [
        ("time", form.of.time_header),
        ("nonce", form.of.nonce_header),
        ("id of a key", form.of.key_header),
    ];
    let mut found = [""; 3];
    for ((what, name), found) in rest.into_iter().zip(&mut found) {
        match (text, header(name)?) {
            (_, None) if name.is_none() => {}
            (Some(_), Some(value)) => *found = value,
            (Some(_), None) => return incomplete(&format!("it has a signature but no {what}")),
            (None, Some(_)) => return incomplete(&format!("it has a {what} but no signature")),
            (None, None) => {}
        }
    }
    let Some(text) = text else {
        return Ok(Trust::Unproven);
    };
    let bytes = read(signature, form, text)?;
    let [time, nonce, key] = found;
    let values = Values {
        key_id: key,
        ..signature.values(answer.at(time, nonce), credentials)
    };
    let message = piece::join(form.of.text, &values);
    check(signature, credentials, key, &message, &bytes)?;
    fresh(signature, form, time, now)?;
    Ok(Trust::Proven)
}

fn incomplete(why: &str) -> Result<Trust, VerificationError> {
    Err(VerificationError::new(Incomplete, why))
}

/// The bytes of a signature, whose algorithm is ours where it names one.
fn read(signature: &Signature, form: &Answered, text: &str) -> Result<Vec<u8>, VerificationError> {
    let Some(pairs) = form.form else {
        return signature.encoding.read(text).ok_or_else(|| {
            let name = form.of.signature_header;
            let words = signature.encoding.words();
            let why = format!("the header `{name}` does not hold {words}");
            VerificationError::new(Malformed, why)
        });
    };
    let malformed =
        |error: SignatureHeaderError| VerificationError::new(Malformed, error.to_string());
    let parts = pairs.read(text).map_err(malformed)?;
    if let Some(algorithm) = &parts.algorithm {
        let checked = signature.check_algorithm(algorithm);
        checked.map_err(|why| VerificationError::new(Algorithm, why))?;
    }
    Ok(parts.signature)
}

/// Whether the platform made it, with the key that the answer names.
fn check(
    signature: &Signature,
    credentials: &Credentials,
    key: &str,
    message: &[u8],
    bytes: &[u8],
) -> Result<(), VerificationError> {
    let key = Some(key).filter(|it| !it.is_empty());
    if let (Some(verifier), Some(key)) = (&credentials.verifier, key)
        && !verifier.knows(key)
    {
        let why = format!(
            "it is signed with the platform key {}, which the client does not have; give it that key",
            shown(key)
        );
        return Err(VerificationError::new(UnknownKey, why));
    }
    if is_by(signature, credentials, key, message, bytes) {
        return Ok(());
    }
    let what = if signature.method.is_shared() {
        "secret"
    } else {
        "platform key"
    };
    let why = format!(
        "the signature does not match; check that the {what} is the one of this environment"
    );
    Err(VerificationError::new(Mismatch, why))
}

/// Whether the other side made the signature over these bytes.
pub(super) fn is_by(
    signature: &Signature,
    credentials: &Credentials,
    key: Option<&str>,
    message: &[u8],
    bytes: &[u8],
) -> bool {
    let secret = signature.secret.map(|it| credentials.text(it.name()));
    match (&credentials.verifier, key, secret) {
        (Some(verifier), Some(key), _) => verifier.verify_by(key, message, bytes).is_ok(),
        (Some(verifier), None, _) => verifier.verify(message, bytes).is_ok(),
        (None, _, Some(secret)) => {
            digest::is_mac(signature.method, secret.as_bytes(), message, bytes)
        }
        (None, _, None) => false,
    }
}

/// The id of a key, where it looks like one: it is not proven yet.
fn shown(key: &str) -> String {
    let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.' | ':');
    if key.len() <= 64 && key.chars().all(plain) {
        format!("`{key}`")
    } else {
        "of another id".to_owned()
    }
}

/// Whether the time of a proven answer is near enough to that of the client.
fn fresh(
    signature: &Signature,
    form: &Answered,
    time: &str,
    now: SystemTime,
) -> Result<(), VerificationError> {
    let (Some(seconds), Some(name)) = (form.of.fresh, form.of.time_header) else {
        return Ok(());
    };
    let Some(then) = signature.time.read(time) else {
        let sample = signature.time.sample();
        let why = format!("the header `{name}` does not hold a time such as `{sample}`");
        return Err(VerificationError::new(Malformed, why));
    };
    let (before, after) = (now.duration_since(then), then.duration_since(now));
    let apart = before.or(after).unwrap_or_default();
    if apart <= Duration::from_secs(seconds.into()) {
        return Ok(());
    }
    let why = format!(
        "its time is more than {seconds} seconds away from that of the client; check the clock of this machine, an old message may have been sent again"
    );
    Err(VerificationError::new(Stale, why))
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
            Malformed,
            format!("the header `{name}` {problem}"),
        )),
    }
}
