//! Reading keys. The keys are throw-away test keys.

use crate::support::{API, keys};
use stipula::client::{
    BuildProblem, BuildProblemKind, Client, KeyErrorKind, PlatformKeys, PrivateKey, PublicKey,
    SignatureAlgorithm, Signer as _, Verifier as _,
};

fn pem(label: &str, base64: &str) -> String {
    let lines: Vec<&str> = (0..base64.len())
        .step_by(64)
        .map(|at| &base64[at..base64.len().min(at + 64)])
        .collect();
    format!(
        "-----BEGIN {label}-----\n{}\n-----END {label}-----\n",
        lines.join("\n")
    )
}

#[test]
fn reads_every_form() {
    let keys = keys().merchant;
    let private = [
        keys.private_pkcs8.clone(),
        keys.private_pkcs1.clone(),
        pem("PRIVATE KEY", &keys.private_pkcs8),
        pem("RSA PRIVATE KEY", &keys.private_pkcs1).replace('\n', "\r\n"),
        pem("PRIVATE KEY", &keys.private_pkcs8).replace('\n', " "),
    ];
    let public = [
        keys.public_spki.clone(),
        pem("PUBLIC KEY", &keys.public_spki),
        format!("\n {}\n", keys.public_spki),
    ];
    for private in &private {
        let private = PrivateKey::parse(private).unwrap();
        assert_eq!(format!("{private:?}"), "PrivateKey(RSA 2048, [redacted])");
        let signature = private.sign(b"text").unwrap();
        for public in &public {
            let public = PublicKey::parse(public).unwrap();
            assert_eq!(public.verify(b"text", &signature), Ok(()));
            assert!(public.verify(b"other", &signature).is_err());
            assert!(public.verify(b"text", &[]).is_err());
        }
        let own = private.public_key().unwrap();
        assert_eq!(own.verify(b"text", &signature), Ok(()));
    }
}

#[test]
fn keys_of_a_platform_come_and_go_by_their_ids() {
    let key = || PublicKey::parse(&keys().merchant.public_spki).unwrap();
    let all = PlatformKeys::new();
    for id in ["2", "1", "2"] {
        all.insert(id, key());
    }
    assert_eq!(all.ids(), ["1", "2"]);
    assert!(all.knows("1") && !all.knows("3"));
    assert!(all.remove("1") && !all.remove("1"));
    assert_eq!(all.ids(), ["2"]);
    assert_eq!(format!("{all:?}"), r#"PlatformKeys(["2"])"#);
}

#[test]
fn says_why_not() {
    let keys = keys().merchant;
    let private = |text: &str| PrivateKey::parse(text).unwrap_err().kind();
    let public = |text: &str| PublicKey::parse(text).unwrap_err().kind();
    assert_eq!(private(&keys.public_spki), KeyErrorKind::IsPublic);
    assert_eq!(
        private(&pem("PUBLIC KEY", &keys.public_spki)),
        KeyErrorKind::IsPublic
    );
    assert_eq!(public(&keys.private_pkcs8), KeyErrorKind::IsPrivate);
    assert_eq!(public(&keys.private_pkcs1), KeyErrorKind::IsPrivate);
    assert_eq!(
        public(&pem("PRIVATE KEY", &keys.private_pkcs8)),
        KeyErrorKind::IsPrivate
    );
    assert_eq!(
        private(&keys.private_pkcs8[..400]),
        KeyErrorKind::Unreadable
    );
    assert_eq!(public("AAAA"), KeyErrorKind::Unreadable);
    assert_eq!(private("keys/private.pem"), KeyErrorKind::NotBase64);
    assert_eq!(private(""), KeyErrorKind::Empty);
}

#[test]
fn refuses_small_keys() {
    // Made for this test with `openssl genrsa 1024`; used nowhere else.
    let small = include_str!("../vectors/test-key-1024.pem");
    let error = PrivateKey::parse(small).unwrap_err();
    assert_eq!(error.kind(), KeyErrorKind::TooSmall);
    assert_eq!(
        error.to_string(),
        "the RSA key is too small; at least 2048 bits are needed"
    );
    let error = PublicKey::parse(include_str!("../vectors/test-key-1024-public.pem")).unwrap_err();
    assert_eq!(error.kind(), KeyErrorKind::TooSmall);
}

#[test]
fn tells_all_problems_at_once() {
    use BuildProblemKind::{Address, Credential, Signer, Verifier};

    let error = Client::builder(&API)
        .environment("live")
        .client_id("a b")
        .private_key("AAAA")
        .config()
        .unwrap_err();
    let problems: Vec<_> = error.problems().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "there is no environment `live`; choose `production` or `testing`, or give a `base_url`",
            "`private_key`: the key is base64, but not an RSA key in DER",
            "`client_id` may only hold visible ASCII characters, without spaces",
            "no `platform_key` and no `verifier` is given",
        ]
    );
    let kinds: Vec<_> = error.problems().map(BuildProblem::kind).collect();
    assert_eq!(kinds, [Address, Signer, Credential, Verifier]);
    let nothing = Client::builder(&API).config().unwrap_err();
    assert_eq!(nothing.problems().count(), 4);
    assert!(
        nothing
            .to_string()
            .starts_with("cannot make a client of `shop`: no `environment`")
    );
}

#[test]
fn no_cut_of_a_key_is_taken_or_panics() {
    let keys = keys().merchant;
    let private = pem("PRIVATE KEY", &keys.private_pkcs8);
    let whole = private.find("-----END ").unwrap() + "-----END ".len();
    for end in 0..whole {
        assert!(PrivateKey::parse(&private[..end]).is_err(), "{end}");
    }
    for end in 0..keys.public_spki.len() {
        assert!(PublicKey::parse(&keys.public_spki[..end]).is_err(), "{end}");
    }
}

/// Made by `openssl req -x509` of the platform's test key.
const CERTIFICATE: &str = include_str!("../vectors/test-certificate.pem");

#[test]
fn a_certificate_has_a_key() {
    let by = SignatureAlgorithm::RsaSha256;
    let key = PublicKey::of_certificate(CERTIFICATE, by).expect("a key");
    let signer = PrivateKey::parse(&keys().platform.private_pkcs8).expect("a key");
    let signature = signer.sign(b"text").expect("a signature");
    assert!(key.verify(b"text", &signature).is_ok());
    assert!(key.verify(b"texts", &signature).is_err());
    let bare: String = CERTIFICATE
        .lines()
        .filter(|it| !it.starts_with('-'))
        .collect();
    assert!(PublicKey::of_certificate(&bare, by).is_ok());
    let kind = |text: &str| {
        PublicKey::of_certificate(text, by)
            .map(drop)
            .unwrap_err()
            .kind()
    };
    assert_eq!(kind(&bare[..400]), KeyErrorKind::Unreadable);
    assert_eq!(kind(&keys().platform.public_spki), KeyErrorKind::Unreadable);
    assert_eq!(
        kind(&pem("PUBLIC KEY", &keys().platform.public_spki)),
        KeyErrorKind::OtherBlock
    );
}
