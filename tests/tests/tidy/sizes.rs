//! How long files and functions are.

use super::{
    same,
    scan::{Source, sources},
};

/// Most lines of any file that people write, tests included.
const FILE: usize = 500;
/// Half of the sources are shorter.
const MEDIAN_FILE: usize = 150;
/// Most lines of a function of a source.
const FUNCTION: usize = 80;
/// Half of the functions are shorter.
const MEDIAN_FUNCTION: usize = 12;

/// Files over the limit, with how long they are: a number that may only shrink.
const LONG_FILES: &[(&str, usize)] = &[];
/// Functions over the limit, with how long they are.
const LONG_FUNCTIONS: &[(&str, usize)] = &[];

#[test]
fn no_file_is_too_long() {
    let written = sources().iter().filter(|it| !it.generated);
    let all: Vec<_> = written.map(|it| (it.path.clone(), it.lines)).collect();
    assert!(all.len() > 500, "{} files", all.len());
    same(
        &over(&all, FILE),
        &listed(LONG_FILES),
        "too long; split it by ideas",
        SHRUNK,
    );
    let sources = sources().iter().filter(|it| it.is_by_hand());
    let median = median(sources.map(Source::own_lines).collect());
    println!("the median source has {median} lines");
    assert!(median < MEDIAN_FILE, "the median source has {median} lines");
}

#[test]
fn no_function_is_too_long() {
    let sources = sources().iter().filter(|it| it.is_by_hand());
    let all: Vec<_> = sources
        .flat_map(|it| {
            it.functions
                .iter()
                .map(|function| (format!("{} {}", it.path, function.name), function.lines))
        })
        .filter(|it| it.1 > 0)
        .collect();
    same(
        &over(&all, FUNCTION),
        &listed(LONG_FUNCTIONS),
        "too long; give its parts names",
        SHRUNK,
    );
    let median = median(all.iter().map(|it| it.1).collect());
    println!("the median of {} functions has {median} lines", all.len());
    assert!(
        median < MEDIAN_FUNCTION,
        "the median function has {median} lines"
    );
}

const SHRUNK: &str = "no longer that long; take it out of the list or write the smaller number";

impl Source {
    /// Lines that are not of tests.
    fn own_lines(&self) -> usize {
        self.lines.saturating_sub(self.code.test_lines)
    }
}

fn over(all: &[(String, usize)], limit: usize) -> Vec<String> {
    let over = all.iter().filter(|it| it.1 > limit);
    over.map(|(name, lines)| format!("{name}: {lines} lines"))
        .collect()
}

fn listed(all: &[(&str, usize)]) -> Vec<String> {
    all.iter()
        .map(|(name, lines)| format!("{name}: {lines} lines"))
        .collect()
}

fn median(mut all: Vec<usize>) -> usize {
    all.sort_unstable();
    all[all.len() / 2]
}

#[test]
fn what_is_too_long_is_told_with_its_length() {
    let text = format!(
        "fn f() {{\n{}}}\n#[cfg(test)]\nmod tests {{\n}}\n",
        "g();\n".repeat(81)
    );
    let source = Source::of("a.rs".to_owned(), &text);
    assert_eq!((source.lines, source.own_lines()), (86, 83));
    let lines = source.functions[0].lines;
    assert_eq!(over(&[("f".to_owned(), lines)], FUNCTION), ["f: 81 lines"]);
    assert_eq!(median(vec![9, 1, 5]), 5);
}
