//! The cipher and the key wrap, beside the signature.

use proptest::prelude::*;

use super::seal::{PAIRS, Sealing, decrypt, encrypt};
use super::{Encryption, EncryptionProfile, Outgoing};
use crate::client::{PrivateKey, PublicKey};

static ENCRYPTION: Encryption = Encryption {
    header: "Encrypt",
    algorithm: "RSA_AES",
    key_version: 1,
    content_type: "text/plain",
    profile: EncryptionProfile::RsaAesEcbPkcs1,
};

fn read(name: &str) -> serde_json::Value {
    let path = format!("{}/tests/vectors/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// Seals for `to` and opens for `own`.
fn sealing(own: &str, to: &str) -> Sealing {
    let keys = read("test-keys");
    let own = PrivateKey::parse(keys[own]["private_pkcs8"].as_str().unwrap()).unwrap();
    let to = PublicKey::parse(keys[to]["public_spki"].as_str().unwrap()).unwrap();
    Sealing::new(&ENCRYPTION, 7, &own, &to).unwrap()
}

fn parts(sealed: Outgoing) -> (String, Vec<u8>) {
    (sealed.sealed.unwrap().1, sealed.bytes)
}

/// The platform opens what the partner sealed.
fn opened(sealed: Outgoing) -> Option<Vec<u8>> {
    let (header, body) = parts(sealed);
    sealing("platform", "merchant").open(&header, &body)
}

fn hex(text: &str) -> Vec<u8> {
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
        .collect()
}

#[test]
fn the_vector_of_other_implementations() {
    let vector = &read("encrypted-request")[0];
    let text = |name: &str| vector[name].as_str().unwrap();
    let platform = sealing("platform", "merchant");
    let found = platform.open(text("encrypt_header"), text("body").as_bytes());
    assert_eq!(found.unwrap(), text("plain_body").as_bytes());

    let key = hex(text("aes_key_hex"));
    let partner = sealing("merchant", "platform");
    let sealed = partner.seal_with(&key, text("plain_body").as_bytes());
    let (header, body) = parts(sealed.unwrap());
    assert_eq!(body, text("body").as_bytes());
    // The padding of the wrapped key is random.
    assert_ne!(
        header,
        text("encrypt_header").replace("Version=1", "Version=7")
    );
    assert!(header.starts_with("algorithm=RSA_AES,keyVersion=7,symmetricKey="));
    let found = platform.open(&header, &body);
    assert_eq!(found.unwrap(), text("plain_body").as_bytes());
}

#[test]
fn every_size_of_key_is_read() {
    let partner = sealing("merchant", "platform");
    for size in [16, 24, 32] {
        let sealed = partner.seal_with(&vec![7; size], b"[1]").unwrap();
        assert_eq!(opened(sealed).unwrap(), b"[1]", "{size}");
    }
    for size in [0, 8, 15, 17, 31, 33, 64] {
        let (_, body) = parts(partner.seal_with(&[7; 32], b"[1]").unwrap());
        let mut wrapped = vec![0; 256];
        let wrapped = partner.wrap.encrypt(&vec![7; size], &mut wrapped).unwrap();
        let header = PAIRS.write("RSA_AES", 1, wrapped);
        let found = sealing("platform", "merchant").open(&header, &body);
        assert!(found.is_none(), "{size}");
    }
}

#[test]
fn each_call_has_a_key_of_its_own() {
    let partner = sealing("merchant", "platform");
    let sealed = || parts(partner.seal(b"{}").unwrap());
    let ((header, body), (other_header, other_body)) = (sealed(), sealed());
    assert!(header != other_header && body != other_body);
}

#[test]
fn what_others_write_is_read() {
    let (header, body) = parts(sealing("merchant", "platform").seal(b"{}").unwrap());
    let platform = sealing("platform", "merchant");
    let raw = header.replace("%2B", "+").replace("%2F", "/");
    let value = header.rsplit_once('=').unwrap().1;
    for header in [
        raw.replace("%3D", "="),
        raw.replace("%3D", ""),
        header.to_lowercase().replace(&value.to_lowercase(), value),
        format!("symmetricKey={value}"),
        format!("algorithm=rsa_aes, symmetricKey={value}, keyVersion=0"),
    ] {
        assert!(platform.open(&header, &body).is_some(), "{header}");
    }
    let mut lines = body.clone();
    lines.splice(8..8, *b"\r\n");
    lines.push(b'\n');
    assert!(platform.open(&header, &lines).is_some());
    for header in [
        "",
        "symmetricKey=",
        "algorithm=RSA_AES",
        "symmetricKey=AAAA",
    ] {
        assert!(platform.open(header, &body).is_none(), "{header}");
    }
    let other = format!("algorithm=RSA_OAEP,symmetricKey={value}");
    assert!(platform.open(&other, &body).is_none());
    // Sealed for the platform, so the partner cannot read it.
    assert!(
        sealing("merchant", "platform")
            .open(&header, &body)
            .is_none()
    );
}

#[test]
fn a_large_body_comes_back() {
    let text = "\u{1f3ab}票".repeat(150_000);
    let body = serde_json::to_vec(&text).unwrap();
    assert!(body.len() > 1 << 20);
    let sealed = sealing("merchant", "platform").seal(&body).unwrap();
    assert_eq!(opened(sealed).unwrap(), body);
}

#[test]
fn only_json_is_handed_out() {
    for text in [&b""[..], b"<html>", b"{", b"\"\xff\"", b"{} {}"] {
        let sealed = sealing("merchant", "platform").seal(text).unwrap();
        assert!(opened(sealed).is_none(), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_come_back(body in prop::collection::vec(any::<u8>(), 0..200), size in 2_usize..=4) {
        use base64::Engine as _;
        let key = vec![9; size * 8];
        let text = encrypt(&key, &body).unwrap();
        let mut bytes = base64::engine::general_purpose::STANDARD.decode(text).unwrap();
        prop_assert_eq!(bytes.len(), (body.len() / 16 + 1) * 16);
        let cipher = super::seal::cipher(&key).unwrap();
        prop_assert_eq!(decrypt(cipher, &key, &mut bytes).unwrap(), &body[..]);
    }

    #[test]
    fn any_text_comes_back(text in any::<String>()) {
        let body = serde_json::to_vec(&text).unwrap();
        let sealed = sealing("merchant", "platform").seal(&body).unwrap();
        prop_assert_eq!(opened(sealed).unwrap(), body);
    }

    #[test]
    fn nothing_panics(header in ".*", value in prop::collection::vec(any::<u8>(), 0..300), body in prop::collection::vec(any::<u8>(), 0..100)) {
        let platform = sealing("platform", "merchant");
        prop_assert!(platform.open(&header, &body).is_none());
        let header = PAIRS.write("RSA_AES", 1, &value);
        prop_assert!(platform.open(&header, &body).is_none());
    }
}
