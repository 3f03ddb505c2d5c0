//! A fact: one structured claim of a page, with its place and a digest of the words behind it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One claim of a page, or one thing that its capture lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Fact {
    /// Id of the page in `sources.yaml`.
    pub source: String,
    /// What it is about, by the names of the page: `request/button/btnType`, `codes/SUCCESS`.
    pub at: String,
    /// What it says.
    pub kind: Kind,
    /// What it says it is; `null` for prose, of which only the digest is kept.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub value: Value,
    /// Line of the capture, from 1.
    pub line: usize,
    /// Digest of the words it was read from, see [`super::text::digest`].
    pub digest: String,
    /// How it was read.
    pub confidence: Confidence,
}

/// What a fact says. The order is the order of a file of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Kind {
    /// Method and path of the operation: `"POST /v1/orders"`.
    Endpoint,
    /// A host, without scheme unless the page has one.
    Host,
    /// There is a member or header of this name.
    Field,
    /// Its type: `string`, `integer`, `number`, `boolean`, `date`, `object`, `json`, `list`,
    /// `list<T>`, or a name that the page gives to a shape.
    Type,
    /// `"required"`, `"optional"` or `"conditional"`.
    Need,
    /// When it is required: a condition in the language of the spec where the page's words could be
    /// read as one, the page's own words otherwise.
    RequiredWhen,
    /// When it has an effect, in the same form.
    EffectiveWhen,
    /// At least one of these members: a sorted list of names.
    AtLeastOne,
    /// Most characters: a number, or numbers by language (`{"en": 150, "zh": 100}`).
    MaxChars,
    /// Most items of a list.
    MaxItems,
    /// Lowest and highest number: `[1, 100]`.
    Range,
    /// Most bytes of what an address points at: `"100 KB"`.
    Size,
    /// A documented text of an enum.
    Value,
    /// A documented key of a map, or of a header that holds pairs.
    Key,
    /// What is assumed when it is not given.
    Default,
    /// The only value.
    Const,
    /// A text it starts with.
    Prefix,
    /// A form in words: `milliseconds`, `cents`, `ISO 4217`, `ISO 8601`, `decimal places 1`.
    Format,
    /// A result code.
    Code,
    /// The status that comes with a result code.
    Class,
    /// The message that comes with a result code; prose.
    Message,
    /// A sample of one line.
    Sample,
    /// A documented body: `"request"`, `"response"`, or `"not JSON"`.
    Example,
    /// Where an example breaks a rule of its own page.
    Contradiction,
    /// Something the capture lost: `condition`, `cell`, `children`, `heading`.
    Gap,
    /// A paragraph or cell of prose; only its digest is kept.
    Paragraph,
}

impl Kind {
    /// Prose has to be read by a person; it is compared by its digest only.
    pub const fn is_prose(self) -> bool {
        matches!(self, Self::Message | Self::Paragraph | Self::Example)
    }

    /// The name in a file of facts.
    pub fn name(self) -> String {
        serde_json::to_value(self)
            .ok()
            .and_then(|it| it.as_str().map(str::to_owned))
            .unwrap_or_default()
    }
}

/// How a fact was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The page says so.
    Exact,
    /// The page says so with something left out, which only one reading fills in.
    Inferred,
}

impl Fact {
    /// What decides whether two facts are the same, and their order: everything but line and digest.
    fn key(&self) -> (&str, &str, Kind, String) {
        (&self.source, &self.at, self.kind, self.value.to_string())
    }

    /// For a file that is kept: the sentences of the page stay out of it.
    #[must_use]
    pub fn for_record(mut self) -> Self {
        if self.kind == Kind::Message {
            self.value = Value::Null;
        }
        self
    }
}

/// Sorted, with the first of facts that say the same.
pub fn sort(facts: &mut Vec<Fact>) {
    facts.sort_by(|a, b| (a.key(), &a.digest, a.line).cmp(&(b.key(), &b.digest, b.line)));
    facts.dedup_by(|a, b| a.key() == b.key() && (a.digest == b.digest || !a.kind.is_prose()));
}

/// One JSON object per line.
pub fn to_lines(facts: &[Fact]) -> String {
    let mut text = String::new();
    for fact in facts {
        // A fact has texts, numbers and plain values only, which JSON can hold.
        text.push_str(&serde_json::to_string(fact).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// Reads lines of facts; an error names the line.
pub fn from_lines(text: &str) -> Result<Vec<Fact>, String> {
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            serde_json::from_str(line).map_err(|error| format!("line {}: {error}", index + 1))
        })
        .collect()
}
