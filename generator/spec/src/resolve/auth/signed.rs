//! Signatures by templates: what is signed, which headers go with it, what may come unsigned.

use super::super::{Cx, api::value, index::header_name};
use super::credentials::Credentials;
use super::template::Template;
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawSigned, RawSignedRequest, RawSignedResponse},
    source::Span,
    yaml::Text,
};
use stipula_contract::{
    CredentialId, Outcome, Piece, SignatureEncoding, Signed, SignedAnswer, SignedBy, TimeForm,
};

/// A signature; a missing key was reported when it was read.
pub(super) fn scheme(
    cx: &mut Cx<'_>,
    known: &mut Credentials<'_>,
    raw: &RawSigned,
    outcome: Option<&Outcome>,
) -> Option<Signed> {
    let key = key(cx, known, raw);
    let request = match &raw.request {
        Some(it) => self::request(cx, known, it),
        // It is there for notifications.
        None => Some((Vec::new(), Vec::new())),
    };
    let response = raw.response.as_ref();
    let answer = response.map(|it| self::response(cx, known, it));
    let accept_unsigned = unsigned(cx, raw, outcome);
    let (algorithm, _) = raw.algorithm?;
    let (text, headers) = request?;
    Some(Signed {
        algorithm,
        key,
        time: raw.time.unwrap_or(TimeForm::Rfc3339),
        encoding: raw.encoding.unwrap_or(SignatureEncoding::Base64),
        text,
        headers,
        answer: match answer {
            Some(found) => Some(found?),
            None => None,
        },
        accept_unsigned,
    })
}

fn fault(cx: &mut Cx<'_>, span: Span, message: impl Into<String>, help: &str) {
    let it = Diagnostic::new(Code::SigningTemplate, span, message);
    cx.sink.report(it.help(help));
}

/// The secret, where the algorithm has one; none as well where a mistake was reported.
fn key(cx: &mut Cx<'_>, known: &mut Credentials<'_>, raw: &RawSigned) -> Option<CredentialId> {
    let (algorithm, span) = raw.algorithm?;
    match (&raw.key, algorithm.is_shared()) {
        (Some(name), true) => known.find(name, &mut cx.sink),
        (None, false) => None,
        (None, true) => {
            let message = "this algorithm needs a secret that both sides have";
            let it = Diagnostic::new(Code::MissingKey, span, message);
            cx.sink
                .report(it.help("write `key: NAME` beside it, with the name of a credential"));
            None
        }
        (Some(name), false) => {
            let message = "this algorithm signs with a private key, not with a credential";
            let it = Diagnostic::new(Code::Exclusive, name.span, message);
            cx.sink.report(
                it.help("remove `key`; the builder of a client is given `private_key` or `signer`"),
            );
            None
        }
    }
}

/// Headers, each a name and its value.
type Headers = Vec<(String, Vec<Piece>)>;

/// Text and headers of a request.
fn request(
    cx: &mut Cx<'_>,
    known: &mut Credentials<'_>,
    raw: &RawSignedRequest,
) -> Option<(Vec<Piece>, Headers)> {
    let text = text(cx, known, raw.text.as_ref()?);
    let mut headers: Vec<(String, Template)> = Vec::new();
    for (name, template) in &raw.headers {
        header_name(&mut cx.sink, name);
        twice(cx, name, &headers);
        let template = Template::read(cx, known, template);
        header(cx, &template);
        headers.push((name.value.clone(), template));
    }
    for piece in [Piece::Signature, Piece::Time, Piece::Nonce] {
        let carriers = headers.iter().filter(|(_, it)| it.has(&piece)).count();
        let (is_signature, word) = (piece == Piece::Signature, piece.word(&[]));
        if carriers == 0 && (is_signature || text.has(&piece)) {
            let message = format!("no header holds `{word}`");
            let help =
                format!("put `{word}` into one of `headers`, so that the platform can read it");
            fault(cx, raw.span, message, &help);
        }
        if carriers > 1 && is_signature {
            fault(
                cx,
                raw.span,
                "two headers hold `{signature}`",
                "leave one of them",
            );
        }
    }
    let headers = headers.into_iter();
    let headers = headers.map(|(name, it)| (name, it.into_pieces()));
    Some((text.into_pieces(), headers.collect()))
}

/// Names of headers are the same in any case.
fn twice(cx: &mut Cx<'_>, name: &Text, before: &[(String, Template)]) {
    if before
        .iter()
        .any(|(it, _)| it.eq_ignore_ascii_case(&name.value))
    {
        let message = format!("the header `{}` is declared twice", name.value);
        let it = Diagnostic::new(Code::DeclaredTwice, name.span, message);
        cx.sink.report(it.help("remove one of the two"));
    }
}

/// A text to sign, which cannot hold its own signature.
fn text(cx: &mut Cx<'_>, known: &mut Credentials<'_>, raw: &Text) -> Template {
    let text = Template::read(cx, known, raw);
    for (piece, span) in &text.pieces {
        if *piece == Piece::Signature {
            let message = "the signature cannot be a part of what it signs";
            fault(cx, *span, message, "leave it out; it stands in a header");
        }
    }
    text
}

