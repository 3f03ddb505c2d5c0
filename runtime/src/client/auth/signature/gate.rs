//! What the fake does with signatures: it checks those of requests and makes those of answers.

use std::time::{Duration, SystemTime};

use super::super::{
    Authentication as _, Credentials, FAKE_KEY, Flaw, Header, Message, Received, required,
};
use super::answer::Answered;
use super::matching::{matched, template};
use super::piece::{self, Values};
use super::templates::{self, Sent};
use super::{Filling, Piece, Signature, verify};
use crate::client::digest;
use crate::refusal::Refusal;

/// What the headers of a request say.
#[derive(Default)]
struct Said<'a> {
    time: &'a str,
    nonce: &'a str,
    signature: Vec<u8>,
}

/// Whether a request proves who sent it, checked in the order in which a person mends it.
pub(super) fn admit(
    signature: &Signature,
    request: Received<'_>,
    credentials: &Credentials,
) -> Result<(), Refusal> {
    let gate = Gate {
        signature,
        request,
        credentials,
    };
    let mut said = Said::default();
    let (signed, others): (Vec<_>, _) = signature.sent().into_iter().partition(Sent::is_signature);
    for it in &others {
        gate.take(it, &mut said)?;
    }
    for it in &signed {
        gate.take_signature(it, &mut said)?;
    }
    gate.check(&said, &signed)
}

#[derive(Clone, Copy)]
struct Gate<'a> {
    signature: &'a Signature,
    request: Received<'a>,
    credentials: &'a Credentials,
}

impl<'a> Gate<'a> {
    /// Reads a header that is made of pieces.
    fn take(&self, it: &Sent, said: &mut Said<'a>) -> Result<(), Refusal> {
        let name = it.name;
        let text = required(self.request.headers, name)?;
        let Some(found) = matched(&it.pieces, text) else {
            let message = format!(
                "the header `{name}` is not made as `{}`",
                template(&it.pieces)
            );
            return Err(Refusal::new("FAKE_WRONG_HEADER", message));
        };
        for (piece, text) in found {
            self.piece(name, piece, text, said)?;
        }
        Ok(())
    }

    /// Reads the header with the signature; the refusal tells what was to be signed.
    fn take_signature(&self, it: &Sent, said: &mut Said<'a>) -> Result<(), Refusal> {
        let expected = |refusal: Refusal, said: &Said<'_>| self.expecting(refusal, said, it);
        if self.signature.filling == Filling::Templates {
            return self.take(it, said).map_err(|why| expected(why, said));
        }
        let name = it.name;
        let wrong = |why: String| Refusal::new("FAKE_WRONG_SIGNATURE", why);
        let text = required(self.request.headers, name).map_err(|why| expected(why, said))?;
        let parts = self.signature.form.read(text).map_err(|error| {
            let why = format!("the header `{name}` cannot be read: {error}");
            expected(wrong(why), said)
        })?;
        if let Some(algorithm) = &parts.algorithm {
            let checked = self.signature.check_algorithm(algorithm);
            checked.map_err(|why| expected(wrong(why), said))?;
        }
        said.signature = parts.signature;
        Ok(())
    }

    /// Takes one piece of a header.
    fn piece(
        &self,
        name: &str,
        piece: Piece,
        text: &'a str,
        said: &mut Said<'a>,
    ) -> Result<(), Refusal> {
        let wrong = |code, what: String| {
            let message = format!("the header `{name}` {what}");
            Err(Refusal::new(code, message))
        };
        match piece {
            Piece::ClientId if text != self.credentials.client_id() => {
                let wanted = self.credentials.client_id();
                let what = format!("is `{text}`, expected `{wanted}`");
                return wrong("FAKE_WRONG_CLIENT_ID", what);
            }
            Piece::Credential(it) if text != self.credentials.text(it.name()) => {
                let wanted = self.credentials.text(it.name());
                let what = format!("has another `{}`, expected `{wanted}`", it.name());
                return wrong("FAKE_WRONG_CREDENTIAL", what);
            }
            Piece::Time if self.signature.time.read(text).is_none() && !is_digits(text) => {
                let sample = self.signature.time.sample();
                let what = format!("is `{text}`, expected a time such as `{sample}`");
                return wrong("FAKE_WRONG_TIME", what);
            }
            Piece::BodyDigest | Piece::BodyDigestBase64 if text != self.digest(piece) => {
                let what = format!(
                    "has the digest of another body, expected `{}`",
                    self.digest(piece)
                );
                return wrong("FAKE_WRONG_DIGEST", what);
            }
            Piece::Time => said.time = text,
            Piece::Nonce if text.is_empty() => {
                return wrong("FAKE_WRONG_HEADER", "has an empty nonce".to_owned());
            }
            Piece::Nonce => said.nonce = text,
            Piece::Signature => match self.signature.encoding.read(text) {
                Some(bytes) => said.signature = bytes,
                None => {
                    let words = self.signature.encoding.words();
                    let what = format!("has a signature that is not {words}");
                    return wrong("FAKE_WRONG_SIGNATURE", what);
                }
            },
            _ => {}
        }
        Ok(())
    }

