//! The Markdown that doc comments are made of.

use super::file::File;
use crate::{Model, fences, provenance::Standing};
use stipula_contract::{
    Api, ClassOfResult, Evidence, Field, Location, Object, ResultCode, Rule, Type,
};

/// Paragraphs with an empty line between them; empty ones are left out.
pub(super) fn paragraphs<I: IntoIterator<Item = String>>(parts: I) -> String {
    let parts: Vec<_> = parts
        .into_iter()
        .map(|part| fences::closed(part.trim()))
        .filter(|part| !part.is_empty())
        .collect();
    parts.join("\n\n")
}

/// The text, or the other one when it is empty.
pub(super) fn or(text: &str, otherwise: impl FnOnce() -> String) -> String {
    if text.trim().is_empty() {
        otherwise()
    } else {
        text.to_owned()
    }
}

/// What a type is for, its rules between members, where it was read.
pub(super) fn of_object(api: &Api, type_: &Type, object: &Object) -> String {
    let rules = object
        .rules
        .iter()
        .map(|rule| format!("- {}", sentence(rule)))
        .collect::<Vec<_>>()
        .join("\n");
    let rules = if rules.is_empty() {
        rules
    } else {
        format!("Rules between fields:\n{rules}")
    };
    paragraphs([
        or(&type_.doc, || fallback(api, type_)),
        of_failures(api, type_),
        rules,
        source(api, &type_.evidence),
        quirks(api, &type_.evidence),
    ])
}

/// How the type of what failures tell is come by.
fn of_failures(api: &Api, type_: &Type) -> String {
    let detail = api.outcome.as_ref().and_then(|it| it.detail);
    match detail {
        Some(id) if id == type_.id => {
            "The details of an error: [`Error::detail`](stipula::client::Error::detail) reads it."
                .to_owned()
        }
        _ => String::new(),
    }
}

/// What a type is, when the spec does not say.
pub(super) fn fallback(api: &Api, type_: &Type) -> String {
    let body = api.operations.iter().find_map(|operation| {
        if operation.request == type_.id {
            Some(format!("Request body of `{}`.", operation.name))
        } else if operation.answer.own() == Some(type_.id) {
            Some(format!("Response to `{}`.", operation.name))
        } else {
            None
        }
    });
    let mut received = api.notifications.iter();
    let received = received.find(|it| it.body.own() == Some(type_.id));
    let received = received.map(|it| format!("Notification body of `{}`.", it.name));
    body.or(received)
        .unwrap_or_else(|| format!("`{}` of the API.", type_.name))
}

/// What a member holds, its rules, and where it was read when that is not where its type was.
pub(super) fn of_field(file: &File<'_>, owner: &Type, field: &Field, judged: bool) -> String {
    let api = file.api;
    let mut sentences = Vec::new();
    sentences.extend(place(field));
    if judged {
        let limits = field.item.levels().flat_map(|it| &it.rules);
        let rules = field.presence.iter().chain(limits);
        sentences.extend(rules.map(sentence).filter(|it| !it.is_empty()));
    } else {
        sentences.extend(field.item.rule("const").map(sentence));
        sentences.extend(unjudged(field));
    }
    if field.encrypted && judged {
        sentences.push("Encrypted with the vendor's key when it is sent.".to_owned());
    }
    if field.sealed {
        sentences.push("Encrypted on the wire, decrypted before it is read.".to_owned());
    }
    if let Some(default) = &field.default {
        sentences.push(format!("Taken as `{default}` when absent."));
    }
    if let Some(sample) = &field.sample {
        sentences.push(format!("Example: `{sample}`."));
    }
    if field.clears {
        let cleared = if judged {
            "`null` clears the value. Left out, the value stays."
        } else {
            "`null` when the value is cleared."
        };
        sentences.push(cleared.to_owned());
    }
    if let Some(note) = &field.deprecated {
        sentences.push(format!("Deprecated: {note}"));
    }
    let evidence = &field.evidence;
    let source = if evidence.source == owner.evidence.source {
        certainty(evidence).unwrap_or_default().to_owned()
    } else {
        source(api, evidence)
    };
    paragraphs([
        or(&field.doc, || format!("`{}`.", field.wire)),
        sentences.join(" "),
        source,
        standing(file.provenance.field(field.id)),
        quirks(api, evidence),
    ])
}

/// What a page says of the values of an answer's member.
fn unjudged(field: &Field) -> Option<String> {
    let rules = field.item.levels().flat_map(|it| &it.rules);
    let texts: Vec<_> = rules
        .filter(|it| it.code != "const")
        .map(|it| it.text.as_str())
        .collect();
    (!texts.is_empty()).then(|| format!("Not checked: {}", texts.join(" ")))
}

/// What pages make of it, once somebody has checked.
pub(super) fn standing(standing: &Standing) -> String {
    match standing.sentence().as_str() {
        "" => String::new(),
        sentence => period(sentence),
    }
}

fn sentence(rule: &Rule) -> String {
    format!("{} {}", rule.text, rule.doc).trim().to_owned()
}

/// "Source: “title” (id)." with how sure it is; empty when nothing is known.
pub(super) fn source(api: &Api, evidence: &Evidence) -> String {
    let page = evidence.source.as_ref().map(|id| {
        match api.sources.iter().find(|source| source.id == *id) {
            Some(source) => format!("Source: \"{}\" ({id}).", source.title),
            None => format!("Source: {id}."),
        }
    });
    let certainty = certainty(evidence).map(str::to_owned);
    [page, certainty]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

fn certainty(evidence: &Evidence) -> Option<&'static str> {
    if evidence.undocumented {
        Some("Seen in samples only.")
    } else if evidence.inferred {
        Some("Inferred: no page says so.")
    } else if evidence.unverified {
        Some("Not yet seen to work.")
    } else {
        None
    }
}

/// What the page says and what the spec says, for each quirk.
pub(super) fn quirks(api: &Api, evidence: &Evidence) -> String {
    let quirks =
        evidence
            .quirks
            .iter()
            .map(|id| match api.quirks.iter().find(|quirk| quirk.id == *id) {
                Some(quirk) => format!(
                    "Quirk {id}. The page: {} Here: {}",
                    period(&quirk.page),
                    period(&quirk.spec)
                ),
                None => format!("Quirk {id}."),
            });
    quirks.collect::<Vec<_>>().join("\n\n")
}

/// The text with a final period.
pub(super) fn period(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// What a result code means and how it counts.
pub(super) fn of_code(model: &Model, code: &ResultCode) -> String {
    let class = match code.class {
        ClassOfResult::Success => "Success: it was done.",
        ClassOfResult::Failed => "Failed: nothing was done, and a repeat fails again.",
        ClassOfResult::Unknown => "Unknown: it may have been done; query or repeat.",
    };
    paragraphs([
        or(&code.doc, || format!("`{}`.", code.code)),
        class.to_owned(),
        standing(model.provenance.code(code.id)),
        quirks(&model.api, &code.evidence),
    ])
}

/// Where a member travels, unless it is in the body.
fn place(field: &Field) -> Option<String> {
    let name = field.sent_name();
    Some(match field.location {
        Location::Body => return None,
        Location::Path => format!("In the path, as `{{{name}}}`."),
        Location::Query => format!("In the query, as `{name}`."),
        Location::Header => format!("In the header `{name}`."),
        Location::Payload => "It is the whole body.".to_owned(),
        Location::Status => "The HTTP status.".to_owned(),
    })
}
