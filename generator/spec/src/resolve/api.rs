//! The API as a whole.

use super::{Cx, detail, sentences::text};
use crate::{
    diag::{Code, Diagnostic},
    link::Linker,
    raw::{RawApi, RawEncryption, RawHeader, RawOutcome, RawSource, RawSpec},
    yaml::Text,
};
use stipula_contract::{
    ClassOfResult, Encryption, Header, HeaderNeed, Named, Outcome, OutcomeBy, Quirk, Source, Way,
};

pub(super) fn values(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

pub(super) fn value(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.value.clone())
}

/// Name of the API.
pub(super) fn name_of(cx: &mut Cx<'_>, raw: &RawApi) -> Option<String> {
    let name = raw.name.as_ref()?;
    let good = name
        .value
        .bytes()
        .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-');
    if !good {
        let message = format!("`{}` cannot name an API", name.value);
        cx.sink.report(
            Diagnostic::new(Code::BadName, name.span, message).help("use `a-z`, `0-9` and `-`"),
        );
    }
    let crate_name = raw.crate_name.as_ref();
    cx.origins.name(Named::Api, name, crate_name);
    Some(name.value.clone())
}

/// `outcome`.
pub(super) fn outcome(cx: &mut Cx<'_>, raw: &RawOutcome) -> Outcome {
    let statuses: Vec<&Text> = raw
        .success
        .iter()
        .chain(&raw.failed)
        .chain(&raw.unknown)
        .collect();
    super::index::unique("status", statuses, &mut cx.sink);
    let statuses = |texts: &[Text], class: ClassOfResult| match raw.by {
        OutcomeBy::Member => values(texts),
        OutcomeBy::Http => vec![class.word().to_owned()],
    };
    Outcome {
        by: raw.by,
        object: values(&raw.object),
        code: values(&raw.code),
        status: values(&raw.status),
        message: values(&raw.message),
        success: statuses(&raw.success, ClassOfResult::Success),
        failed: statuses(&raw.failed, ClassOfResult::Failed),
        unknown: statuses(&raw.unknown, ClassOfResult::Unknown),
        data: ways(cx, &raw.data),
        wait: ways(cx, &raw.wait),
        detail: raw.detail.as_ref().and_then(|it| detail::of(cx, it)),
        transient: values(&raw.transient),
        evidence: cx.index.evidence(&raw.evidence, &mut cx.sink),
    }
}

/// Ways of members, whose names are divided by dots.
fn ways(cx: &mut Cx<'_>, raws: &[Text]) -> Vec<Way> {
    let way = |raw: &Text| {
        let names: Vec<String> = raw.value.split('.').map(str::to_owned).collect();
        if names.iter().any(String::is_empty) {
            let message = format!("`{}` names no member", raw.value);
            cx.sink.report(
                Diagnostic::new(Code::BadName, raw.span, message)
                    .help("write `member`, or `member.inner` for a member inside"),
            );
        }
        Way(names)
    };
    raws.iter().map(way).collect()
}

/// `encryption`; a missing key was reported when it was read.
pub(super) fn encryption(cx: &mut Cx<'_>, raw: &RawEncryption, signed: bool) -> Option<Encryption> {
    if !signed {
        let message = "`encryption` stands without `signing`";
        cx.sink.report(
            Diagnostic::new(Code::MissingKey, raw.span, message)
                .help("add `signing:`; an encrypted body without a signature can be changed"),
        );
    }
    Some(Encryption {
        header: value(raw.header.as_ref())?,
        algorithm: value(raw.algorithm.as_ref())?,
        profile: raw.profile?,
        key_version: raw.key_version.unwrap_or(1),
        content_type: value(raw.content_type.as_ref()).unwrap_or_else(|| "text/plain".to_owned()),
        evidence: cx.index.evidence(&raw.evidence, &mut cx.sink),
    })
}

/// One header.
pub(super) fn header(cx: &mut Cx<'_>, raw: &RawHeader) -> Header {
    let need = match raw.required.as_ref().map(|it| it.value.as_str()) {
        _ if raw.value.is_some() => HeaderNeed::Required,
        Some("true") => HeaderNeed::Required,
        None | Some("false") => HeaderNeed::Optional,
        Some(when) => HeaderNeed::When(when.to_owned()),
    };
    Header {
        name: raw.name.value.clone(),
        in_request: raw.direction.0,
        in_response: raw.direction.1,
        need,
        value: value(raw.value.as_ref()),
        sample: value(raw.sample.as_ref()),
        doc: text(raw.doc.as_ref()),
        evidence: cx.index.evidence(&raw.evidence, &mut cx.sink),
    }
}

/// What a page is about, and what its parts are laid to.
fn parts(cx: &mut Cx<'_>, spec: &RawSpec, raw: &RawSource) {
    if let Some(about) = &raw.about {
        let names = || spec.operations.iter().map(|it| it.name.value.as_str());
        if !names().any(|name| name == about.value) {
            let message = format!("there is no operation `{}`", about.value);
            cx.sink.report(
                Diagnostic::new(Code::UnknownOperation, about.span, message)
                    .suggest(&about.value, names()),
            );
        }
    }
    let linker = Linker::new(spec, raw);
    for (_, target) in &raw.parts {
        if !linker.has(&target.value) {
            let message = format!("there is nothing called `{}`", target.value);
            cx.sink.report(
                Diagnostic::new(Code::UnknownPart, target.span, message).help(
                    "write `Type`, `Type.field`, `operation`, `operation.request` or `operation.request.field`",
                ),
            );
        }
    }
}

/// Sources and quirks.
pub(super) fn evidence(cx: &mut Cx<'_>, spec: &RawSpec) -> (Vec<Source>, Vec<Quirk>) {
    let mut sources = Vec::new();
    for raw in &spec.sources {
        parts(cx, spec, raw);
        sources.push(Source {
            id: raw.id.value.clone(),
            title: value(raw.title.as_ref()).unwrap_or_default(),
            file: value(raw.file.as_ref()),
            sha256: value(raw.sha256.as_ref()),
            url: value(raw.url.as_ref()),
            covers: text(raw.covers.as_ref()),
        });
    }
    let mut quirks = Vec::new();
    for raw in &spec.quirks {
        if !raw.waives.is_empty() {
            cx.index.use_quirk(&raw.id);
        }
        let own = raw.waives.iter().filter_map(|it| it.source.as_ref());
        for source in raw.source.iter().chain(own) {
            cx.index.source(source, &mut cx.sink);
        }
        quirks.push(Quirk {
            id: raw.id.value.clone(),
            at: text(raw.at.as_ref()),
            page: text(raw.page.as_ref()),
            spec: text(raw.spec.as_ref()),
            why: text(raw.why.as_ref()),
            source: value(raw.source.as_ref()),
        });
    }
    (sources, quirks)
}
