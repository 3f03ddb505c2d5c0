//! A signature whose texts and headers are templates.

use serde::Serialize;

use super::{CarriedIn, Carrier, Credential, Piece, Purpose, piece};
use crate::CredentialId;

/// A signature over a template, in headers that are templates as well.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Signed {
    /// What makes it.
    pub algorithm: SignedBy,
    /// The secret, of an algorithm that both sides have one of.
    pub key: Option<CredentialId>,
    /// How times are written.
    pub time: TimeForm,
    /// How signatures are written.
    pub encoding: SignatureEncoding,
    /// What of a request is signed.
    pub text: Vec<Piece>,
    /// Headers of a request, each a name and its value.
    pub headers: Vec<(String, Vec<Piece>)>,
    /// How answers are signed, if they are.
    pub answer: Option<SignedAnswer>,
    /// Statuses of answers that may come unsigned.
    pub accept_unsigned: Vec<String>,
}

/// How answers are signed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SignedAnswer {
    /// What is signed.
    pub text: Vec<Piece>,
    /// Header with the signature.
    pub signature_header: String,
    /// Header with the time.
    pub time_header: Option<String>,
    /// Header with the nonce.
    pub nonce_header: Option<String>,
    /// Header with the id of the key.
    pub key_header: Option<String>,
    /// How many seconds the time may be away.
    pub fresh: Option<u32>,
}

/// What makes a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum SignedBy {
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    RsaSha256,
    /// RSASSA-PSS with SHA-256.
    RsaPssSha256,
    /// HMAC with SHA-256.
    HmacSha256,
    /// HMAC with SHA-512.
    HmacSha512,
    /// Ed25519.
    Ed25519,
    /// ECDSA on P-256 with SHA-256, in DER.
    EcdsaP256Sha256,
}

impl SignedBy {
    /// Each with its word of the language.
    pub const WORDS: [(&'static str, Self); 6] = [
        ("rsa_sha256", Self::RsaSha256),
        ("rsa_pss_sha256", Self::RsaPssSha256),
        ("hmac_sha256", Self::HmacSha256),
        ("hmac_sha512", Self::HmacSha512),
        ("ed25519", Self::Ed25519),
        ("ecdsa_p256_sha256", Self::EcdsaP256Sha256),
    ];

    /// Whether both sides have the same secret.
    pub const fn is_shared(self) -> bool {
        matches!(self, Self::HmacSha256 | Self::HmacSha512)
    }

    /// For people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::RsaSha256 => "RSASSA-PKCS1-v1_5 with SHA-256",
            Self::RsaPssSha256 => "RSASSA-PSS with SHA-256 and a salt of 32 bytes",
            Self::HmacSha256 => "HMAC with SHA-256",
            Self::HmacSha512 => "HMAC with SHA-512",
            Self::Ed25519 => "Ed25519",
            Self::EcdsaP256Sha256 => "ECDSA on P-256 with SHA-256, as a DER sequence",
        }
    }
}

/// How the time of a message is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum TimeForm {
    /// RFC 3339.
    Rfc3339,
    /// Seconds since 1970.
    UnixSeconds,
    /// Milliseconds since 1970.
    UnixMillis,
}

impl TimeForm {
    /// Each with its word of the language.
    pub const WORDS: [(&'static str, Self); 3] = [
        ("rfc3339", Self::Rfc3339),
        ("unix_seconds", Self::UnixSeconds),
        ("unix_millis", Self::UnixMillis),
    ];

    /// For people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Rfc3339 => "as RFC 3339 says",
            Self::UnixSeconds => "in seconds since 1970",
            Self::UnixMillis => "in milliseconds since 1970",
        }
    }
}

/// How a signature is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum SignatureEncoding {
    /// Base64.
    Base64,
    /// Base64 in the alphabet for addresses, without padding.
    Base64Url,
    /// Lower-case hexadecimal digits.
    Hex,
}

impl SignatureEncoding {
    /// Each with its word of the language.
    pub const WORDS: [(&'static str, Self); 3] = [
        ("base64", Self::Base64),
        ("base64url", Self::Base64Url),
        ("hex", Self::Hex),
    ];

    /// For people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Base64 => "in base64",
            Self::Base64Url => "in base64 with `-` and `_`, without padding",
            Self::Hex => "in hexadecimal digits",
        }
    }
}

