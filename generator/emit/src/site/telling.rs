//! The words of the check of a body, as data: what the command says, the page says.

use serde_json::{Map, Value as Any, json};
use stipula_cond::UNSEEN;
use stipula_contract::{Base, JsonKind, Part, Place, Scalar};
use stipula_logic::judge::{MOST_LISTED, MOST_SHOWN, below, words};
use stipula_rules::Open;

/// A script with the words that every page needs.
pub(super) fn words() -> String {
    let mut all: Map<String, Any> = Map::new();
    all.extend(
        words::ALL
            .iter()
            .chain(words::OF_PLACES)
            .map(|(name, words)| ((*name).to_owned(), json!(words))),
    );
    // Of two types that are read alike, the first gives its name.
    let mut types: Map<String, Any> = Map::new();
    for it in Scalar::ALL {
        types
            .entry(read_as(*it))
            .or_insert(json!(it.facts().wanted));
    }
    types.insert("list".into(), json!(JsonKind::List.noun()));
    types.insert("map".into(), json!(words::MAP));
    all.insert("types".into(), Any::Object(types));
    all.insert("mostShown".into(), json!(MOST_SHOWN));
    all.insert("mostListed".into(), json!(MOST_LISTED));
    let range = |(first, last): &(char, char)| {
        format!(
            "\\u{{{:x}}}-\\u{{{:x}}}",
            u32::from(*first),
            u32::from(*last)
        )
    };
    let unseen: String = UNSEEN.iter().map(range).collect();
    all.insert("unseen".into(), json!(unseen));
    format!("window.stipulaWords = {}\n", Any::Object(all))
}

/// The page's word for how a value is read.
pub(super) const fn read_as(it: Scalar) -> &'static str {
    match it {
        Scalar::String | Scalar::Url => "text",
        Scalar::Integer => "integer",
        Scalar::TimestampMillis => "time",
        Scalar::TimestampSeconds => "seconds",
        Scalar::Unsigned => "unsigned",
        Scalar::DateTime => "date_time",
        Scalar::Date => "date",
        Scalar::Duration => "duration",
        Scalar::Bytes => "bytes",
        Scalar::File => "file",
        Scalar::Decimal => "number",
        Scalar::Boolean => "boolean",
        Scalar::Json => "any",
    }
}

/// A sentence: words and gaps in turn, the words first.
pub(super) fn sentence(parts: &[Part]) -> Any {
    let mut made = vec![String::new()];
    for part in parts {
        match (part, made.last_mut()) {
            (Part::Text(words), Some(last)) => last.push_str(words),
            (part, _) => made.extend([gap(part), String::new()]),
        }
    }
    if made.last().is_some_and(String::is_empty) && made.len() > 1 {
        made.pop();
    }
    json!(made)
}

/// What stands in a gap: a word, then names, as in a JSON Pointer.
fn gap(part: &Part) -> String {
    match part {
        Part::Text(words) => words.clone(),
        Part::Open(Open::Value) => "value".to_owned(),
        Part::Open(Open::Size(unit)) => format!("size/{}", unit.as_str()),
        Part::Open(Open::Limit) => "limit".to_owned(),
        Part::Open(Open::Known) => "known".to_owned(),
        Part::Open(Open::Key) => "name".to_owned(),
        Part::Open(Open::Twins) => "twins".to_owned(),
        Part::Given(names) => names
            .iter()
            .fold("given".to_owned(), |at, it| below(&at, it)),
        Part::At(place) => at(place),
        Part::Length(place) => format!("length/{}", at(place)),
    }
}

fn at(place: &Place) -> String {
    let base = match place.base {
        Base::This => "this",
        Base::Parent => "above",
        Base::Root => "root",
        Base::Context => "context",
        Base::Key => "key",
    };
    let steps = place.steps.iter();
    steps.fold(base.to_owned(), |at, it| below(&at, &it.wire))
}

/// The rules of a body, each with the number of its sentence, and with a `1` when it warns; each
/// sentence once.
pub(super) struct Telling {
    pub(super) rules: Vec<Any>,
    pub(super) sentences: Vec<Any>,
    ids: Map<String, Any>,
}

impl Telling {
    pub(super) fn new<'a>(rules: impl Iterator<Item = &'a stipula_contract::Rule>) -> Self {
        let (mut made, mut sentences, mut ids) = (Vec::new(), Vec::new(), Map::new());
        let mut owner = "";
        for rule in rules {
            let told = sentence(&rule.told());
            let known = sentences.iter().position(|it| *it == told);
            let number = known.unwrap_or_else(|| {
                sentences.push(told);
                sentences.len() - 1
            });
            ids.entry(&rule.id).or_insert(json!(made.len()));
            // The type is said once for all of its rules in a row.
            let own = rule.id.split('.').next().unwrap_or_default();
            let short = rule
                .id
                .strip_prefix(owner)
                .filter(|it| own == owner && !it.is_empty());
            owner = own;
            let id = short.unwrap_or(&rule.id);
            made.push(if rule.is_error() {
                json!([id, number])
            } else {
                json!([id, number, 1])
            });
        }
        Self {
            rules: made,
            sentences,
            ids,
        }
    }

    /// The schema with numbers in place of ids, which would be most of it.
    pub(super) fn numbered(&self, schema: Any) -> Any {
        match schema {
            Any::Object(mut members) => {
                // Reading tells it, in time that grows with the list, where a validator compares each
                // item with each.
                if let Some(Any::Object(ids)) = members.get_mut("x-stipula-ids")
                    && ids.shift_remove("uniqueItems").is_some()
                {
                    members.shift_remove("uniqueItems");
                }
                let numbered = |(name, value): (String, Any)| match name.as_str() {
                    "x-stipula-ids" => ("$ids".to_owned(), self.number(value)),
                    "x-stipula-at" if value.is_string() => ("$at".to_owned(), value),
                    "$comment" => (name, self.number(value)),
                    _ => (name, self.numbered(value)),
                };
                Any::Object(members.into_iter().map(numbered).collect())
            }
            Any::Array(items) => items.into_iter().map(|it| self.numbered(it)).collect(),
            other => other,
        }
    }

    /// The number of a rule in place of its id, or of each id that something holds.
    pub(super) fn number(&self, ids: Any) -> Any {
        match ids {
            Any::String(id) => self.ids.get(&id).cloned().unwrap_or(Any::String(id)),
            Any::Object(members) => {
                let numbered = members
                    .into_iter()
                    .map(|(name, it)| (name, self.number(it)));
                Any::Object(numbered.collect())
            }
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Scalar, words};

    #[test]
    fn a_number_as_text_is_called_as_a_script_calls_it() {
        for it in Scalar::ALL.iter().filter(|it| it.is_number()) {
            let told = words::AS_TEXT.replace("{}", it.facts().wanted);
            assert_eq!(told, it.wanted_as_text());
        }
    }
}
