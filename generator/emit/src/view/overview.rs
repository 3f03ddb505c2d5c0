//! What holds for every operation.

use crate::Model;
use serde::Serialize;
use stipula_contract::{
    About, CarriedIn, Empty, Encrypted, Encryption as Whole, EncryptionProfile, Evidence,
    HeaderNeed, Outcome as Ending, OutcomeBy, Piece, Scheme, Secrecy, Signature,
};

use super::{
    marks::{Known, Mark, beyond},
    prose::Prose,
    tree::{self, Member},
};

/// What holds for every operation.
#[derive(Debug, Clone)]
pub(crate) struct Overview<'a> {
    pub(crate) title: &'a str,
    pub(crate) doc: Prose<'a>,
    pub(crate) about: &'a About,
    pub(crate) empty_is_absent: bool,
    pub(crate) environments: Vec<Environment<'a>>,
    pub(crate) headers: Vec<Header<'a>>,
    /// Parameters of the query that every request carries.
    pub(crate) queries: Vec<Query<'a>>,
    pub(crate) signing: Option<Signing<'a>>,
    /// What the builder of a client is given.
    pub(crate) credentials: Vec<Credential<'a>>,
    /// Schemes of which what a request carries says everything.
    pub(crate) carried: Vec<Carried<'a>>,
    pub(crate) encryption: Option<Encryption<'a>>,
    pub(crate) sealing: Option<Sealing<'a>>,
    pub(crate) outcome: Option<Outcome<'a>>,
    pub(crate) sources: Vec<Source<'a>>,
}

/// A host.
#[derive(Debug, Clone)]
pub(crate) struct Environment<'a> {
    pub(crate) name: &'a str,
    pub(crate) url: &'a str,
    pub(crate) doc: Prose<'a>,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// A documented header.
#[derive(Debug, Clone)]
pub(crate) struct Header<'a> {
    pub(crate) name: &'a str,
    pub(crate) way: Way,
    /// When it is there.
    pub(crate) need: &'a str,
    /// What every request carries in it.
    pub(crate) value: Option<&'a str>,
    pub(crate) sample: Option<&'a str>,
    pub(crate) doc: Prose<'a>,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// A parameter of the query that every request carries.
#[derive(Debug, Clone)]
pub(crate) struct Query<'a> {
    pub(crate) name: &'a str,
    pub(crate) value: &'a str,
    pub(crate) doc: Prose<'a>,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// Which way a header goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Request,
    Response,
    Both,
}

/// How requests are signed.
#[derive(Debug, Clone)]
pub(crate) struct Signing<'a> {
    pub(crate) of: &'a Signature,
    /// Content type of a request.
    pub(crate) content_type: &'a str,
    /// The text to sign, with names for what goes into it.
    pub(crate) text: String,
    /// From the text to the signature.
    pub(crate) steps: [Prose<'static>; 3],
    pub(crate) marks: Vec<Mark<'a>>,
}

/// What the builder of a client is given by name.
#[derive(Debug, Clone)]
pub(crate) struct Credential<'a> {
    pub(crate) name: &'a str,
    pub(crate) doc: Prose<'a>,
    pub(crate) sample: Option<&'a str>,
    /// Whether it may be shown.
    pub(crate) secrecy: &'static str,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// What goes with a request to prove who sent it.
#[derive(Debug, Clone)]
pub(crate) struct Carried<'a> {
    /// Name of the scheme.
    pub(crate) name: &'a str,
    pub(crate) proofs: Vec<Proof<'a>>,
    /// How an answer proves who sent it; empty where it does not.
    pub(crate) answers: String,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// A header or a parameter that proves who sent a request.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Proof<'a> {
    /// What it is.
    pub(crate) part: &'static str,
    pub(crate) name: &'a str,
    /// As a shell would write it, what is secret as a variable.
    pub(crate) value: String,
    /// How it is made; empty when there is nothing to say.
    pub(crate) how: String,
}

