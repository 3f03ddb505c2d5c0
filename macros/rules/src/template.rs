//! Templates with slots in braces.

use std::fmt::{self, Formatter};

use crate::told::{Open, Told};
use crate::{Arg, Unit};

/// What stands in braces in a template.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Slot {
    /// The place of the value.
    At,
    /// The number.
    N,
    /// The plural of the word before, by the number.
    S,
    /// The number with the unit of the rule.
    Count,
    /// The lengths by key, with the unit.
    Keys,
    /// The length for other keys.
    Default,
    Min,
    Max,
    Text,
    When,
    Expect,
    /// The same at the beginning of a sentence.
    ExpectFirst,
    /// What is left open, until the value is known.
    Open(Open),
}

impl Slot {
    const ALL: [(&'static str, Self); 17] = [
        ("at", Self::At),
        ("n", Self::N),
        ("s", Self::S),
        ("count", Self::Count),
        ("keys", Self::Keys),
        ("default", Self::Default),
        ("min", Self::Min),
        ("max", Self::Max),
        ("text", Self::Text),
        ("when", Self::When),
        ("expect", Self::Expect),
        ("Expect", Self::ExpectFirst),
        ("size", Self::Open(Open::Size(Unit::None))),
        ("known", Self::Open(Open::Known)),
        ("key", Self::Open(Open::Key)),
        ("twins", Self::Open(Open::Twins)),
        ("limit", Self::Open(Open::Limit)),
    ];

    fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, slot)| *slot)
    }
}

/// What the slots are filled with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Filling<'a> {
    pub(crate) at: &'a str,
    pub(crate) arg: Arg<'a>,
    pub(crate) unit: Unit,
}

impl Filling<'_> {
    /// Writes the template.
    pub(crate) fn write(&self, f: &mut Formatter<'_>, template: &str) -> fmt::Result {
        pieces(template).try_for_each(|piece| match piece {
            Piece::Text(text) => f.write_str(text),
            Piece::Slot(slot) => self.slot(f, slot),
        })
    }

    /// The template with its words, and what only the value can say left open.
    pub(crate) fn told(&self, template: &str) -> Vec<Told> {
        let piece = |piece| match (piece, self.arg) {
            (Piece::Text(text), _) => Told::Text(text.to_owned()),
            (Piece::Slot(Slot::At), _) => Told::Open(Open::Value),
            (Piece::Slot(Slot::Open(Open::Size(_))), _) => Told::Open(Open::Size(self.unit)),
            (Piece::Slot(Slot::Open(open)), _) => Told::Open(open),
            (Piece::Slot(slot), _) => Told::Text(
                Word {
                    filling: self,
                    slot,
                }
                .to_string(),
            ),
        };
        pieces(template).map(piece).collect()
    }

    fn slot(&self, f: &mut Formatter<'_>, slot: Slot) -> fmt::Result {
        match (slot, self.arg) {
            (Slot::At, _) if self.at.is_empty() => f.write_str("the body"),
            (Slot::At, _) => write!(f, "`{}`", self.at),
            (Slot::N, Arg::AtLeast { count, .. }) => write!(f, "{count}"),
            (Slot::N, arg) => arg.count().map_or(Ok(()), |n| write!(f, "{n}")),
            (Slot::S, arg) => f.write_str(arg.count().map_or("", plural)),
            (Slot::Count, arg) => arg.count().map_or(Ok(()), |n| self.counted(f, n)),
            (Slot::Keys, Arg::Lengths { keys, .. }) => self.lengths(f, keys),
            (Slot::Default, Arg::Lengths { default, .. }) => write!(f, "{default}"),
            (Slot::Min, Arg::Range { min: Some(end), .. })
            | (Slot::Max, Arg::Range { max: Some(end), .. }) => write!(f, "{end}"),
            (Slot::Min, Arg::Bounds { min: Some(end), .. })
            | (Slot::Max, Arg::Bounds { max: Some(end), .. }) => f.write_str(end.text()),
            (Slot::Text, Arg::Text(text) | Arg::AtLeast { of: text, .. })
            | (
                Slot::When,
                Arg::When(Some(text))
                | Arg::Demand {
                    when: Some(text), ..
                },
            )
            | (Slot::Expect, Arg::Demand { expect: text, .. }) => f.write_str(text),
            (Slot::ExpectFirst, Arg::Demand { expect: text, .. }) => {
                let mut letters = text.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                f.write_str(&first.chain(letters).collect::<String>())
            }
            // Templates are tested to ask only for what their case holds.
            (
                Slot::Keys
                | Slot::Default
                | Slot::Min
                | Slot::Max
                | Slot::Text
                | Slot::When
                | Slot::Expect
                | Slot::ExpectFirst
                | Slot::Open(_),
                _,
            ) => Ok(()),
        }
    }

    /// "1 item", "2 items".
    fn counted(&self, f: &mut Formatter<'_>, n: u64) -> fmt::Result {
        write!(f, "{n} {}{}", self.unit.as_str(), plural(n))
    }

    fn lengths(&self, f: &mut Formatter<'_>, keys: &[(String, u64)]) -> fmt::Result {
        for (nth, (key, length)) in keys.iter().enumerate() {
            if nth > 0 {
                f.write_str(", ")?;
            }
            self.counted(f, *length)?;
            write!(f, " for `{key}`")?;
        }
        Ok(())
    }
}

