//! Pages as a browser saves them.

use std::{collections::BTreeSet, fmt::Write as _};

use proptest::prelude::*;
use stipula_facts::Fact;
use stipula_pages::{Shape, UnknownShape};

const REFERENCE: &str = include_str!("html/reference.html");
const ORDERS: &str = include_str!("html/orders.html");
const CHINESE: &str = include_str!("html/chinese.html");
const PLACES: &str = include_str!("html/places.html");
const COLUMNS: &str = include_str!("html/columns.html");
pub(crate) const OWN: [&str; 5] = [REFERENCE, ORDERS, CHINESE, PLACES, COLUMNS];

/// Every page.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    OWN.into_iter().chain(crate::shapes::HTML)
}

fn facts(text: &str) -> Vec<Fact> {
    let page = stipula_pages::read("page", text).expect("a page");
    assert_eq!(page.shape, Shape::Html);
    page.facts
}

/// What a page says, without the lines where it says so.
pub(crate) fn said(text: &str) -> BTreeSet<(String, String, String, String)> {
    let facts = facts(text).into_iter();
    let said = facts.map(|it| (it.at, it.kind.name(), it.value.to_string(), it.digest));
    said.collect()
}

fn shown(text: &str) -> String {
    let mut out = String::new();
    for fact in facts(text) {
        let value = if fact.value.is_null() {
            String::new()
        } else {
            format!(" {}", fact.value)
        };
        let _ = writeln!(
            out,
            "{} {}{value}, line {}",
            fact.at,
            fact.kind.name(),
            fact.line
        );
    }
    out
}

#[test]
fn members_travel_where_their_heading_says() {
    insta::assert_snapshot!(shown(PLACES));
}

#[test]
fn members_travel_where_their_cell_says() {
    insta::assert_snapshot!(shown(COLUMNS));
}

#[test]
fn a_reference_of_operations_and_types() {
    insta::assert_snapshot!(shown(REFERENCE));
}

#[test]
fn merged_cells_inner_tables_marks_and_terms() {
    insta::assert_snapshot!(shown(ORDERS));
}

#[test]
fn names_on_the_wire_beside_names_for_people() {
    insta::assert_snapshot!(shown(CHINESE));
}

/// Where words of a page stand that a reader sees: between tags, outside of what belongs to the site.
fn places(text: &str) -> Vec<usize> {
    let furniture = [
        "<script",
        "<style",
        "<head",
        "<nav",
        "<footer",
        "<header",
        "<div class=\"footer",
        "<div class=\"toc",
        "<div class=\"menu-content",
        "<div class=\"page-metadata",
        "<div id=\"sidebar",
        "<aside class=\"sidebar",
        "<ol class=\"breadcrumbs",
        "<select",
        "<button class=\"tryit-button",
    ];
    let mut found = Vec::new();
    let mut hidden: Option<&str> = None;
    for (place, _) in text.match_indices('<') {
        let rest = &text[place..];
        let before = text[..place].chars().next_back();
        let ends =
            before.is_some_and(|it| it.is_alphanumeric() || matches!(it, '.' | '。' | '”' | '"'));
        if hidden.is_none() && ends {
            found.push(place);
        }
        match hidden {
            None => {
                hidden = furniture
                    .into_iter()
                    .find(|it| rest.starts_with(it))
                    .map(|it| it[1..].split(' ').next().unwrap_or_default());
            }
            Some(name) if rest[1..].starts_with('/') && rest[2..].starts_with(name) => {
                hidden = None;
            }
            Some(_) => {}
        }
    }
    found
}

/// Plants a word at each place of a page.
fn plant(text: &str) {
    let before = said(text);
    let places = places(text);
    assert!(places.len() > 10, "{}", places.len());
    for place in places {
        let planted = format!("{}{}{}", &text[..place], " zebra7", &text[place..]);
        let around = text.floor_char_boundary(place.saturating_sub(60));
        assert!(said(&planted) != before, "{}", &text[around..place]);
    }
}

#[test]
fn a_word_planted_anywhere_is_noticed() {
    OWN.into_iter().for_each(plant);
}

#[test]
fn a_word_planted_into_boxes_is_noticed() {
    std::thread::scope(|scope| {
        for text in crate::shapes::HTML {
            scope.spawn(|| plant(text));
        }
    });
}

#[test]
fn noise_changes_nothing() {
    for text in all() {
        let before = said(text);
        for (what, noisy) in [
            (
                "classes",
                text.replace("<td>", "<td class=\"x y\" data-a=\"1\">")
                    .replace("<tr>", "<tr style=\"a\">"),
            ),
            (
                "wrappers",
                text.replace("<table", "<div><div class=\"scroll\"><table")
                    .replace("</table>", "</table></div></div>"),
            ),
            (
                "scripts",
                text.replace(
                    "</h1>",
                    "</h1><script>if (a<b) { x(\"</td>\") }</script><!-- a comment -->",
                ),
            ),
            ("white space", text.replace("><", ">\n   <")),
            (
                "spans",
                text.replace("<td>", "<td><span>")
                    .replace("</td>", "</span></td>"),
            ),
            (
                "sections",
                text.replace("<h1", "<section><article><h1")
                    .replace("</body>", "</article></section></body>"),
            ),
        ] {
            let after = said(&noisy);
            let differs: Vec<_> = after.symmetric_difference(&before).collect();
            assert!(differs.is_empty(), "{what}: {differs:#?}");
        }
    }
}

#[test]
fn a_break_of_the_source_ends_no_sentence() {
    let page = |between: &str| {
        let mixed = format!(
            "<div>Pay{between}within <b>two</b>{between}days.<p>After that, call.</p>Or{between}write.</div>"
        );
        PLACES.replacen("<h2>", &format!("{mixed}<h2>"), 1)
    };
    assert_eq!(said(&page("\n")), said(&page(" ")));
    assert_eq!(said(&page("\n   ")), said(&page(" ")));
}

#[test]
fn markup_that_no_page_has_is_refused() {
    let deep = format!("<html><table><tr><td>{}", "<div>".repeat(100_000));
    let wide = (0..2_000)
        .map(|it| format!(" a{it}"))
        .collect::<Vec<_>>()
        .concat();
    let mut told = String::new();
    for text in [
        deep,
        format!("<html>\n<p{wide}>"),
        "<html><p>No members.</p>".to_owned(),
        "<!doctype html>".to_owned(),
    ] {
        let error: UnknownShape = stipula_pages::read("x", &text).expect_err("an error");
        let _ = writeln!(told, "{error}");
    }
    insta::assert_snapshot!(told);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn nothing_panics(page in 0..all().count(), wounds in prop::collection::vec((any::<usize>(), 0..6_usize), 1..30)) {
        let mut text = all().nth(page).unwrap_or_default().to_owned();
        for (place, what) in wounds {
            let at = text.floor_char_boundary(place % text.len());
            let more = ["<table>", "</td>", "<td rowspan=99999 colspan=99999>", "&#x0;&bogus;", "<dl><dt>", "<"][what];
            text.insert_str(at, more);
        }
        let _ = stipula_pages::read("x", &text);
    }

    #[test]
    fn tags_in_any_order(tags in "(<(/?)(table|tr|td|th|dl|dt|dd|h1|h4|p|li|ul|pre|a|b)>|Name|Type|Required|id|String|Yes| ){0,60}") {
        let _ = stipula_pages::read("x", &format!("<html>{tags}"));
    }
}
