//! What went wrong is told by types: no code reads the words of an error.

use super::{
    same,
    scan::{Source, sources},
};

/// How a text is asked for the words of another one, which is written there.
const ASKED: [&str; 4] = ["contains", "starts_with", "ends_with", "find"];
/// Parts of names that texts of errors have.
const NAMES: [&str; 5] = ["err", "message", "problem", "failure", "reason"];

/// Places that do, each with the reason.
const KNOWN: &[(&str, &str)] = &[];

/// Expressions that ask the text of an error for words.
fn reads(source: &Source) -> Vec<String> {
    let words: Vec<&str> = source.code.words.split(' ').collect();
    let asked = words.windows(4).enumerate().filter(|(_, it)| {
        it[0] == "." && ASKED.contains(&it[1]) && it[2] == "(" && it[3] == "\"\""
    });
    let receivers = asked.map(|(at, _)| {
        let ends = |it: &&str| {
            matches!(
                *it,
                ";" | "{" | "}" | "," | "=" | "|" | "&" | "!" | "return" | "if"
            )
        };
        let start = words[..at].iter().rposition(ends).map_or(0, |it| it + 1);
        words[start..at].concat()
    });
    let named = |it: &String| NAMES.iter().any(|name| it.to_lowercase().contains(name));
    receivers
        .filter(named)
        .map(|it| format!("{}: {it}", source.path))
        .collect()
}

#[test]
fn no_code_reads_the_words_of_an_error() {
    let sources = sources().iter().filter(|it| it.is_by_hand());
    let found: Vec<String> = sources.flat_map(reads).collect();
    let listed: Vec<String> = KNOWN.iter().map(|it| it.0.to_owned()).collect();
    same(
        &found,
        &listed,
        "give the error a kind, and ask for that",
        "it is gone; take it out of the list",
    );
}

#[test]
fn words_of_errors_are_told_from_other_words() {
    let found = |text: &str| reads(&Source::of("a.rs".to_owned(), text));
    let bad = "fn f() { if error.to_string().contains(\"timed out\") { } }";
    assert_eq!(found(bad), ["a.rs: error.to_string()"]);
    let bad = "fn f() -> bool { self.message().starts_with(\"no \") }";
    assert_eq!(found(bad), ["a.rs: self.message()"]);
    assert_eq!(found("fn f() { if path.contains(\"://\") { } }"), [""; 0]);
    assert_eq!(found("fn f() { if message.contains(name) { } }"), [""; 0]);
}
