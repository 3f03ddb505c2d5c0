//! Edits that an upstream page could get: every one shows, and shows where it was made.

use std::collections::{BTreeMap, BTreeSet};

use stipula_facts::Fact;

use crate::{
    captures::{ALL, claims, facts},
    forms,
};

/// One edit: a line, and what stands there afterwards.
#[derive(Debug)]
struct Edit {
    line: usize,
    what: &'static str,
    after: Option<String>,
}

/// Every edit of a line; whole lines come and go where a line is a statement of its own.
fn edits(line: usize, text: &str, whole: bool) -> Vec<Edit> {
    let mut edits = vec![];
    let mut edit = |what, after: String| {
        if after != text {
            edits.push(Edit {
                line,
                what,
                after: Some(after),
            });
        }
    };
    let number = title_number(text);
    for (start, word) in some_words(text) {
        let (before, after) = (&text[..start], &text[start + word.len()..]);
        // Names of the dump's own members, and the type that its editor shows.
        let own = after.starts_with("\":") || before.ends_with("\"editType\":\"");
        if start < number || own {
            continue;
        }
        let with = |other: &str| format!("{before}{other}{after}");
        if let Ok(number) = word.parse::<u64>() {
            if line.is_multiple_of(2) {
                edit("number up", with(&(number + 1).to_string()));
            } else {
                edit("number down", with(&number.saturating_sub(1).to_string()));
            }
        } else if word.is_ascii() && word.len() > 3 {
            edit("word renamed", with(&format!("{word}X")));
        }
    }
    for (from, to) in [
        ("| Y |", "| N |"),
        ("| M |", "| O |"),
        ("| O |", "| Y |"),
        ("| N |", "| Y |"),
        ("| F |", "| S |"),
        ("| String |", "| Integer |"),
        (" string", " number"),
        ("  REQUIRED", ""),
        ("\"required\":true", "\"required\":false"),
        (" or ", " and "),
        ("\"string\",\"warning", "\"number\",\"warning"),
    ] {
        if text.contains(from) && !text.contains("Only ") {
            edit("flag flipped", text.replacen(from, to, 1));
        }
    }
    if whole {
        edits.push(Edit {
            line,
            what: "line removed",
            after: None,
        });
        if let Some((start, word)) = words(text)
            .first()
            .filter(|_| number == 0 && line.is_multiple_of(3))
        {
            let copy = format!("{}{word}2{}", &text[..*start], &text[start + word.len()..]);
            edits.push(Edit {
                line,
                what: "line added",
                after: Some(format!("{text}\n{copy}")),
            });
        }
    }
    edits
}

/// Length of the number of a title, which comes and goes.
fn title_number(text: &str) -> usize {
    let numbered = text.starts_with(|it: char| it.is_ascii_digit()) && !text.contains('|');
    text.find(' ').filter(|_| numbered).unwrap_or(0)
}

/// The first word of a line and the last one.
fn some_words(text: &str) -> Vec<(usize, &str)> {
    let mut found = words(text);
    if found.len() > 2 {
        found.drain(1..found.len() - 1);
    }
    found
}

/// Words and numbers of a line with their places.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut found = vec![];
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = letter.is_ascii_alphanumeric() || letter == '_';
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.push((from, &text[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Where facts stood that were read from a line, or from the nearest lines around it.
fn places(before: &[Fact], line: usize) -> BTreeSet<&str> {
    let lines = before.iter().map(|it| it.line);
    let above = lines.clone().filter(|it| *it <= line).max().unwrap_or(0);
    let below = lines.filter(|it| *it > line).min().unwrap_or(0);
    let lines = [above, below];
    before
        .iter()
        .filter(|it| lines.contains(&it.line))
        .map(|it| it.at.as_str())
        .collect()
}

fn near(places: &BTreeSet<&str>, at: &str) -> bool {
    places.iter().any(|it| {
        at.starts_with(it)
            || it.starts_with(at)
            || at.rsplit_once('/').map(|it| it.0) == it.rsplit_once('/').map(|it| it.0)
    })
}

/// What became of the edits of one capture: how many of each kind, and those that nobody saw.
#[derive(Default)]
struct Seen {
    made: BTreeMap<&'static str, usize>,
    missed: Vec<String>,
}

fn try_edits(name: &str, text: &str) -> Seen {
    let mut seen = Seen::default();
    let before = facts(text);
    let claimed = claims(&before);
    let lines: Vec<&str> = text.lines().collect();
    for (index, line) in lines
        .iter()
        .enumerate()
        .filter(|(_, it)| !forms::is_form(it))
    {
        for edit in edits(index + 1, line, name != "parcel-notice") {
            *seen.made.entry(edit.what).or_default() += 1;
            let mut after = lines.clone();
            after[index] = edit.after.as_deref().unwrap_or_default();
            // A page that cannot be read any more is seen as well.
            let Ok(page) = stipula_pages::read("page", &after.join("\n")) else {
                continue;
            };
            let changed = claims(&page.facts);
            let news: BTreeSet<&str> = claimed
                .symmetric_difference(&changed)
                .map(|it| it.0.as_str())
                .collect();
            let places = places(&before, edit.line);
            if !news.iter().any(|it| near(&places, it)) {
                seen.missed.push(format!(
                    "{name}: {} in line {}: {:?}\n   changed {news:?}\n   near {places:?}",
                    edit.what, edit.line, edit.after
                ));
            }
        }
    }
    seen
}

#[test]
fn every_edit_shows_where_it_was_made() {
    let mut all = Seen::default();
    std::thread::scope(|scope| {
        let running: Vec<_> = ALL
            .iter()
            .map(|(name, text)| scope.spawn(|| try_edits(name, text)))
            .collect();
        for it in running {
            let seen = it.join().unwrap();
            all.missed.extend(seen.missed);
            for (what, count) in seen.made {
                *all.made.entry(what).or_default() += count;
            }
        }
    });
    let made: usize = all.made.values().sum();
    assert!(
        all.missed.is_empty(),
        "{} of {made} edits\n{}",
        all.missed.len(),
        all.missed.join("\n")
    );
    assert!(made >= 200, "{made}");
    let kinds: Vec<_> = all.made.keys().copied().collect();
    let known = [
        "flag flipped",
        "line added",
        "line removed",
        "number down",
        "number up",
        "word renamed",
    ];
    assert_eq!(kinds, known);
}

#[test]
fn every_line_of_form_is_in_some_capture() {
    let has = |form: &str| {
        ALL.iter()
            .any(|(_, text)| text.lines().any(|it| it.trim() == form))
    };
    for (reason, lines) in forms::FORM {
        for line in *lines {
            assert!(has(line), "{line}: {reason}");
        }
    }
}
