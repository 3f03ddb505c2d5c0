//! Texts of a page, laid beside the words that were read.

use std::{collections::HashMap, mem};

use super::{
    account::{Account, COLUMN, Fate, SECTION, Said, Text, Unit, key},
    columns::column,
    entry::{is_fold, is_more},
    sections::{answer, section},
    words::pattern,
};

/// So many words stand near a text at most; what stands further away is not about it.
const MOST: usize = 300;

/// The fate of every text, and the lines of those that nothing was read from, with their words.
pub(crate) fn settle(units: Vec<Unit>, mut said: Vec<Said>) -> (Account, Vec<(usize, String)>) {
    said.sort_by(|a, b| (a.place, &a.key, a.fate).cmp(&(b.place, &b.key, b.fate)));
    said.dedup_by(|a, b| (a.place, &a.key) == (b.place, &b.key) && a.is_name && b.is_name);
    let mut used = vec![false; said.len()];
    let mut account = Account::default();
    let mut lost = Vec::new();
    let mut rules = Rules::default();
    for unit in units {
        let fate = fate(&unit, &said, &mut used)
            .or_else(|| rules.of(&unit.words))
            .unwrap_or_else(|| {
                lost.push((unit.line, unit.words.clone()));
                Fate::Gap
            });
        account.texts.push(Text {
            line: unit.line,
            words: unit.words,
            fate,
        });
    }
    (account, lost)
}

fn fate(unit: &Unit, said: &[Said], used: &mut [bool]) -> Option<Fate> {
    if let Some(rule) = unit.rule {
        return Some(Fate::Furniture(rule));
    }
    let wanted = key(&unit.words);
    let mut seen = 0..0;
    for (first, last) in &unit.near {
        let start = said.partition_point(|it| it.place < *first);
        let end = said.partition_point(|it| it.place <= *last);
        if end - start > MOST {
            break;
        }
        if (start..end) == seen {
            continue;
        }
        // What stands nearer was looked at, and is neither the text nor holds it.
        let seen = mem::replace(&mut seen, start..end);
        let further = (start..end).filter(|it| !seen.contains(it));
        let free = further.clone().filter(|it| unit.is_line || !used[*it]);
        if let Some(it) = exact(&wanted, said, free) {
            used[it] = true;
            return Some(said[it].fate);
        }
        let found = inside(&wanted, further.map(|it| &said[it]))
            .or_else(|| together(&wanted, &said[start..end]));
        if found.is_some() {
            return found;
        }
    }
    let is_code = unit.is_line && is_of_body(unit, &wanted, said);
    is_code.then_some(Fate::Fact)
}

/// The rules of texts that a page repeats: `Optional`, `string`, `Expand`.
#[derive(Default)]
struct Rules {
    known: HashMap<String, Option<&'static str>>,
}

impl Rules {
    fn of(&mut self, words: &str) -> Option<Fate> {
        let rule = if let Some(known) = self.known.get(words) {
            *known
        } else {
            let rule = rule_of(words);
            self.known.insert(words.to_owned(), rule);
            rule
        };
        rule.map(Fate::Furniture)
    }
}

/// Words that are a text. Those that are one text are no other one; lines may be read twice, as the texts
/// of a dump are.
fn exact(wanted: &str, said: &[Said], near: impl Iterator<Item = usize>) -> Option<usize> {
    let found = near.filter(|it| *said[*it].key == *wanted);
    found.min_by_key(|it| said[*it].fate)
}

/// What became of words that hold a text.
fn inside<'a>(wanted: &str, near: impl Iterator<Item = &'a Said>) -> Option<Fate> {
    let longer = near.filter(|it| it.key.len() > wanted.len() && it.key.contains(wanted));
    longer.map(|it| it.fate).min()
}

/// What became of words that are a text together.
fn together(wanted: &str, near: &[Said]) -> Option<Fate> {
    let mut parts: Vec<&Said> = near.iter().filter(|it| !it.key.is_empty()).collect();
    parts.retain(|it| it.key.len() < wanted.len());
    parts.sort_by_key(|it| std::cmp::Reverse(it.key.len()));
    let mut rest = wanted.to_owned();
    let mut found: Option<Fate> = None;
    for part in parts {
        if let Some(at) = rest.find(&*part.key) {
            rest.replace_range(at..at + part.key.len(), "\n");
            found = Some(found.map_or(part.fate, |it| it.min(part.fate)));
        }
    }
    found.filter(|_| {
        let mut left = rest.split('\n');
        left.all(|it| is_label(it) || rule_of(it).is_some())
    })
}

/// Whether a line is one of the block of code that began last.
fn is_of_body(unit: &Unit, wanted: &str, said: &[Said]) -> bool {
    let last = unit.near.last().map_or(0, |it| it.1);
    let end = said.partition_point(|it| it.place <= last);
    let body = said[..end].iter().rfind(|it| it.is_body);
    body.is_some_and(|it| it.key.contains(wanted))
}

/// Whether what is left of a text, without its blanks, only says what the rest is: `Possible values:`,
/// `type=`, the number of a heading, or `address.` in front of the name of a member.
fn is_label(left: &str) -> bool {
    let bare = left.trim_matches(|it: char| !it.is_alphanumeric() && it != '.');
    pattern!(
        r"^(?:|[\d.]+|(?:[a-z_]\w*\.)+|defaults?(?:value|to)?|examples?(?:values?)?|(?:possible|allowed|available|accepted|valid)(?:values?|options?)?(?:are)?|enum(?:values?)?|types?|formats?)$"
    )
    .is_match(bare)
}

/// The rule for a text that only says what the texts beside it are.
fn rule_of(words: &str) -> Option<&'static str> {
    if !words.contains(char::is_alphanumeric) {
        return Some("a sign");
    }
    if is_fold(words) || is_more(words) {
        return Some("a fold");
    }
    if section(words).is_some() || answer(words).is_some() {
        return Some(SECTION);
    }
    let bare = words.trim_end_matches([':', '\u{ff1a}']);
    if bare != words && is_label(&key(bare)) {
        return Some("a label");
    }
    column(bare).map(|_| COLUMN)
}
