//! What is told of a member beside its type, need and rules.

use super::prose::Prose;
use stipula_contract::{Field, Location, Rule};

/// Something about a member: each output says it in its own form.
#[derive(Debug, Clone)]
pub(crate) struct Note<'a> {
    /// Its name in a table.
    pub(crate) label: &'static str,
    /// In prose, it comes after everything else.
    pub(crate) is_example: bool,
    pub(crate) told: Told<'a>,
}

/// What a note says.
#[derive(Debug, Clone)]
pub(crate) enum Told<'a> {
    /// Texts as they are written, and how a sentence about one begins.
    Texts(Vec<&'a str>, &'static str),
    /// Words, and the same as a sentence.
    Words(&'static str, &'static str),
    /// Rules of an answer's member, and how their sentences begin.
    Rules(&'static str, Vec<Prose<'a>>),
}

const SAMPLE: &str = "Sample";

/// The notes of a member, in order.
pub(crate) fn of(field: &Field) -> Vec<Note<'_>> {
    let texts = |label, begin, texts: Vec<_>| {
        let told = Told::Texts(texts, begin);
        (label, told)
    };
    let aliases = field.aliases.iter().map(String::as_str).collect();
    let place = match field.location {
        Location::Body | Location::Status => None,
        Location::Path => Some("In the path, in the braces of"),
        Location::Query => Some("Stands in the query, as"),
        Location::Header => Some("Stands in the header"),
        Location::Payload => Some("It is the whole body; conditions call it"),
    };
    let place = place.map(|begin| texts(field.location.word(), begin, vec![field.sent_name()]));
    let mut notes: Vec<_> = place.into_iter().collect();
    if field.location == Location::Status {
        let told = Told::Words("the HTTP status", "It is the HTTP status.");
        notes.push((field.location.word(), told));
    }
    notes.extend([
        texts("Default", "Default:", one(field.default.as_deref())),
        texts(SAMPLE, "Sample:", one(field.sample.as_deref())),
        texts("Also read as", "Also read as", aliases),
    ]);
    if field.lenient {
        let words = "a number may be a string, and a string a number";
        let sentence = "A number may be a string, and a string a number.";
        notes.push(("Lenient", Told::Words(words, sentence)));
    }
    if field.clears {
        let words = "clears the value; left out, the value stays";
        let sentence = "`null` clears the value. Left out, the value stays.";
        notes.push(("Null", Told::Words(words, sentence)));
    }
    if field.encrypted {
        let words = "in a request, encrypted with the vendor's key";
        let sentence = "In a request, encrypted with the vendor's key.";
        notes.push(("Encrypted", Told::Words(words, sentence)));
    }
    if field.sealed {
        let words = "encrypted on the wire, decrypted before it is read";
        let sentence = "Sealed: encrypted on the wire, decrypted before it is read.";
        notes.push(("Sealed", Told::Words(words, sentence)));
    }
    if field.sensitive {
        let words = "never shown in logs or errors";
        let sentence = "Sensitive: never shown in logs or errors.";
        notes.push(("Sensitive", Told::Words(words, sentence)));
    }
    notes.retain(|(_, told)| !matches!(told, Told::Texts(texts, _) if texts.is_empty()));
    let notes = notes.into_iter().map(|(label, told)| Note {
        label,
        is_example: label == SAMPLE,
        told,
    });
    notes.collect()
}

/// What a page says of the values of an answer's member. Answers are read, not judged; a constant
/// may be what tells them apart.
pub(crate) fn of_answer(field: &Field) -> impl Iterator<Item = Note<'_>> {
    let rules = field.item.levels().flat_map(|it| &it.rules);
    let (constants, others): (Vec<_>, Vec<_>) = rules.partition(|it| it.code == "const");
    let constant = ruled("Constant", "", &constants);
    let limits = ruled("Not checked", "Not checked: ", &others);
    constant.into_iter().chain(limits)
}

fn ruled<'a>(label: &'static str, begin: &'static str, rules: &[&'a Rule]) -> Option<Note<'a>> {
    let texts: Vec<_> = rules.iter().map(|it| Prose::new(&it.text)).collect();
    (!texts.is_empty()).then_some(Note {
        label,
        is_example: false,
        told: Told::Rules(begin, texts),
    })
}

fn one(text: Option<&str>) -> Vec<&str> {
    text.into_iter().collect()
}
