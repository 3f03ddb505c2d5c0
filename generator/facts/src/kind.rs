//! What a fact of a page, or a claim of the spec, is about.

use serde::{Deserialize, Serialize};

/// What a fact or a claim says. The order is the order of a file of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Method and path of the operation: `"POST /v1/orders"`.
    Endpoint,
    /// A host, without scheme unless the page has one.
    Host,
    /// There is a member or header of this name.
    Field,
    /// Where a member of a request travels: `path`, `query` or `body`. Headers stand below
    /// `request-headers`.
    Place,
    /// Its type: `string`, `integer`, `number`, `boolean`, `date`, `object`, `json`, `list`,
    /// `list<T>`, or a name that the page gives to a shape.
    Type,
    /// `"required"`, `"optional"` or `"conditional"`.
    Need,
    /// When it is required: a condition in the language of the spec where the page's words could be
    /// read as one, the page's own words otherwise, with the confidence `words`.
    RequiredWhen,
    /// When it has an effect, in the same form.
    EffectiveWhen,
    /// At least one of these members: a sorted list of names.
    AtLeastOne,
    /// One of these members and no other, in the same form.
    ExactlyOne,
    /// One of these members, or none, in the same form.
    AtMostOne,
    /// Fewest characters, where that is more than none.
    MinChars,
    /// Most characters: a number, or numbers by language (`{"en": 150, "zh": 100}`).
    MaxChars,
    /// Fewest bytes of a text, where that is more than none.
    MinBytes,
    /// Most bytes of a text.
    MaxBytes,
    /// Fewest items of a list, where that is more than none.
    MinItems,
    /// Most items of a list.
    MaxItems,
    /// Lowest and highest number: `[1, 100]`.
    Range,
    /// Most bytes of a file, or of what an address points at: `"100 KB"`.
    Size,
    /// A rule between members, or a limit that pages tell in prose only. Pages give no such fact.
    Rule,
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
    /// A documented body: `"request"`, `"response"`, `"other"`, or `"not JSON"`.
    Example,
    /// Where an example breaks a rule of its own page.
    Contradiction,
    /// Something the capture lost, or that nobody could read: `condition`, `cell`, `children`,
    /// `heading`, `column`, `text`, `mark`.
    Gap,
    /// A paragraph or cell of prose; only its digest is kept.
    Paragraph,
}

impl Kind {
    /// All kinds, in order.
    pub const ALL: [Self; 34] = [
        Self::Endpoint,
        Self::Host,
        Self::Field,
        Self::Place,
        Self::Type,
        Self::Need,
        Self::RequiredWhen,
        Self::EffectiveWhen,
        Self::AtLeastOne,
        Self::ExactlyOne,
        Self::AtMostOne,
        Self::MinChars,
        Self::MaxChars,
        Self::MinBytes,
        Self::MaxBytes,
        Self::MinItems,
        Self::MaxItems,
        Self::Range,
        Self::Size,
        Self::Rule,
        Self::Value,
        Self::Key,
        Self::Default,
        Self::Const,
        Self::Prefix,
        Self::Format,
        Self::Code,
        Self::Class,
        Self::Message,
        Self::Sample,
        Self::Example,
        Self::Contradiction,
        Self::Gap,
        Self::Paragraph,
    ];

    /// Whether it counts how many of some members are given: a rule of the object that holds them.
    pub const fn is_group(self) -> bool {
        matches!(self, Self::AtLeastOne | Self::ExactlyOne | Self::AtMostOne)
    }

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
