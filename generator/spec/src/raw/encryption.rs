//! `encryption` of `api.yaml`.

use super::{Keys, RawEvidence, evidence, keys, language};
use crate::{
    diag::Sink,
    source::Span,
    yaml::{Node, Text},
};
use stipula_contract::EncryptionProfile;

/// `encryption` as written.
#[derive(Debug)]
pub struct RawEncryption {
    /// Where it stands.
    pub span: Span,
    /// Header with the wrapped key.
    pub header: Option<Text>,
    /// Name of the algorithm in the header.
    pub algorithm: Option<Text>,
    /// Cipher, padding and key wrap.
    pub profile: Option<EncryptionProfile>,
    /// Key version.
    pub key_version: Option<u32>,
    /// Content type.
    pub content_type: Option<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
}

const PROFILES: [(&str, EncryptionProfile); 1] =
    [("rsa_aes_ecb_pkcs1", EncryptionProfile::RsaAesEcbPkcs1)];

pub(super) fn read(entry: &(Text, Node), sink: &mut Sink) -> Option<RawEncryption> {
    let (key, node) = entry;
    let what = "`encryption`";
    let keys = Keys::open(node, &language::ENCRYPTION, sink)?;
    let profile = keys.required("profile", what, sink);
    Some(RawEncryption {
        span: key.span,
        header: keys.required("header", what, sink),
        algorithm: keys.required("algorithm", what, sink),
        profile: profile.and_then(|text| keys::word(&text, "`profile`", &PROFILES, sink)),
        key_version: keys
            .get("key_version")
            .and_then(|node| keys::integer(node, "`key_version`", sink)),
        content_type: keys.text("content_type", sink),
        evidence: evidence::read(&keys, sink),
    })
}
