//! Every diagnostic code has a spec that shows it and a mended one that does not.

use std::fmt::Write;

use stipula_generator::{
    Loaded,
    diag::{Code, Level, short},
    reference::load_example,
};

fn has(loaded: &Loaded, code: Code) -> bool {
    loaded.diagnostics.iter().any(|it| it.code == code)
}

#[test]
fn every_code_has_a_spec_that_shows_it_and_one_that_is_clean() {
    let mut wrong = String::new();
    for code in Code::ALL {
        let bad = load_example(code.bad());
        if !has(&bad, *code) {
            let found: Vec<String> = bad
                .diagnostics
                .iter()
                .map(|it| short(it, &bad.sources))
                .collect();
            writeln!(wrong, "{}: the bad spec gives {found:?}", code.as_str()).unwrap();
        }
        let good = load_example(code.good());
        let clean = good.count(Level::Error) + good.count(Level::Warning) == 0;
        if !clean || has(&good, *code) || good.model.is_none() {
            let found: Vec<String> = good
                .diagnostics
                .iter()
                .map(|it| short(it, &good.sources))
                .collect();
            writeln!(wrong, "{}: the good spec gives {found:?}", code.as_str()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn codes_are_unique() {
    let mut texts: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let count = texts.len();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), count);
    assert!(count >= 40);
}

#[test]
fn findings_of_every_code() {
    let mut text = String::new();
    for code in Code::ALL {
        let bad = load_example(code.bad());
        for it in bad.diagnostics.iter().filter(|it| it.code == *code) {
            writeln!(text, "{}", short(it, &bad.sources)).unwrap();
        }
    }
    insta::assert_snapshot!(text);
}