/// One slot, filled.
struct Word<'a> {
    filling: &'a Filling<'a>,
    slot: Slot,
}

impl fmt::Display for Word<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.filling.slot(f, self.slot)
    }
}

fn plural(n: u64) -> &'static str {
    if n == 1 { "" } else { "s" }
}

#[derive(Debug, Clone, Copy)]
enum Piece<'a> {
    Text(&'a str),
    Slot(Slot),
}

/// Texts and slots in turn. What is in braces and no slot stays as it is.
fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    template.split_inclusive('}').flat_map(|part| {
        let slot = part.strip_suffix('}').and_then(|part| {
            let (before, name) = part.rsplit_once('{')?;
            Some((before, Slot::named(name)?))
        });
        let (text, slot) = match slot {
            Some((before, slot)) => (before, Some(Piece::Slot(slot))),
            None => (part, None),
        };
        std::iter::once(Piece::Text(text)).chain(slot)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rule;
    use crate::arg::Edge;
    use crate::wording::{Case, Warning};

    /// Whether a slot is filled by an argument of this case.
    fn is_filled(case: Case, slot: Slot) -> bool {
        match slot {
            Slot::At => true,
            Slot::N if case == Case::AtLeast => true,
            Slot::N | Slot::S | Slot::Count => matches!(case, Case::Zero | Case::Count),
            Slot::Keys | Slot::Default => case == Case::Lengths,
            Slot::Min => matches!(case, Case::Ends(low, _) if low != Edge::Open),
            Slot::Max => matches!(case, Case::Ends(_, high) if high != Edge::Open),
            Slot::Text => matches!(case, Case::Text | Case::AtLeast),
            Slot::When => matches!(case, Case::When | Case::DemandWhen),
            Slot::Expect | Slot::ExpectFirst => matches!(case, Case::Demand | Case::DemandWhen),
            Slot::Open(_) => false,
        }
    }

    #[test]
    fn templates_ask_for_what_their_case_holds() {
        for wording in Rule::all().flat_map(|rule| rule.code().wordings) {
            let warning = match wording.warning {
                Warning::Words(words) => words,
                Warning::Noted | Warning::Unsaid => wording.docs,
            };
            for template in [wording.docs, warning, wording.message] {
                assert!(pieces(template).all(|piece| match piece {
                    Piece::Text(text) => !text.contains(['{', '}']),
                    Piece::Slot(slot) => is_filled(wording.case, slot),
                }));
            }
        }
    }

    #[test]
    fn what_was_found_may_be_left_open() {
        for wording in Rule::all().flat_map(|rule| rule.code().wordings) {
            assert!(pieces(wording.found).all(|piece| match piece {
                Piece::Text(text) => !text.contains(['{', '}']),
                Piece::Slot(Slot::Open(_)) => true,
                Piece::Slot(slot) => is_filled(wording.case, slot),
            }));
            assert!(!wording.found.ends_with('.'), "{}", wording.found);
        }
    }

    #[test]
    fn messages_begin_with_the_place_and_docs_end_with_a_period() {
        for wording in Rule::all().flat_map(|rule| rule.code().wordings) {
            let (docs, message) = (wording.docs, wording.message);
            assert!(
                message.starts_with("{at}") && !message.ends_with('.'),
                "{message}"
            );
            assert!(docs.ends_with('.') && !docs.contains("{at}"), "{docs}");
        }
    }
}
