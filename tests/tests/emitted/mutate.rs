//! Small mistakes in the attributes that validators are derived from.

use std::ops::Range;

/// A client with one mistake.
pub(crate) struct Mutant {
    pub(crate) text: String,
    /// The field, and its attribute with the mistake.
    pub(crate) told: String,
}

/// Mistakes that mean the same, with the reason.
const EQUIVALENT: &[(&str, &str)] = &[
    ("status: Option<String>,:  const = ", OF_A_CASE),
    ("how: Option<String>,:  const = ", OF_A_CASE),
    ("status: Option<Status>,:  const = ", OF_A_CASE),
    ("r#type: Option<i64>,:  const = 7", OF_A_CASE),
    ("keys: Option<Vec<String>>,:  max_items = 2", OF_A_CASE),
];

const OF_A_CASE: &str = "an object is of this case only because it has the member";

pub(crate) fn is_equivalent(mutant: &Mutant) -> bool {
    EQUIVALENT
        .iter()
        .any(|(told, _)| mutant.told.contains(told))
}

/// Every mutant of a client.
pub(crate) fn mutants(text: &str) -> Vec<Mutant> {
    let mut all = Vec::new();
    for attribute in attributes(text) {
        for (place, new) in mistakes(text, &attribute) {
            let mutated = [&text[..place.start], &new, &text[place.end..]].concat();
            let end = attribute.end + new.len() - place.len();
            if is_refused(&mutated[attribute.start..end]) {
                continue;
            }
            let field = mutated[end..].trim_start_matches(")]").trim_start();
            let told = format!(
                "{}: {}",
                field.lines().next().unwrap_or_default(),
                &mutated[attribute.start..end]
            );
            all.push(Mutant {
                text: mutated,
                told,
            });
        }
    }
    all
}

/// Whether the derive refuses the mistake: nothing lies in a range.
fn is_refused(attribute: &str) -> bool {
    let ranges = attribute.split("range(").skip(1);
    let mut ranges = ranges.filter_map(|it| it.split_once(')'));
    ranges.any(|(range, _)| {
        let Some((from, to)) = range.split_once("..") else {
            return false;
        };
        let is_open = from.ends_with('<') || !to.starts_with('=');
        let ends = [from.trim_end_matches('<'), to.trim_start_matches('=')];
        match ends.map(str::parse::<f64>) {
            [Ok(from), Ok(to)] => from > to || (is_open && from >= to),
            _ => false,
        }
    })
}

/// What stands between the brackets of each `validate`.
fn attributes(text: &str) -> Vec<Range<usize>> {
    let starts = text
        .match_indices("#[validate(")
        .map(|it| it.0 + it.1.len());
    let ends = starts.filter_map(|start| Some(start..start + text[start..].find(")]\n")?));
    ends.collect()
}

/// Places outside of quotes, with what stands there by mistake.
fn mistakes(text: &str, attribute: &Range<usize>) -> Vec<(Range<usize>, String)> {
    const WORDS: &[(&str, &str)] = &[
        (" < ", " <= "),
        (" <= ", " < "),
        (" > ", " >= "),
        (" >= ", " > "),
        (" and ", " or "),
        (" or ", " and "),
        ("not (", "("),
        ("required,", ""),
        ("unique,", ""),
        ("required_if(", "allowed_if("),
        ("allowed_if(", "required_if("),
        ("at_least_one(", "at_most_one("),
        ("max_chars", "max_bytes"),
    ];
    let mut found = Vec::new();
    let (mut at, mut is_quoted) = (attribute.start, false);
    while at < attribute.end {
        let rest = &text[at..attribute.end];
        let first = rest.chars().next().unwrap_or(' ');
        is_quoted ^= first == '"' && !text[..at].ends_with('\\');
        if !is_quoted {
            let words = WORDS.iter().filter(|it| rest.starts_with(it.0));
            found.extend(words.map(|it| (at..at + it.0.len(), it.1.to_owned())));
            let digits = rest
                .find(|it: char| !it.is_ascii_digit())
                .unwrap_or(rest.len());
            let is_alone = !text[..at].ends_with(|it: char| it.is_alphanumeric() || it == '_');
            if digits > 0 {
                if let (true, Ok(number)) = (is_alone, rest[..digits].parse::<u64>()) {
                    found.push((at..at + digits, (number + 1).to_string()));
                }
                at += digits;
                continue;
            }
        }
        at += first.len_utf8();
    }
    found
}
