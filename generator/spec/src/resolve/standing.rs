//! Verdicts of `docs-check` laid to what they are about, so that every output can tell them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    diag::{Code, Diagnostic, Sink},
    source::{SourceMap, Span},
};
use stipula_contract::{Api, Exception, Standing, TypeId, TypeKind};
use stipula_facts::{Kind, Record, VERDICTS, Verdict, from_lines};

/// What to do about a file of verdicts that cannot be read.
const ANEW: &str = "remove it; `stipula docs-check --write` then makes it anew";

type ByPlace<'a> = BTreeMap<&'a str, Vec<&'a Record>>;

/// The verdicts that are kept beside the spec; none when there is no such file.
pub(super) fn read(sources: &mut SourceMap, sink: &mut Sink) -> Vec<Record> {
    let file = match sources.read_if_there(VERDICTS) {
        Ok(Some(file)) => file,
        Ok(None) => return Vec::new(),
        Err(error) => {
            let message = format!("`{VERDICTS}` cannot be read: {error}");
            sink.report(Diagnostic::nowhere(Code::Kept, message).help(ANEW));
            return Vec::new();
        }
    };
    let text = sources.text(file);
    from_lines(text).unwrap_or_else(|(line, error)| {
        let start: usize = text
            .split_inclusive('\n')
            .take(line - 1)
            .map(str::len)
            .sum();
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let message = format!("`{VERDICTS}` cannot be read: {error}");
        sink.report(Diagnostic::new(Code::Kept, Span { file, start, end }, message).help(ANEW));
        Vec::new()
    })
}

/// Lays each verdict to the member, text or code it is about.
pub(super) fn attach(api: &mut Api, records: &[Record]) {
    let mut by_place = ByPlace::new();
    for record in records {
        by_place.entry(&record.at).or_default().push(record);
    }
    let places = places(api);
    for ty in &mut api.types {
        let owners = places.get(&ty.id).cloned();
        let owners = owners.unwrap_or_else(|| vec![ty.name.clone()]);
        match &mut ty.kind {
            TypeKind::Object(object) => {
                for field in &mut object.fields {
                    let mut known = owners.iter().filter_map(|owner| {
                        by_place.get(format!("{owner}.{}", field.wire).as_str())
                    });
                    field.standing = known.next().map_or_else(Standing::default, |it| of(it));
                }
            }
            TypeKind::Enum(it) => {
                for value in &mut it.values {
                    let all = by_place.get(ty.name.as_str()).map_or(&[][..], |it| it);
                    let own = all.iter().filter(|record| record.value == *value.wire);
                    value.standing = of(&own.copied().collect::<Vec<_>>());
                }
            }
            TypeKind::Union(_) => {}
        }
    }
    for operation in &mut api.operations {
        for code in &mut operation.errors {
            let at = format!("{}.errors.{}", operation.name, code.code);
            code.standing = by_place
                .get(at.as_str())
                .map_or_else(Standing::default, |it| of(it));
        }
    }
}

/// Names of bodies, as places begin with them. An overlay has members of its base as well.
fn places(api: &Api) -> BTreeMap<TypeId, Vec<String>> {
    let mut places: BTreeMap<TypeId, Vec<String>> = BTreeMap::new();
    for operation in &api.operations {
        let base = operation.overlay_of.and_then(|it| api.operations.get(it));
        for it in [Some(operation), base].into_iter().flatten() {
            let own = [
                (operation.request, "request"),
                (operation.response, "response"),
            ];
            for (id, part) in own {
                places
                    .entry(id)
                    .or_default()
                    .push(format!("{}.{part}", it.name));
            }
        }
    }
    places
}

/// What pages make of the claims about one thing.
fn of(records: &[&Record]) -> Standing {
    let mut pages = BTreeSet::new();
    let mut exceptions = Vec::new();
    for record in records {
        pages.extend(record.pages.iter().cloned());
        if record.verdict != Verdict::Confirmed || !record.quirks.is_empty() {
            exceptions.push(Exception {
                kind: record.kind,
                verdict: record.verdict,
                quirks: record.quirks.clone(),
            });
        }
    }
    let pages: Vec<String> = pages.into_iter().collect();
    Standing {
        sentence: sentence(&pages, &exceptions),
        pages,
        exceptions,
    }
}

/// "Confirmed by 2 pages; length by quirk Q-91; condition not verifiable".
fn sentence(pages: &[String], exceptions: &[Exception]) -> String {
    let mut parts = Vec::new();
    match pages.len() {
        0 => {}
        1 => parts.push("confirmed by one page".to_owned()),
        more => parts.push(format!("confirmed by {more} pages")),
    }
    let mut by_verdict: BTreeMap<(Verdict, &[String]), Vec<&str>> = BTreeMap::new();
    for it in exceptions {
        let words = by_verdict.entry((it.verdict, &it.quirks)).or_default();
        if !words.contains(&word(it.kind)) {
            words.push(word(it.kind));
        }
    }
    for ((verdict, quirks), words) in by_verdict {
        let told = told(verdict, quirks, words.len() > 1);
        parts.push(format!("{} {told}", joined(&words)));
    }
    let text = parts.join("; ");
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

fn told(verdict: Verdict, quirks: &[String], are_many: bool) -> String {
    let s = if are_many { "" } else { "s" };
    let quirks = quirks.join(", ");
    match verdict {
        Verdict::Confirmed => format!("elsewhere differ{s} ({quirks})"),
        Verdict::Waived => format!("depart{s} from the page ({quirks})"),
        Verdict::Unverifiable => "not verifiable".to_owned(),
        Verdict::Conflict => "disputed between pages".to_owned(),
        Verdict::Differs => "not as on the page".to_owned(),
        Verdict::SpecOnly | Verdict::CaptureOnly => "on no page".to_owned(),
    }
}

fn joined(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What a claim is about, for people.
const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Field => "name",
        Kind::Type => "type",
        Kind::Need => "requirement",
        Kind::RequiredWhen | Kind::EffectiveWhen | Kind::AtLeastOne => "condition",
        Kind::MaxChars => "length",
        Kind::MaxItems => "number of items",
        Kind::Range => "range",
        Kind::Default => "default",
        Kind::Const => "only value",
        Kind::Prefix => "beginning",
        Kind::Format | Kind::Size => "form",
        Kind::Value | Kind::Key => "text",
        Kind::Code => "code",
        Kind::Class => "status",
        _ => "rule",
    }
}