/// A header has to be one line, and whoever reads it has to find the pieces.
fn header(cx: &mut Cx<'_>, template: &Template) {
    let mut before = None;
    for (piece, span) in &template.pieces {
        let is_text = matches!(piece, Piece::Text(_));
        if !piece.fits_in_header() {
            let message = format!("`{}` cannot stand in a header", piece.word(&[]));
            let help = "write `{time}`, `{nonce}`, `{key_id}`, `{body_digest}`, `{signature}` or a credential";
            fault(cx, *span, message, help);
        }
        if let Piece::Text(text) = piece
            && !text.bytes().all(|it| it == b' ' || it.is_ascii_graphic())
        {
            let message = "a header holds visible ASCII characters and blanks only";
            fault(cx, *span, message, "write the header as one line");
        }
        if !is_text && before == Some(false) {
            let message = "two pieces without a text between them cannot be told apart";
            fault(
                cx,
                *span,
                message,
                "write a text between them, as the pages do",
            );
        }
        before = Some(is_text);
    }
}

fn response(
    cx: &mut Cx<'_>,
    known: &mut Credentials<'_>,
    raw: &RawSignedResponse,
) -> Option<SignedAnswer> {
    let names = [&raw.signature, &raw.time, &raw.nonce, &raw.key];
    for name in names.into_iter().flatten() {
        header_name(&mut cx.sink, name);
    }
    let written = raw.text.as_ref()?;
    let text = text(cx, known, written);
    if !text.pieces.iter().any(|(it, _)| it.is_of_body()) {
        let help = "a signature that leaves the body out protects nothing";
        let message = "the text to sign does not hold `{body}`";
        fault(cx, written.span, message, help);
    }
    let parts = [
        (Piece::Time, "time", &raw.time, true),
        (Piece::Nonce, "nonce", &raw.nonce, true),
        (Piece::KeyId, "key", &raw.key, false),
    ];
    for (piece, key, header, has_to_be_signed) in parts {
        together(cx, &text, &piece, key, header.as_ref(), has_to_be_signed);
    }
    if let (Some((_, span)), None) = (raw.fresh, &raw.time) {
        let it = Diagnostic::new(
            Code::MissingKey,
            span,
            "`fresh` needs the time of an answer",
        );
        cx.sink
            .report(it.help("write `time: HEADER` beside it, and `{time}` into the text"));
    }
    Some(SignedAnswer {
        text: text.into_pieces(),
        signature_header: value(raw.signature.as_ref())?,
        time_header: value(raw.time.as_ref()),
        nonce_header: value(raw.nonce.as_ref()),
        key_header: value(raw.key.as_ref()),
        fresh: raw.fresh.map(|(seconds, _)| seconds),
    })
}

/// A piece of the text and the header that says it need each other.
fn together(
    cx: &mut Cx<'_>,
    text: &Template,
    piece: &Piece,
    key: &str,
    header: Option<&Text>,
    has_to_be_signed: bool,
) {
    let word = piece.word(&[]);
    let mut pieces = text.pieces.iter();
    match (pieces.find(|(it, _)| it == piece), header) {
        (Some((_, span)), None) => {
            let message = format!("no header of an answer holds `{word}`");
            fault(
                cx,
                *span,
                message,
                &format!("write `{key}: HEADER` beside `text`"),
            );
        }
        (None, Some(header)) if has_to_be_signed => {
            let message = format!("`{word}` is not a part of the text, so anybody can change it");
            fault(
                cx,
                header.span,
                message,
                &format!("write `{word}` into `text`, or remove `{key}`"),
            );
        }
        _ => {}
    }
}

/// Statuses of answers that may come unsigned, by how the answer ended.
fn unsigned(cx: &mut Cx<'_>, raw: &RawSigned, outcome: Option<&Outcome>) -> Vec<String> {
    let mut statuses = Vec::new();
    for word in &raw.accept_unsigned {
        let known = match (word.value.as_str(), outcome) {
            ("failed", Some(outcome)) => &outcome.failed[..],
            ("unknown", Some(outcome)) => &outcome.unknown[..],
            _ => &[],
        };
        if raw.response.is_some() && !known.is_empty() {
            statuses.extend_from_slice(known);
            continue;
        }
        let it = |message| Diagnostic::new(Code::UnsignedStatus, word.span, message);
        let it = match word.value.as_str() {
            "failed" | "unknown" if raw.response.is_none() => {
                it("answers are not signed, so there is nothing to accept")
                    .help("remove it, or say in `response` how answers are signed")
            }
            "failed" | "unknown" => it("`outcome` has no status of this class")
                .help("remove it, or name the statuses of this class in `outcome`"),
            "success" => it("an answer that reports success must be signed").help(
                "remove it; `answer: unsigned` of an operation says that none of its answers is",
            ),
            _ => it("this is neither `failed` nor `unknown`")
                .suggest(&word.value, ["failed", "unknown"]),
        };
        cx.sink.report(it);
    }
    statuses
}

/// One client has one key, so what signs is the same in every scheme.
pub(super) fn one_algorithm(cx: &mut Cx<'_>, first: SignedBy, raw: &RawSigned) {
    if let Some((algorithm, span)) = raw.algorithm
        && algorithm != first
    {
        let message = "a client has one key, and another scheme signs by another algorithm";
        let it = Diagnostic::new(Code::Exclusive, span, message);
        cx.sink
            .report(it.help("describe the operations of each algorithm as an API of its own"));
    }
}
