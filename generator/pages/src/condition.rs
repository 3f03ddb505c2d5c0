//! Conditions of a page, and values as conditions write them.

/// A condition of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Condition {
    /// In the language of the spec, if the page has the members that it names.
    Read(Sentence),
    /// In the page's own words, which cannot be read.
    Words(String),
    /// Values, and the page does not say of which field.
    Values {
        values: Vec<String>,
        /// None of them, instead of one of them.
        negated: bool,
        words: String,
    },
}

/// A sentence in the language of the spec.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) text: String,
    /// Names and words that could be values of them; a sentence has such words by chance, too.
    pub(super) unsure: Vec<(String, String)>,
    /// What the page says.
    pub(super) words: String,
}

impl Condition {
    /// The opposite; `words` say it on the page.
    pub(super) fn not(self, words: &str) -> Self {
        let words = words.to_owned();
        match self {
            Self::Read(it) => Self::Read(Sentence {
                text: opposite(&it.text),
                words,
                ..it
            }),
            Self::Words(_) => Self::Words(words),
            Self::Values {
                values, negated, ..
            } => Self::Values {
                values,
                negated: !negated,
                words,
            },
        }
    }
}

/// The opposite of a condition in the language.
fn opposite(text: &str) -> String {
    let is_one = !text.contains(" and ") && !text.contains(" or ");
    match text.strip_prefix("not ") {
        Some(rest) if is_one && rest.starts_with("present(") => rest.to_owned(),
        _ if is_one && text.starts_with("present(") => format!("not {text}"),
        _ => format!("not ({text})"),
    }
}

/// One of these values of a field.
pub(super) fn one_of(name: &str, values: &[String], negated: bool) -> String {
    let texts: Vec<String> = values.iter().map(|it| quote(it)).collect();
    let text = match texts.as_slice() {
        [one] => format!("{name} == {one}"),
        many => format!("{name} in [{}]", many.join(", ")),
    };
    if negated {
        format!("not ({text})")
    } else {
        text
    }
}

/// A value as a condition writes it.
pub(super) fn quote(value: &str) -> String {
    let bare = value
        .chars()
        .all(|it| it.is_ascii_alphanumeric() || it == '_')
        && value.starts_with(|it: char| it.is_ascii_alphabetic() || it == '_');
    let reserved = matches!(
        value,
        "and"
            | "or"
            | "not"
            | "in"
            | "present"
            | "len"
            | "starts_with"
            | "root"
            | "parent"
            | "ctx"
            | "key"
    );
    if (bare && !reserved) || value.parse::<i64>().is_ok() {
        value.to_owned()
    } else {
        format!("{value:?}")
    }
}
