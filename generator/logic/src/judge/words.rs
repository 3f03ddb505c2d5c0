//! The words of findings, without what a body says: `{}` stands for that.
//!
//! They are data, so that whoever judges elsewhere says the same: see [`ALL`].

/// What is expected of a map.
pub const MAP: &str = "an object with keys of your own";
/// What is expected where a number travels as text.
pub const AS_TEXT: &str = "{}, as text";
/// Of a wrong type: what is expected, what is found, a hint.
pub(super) const EXPECTED: &str = "expected {}, found {}{}";
/// No case has this tag: what is expected, the tag, what is near.
pub(super) const TAG: &str = "expected {}, found {} there{}";
/// In place of what is found: no tag.
pub(super) const UNTAGGED: &str = "an object without it";
/// In place of what is found: an object of no shape.
pub(super) const OTHER: &str = "another object";
/// What is found, with the value.
pub(super) const TEXT: &str = "the text {}";
/// The same.
pub(super) const NUMBER: &str = "the number {}";
/// The same.
pub(super) const BOOLEAN: &str = "the boolean {}";
/// What is found, with how much is in it.
pub(super) const LIST: &str = "a list of {}";
/// What is found.
pub(super) const OBJECT: &str = "an object";
/// What is found where no value is shown, with its size.
pub(super) const HIDDEN_TEXT: &str = "a text of {}";
/// The same.
pub(super) const HIDDEN_NUMBER: &str = "a number";
/// The same.
pub(super) const HIDDEN_BOOLEAN: &str = "a boolean";
/// A hint: a number or a boolean in quotes.
pub(super) const UNQUOTED: &str = "; write it without quotes";
/// A hint: no quotes around a text.
pub(super) const QUOTED: &str = "; write it in double quotes";
/// A hint: no list around an item.
pub(super) const LISTED: &str = "; put it in brackets, as a list";
/// A hint: a list around an item.
pub(super) const UNLISTED: &str = "; write its one item, without the brackets";
/// A hint: JSON in quotes.
pub(super) const BARE: &str = "; write the JSON itself, not a text that holds it";
/// The documented name that is near.
pub(super) const NEAR: &str = "; did you mean {}?";
/// All documented values, after the near one.
pub(super) const THEN_ONE_OF: &str = " One of {}";
/// All documented values.
pub(super) const ONE_OF: &str = "; write one of {}";
/// Where an item stands twice.
pub(super) const TWINS: &str = "the items at {} and {} are the same";
/// Of a group.
pub(super) const NONE: &str = "none is given";
/// Of a group, with a member.
pub(super) const ONLY: &str = "only {} is given";
/// Of a group, with members.
pub(super) const MANY: &str = "{} are given";
/// In place of a value.
pub(super) const MISSING: &str = "missing";
/// In place of a value that counts as absent.
pub(super) const EMPTY: &str = "an empty text";
/// A value that counts as absent.
pub(super) const ABSENT: &str = "{} counts as absent";
/// Another name, with the proper one.
pub(super) const ALIAS: &str = "read as {}, and written so";
/// Both names of one member.
pub(super) const TWICE: &str = "{} is another name of {}, which is given too";
/// A value of a lenient member, and what it is read as.
pub(super) const CONVERTED: &str = "{} is read as {}, and written so";
/// What a value is read as.
pub(super) const A_TEXT: &str = "a text";
/// A member of no documented name, with what is near.
pub(super) const UNKNOWN: &str = "no member of this name is documented{}";
/// A member that a closed object does not take, with what is near.
pub(super) const REFUSED: &str = "the object takes no member of this name{}";
/// A body outside a named case: its name, and its condition.
pub(super) const SCENARIO: &str = "this is no body of the scenario {}, in which {}";
/// A document that is no request: what is found.
pub(super) const REQUEST: &str =
    "expected an object with `path`, `query`, `headers` and `body`, found {}";
/// A part that no request has, with what is near.
pub(super) const PART: &str =
    "a request has `path`, `query`, `headers` and `body`, and no other part{}";
/// A name that is in no braces, with what is near.
pub(super) const BRACES: &str = "the path has no braces of this name{}";
/// A value that is no part of a path.
pub(super) const SEGMENT: &str = "a part of the path cannot be empty, `.` or `..`";
/// An address that is asked, with the hosts that it may have.
pub(super) const HOSTS: &str = "an address of `https` on {} is asked, and no other one";
/// A member of the body that travels in another place.
pub(super) const ELSEWHERE: &str = "it does not travel in the body, but as {}";

/// All of them by the names by which a script knows them.
pub const ALL: &[(&str, &str)] = &[
    ("asText", AS_TEXT),
    ("expected", EXPECTED),
    ("tag", TAG),
    ("untagged", UNTAGGED),
    ("other", OTHER),
    ("text", TEXT),
    ("number", NUMBER),
    ("boolean", BOOLEAN),
    ("list", LIST),
    ("object", OBJECT),
    ("hiddenText", HIDDEN_TEXT),
    ("hiddenNumber", HIDDEN_NUMBER),
    ("hiddenBoolean", HIDDEN_BOOLEAN),
    ("unquoted", UNQUOTED),
    ("quoted", QUOTED),
    ("listed", LISTED),
    ("unlisted", UNLISTED),
    ("bare", BARE),
    ("near", NEAR),
    ("thenOneOf", THEN_ONE_OF),
    ("oneOf", ONE_OF),
    ("twins", TWINS),
    ("none", NONE),
    ("only", ONLY),
    ("many", MANY),
    ("missing", MISSING),
    ("empty", EMPTY),
    ("absent", ABSENT),
    ("alias", ALIAS),
    ("twice", TWICE),
    ("converted", CONVERTED),
    ("aText", A_TEXT),
    ("unknown", UNKNOWN),
    ("refused", REFUSED),
    ("scenario", SCENARIO),
];

/// Those of a request that is more than a body, by name.
pub const OF_PLACES: &[(&str, &str)] = &[
    ("request", REQUEST),
    ("part", PART),
    ("braces", BRACES),
    ("segment", SEGMENT),
    ("elsewhere", ELSEWHERE),
];

/// The template with its gaps filled, in order.
pub(super) fn filled(template: &str, with: &[&str]) -> String {
    let mut with = with.iter();
    let mut made = String::new();
    for (index, words) in template.split("{}").enumerate() {
        if index > 0 {
            made.push_str(with.next().copied().unwrap_or_default());
        }
        made.push_str(words);
    }
    made
}
