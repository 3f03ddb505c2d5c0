//! A signature in a header: over which text, by which algorithm, beside which headers.

use serde::Serialize;

use super::{CarriedIn, Carrier, Piece, Purpose};

/// A signature over a template, in a header beside those that it needs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Signature {
    /// Header with the client id.
    pub client_header: String,
    /// Header with the time of a request.
    pub request_time_header: String,
    /// Header with the time of an answer.
    pub response_time_header: String,
    /// Header with the signature.
    pub signature_header: String,
    /// The text to sign, in pieces.
    pub string_to_sign: Vec<Piece>,
    /// Algorithm name that is written.
    pub algorithm: String,
    /// Names read as the same algorithm.
    pub algorithm_aliases: Vec<String>,
    /// Algorithms that are named but not supported, with the reason.
    pub refused: Vec<(String, String)>,
    /// Key version unless configured.
    pub key_version: u32,
    /// Statuses of answers that may come unsigned.
    pub accept_unsigned: Vec<String>,
}

impl Signature {
    /// The headers of a request.
    pub(super) fn carriers(&self) -> Vec<Carrier<'_>> {
        let signed = format!(
            "Signed with `{}`, key version {}, is the text `{}`.",
            self.algorithm,
            self.key_version,
            self.template()
        );
        let value = format!(
            "algorithm={},keyVersion={},signature=$SIGNATURE",
            self.algorithm, self.key_version
        );
        vec![
            Carrier {
                purpose: Purpose::Proof("client"),
                part: CarriedIn::Header,
                name: &self.client_header,
                value: "$CLIENT_ID".to_owned(),
                escaped: None,
                how: String::new(),
            },
            Carrier {
                purpose: Purpose::Companion,
                part: CarriedIn::Header,
                name: &self.request_time_header,
                value: "$REQUEST_TIME".to_owned(),
                escaped: None,
                how: String::new(),
            },
            Carrier {
                purpose: Purpose::Proof("signature"),
                part: CarriedIn::Header,
                name: &self.signature_header,
                value,
                escaped: None,
                how: signed,
            },
        ]
    }

    /// The text to sign as a template, as a spec has it: `{path}` of `signing` is with its query.
    pub fn template(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::PathAndQuery => "{path}".to_owned(),
            it => it.word(&[]),
        };
        self.string_to_sign.iter().map(piece).collect()
    }
}
