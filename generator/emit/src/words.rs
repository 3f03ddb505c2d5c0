//! Words that every documentation output has for the same thing.

use stipula_contract::{Answer, BodyForm, ClassOfResult, Item, Need, TypeId, TypeRef};

/// A type as a member uses it. `named` tells a named type, in the way of the output.
pub(super) fn type_(item: &Item, named: &impl Fn(TypeId) -> String) -> String {
    match &item.ty {
        TypeRef::Scalar(it) => it.facts().label.to_owned(),
        TypeRef::AsText(it) => format!("{} as string", it.facts().label),
        TypeRef::Enum(id)
        | TypeRef::IntegerEnum(id)
        | TypeRef::Object(id)
        | TypeRef::Union(id)
        | TypeRef::Any(id) => named(*id),
        TypeRef::List(of) => format!("list of {}", type_(of, named)),
        TypeRef::Map { key, of } => {
            let key = key.map_or_else(|| "string".to_owned(), named);
            format!("map of {key} to {}", type_(of, named))
        }
    }
}

/// How the body of a request is written, as a sentence; nothing of JSON.
pub(super) const fn body(form: BodyForm) -> Option<&'static str> {
    Some(match form {
        BodyForm::Json => return None,
        BodyForm::Form => "The body is a form: application/x-www-form-urlencoded.",
        BodyForm::Multipart => {
            "The body is multipart/form-data, with a part for each field. Lists and objects are JSON. The files of a list are parts of the same name."
        }
        BodyForm::Text => "The body is plain text.",
        BodyForm::Bytes => "The body is bytes, as they are.",
        BodyForm::None => "The request has no body.",
    })
}

/// What an answer holds, as a sentence; nothing of one with members of its own.
pub(super) fn answer(answer: &Answer, named: &impl Fn(TypeId) -> String) -> Option<String> {
    Some(match answer {
        Answer::Own(_) => return None,
        Answer::Json(item) => format!("JSON: {}.", type_(item, named)),
        Answer::Text => "Plain text, as it comes.".to_owned(),
        Answer::Bytes => "Bytes, as they come.".to_owned(),
        Answer::Nothing => "No body; one that comes is ignored.".to_owned(),
        Answer::ByStatus(all) => {
            let held = all.iter().filter_map(|it| {
                let held = self::answer(&it.answer, named)?;
                Some(format!("HTTP {}: {held}", it.text))
            });
            let other = "Any other status of success: kept as it comes.".to_owned();
            held.chain([other]).collect::<Vec<_>>().join(" ")
        }
    })
}

/// What a member is in a case.
pub(super) const fn need(need: Need) -> &'static str {
    match need {
        Need::Required => "required",
        Need::Expected => "expected",
        Need::SometimesExpected => "sometimes expected",
        Need::Conditional => "conditional",
        Need::Optional => "optional",
        Need::Ineffective => "no effect",
        Need::NotAllowed => "not allowed",
        Need::OtherCase => "other case",
    }
}

/// How an outcome counts.
pub(super) const fn class(class: ClassOfResult) -> &'static str {
    match class {
        ClassOfResult::Success => "success",
        ClassOfResult::Failed => "failed",
        ClassOfResult::Unknown => "unknown",
    }
}
