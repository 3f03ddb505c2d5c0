//! Texts of a page, laid beside the words that were read.

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
    for unit in units {
        let fate = fate(&unit, &said, &mut used).unwrap_or_else(|| {
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
    let mut seen = (usize::MAX, 0);
    for (first, last) in &unit.near {
        let start = said.partition_point(|it| it.place < *first);
        let end = said.partition_point(|it| it.place <= *last);
        if end - start > MOST {
            break;
        }
        if (start, end) == seen {
            continue;
        }
        seen = (start, end);
        let used = &mut used[start..end];
        if let Some(fate) = among(&wanted, &said[start..end], used, unit.is_line) {
            return Some(fate);
        }
    }
    if unit.is_line && is_of_body(unit, &wanted, said) {
        return Some(Fate::Fact);
    }
    rule_of(&unit.words).map(Fate::Furniture)
}

/// What became of a text by the words near it: they are it, or hold it, or together they are it. Words
/// that are one text are no other one; lines may be read twice, as the texts of a dump are.
fn among(wanted: &str, near: &[Said], used: &mut [bool], is_line: bool) -> Option<Fate> {
    let exact = (0..near.len()).filter(|it| near[*it].key == wanted && (is_line || !used[*it]));
    if let Some(found) = exact.min_by_key(|it| near[*it].fate) {
        used[found] = true;
        return Some(near[found].fate);
    }
    let is_longer = |it: &&Said| it.key.len() > wanted.len() && it.key.contains(wanted);
    if let Some(fate) = near.iter().filter(is_longer).map(|it| it.fate).min() {
        return Some(fate);
    }
    let mut parts: Vec<&Said> = near.iter().filter(|it| !it.key.is_empty()).collect();
    parts.retain(|it| it.key.len() < wanted.len());
    parts.sort_by_key(|it| std::cmp::Reverse(it.key.len()));
    let mut rest = wanted.to_owned();
    let mut found: Option<Fate> = None;
    for part in parts {
        if let Some(at) = rest.find(&part.key) {
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
