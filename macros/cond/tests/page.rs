//! The reference page, `spec/conditions.md`: its conditions are read, its messages are ours.

mod support;

use std::collections::BTreeSet;

use stipula_cond::{Error, check, english, holds, parse, print};
use support::Shop;
use support::conds::checked;
use support::values::Table;

const PAGE: &str = include_str!("../../../spec/conditions.md");

/// The cells of every row of the table that has this head.
fn table(head: &str) -> Vec<Vec<String>> {
    let mut lines = PAGE.lines().map(str::trim).skip_while(|it| *it != head);
    assert!(lines.next().is_some(), "no table {head}");
    let rows: Vec<_> = lines
        .skip(1)
        .take_while(|it| it.starts_with('|'))
        .map(cells)
        .collect();
    assert!(!rows.is_empty(), "{head}");
    rows
}

fn cells(line: &str) -> Vec<String> {
    // `\|` is how a table writes `|`.
    let line = line.replace("\\|", "\u{1}");
    let inner = line.trim_matches('|').split('|');
    inner.map(|it| it.trim().replace('\u{1}', "|")).collect()
}

/// The text of a code span.
fn code(cell: &str) -> &str {
    let inner = cell.strip_prefix('`').and_then(|it| it.strip_suffix('`'));
    inner.unwrap_or_else(|| panic!("no code: {cell}"))
}

fn mistakes(text: &str) -> Vec<Error> {
    match parse(text) {
        Ok(expr) => check(&Shop, &expr).err().unwrap_or_default(),
        Err(error) => vec![error],
    }
}

#[test]
fn examples_pass_the_check() {
    let tests = table("| test | holds when | example |");
    let paths = table("| path | where it starts | example |");
    for row in tests.iter().chain(&paths) {
        checked(code(&row[2]));
    }
}

#[test]
fn blocks_pass_the_check() {
    let mut count = 0;
    for block in PAGE.split("```cond\n").skip(1) {
        let block = block.split("```").next().unwrap();
        // Inside brackets a condition may go on in the next line.
        let mut text = String::new();
        for line in block.lines() {
            text.push_str(line);
            if text.matches('[').count() == text.matches(']').count() {
                let cond = checked(&text);
                assert_eq!(checked(&print(&parse(&text).unwrap())), cond);
                text.clear();
                count += 1;
            }
        }
        assert_eq!(text, "");
    }
    assert_eq!(count, 9);
}

#[test]
fn inline_conditions_pass_the_check() {
    for text in [
        "type == COUPON or product in [PASS, MOVIE]",
        "seller?.name == \"x\"",
        "\"name\" == \"x\"",
        "product == \"EAN-13\"",
        "start >= 1700000000000",
    ] {
        assert!(PAGE.contains(&format!("`{text}`")), "{text}");
        checked(text);
    }
}

#[test]
fn refusals_are_as_shown() {
    for row in table("| written | message | help |") {
        let text = code(&row[0]);
        let errors = mistakes(text);
        let [error] = errors.as_slice() else {
            panic!("{text}: {errors:?}")
        };
        assert_eq!(error.to_string(), row[1], "{text}");
        assert_eq!(error.help().unwrap_or_default(), row[2], "{text}");
    }
}

#[test]
fn every_kind_of_mistake_is_shown() {
    let name = |error: &Error| {
        let text = format!("{:?}", error.kind);
        let end = text.find(|c: char| !c.is_alphanumeric());
        text[..end.unwrap_or(text.len())].to_owned()
    };
    let shown: BTreeSet<String> = table("| written | message | help |")
        .iter()
        .flat_map(|row| mistakes(code(&row[0])))
        .map(|error| name(&error))
        .collect();
    // `TooLong`, `TooDeep` and `Other` are told in prose.
    let expected = [
        "Chained",
        "ConstantInside",
        "EmptyList",
        "Expected",
        "Foreign",
        "Literal",
        "Mismatch",
        "NoField",
        "Tokens",
        "UnequalOptional",
        "UnknownField",
        "UnknownValue",
        "Unsuitable",
    ];
    assert_eq!(
        shown.iter().map(String::as_str).collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn limits_are_as_shown() {
    let page = PAGE.replace('\n', " ");
    for text in ["a".repeat(5000), "(".repeat(40) + &")".repeat(40)] {
        let error = parse(&text).unwrap_err();
        assert!(page.contains(&format!("\"{error}\"")), "{error}");
    }
}

#[test]
fn verdicts_are_as_shown() {
    let bodies = [
        Table::default(),
        Table::default().number("stock", 5.0),
        Table::default().number("stock", 9.0),
    ];
    for row in table("| condition | nothing is given | `stock: 5` | `stock: 9` |") {
        let cond = checked(code(&row[0]));
        let found = bodies.each_ref().map(|it| holds(&cond, it));
        let shown = [1, 2, 3].map(|it| row[it] == "yes");
        assert_eq!(found, shown, "{}", row[0]);
    }
}

#[test]
fn sentences_are_as_shown() {
    for row in table("| condition | Rust, in `stipula::cond` | JSON Schema | English |") {
        assert_eq!(
            english(&checked(code(&row[0])), &Shop),
            row[3],
            "{}",
            row[0]
        );
    }
}

#[test]
fn every_reserved_word_is_named() {
    // A field of that name is printed with `r#`, and only then.
    let page = PAGE.replace('\n', " ");
    let list = page
        .split("called like a word of the language (")
        .nth(1)
        .unwrap();
    let list = list.split(')').next().unwrap();
    for word in list.split(',').map(|it| code(it.trim())) {
        let text = format!("present(\"{word}\")");
        assert_eq!(print(&parse(&text).unwrap()), format!("present(r#{word})"));
    }
    assert_eq!(list.split(',').count(), 13);
}
