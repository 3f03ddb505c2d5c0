//! The API as constant data: hosts, outcome of answers, signing.

use super::{
    code::{Code, literal},
    file::{File, Place},
};
use crate::model::{Api, Environment, Outcome, Piece, Signing};

/// The text of module `api`.
pub(super) fn module(api: &Api, signing: &Signing) -> String {
    let mut file = File::new(api, Place::Top);
    for name in ["Api", "Environment", "Envelope", "Piece", "Signing"] {
        file.foreign("stipula::client", name);
    }
    let code = &mut file.code;
    code.doc("Hosts, outcome of answers and signing.");
    code.open("pub static API: Api = Api {");
    code.line(format!("name: {},", literal(&api.name)));
    environments(code, &api.environments);
    envelope(code, api.outcome.as_ref());
    profile(code, signing);
    code.close("};");
    file.into_text()
}

fn environments(code: &mut Code, environments: &[Environment]) {
    let items = environments.iter().map(|it| {
        vec![
            format!("name: {},", literal(&it.name)),
            format!("base_url: {},", literal(&it.url)),
        ]
    });
    code.blocks(
        "environments: &",
        "Environment {",
        &items.collect::<Vec<_>>(),
        "}",
    );
}

fn envelope(code: &mut Code, outcome: Option<&Outcome>) {
    let none = Vec::new();
    let texts = |pick: fn(&Outcome) -> &Vec<String>| outcome.map_or(&none, pick);
    code.open("envelope: Envelope {");
    code.texts("objects", texts(|it| &it.object));
    code.texts("code", texts(|it| &it.code));
    code.texts("status", texts(|it| &it.status));
    code.texts("message", texts(|it| &it.message));
    code.texts("success", texts(|it| &it.success));
    code.texts("failed", texts(|it| &it.failed));
    code.texts("unknown", texts(|it| &it.unknown));
    code.close("},");
}

fn profile(code: &mut Code, signing: &Signing) {
    code.open("signing: Signing {");
    let headers = [
        ("client_header", &signing.client_header),
        ("request_time_header", &signing.request_time_header),
        ("response_time_header", &signing.response_time_header),
        ("signature_header", &signing.signature_header),
    ];
    for (name, header) in headers {
        code.line(format!("{name}: {},", literal(header)));
    }
    code.texts("trace_headers", &signing.trace_headers);
    let pieces: Vec<_> = signing.string_to_sign.iter().map(piece).collect();
    code.list("string_to_sign: &", &pieces, ",");
    code.line(format!("algorithm: {},", literal(&signing.algorithm)));
    code.texts("algorithm_aliases", &signing.algorithm_aliases);
    refused(code, &signing.refused);
    code.line(format!("key_version: {},", signing.key_version));
    code.texts("accept_unsigned", &signing.accept_unsigned);
    code.line(format!("content_type: {},", literal(&signing.content_type)));
    code.close("},");
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Method => "Piece::Method".to_owned(),
        Piece::Path => "Piece::Path".to_owned(),
        Piece::ClientId => "Piece::ClientId".to_owned(),
        Piece::Time => "Piece::Time".to_owned(),
        Piece::Body => "Piece::Body".to_owned(),
        Piece::Text(text) => format!("Piece::Text({})", literal(text)),
    }
}

fn refused(code: &mut Code, refused: &[(String, String)]) {
    let pairs: Vec<_> = refused
        .iter()
        .map(|(name, reason)| (literal(name), literal(reason)))
        .collect();
    code.pairs("refused: &", &pairs);
}