impl Signed {
    /// Every piece of texts and headers.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        let headers = self.headers.iter().flat_map(|(_, pieces)| pieces);
        let answer = self.answer.iter().flat_map(|it| &it.text);
        self.text.iter().chain(headers).chain(answer)
    }

    /// The credentials that it needs, each once.
    pub(super) fn credentials(&self) -> Vec<CredentialId> {
        let mut all: Vec<CredentialId> = self.key.into_iter().collect();
        for piece in self.pieces() {
            if let Piece::Credential(id) = piece
                && !all.contains(id)
            {
                all.push(*id);
            }
        }
        all
    }

    /// The credentials that whoever verifies needs, each once.
    pub(super) fn credentials_of_answers(&self) -> Vec<CredentialId> {
        let mut all: Vec<CredentialId> = self.key.into_iter().collect();
        for piece in self.answer.iter().flat_map(|it| &it.text) {
            if let Piece::Credential(id) = piece
                && !all.contains(id)
            {
                all.push(*id);
            }
        }
        all
    }

    /// The headers of a request.
    pub(super) fn carriers<'a>(&'a self, scheme: &'a str, all: &[Credential]) -> Vec<Carrier<'a>> {
        let headers = self.headers.iter();
        let carriers = headers.map(|(name, pieces)| {
            let signs = pieces.contains(&Piece::Signature);
            Carrier {
                purpose: Purpose::Proof(if signs { scheme } else { name }),
                part: CarriedIn::Header,
                name,
                value: pieces.iter().map(|it| it.variable(all)).collect(),
                escaped: Some(pieces.iter().map(|it| it.in_shell(all)).collect()),
                how: self.how(pieces, all),
            }
        });
        carriers.collect()
    }

    /// How what stands in a header is made, a sentence for each piece.
    fn how(&self, pieces: &[Piece], all: &[Credential]) -> String {
        let about = pieces.iter().filter_map(|it| self.about(it, all));
        about.collect::<Vec<_>>().join(" ")
    }

    fn about(&self, piece: &Piece, all: &[Credential]) -> Option<String> {
        let what = match piece {
            Piece::Signature => self.made(all),
            Piece::Time => format!("the time, {}", self.time.words()),
            Piece::Nonce => "a text that no other request has".to_owned(),
            Piece::KeyId => "the id of the key that signs".to_owned(),
            Piece::BodyDigest => "SHA-256 of the body, in hexadecimal digits".to_owned(),
            Piece::BodyDigestBase64 => "SHA-256 of the body, in base64".to_owned(),
            _ => return None,
        };
        Some(format!("`{}` is {what}.", piece.variable(all)))
    }

    /// How the signature is made.
    fn made(&self, all: &[Credential]) -> String {
        let under = match self.key {
            Some(id) => format!("under the credential `{}`", all[id.0].name),
            None => "under the private key of the client".to_owned(),
        };
        format!(
            "the signature by {}, {under}, of the text `{}`, {}",
            self.algorithm.words(),
            piece::template(&self.text, all),
            self.encoding.words(),
        )
    }

    /// How an answer proves that the platform sent it; nothing where answers prove nothing.
    pub fn of_answers(&self, all: &[Credential]) -> Option<String> {
        let it = self.answer.as_ref()?;
        let mut told = vec![format!(
            "An answer has its signature in the header `{}`, made the same way of the text `{}`.",
            it.signature_header,
            piece::template(&it.text, all)
        )];
        told.extend(it.beside());
        let statuses = self.accept_unsigned.iter().map(|it| format!("`{it}`"));
        let statuses = statuses.collect::<Vec<_>>().join(", ");
        let unsigned = format!("Without a signature it may only say {statuses}.");
        told.extend((!statuses.is_empty()).then_some(unsigned));
        Some(told.join(" "))
    }

    /// How a notification proves that the platform sent it.
    pub(crate) fn of_notifications(&self, all: &[Credential]) -> Option<String> {
        let it = self.answer.as_ref()?;
        let under = match self.key {
            Some(id) => format!(", under the credential `{}`,", all[id.0].name),
            None => String::new(),
        };
        let mut told = vec![format!(
            "The header `{}` has its signature, by {}{under} of the text `{}`, {}.",
            it.signature_header,
            self.algorithm.words(),
            piece::template(&it.text, all),
            self.encoding.words(),
        )];
        told.extend(it.beside());
        Some(told.join(" "))
    }
}

impl SignedAnswer {
    /// What stands beside the signature, a sentence each.
    fn beside(&self) -> Vec<String> {
        let mut told = Vec::new();
        let named = [
            ("time", &self.time_header),
            ("nonce", &self.nonce_header),
            ("id of the key that signed", &self.key_header),
        ];
        for (what, header) in named {
            told.extend(header.iter().map(|it| format!("The {what} is in `{it}`.")));
        }
        let fresh = self
            .fresh
            .map(|seconds| format!("A time that is more than {seconds} seconds away is refused."));
        told.extend(fresh);
        told
    }
}
