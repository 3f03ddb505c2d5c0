//! Edits that an upstream page could get: every one shows, and shows where it was made.

use std::collections::BTreeSet;

use stipula_generator::pages::{self, Fact};

use crate::captures::{ALL, claims, facts};

/// One edit: a line, and what stands there afterwards.
#[derive(Debug)]
struct Edit {
    line: usize,
    what: &'static str,
    after: Option<String>,
}

/// Lines that give a page its form and say nothing themselves.
fn is_form(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "Name",
        "Description",
        "Type",
        "Sample",
        "Value",
        "Code Value",
        "Chinese Description",
        "English Description",
        "More information:",
        "Show child parameters",
        "Select scenario",
        "API Explorer",
        "Request",
        "Response",
        "Request Body",
        "Response Body",
        "Case",
        "Field Name",
        "Data type",
        "PARCEL",
        "CodeValueMessage",
        "image.png",
        "How can we help?",
        "UI Reference",
        "Result/Error codes",
        "Headers",
        "General Headers",
        "Request-only Headers",
        "Response-only Headers",
        "Request parameters",
        "Response parameters",
        "Request Headers",
        "Request Parameters",
        "Body",
        "Error codes",
        "Result codes",
        "3.1.1 Body",
        "3.2 Response",
        "3.2.2 ResultCode",
        "4. Request Sample",
        "Developer Centre | Sign in",
        "All guides > Lockers",
        "Notice Status",
        "Effect",
        "请求参数",
        "返回参数",
        "错误码",
    ];
    let line = line.trim();
    let titles = [
        "Name |",
        "---|",
        "parameters |",
        "## re",
        "Environment |",
        "Chinese |",
        "ResultCode |",
        "参数名 |",
        "字段名 |",
        "错误码 |",
        "|---",
        "| Description |",
        "| Field |",
        "| Remark |",
        "| Property |",
        "| Message |",
        "resultMessage |",
        "Sample | Header",
        "Required | Parameter",
    ];
    // The twin of a text in the dump has lost its badge and is not read.
    let twin = line.starts_with("Twin ") || line.starts_with("when status is");
    line.is_empty() || twin || WORDS.contains(&line) || titles.iter().any(|it| line.starts_with(it))
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
            edit("number up", with(&(number + 1).to_string()));
            edit("number down", with(&number.saturating_sub(1).to_string()));
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
        if let Some((start, word)) = words(text).first().filter(|_| number == 0) {
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

/// The first two words of a line, and the last one.
fn some_words(text: &str) -> Vec<(usize, &str)> {
    let mut found = words(text);
    let last = found.len().saturating_sub(1);
    let mut index = 0;
    found.retain(|_| {
        index += 1;
        index <= 2 || index > last
    });
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

#[test]
fn every_edit_shows_where_it_was_made() {
    let mut made = 0;
    let mut missed = vec![];
    for (name, text) in ALL {
        let before = facts(text);
        let claimed = claims(&before);
        let lines: Vec<&str> = text.lines().collect();
        for (index, line) in lines.iter().enumerate().filter(|(_, line)| !is_form(line)) {
            for edit in edits(index + 1, line, *name != "parcel-notice") {
                let mut after = lines.clone();
                after[index] = edit.after.as_deref().unwrap_or_default();
                made += 1;
                // A page that cannot be read any more is seen as well.
                let Ok(page) = pages::read("page", &after.join("\n")) else {
                    continue;
                };
                let changed = claims(&page.facts);
                let news: BTreeSet<&str> = claimed
                    .symmetric_difference(&changed)
                    .map(|it| it.0.as_str())
                    .collect();
                let places = places(&before, edit.line);
                if !news.iter().any(|it| near(&places, it)) {
                    missed.push(format!(
                        "{name}: {} in line {}: {:?}\n   changed {news:?}\n   near {places:?}",
                        edit.what, edit.line, edit.after
                    ));
                }
            }
        }
    }
    assert!(
        missed.is_empty(),
        "{} of {made} edits\n{}",
        missed.len(),
        missed.join("\n")
    );
    assert!(made >= 200, "{made}");
}