/// How members are sealed and encrypted.
#[derive(Debug, Clone)]
pub(crate) struct Sealing<'a> {
    /// In Markdown.
    pub(crate) told: String,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// How bodies are encrypted.
#[derive(Debug, Clone)]
pub(crate) struct Encryption<'a> {
    pub(crate) of: &'a Whole,
    pub(crate) how: &'static str,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// How an answer says how it went.
#[derive(Debug, Clone)]
pub(crate) struct Outcome<'a> {
    pub(crate) of: &'a Ending,
    /// How an outcome counts, with the statuses that say so.
    pub(crate) statuses: [(&'static str, Vec<String>); 3],
    /// What the result object of a failure holds, where it has a type.
    pub(crate) detail: Option<Detail<'a>>,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// Details of an error.
#[derive(Debug, Clone)]
pub(crate) struct Detail<'a> {
    /// How Rust reads it.
    pub(crate) rust: String,
    pub(crate) members: Vec<Member<'a>>,
}

/// A page that the spec rests on.
#[derive(Debug, Clone)]
pub(crate) struct Source<'a> {
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    pub(crate) url: Option<&'a str>,
    pub(crate) covers: Prose<'a>,
}

/// How the signature of the one scheme that there is comes about, which is a part of the
/// scheme that no spec can change.
const SIGNED: [Prose<'static>; 3] = [
    Prose::new(
        "RSASSA-PKCS1-v1_5 with SHA-256 over the string in UTF-8, with the private key of the sender",
    ),
    Prose::new("base64 with padding"),
    Prose::new("percent-encoding, so that `+`, `/` and `=` become `%2B`, `%2F` and `%3D`"),
];

/// What holds for every operation.
pub(crate) fn overview(api: &Model) -> Overview<'_> {
    Overview {
        title: &api.title,
        doc: Prose::new(&api.doc),
        about: &api.about,
        empty_is_absent: api.empty == Empty::Absent,
        environments: environments(api),
        headers: headers(api),
        queries: queries(api),
        signing: api.schemes.iter().find_map(|it| signing(api, it)),
        credentials: credentials(api),
        carried: api
            .schemes
            .iter()
            .filter_map(|it| carried(api, it))
            .collect(),
        encryption: api.encryption.as_ref().map(|it| encryption(api, it)),
        sealing: sealing(api),
        outcome: api.outcome.as_ref().map(|it| outcome(api, it)),
        sources: sources(api),
    }
}

fn marks<'a>(api: &'a Model, evidence: &'a Evidence) -> Vec<Mark<'a>> {
    beyond(api, evidence, Known::NOTHING)
}

fn environments(api: &Model) -> Vec<Environment<'_>> {
    let all = api.environments.iter().map(|it| Environment {
        name: &it.name,
        url: &it.url,
        doc: Prose::new(&it.doc),
        marks: marks(api, &it.evidence),
    });
    all.collect()
}

fn headers(api: &Model) -> Vec<Header<'_>> {
    let all = api.headers.iter().map(|it| Header {
        name: &it.name,
        way: match (it.in_request, it.in_response) {
            (true, true) => Way::Both,
            (true, false) => Way::Request,
            (false, _) => Way::Response,
        },
        need: match &it.need {
            HeaderNeed::Required if it.value.is_some() => "always",
            HeaderNeed::Required => "required",
            HeaderNeed::When(when) => when,
            HeaderNeed::Optional => "optional",
        },
        value: it.value.as_deref(),
        sample: it.sample.as_deref(),
        doc: Prose::new(&it.doc),
        marks: marks(api, &it.evidence),
    });
    all.collect()
}

fn queries(api: &Model) -> Vec<Query<'_>> {
    let all = api.queries.iter().map(|it| Query {
        name: &it.name,
        value: &it.value,
        doc: Prose::new(&it.doc),
        marks: marks(api, &it.evidence),
    });
    all.collect()
}

