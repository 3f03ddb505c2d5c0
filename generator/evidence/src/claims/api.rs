//! Claims about the API as a whole and about operations.

use super::{Around, Claim, fields};
use stipula_facts::Kind;
use stipula_spec::raw::{
    RawAnswer, RawApi, RawBody, RawCode, RawEncryption, RawEvidence, RawHeader, RawMethod,
    RawOperation, RawScheme, RawSpec,
};

/// Hosts, headers and what signing says about headers.
pub(super) fn all<'a>(raw: &'a RawApi, out: &mut Vec<Claim<'a>>) {
    for host in &raw.environments {
        let at = format!("environments.{}", host.name.value);
        let around = Around::new(at, &host.evidence, host.doc.as_ref());
        if let Some(url) = &host.url {
            out.push(around.claim(Kind::Host, url.value.clone(), url.span));
        }
    }
    for it in &raw.headers {
        header(it, out);
    }
    for it in &raw.authentication {
        signature(it, out);
    }
    if let Some(it) = &raw.encryption {
        encryption(it, out);
    }
}

fn header<'a>(raw: &'a RawHeader, out: &mut Vec<Claim<'a>>) {
    let at = format!("headers.{}", raw.name.value);
    let around = Around::new(at, &raw.evidence, raw.doc.as_ref());
    let span = raw.name.span;
    out.push(around.claim(Kind::Field, raw.name.value.clone(), span));
    out.push(around.implied(Kind::Type, "string", span));
    if let Some(value) = &raw.value {
        out.push(around.implied(Kind::Need, "required", value.span));
        out.push(around.claim(Kind::Const, value.value.clone(), value.span));
        return;
    }
    match &raw.required {
        Some(it) if it.value == "true" => out.push(around.claim(Kind::Need, "required", it.span)),
        Some(it) if it.value != "false" => {
            let when = it.value.strip_prefix("when ").unwrap_or(&it.value);
            out.push(around.claim(Kind::Need, "conditional", it.span));
            out.push(around.claim(Kind::RequiredWhen, when, it.span));
        }
        _ => out.push(around.implied(Kind::Need, "optional", span)),
    }
}

/// The keys of a header of pairs are part of the scheme, its algorithms are settings.
fn signature<'a>(scheme: &'a RawScheme, out: &mut Vec<Claim<'a>>) {
    let Some(raw) = scheme.signature() else {
        return;
    };
    let Some(header) = &raw.headers[3] else {
        return;
    };
    let around = Around::new(format!("headers.{}", header.value), &scheme.evidence, None);
    for key in ["algorithm", "keyVersion", "signature"] {
        out.push(around.implied(Kind::Key, key, header.span));
    }
    let algorithms = around.inner("algorithm", &scheme.evidence, None);
    if let Some(it) = &raw.algorithm {
        out.push(algorithms.claim(Kind::Value, it.value.clone(), it.span));
        out.push(algorithms.implied(Kind::Default, it.value.clone(), it.span));
    }
    for it in &raw.algorithm_aliases {
        out.push(algorithms.implied(Kind::Value, it.value.clone(), it.span));
    }
    for (it, _) in &raw.refused {
        out.push(algorithms.claim(Kind::Value, it.value.clone(), it.span));
    }
}

fn encryption<'a>(raw: &'a RawEncryption, out: &mut Vec<Claim<'a>>) {
    let (Some(header), Some(algorithm)) = (&raw.header, &raw.algorithm) else {
        return;
    };
    let around = Around::new(format!("headers.{}", header.value), &raw.evidence, None);
    for key in ["algorithm", "keyVersion", "symmetricKey"] {
        out.push(around.implied(Kind::Key, key, header.span));
    }
    let algorithms = around.inner("algorithm", &raw.evidence, None);
    out.push(algorithms.claim(Kind::Value, algorithm.value.clone(), algorithm.span));
    out.push(algorithms.implied(Kind::Const, algorithm.value.clone(), algorithm.span));
}

/// Result codes below `owner`.
pub(super) fn codes<'a>(
    owner: &str,
    codes: &'a [RawCode],
    outer: &[&'a RawEvidence],
    out: &mut Vec<Claim<'a>>,
) {
    for raw in codes {
        let at = format!("{owner}.{}", raw.code.value);
        let mut around = Around::new(at, &raw.evidence, raw.doc.as_ref());
        around.evidence.extend(outer);
        out.push(around.claim(Kind::Code, raw.code.value.clone(), raw.code.span));
        if let Some(class) = &raw.class {
            out.push(around.claim(Kind::Class, class.value.clone(), class.span));
        }
    }
}

/// An operation: where it is, its bodies and its codes.
pub(super) fn operation<'a>(spec: &'a RawSpec, raw: &'a RawOperation, out: &mut Vec<Claim<'a>>) {
    let name = &raw.name.value;
    let around = Around::new(name, &raw.evidence, raw.doc.as_ref());
    out.push(around.implied(Kind::Field, name.clone(), raw.name.span));
    if let Some(RawAnswer::Type(ty)) = &raw.answer {
        let response = Around {
            at: format!("{name}.response"),
            ..around.clone()
        };
        out.push(response.implied(Kind::Type, fields::type_word(spec, ty), raw.name.span));
    }
    let base = raw.overlay.as_ref().and_then(|base| {
        let mut all = spec.operations.iter();
        all.find(|it| it.name.value == base.value)
    });
    let said = raw.overlay.as_ref().map(|it| it.span);
    let method = raw
        .method
        .as_ref()
        .or(base.and_then(|it| it.method.as_ref()));
    if let Some(method) = method {
        let value = format!("{} {}", method.method.as_str(), method.path.value);
        out.push(around.claim(Kind::Endpoint, value, said.unwrap_or(method.path.span)));
    }
    for (part, body) in [("request", &raw.request), ("response", &raw.response)] {
        let inner = Around {
            at: format!("{name}.{part}"),
            ..around.clone()
        };
        fields::body(spec, &inner, body, out);
        if let Some(method) = method.filter(|_| part == "request") {
            places(&inner, body, method, out);
        }
    }
    codes(
        &format!("{name}.errors"),
        &raw.errors,
        &[&raw.evidence],
        out,
    );
}

/// Where the fields of a request travel. Braces of the path name what travels there, and headers stand in
/// tables of their own, so that no page has to say either.
fn places<'a>(
    around: &Around<'a>,
    body: &'a RawBody,
    method: &RawMethod,
    out: &mut Vec<Claim<'a>>,
) {
    for raw in &body.fields {
        let here = around.inner(&raw.wire.value, &raw.evidence, raw.doc.as_ref());
        let word = raw.place.told(method.method);
        let written = raw.place.location.map(|it| it.1);
        out.push(match written.filter(|_| matches!(word, "query" | "body")) {
            Some(span) => here.claim(Kind::Place, word, span),
            None => here.implied(Kind::Place, word, raw.wire.span),
        });
    }
}
