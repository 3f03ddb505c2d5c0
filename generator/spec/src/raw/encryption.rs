//! `encryption` of `api.yaml`.

use super::{Keys, RawEvidence, evidence, keys, language};
use crate::{
    diag::Sink,
    source::Span,
    yaml::{Node, Text},
};
use stipula_contract::{EncryptionProfile, Oaep};

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
    /// A key of encrypted bodies is there.
    pub is_of_bodies: bool,
    /// How members are sealed.
    pub sealed: Option<RawSealed>,
    /// How members of requests are encrypted.
    pub sent: Option<RawSent>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// `sent` as written.
#[derive(Debug)]
pub struct RawSent {
    /// Where it stands.
    pub span: Span,
    /// Padding.
    pub padding: Option<Oaep>,
    /// Header with the id of the key.
    pub key_header: Option<Text>,
}

/// `sealed` as written.
#[derive(Debug)]
pub struct RawSealed {
    /// Where it stands.
    pub span: Span,
    /// The credential.
    pub key: Option<Text>,
    /// Member with the sealed text.
    pub text: Option<Text>,
    /// Member with the nonce.
    pub nonce: Option<Text>,
    /// Member with what is authenticated besides.
    pub beside: Option<Text>,
    /// Member with the name of the algorithm, and that name.
    pub algorithm: Vec<Text>,
}

const PROFILES: [(&str, EncryptionProfile); 1] =
    [("rsa_aes_ecb_pkcs1", EncryptionProfile::RsaAesEcbPkcs1)];

/// Keys of encrypted bodies.
const BODIES: [&str; 5] = [
    "header",
    "algorithm",
    "profile",
    "key_version",
    "content_type",
];

pub(super) fn read(entry: &(Text, Node), sink: &mut Sink) -> Option<RawEncryption> {
    let (key, node) = entry;
    let what = "`encryption`";
    let keys = Keys::open(node, &language::ENCRYPTION, sink)?;
    let is_of_bodies = BODIES.iter().any(|it| keys.has(it)) || !keys.has("member");
    let text = |name: &str, sink: &mut Sink| {
        let written = is_of_bodies.then(|| keys.required(name, what, sink));
        written.flatten()
    };
    let profile = text("profile", sink);
    let member = keys.get("member").and_then(|node| member(node, sink));
    Some(RawEncryption {
        span: key.span,
        header: text("header", sink),
        algorithm: text("algorithm", sink),
        is_of_bodies,
        sealed: member.and_then(|it| sealed(&it, sink)),
        sent: member.and_then(|it| sent(&it, sink)),
        profile: profile.and_then(|text| keys::word(&text, "`profile`", &PROFILES, sink)),
        key_version: keys
            .get("key_version")
            .and_then(|node| keys::integer(node, "`key_version`", sink)),
        content_type: keys.text("content_type", sink),
        evidence: evidence::read(&keys, sink),
    })
}

fn member<'a>(node: &'a Node, sink: &mut Sink) -> Option<Keys<'a>> {
    let keys = Keys::open(node, &language::MEMBER_ENCRYPTION, sink)?;
    if !keys.has("sealed") && !keys.has("sent") {
        keys.missing("sealed", "`member` of `encryption`", sink);
    }
    Some(keys)
}

fn sent(keys: &Keys<'_>, sink: &mut Sink) -> Option<RawSent> {
    let (key, node) = keys.entry("sent")?;
    let keys = Keys::open(node, &language::SENT, sink)?;
    let padding = keys.required("profile", "`sent`", sink);
    Some(RawSent {
        span: key.span,
        padding: padding.and_then(|it| keys::word(&it, "`profile`", &Oaep::WORDS, sink)),
        key_header: keys.required("key_header", "`sent`", sink),
    })
}

fn sealed(keys: &Keys<'_>, sink: &mut Sink) -> Option<RawSealed> {
    let (key, node) = keys.entry("sealed")?;
    let keys = Keys::open(node, &language::SEALED, sink)?;
    let what = "`sealed`";
    if let Some(profile) = keys.required("profile", what, sink) {
        keys::word(&profile, "`profile`", &[("aes_256_gcm", ())], sink);
    }
    Some(RawSealed {
        span: key.span,
        key: keys.required("key", what, sink),
        text: keys.required("text", what, sink),
        nonce: keys.required("nonce", what, sink),
        beside: keys.text("beside", sink),
        algorithm: keys.texts("algorithm", sink),
    })
}
