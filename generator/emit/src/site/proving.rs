//! What a script needs to make a call: where it goes, and how it proves who sent it.

use serde::Serialize;
use serde_json::{Map, Value as Any, json};
use stipula_contract::{
    CarriedIn, Credential, CredentialId, Operation, Piece, Scheme, SchemeKind, Secrecy,
    SignatureEncoding, SignedBy, TimeForm,
};

use crate::{
    Model,
    view::{
        curl::{self, Recipe},
        examples::{self, Sample},
    },
};

/// Keys that everybody has, for examples.
const RSA: &str = include_str!("../../assets/site/keys/rsa.pem");
const ED25519: &str = include_str!("../../assets/site/keys/ed25519.pem");
const ECDSA: &str = include_str!("../../assets/site/keys/ecdsa.pem");
const SECRET: &str = "an-example-secret";

/// What the values of an example are, where the spec has no sample.
const NONCE: &str = "5f2b9c1d7e3a40689b0c2d4e6f8a1b3c";

/// A made-up call that proves who sent it.
#[derive(Debug, Serialize)]
pub(super) struct Worked {
    operation: String,
    /// Names with their values: credentials, time, nonce.
    given: Vec<(String, String)>,
    /// The private key, or the shared secret; none where nothing is signed.
    key: Option<&'static str>,
    is_shared: bool,
    /// The same call in a shell.
    curl: String,
    #[serde(skip)]
    data: Any,
}

impl Worked {
    /// The smallest request of the first operation of the first scheme; none without such a request.
    pub(super) fn of(api: &Model) -> Option<Self> {
        let mut all = api.operations.iter();
        let (operation, scheme) = all.find_map(|it| {
            let scheme = api.scheme(it.authentication?);
            scheme.proves_requests().then_some((it, scheme))
        })?;
        let samples = examples::minimal(api, operation);
        let sample = samples.first()?;
        let recipe = Recipe::of(api, scheme);
        let key = recipe.as_ref().map(|it| key(it.algorithm));
        let given = given(api, Some(scheme))
            .into_iter()
            .map(|it| (it.name, it.sample))
            .collect::<Vec<_>>();
        let mut data = call(api, operation, std::slice::from_ref(sample))?;
        data["example"] = json!({
            "given": given.iter().cloned().collect::<std::collections::BTreeMap<_, _>>(),
            "key": key,
            "nonce": NONCE,
            "time": recipe.as_ref().map(|it| time(it.time)),
            "body": format!("{}", sample.json),
            "name": sample.name,
        });
        let mut shown = given;
        if let Some(it) = &recipe {
            shown.push(("time".to_owned(), time(it.time).to_owned()));
        }
        Some(Self {
            operation: operation.name.clone(),
            given: shown,
            is_shared: recipe.as_ref().is_some_and(|it| it.secret.is_some()),
            key,
            curl: curl::curl(api, operation, &sample.json),
            data,
        })
    }

    pub(super) fn data(&self) -> Any {
        self.data.clone()
    }
}

const fn key(algorithm: SignedBy) -> &'static str {
    match algorithm {
        SignedBy::RsaSha256 | SignedBy::RsaPssSha256 => RSA,
        SignedBy::Ed25519 => ED25519,
        SignedBy::EcdsaP256Sha256 => ECDSA,
        SignedBy::HmacSha256 | SignedBy::HmacSha512 => SECRET,
    }
}

const fn time(form: TimeForm) -> &'static str {
    match form {
        TimeForm::Rfc3339 => "2024-05-22T01:12:21Z",
        TimeForm::UnixSeconds => "1716340341",
        TimeForm::UnixMillis => "1716340341000",
    }
}

/// Something that a reader types.
#[derive(Debug, Serialize)]
pub(super) struct Given {
    name: String,
    pub(super) is_secret: bool,
    #[serde(skip)]
    sample: String,
}

/// Credentials that stand in the address of the environment that examples call.
pub(super) fn in_address(api: &Model) -> impl Iterator<Item = CredentialId> {
    let url = examples::harmless(api).map_or("", |it| it.url.as_str());
    let is_there = |it: &&Credential| url.contains(&format!("{{{}}}", it.name));
    api.credentials.iter().filter(is_there).map(|it| it.id)
}

/// What a call needs of a reader, besides the key that signs.
pub(super) fn given(api: &Model, scheme: Option<&Scheme>) -> Vec<Given> {
    let mut all = scheme.map_or_else(Vec::new, |it| of_scheme(api, it));
    for id in in_address(api) {
        let it = credential(api, id);
        if all.iter().all(|known| known.name != it.name) {
            all.push(it);
        }
    }
    all
}

fn credential(api: &Model, id: CredentialId) -> Given {
    let it = &api.credentials[id.0];
    let sample = it.sample.clone();
    Given {
        name: it.name.clone(),
        is_secret: it.secrecy == Secrecy::Secret,
        sample: sample.unwrap_or_else(|| format!("my-{}", it.name)),
    }
}

