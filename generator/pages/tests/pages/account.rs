//! What became of every text of a page.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use stipula_facts::Kind;
use stipula_pages::{Account, Fate, Page, Text};

use crate::{captures, html};

fn read(text: &str) -> Page {
    stipula_pages::read("page", text).expect("a page")
}

/// Every page, with a name.
fn all() -> Vec<(String, &'static str)> {
    let own = html::all().enumerate();
    let own = own.map(|(nth, text)| (format!("html {nth}"), text));
    let captures = captures::ALL
        .iter()
        .map(|(name, text)| ((*name).to_owned(), *text));
    own.chain(captures).collect()
}

/// Letters and digits of the words that stand between tags, read without the program.
fn words_of(text: &str) -> BTreeSet<String> {
    let mut shown = String::new();
    let mut rest = text;
    let is_html = text.trim_start().starts_with('<');
    while let Some((before, after)) = rest.split_once('<').filter(|_| is_html) {
        shown.push_str(before);
        shown.push(' ');
        let name = after.split([' ', '>']).next().unwrap_or_default();
        let end = match name {
            "script" | "style" => format!("</{name}>"),
            "!--" => "-->".to_owned(),
            _ => ">".to_owned(),
        };
        rest = after.split_once(end.as_str()).map_or("", |it| it.1);
    }
    shown.push_str(rest);
    for (entity, letter) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
        ("&#39;", "'"),
    ] {
        shown = shown.replace(entity, letter);
    }
    let words = shown.split(|it: char| !it.is_alphanumeric());
    let words = words.filter(|it| !it.is_empty());
    words.map(str::to_owned).collect()
}

#[test]
fn the_account_has_every_word_of_a_page() {
    for (name, text) in all() {
        // A dump has names of its own around the texts.
        if name == "parcel-notice" {
            continue;
        }
        let page = read(text);
        let texts = page.account.texts.iter().map(|it| it.words.as_str());
        let told: String = texts.collect::<Vec<_>>().join(" ");
        let told: BTreeSet<&str> = told.split(|it: char| !it.is_alphanumeric()).collect();
        let words = words_of(text);
        let missing: Vec<&String> = words
            .iter()
            .filter(|it| !told.contains(it.as_str()))
            .collect();
        let few: Vec<&&String> = missing
            .iter()
            .filter(|it| it.parse::<u32>().is_err())
            .collect();
        assert!(few.is_empty(), "{name}: {few:?}");
    }
}

#[test]
fn nothing_of_a_page_is_left_unread() {
    for (name, text) in all() {
        let page = read(text);
        let left = page
            .facts
            .iter()
            .filter(|it| it.kind == Kind::Gap && it.value == "text");
        let left: Vec<usize> = left.map(|it| it.line).collect();
        let words = page.account.texts.iter();
        let words = words.filter(|it| it.fate == Fate::Gap && left.contains(&it.line));
        let words: Vec<&Text> = words.collect();
        assert!(left.is_empty(), "{name}: {words:#?}");
    }
}

#[test]
fn counts_add_up_to_the_page() {
    let mut out = String::new();
    let mut all_counts: BTreeMap<Fate, usize> = BTreeMap::new();
    for (name, text) in all() {
        let account = read(text).account;
        let counts = account.counts();
        assert_eq!(
            counts.values().sum::<usize>(),
            account.texts.len(),
            "{name}"
        );
        let _ = writeln!(out, "{name}: {}", account.texts.len());
        for (fate, count) in counts {
            *all_counts.entry(fate).or_default() += count;
            let _ = writeln!(out, "  {fate:?} {count}");
        }
    }
    let _ = writeln!(out, "all: {all_counts:#?}");
    insta::assert_snapshot!(out);
}

fn fates(account: &Account, words: &str) -> Vec<Fate> {
    let texts = account.texts.iter().filter(|it| it.words.contains(words));
    texts.map(|it| it.fate).collect()
}

/// A page in which a text can be put where no reader looks for one.
fn page(odd: &str) -> String {
    format!(
        "<html><body><nav>Home</nav><h1>Create a kite</h1><p>POST /v1/kites</p><h2>Request</h2>\
         <table>{odd}<tr><th>Name</th><th>Type</th></tr><tr><td>wind</td><td>string</td></tr>\
         </table></body></html>"
    )
}

#[test]
fn a_text_that_no_reader_takes_is_a_gap_and_prose() {
    let page = read(&page("<caption>Only on Sundays.</caption>"));
    assert_eq!(fates(&page.account, "Only on Sundays."), [Fate::Gap]);
    assert_eq!(
        fates(&page.account, "Home"),
        [Fate::Furniture("around the page")]
    );
    assert_eq!(
        fates(&page.account, "Name"),
        [Fate::Furniture("a heading of a column")]
    );
    assert_eq!(fates(&page.account, "wind"), [Fate::Fact]);
    let said: Vec<(String, String)> = page
        .facts
        .iter()
        .filter(|it| it.at.starts_with("page/?"))
        .map(|it| (it.kind.name(), it.value.to_string()))
        .collect();
    assert_eq!(
        said,
        [
            ("gap".to_owned(), "\"text\"".to_owned()),
            ("paragraph".to_owned(), "null".to_owned())
        ]
    );
}

/// One row of many that is lost would be told by its own words.
#[test]
fn the_same_words_elsewhere_are_no_excuse() {
    let page = read(&page("<caption>wind</caption>"));
    let fates_of_both = fates(&page.account, "wind");
    assert!(fates_of_both.contains(&Fate::Gap), "{fates_of_both:?}");
    let far = "<p>Sails</p>".repeat(400);
    let text = format!(
        "<html><body><h1>Sail</h1><p>GET /v1/sail</p><h2>Request</h2><table>\
        <tr><th>Name</th><th>Type</th></tr><tr><td>wind</td><td>string</td></tr></table>{far}\
        <table><caption>wind</caption><tr><th>Name</th><th>Type</th></tr><tr><td>rope</td>\
        <td>string</td></tr></table></body></html>"
    );
    let page = read(&text);
    assert_eq!(fates(&page.account, "wind"), [Fate::Fact, Fate::Gap]);
}