    fn digest(&self, piece: Piece) -> String {
        match piece {
            Piece::BodyDigestBase64 => digest::sha256_base64(self.request.body),
            _ => digest::sha256_hex(self.request.body),
        }
    }

    /// The bytes that were to be signed.
    fn text(&self, said: &Said<'_>) -> Vec<u8> {
        let message = self.request.at(said.time, said.nonce);
        self.signature.text(message, self.credentials)
    }

    fn check(&self, said: &Said<'_>, signed: &[Sent]) -> Result<(), Refusal> {
        let (signature, text) = (self.signature, self.text(said));
        if verify::is_by(signature, self.credentials, None, &text, &said.signature) {
            return Ok(());
        }
        let key = if signature.method.is_shared() {
            "the secret"
        } else {
            "the private key"
        };
        let why = format!(
            "the signature does not match; sign the bytes of `expectedStringToSign` with {key} of \
             this fake ({})",
            signature.method.words()
        );
        let refusal = Refusal::new("FAKE_WRONG_SIGNATURE", why);
        Err(match signed.first() {
            Some(it) => self.expecting(refusal, said, it),
            None => refusal,
        })
    }

    /// The refusal, with what was expected.
    fn expecting(&self, refusal: Refusal, said: &Said<'_>, header: &Sent) -> Refusal {
        let signature = self.signature;
        let written = match signature.filling {
            Filling::Pairs => "<base64 of the signature, percent-encoded>",
            Filling::Templates => "<signature>",
        };
        let message = self.request.at(said.time, said.nonce);
        let values = Values {
            signature: written,
            // What the fake itself would write: the version is open to the client.
            key_version: 1,
            ..signature.values(message, self.credentials)
        };
        let header = piece::join(&header.pieces, &values);
        refusal.expected(&self.text(said), &String::from_utf8_lossy(&header))
    }
}

/// Some clients send a time as a number, whatever the pages say.
fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

/// The headers that prove an answer.
pub(super) fn attest(
    signature: &Signature,
    answer: Message<'_>,
    credentials: &Credentials,
    flaw: Flaw,
) -> Vec<Header> {
    let Some(form) = signature.answered() else {
        return Vec::new();
    };
    let values = Values {
        key_id: FAKE_KEY,
        ..signature.values(answer, credentials)
    };
    let mut text = piece::join(form.of.text, &values);
    if flaw == Flaw::OtherBody {
        text.push(b' ');
    }
    let Ok(signed) = signature.sign(&text, credentials) else {
        return Vec::new();
    };
    let old;
    let told = match flaw {
        Flaw::OtherTime => {
            old = signature.time.text(&other_time());
            &old
        }
        _ => answer.time,
    };
    let header = |name: Option<&'static str>, text: &str| name.map(|it| Header::plain(it, text));
    let all = [
        header(form.client, credentials.client_id()),
        header(form.of.time_header, told),
        header(form.of.nonce_header, answer.nonce),
        header(form.of.key_header, FAKE_KEY),
        Some(proof(signature, &form, &values, &signed)),
    ];
    all.into_iter().flatten().collect()
}

/// The header with the signature of an answer.
fn proof(signature: &Signature, form: &Answered, values: &Values<'_>, signed: &[u8]) -> Header {
    let written = signature.encoding.write(signed);
    if form.form.is_none() {
        return Header::secret(form.of.signature_header, written);
    }
    templates::signature_pairs(signature).header(&Values {
        signature: &written,
        ..*values
    })
}

/// 2000-01-01T00:00:00Z: thirty years after the epoch, seven of them leap years.
fn other_time() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_hours(24 * (30 * 365 + 7))
}