fn of_scheme(api: &Model, scheme: &Scheme) -> Vec<Given> {
    let credential = |id: CredentialId| credential(api, id);
    let named = |name: &str, sample: Option<&str>, is_secret| Given {
        name: name.to_owned(),
        is_secret,
        sample: sample.unwrap_or("my-id").to_owned(),
    };
    match &scheme.kind {
        SchemeKind::Signature(it) => {
            let mut headers = api.headers.iter();
            let header = headers.find(|header| header.name == it.client_header);
            let sample = header.and_then(|it| it.sample.as_deref());
            vec![named("client_id", sample, false)]
        }
        SchemeKind::Signed(it) => {
            let has_id = it.pieces().any(|it| *it == Piece::KeyId);
            let id = has_id.then(|| named("key_id", None, false));
            let of_request = scheme.credentials().into_iter();
            let of_request = of_request.filter(|id| Some(*id) != it.key);
            of_request.map(credential).chain(id).collect()
        }
        SchemeKind::OAuth2(_) => vec![named("access_token", Some("my-token"), true)],
        _ => scheme.credentials().into_iter().map(credential).collect(),
    }
}

/// A call of an operation, as data; nothing where a script could not make its body.
pub(super) fn call(api: &Model, operation: &Operation, samples: &[Sample<'_>]) -> Option<Any> {
    let host = examples::harmless(api).map_or("", |it| it.url.as_str());
    let scheme = operation.authentication.map(|id| api.scheme(id));
    let mut data = json!({
        "method": operation.method.as_str(),
        "host": if operation.hosts.is_empty() { host } else { "" },
        "scheme": scheme.map(|it| data(api, it)),
        "idempotency": operation.idempotency_header(),
    });
    if api.is_plain(operation) {
        let parts = curl::parts(api, operation, &json!({}))?;
        data["plain"] =
            json!({ "path": parts.path, "query": parts.query, "headers": parts.headers });
        return Some(data);
    }
    let mut sent = Map::new();
    for it in samples {
        let parts = curl::parts(api, operation, &it.json)?;
        sent.insert(it.name.clone().into_owned(), json!(parts));
    }
    data["sent"] = Any::Object(sent);
    Some(data)
}

/// A scheme: headers and parameters in pieces, and how what is signed comes about.
fn data(api: &Model, scheme: &Scheme) -> Any {
    let name = |id: CredentialId| api.credentials[id.0].name.as_str();
    let pieces = |all: &[Piece]| -> Vec<Any> { all.iter().map(|it| piece(api, it)).collect() };
    let mut headers = Vec::new();
    let mut query = Vec::new();
    let bearer = |token: &str| vec![json!("Bearer "), json!(["credential", token])];
    match &scheme.kind {
        SchemeKind::Bearer(it) => headers.push(json!(["Authorization", bearer(name(it.token))])),
        SchemeKind::OAuth2(_) => headers.push(json!(["Authorization", bearer("access_token")])),
        SchemeKind::Basic(it) => {
            let pair = json!(["basic", name(it.user), it.password.map(name)]);
            headers.push(json!(["Authorization", [json!("Basic "), pair]]));
        }
        SchemeKind::ApiKey(it) => {
            let key = json!([it.name, [["credential", name(it.key)]]]);
            match it.part {
                CarriedIn::Header => headers.push(key),
                CarriedIn::Query => query.push(key),
            }
        }
        SchemeKind::Signature(it) => {
            let before = format!(
                "algorithm={},keyVersion={},signature=",
                it.algorithm, it.key_version
            );
            let client = ["credential", "client_id"];
            headers.push(json!([it.client_header, [client]]));
            headers.push(json!([it.request_time_header, [["time"]]]));
            headers.push(json!([
                it.signature_header,
                [json!(before), json!(["signature"])]
            ]));
        }
        SchemeKind::Signed(it) => {
            let all = it.headers.iter();
            headers.extend(all.map(|(name, all)| json!([name, pieces(all)])));
        }
    }
    let mut made = json!({ "headers": headers, "query": query });
    if let Some(it) = Recipe::of(api, scheme) {
        made["text"] = json!(pieces(it.text));
        made["time"] = json!(word(&TimeForm::WORDS, it.time));
        made["encoding"] = json!(word(&SignatureEncoding::WORDS, it.encoding));
        made["algorithm"] = json!(word(&SignedBy::WORDS, it.algorithm));
        made["escaped"] = json!(i32::from(it.is_escaped));
    }
    made
}

/// A text, or a list of a word and what it is about.
fn piece(api: &Model, it: &Piece) -> Any {
    match it {
        Piece::Text(text) => json!(text),
        Piece::Credential(id) => json!(["credential", api.credentials[id.0].name]),
        Piece::ClientId => json!(["credential", "client_id"]),
        it => json!([it.word(&[]).trim_matches(['{', '}'])]),
    }
}

fn word<T: PartialEq + Copy>(words: &[(&'static str, T)], wanted: T) -> &'static str {
    let mut words = words.iter();
    words
        .find(|(_, it)| *it == wanted)
        .map_or("", |(word, _)| word)
}
