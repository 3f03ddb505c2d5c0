//! Styles and scripts of the site.

use super::telling;
use crate::output::FileSet;

/// Our own, with a name each.
const OWN: [(&str, &str); 14] = [
    ("site.css", include_str!("../../assets/site/site.css")),
    ("site.js", include_str!("../../assets/site/site.js")),
    ("search.js", include_str!("../../assets/site/search.js")),
    ("copy.js", include_str!("../../assets/site/copy.js")),
    ("prove.js", include_str!("../../assets/site/prove.js")),
    ("samples.js", include_str!("../../assets/site/samples.js")),
    ("try.js", include_str!("../../assets/site/try.js")),
    ("worked.js", include_str!("../../assets/site/worked.js")),
    ("check.js", include_str!("../../assets/site/check.js")),
    (
        "check-numbers.js",
        include_str!("../../assets/site/check-numbers.js"),
    ),
    (
        "check-places.js",
        include_str!("../../assets/site/check-places.js"),
    ),
    (
        "check-read.js",
        include_str!("../../assets/site/check-read.js"),
    ),
    (
        "check-tell.js",
        include_str!("../../assets/site/check-tell.js"),
    ),
    (
        "check-verdict.js",
        include_str!("../../assets/site/check-verdict.js"),
    ),
];

/// The libraries, as their bundle is.
const JUDGE: &str = include_str!("../../assets/site/judge.js");

/// Adds every style and script.
pub(super) fn add(files: &mut FileSet) {
    for (name, text) in OWN {
        files.add(format!("docs/site/assets/{name}"), lean(text));
    }
    files.add("docs/site/assets/judge.js", JUDGE);
    files.add("docs/site/assets/check-words.js", telling::words());
}

/// Without what is there for those who change it, and not for a browser that loads it: lines of
/// comment, indentation and empty lines.
fn lean(text: &str) -> String {
    let lines = text.lines().map(str::trim_start);
    let is_comment =
        |line: &str| line.starts_with("//") || (line.starts_with("/*") && line.ends_with("*/"));
    let kept = lines.filter(|line| !line.is_empty() && !is_comment(line));
    kept.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::{OWN, lean};

    #[test]
    fn comments_and_indentation_stay_here() {
        assert_eq!(lean("// a\nb {\n\n  c // d\n}\n"), "b {\nc // d\n}\n");
        assert_eq!(
            lean("/* a */\nb { c: d } /* e */\n"),
            "b { c: d } /* e */\n"
        );
    }

    /// Inside of a text, indentation would mean something.
    #[test]
    fn no_text_goes_over_lines() {
        for (name, text) in OWN {
            for line in text.lines() {
                let quotes = line.replace("'`'", "").matches('`').count();
                let is_comment = line.trim_start().starts_with("//");
                assert!(is_comment || quotes.is_multiple_of(2), "{name}: {line}");
            }
        }
    }
}