fn credentials(api: &Model) -> Vec<Credential<'_>> {
    let all = api.credentials.iter().map(|it| Credential {
        name: &it.name,
        doc: Prose::new(&it.doc),
        sample: it.sample.as_deref(),
        secrecy: match it.secrecy {
            Secrecy::Secret => "secret",
            Secrecy::Public => "may be shown",
        },
        marks: marks(api, &it.evidence),
    });
    all.collect()
}

fn signing<'a>(api: &'a Model, it: &'a Scheme) -> Option<Signing<'a>> {
    let of = it.signature()?;
    Some(Signing {
        of,
        content_type: &api.content_type,
        text: of.string_to_sign.iter().map(piece).collect(),
        steps: SIGNED,
        marks: marks(api, &it.evidence),
    })
}

fn carried<'a>(api: &'a Model, it: &'a Scheme) -> Option<Carried<'a>> {
    if it.signature().is_some() || !it.proves_requests() {
        return None;
    }
    let proofs = it.carriers(&api.credentials).into_iter().map(|it| Proof {
        part: match it.part {
            CarriedIn::Header => "header",
            CarriedIn::Query => "query parameter",
        },
        name: it.name,
        value: it.value,
        how: it.how,
    });
    Some(Carried {
        name: &it.name,
        proofs: proofs.collect(),
        answers: it
            .signed()
            .and_then(|it| it.of_answers(&api.credentials))
            .unwrap_or_default(),
        marks: marks(api, &it.evidence),
    })
}

/// A piece of the text to sign.
fn piece(piece: &Piece) -> &str {
    match piece {
        Piece::Method => "<method>",
        Piece::PathAndQuery => "<path>",
        Piece::ClientId => "<client id>",
        Piece::Time => "<time>",
        Piece::Body => "<body>",
        Piece::Text(text) => text,
        // The short form has no others.
        _ => "",
    }
}

fn encryption<'a>(api: &'a Model, it: &'a Whole) -> Encryption<'a> {
    Encryption {
        of: it,
        how: how(it.profile),
        marks: marks(api, &it.evidence),
    }
}

/// What a profile of encryption does.
const fn how(profile: EncryptionProfile) -> &'static str {
    match profile {
        EncryptionProfile::RsaAesEcbPkcs1 => {
            "AES in ECB mode with PKCS#7 padding, as base64; the AES key wrapped with RSA PKCS#1 v1.5 under the receiver's public key, as form-encoded base64"
        }
    }
}

fn sealing(api: &Model) -> Option<Sealing<'_>> {
    let sealed = api.sealed.iter().map(|it| it.told(&api.credentials));
    let told: Vec<String> = sealed
        .chain(api.encrypted.iter().map(Encrypted::told))
        .collect();
    (!told.is_empty()).then(|| Sealing {
        told: told.join("\n\n"),
        marks: marks(api, &api.sealing),
    })
}

fn outcome<'a>(api: &'a Model, it: &'a Ending) -> Outcome<'a> {
    Outcome {
        of: it,
        statuses: statuses(it),
        detail: it.detail.map(|id| Detail {
            rust: format!("error.detail::<response::{}>()", api.names.type_(id)),
            members: tree::failure(api, it),
        }),
        marks: marks(api, &it.evidence),
    }
}

fn statuses(it: &Ending) -> [(&'static str, Vec<String>); 3] {
    let texts = match it.by {
        OutcomeBy::Member => [&it.success, &it.failed, &it.unknown].map(Clone::clone),
        OutcomeBy::Http => {
            ["HTTP 2xx", "any other HTTP status", "HTTP 408 or 5xx"].map(|it| vec![it.to_owned()])
        }
    };
    let [success, failed, unknown] = texts;
    [
        ("success", success),
        ("failed", failed),
        ("unknown", unknown),
    ]
}

fn sources(api: &Model) -> Vec<Source<'_>> {
    let all = api.sources.iter().map(|it| Source {
        id: &it.id,
        title: &it.title,
        url: it.url.as_deref(),
        covers: Prose::new(&it.covers),
    });
    all.collect()
}
