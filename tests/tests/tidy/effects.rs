//! Who touches what is outside of the process.

use super::{
    difference,
    outside::{EFFECTS, Effect},
    scan::{Source, sources},
};

impl Effect {
    fn is_in(&self, source: &Source) -> bool {
        let code = &source.code;
        let imports = code
            .imports
            .iter()
            .map(|it| format!(" {} ", it.1.join(" :: ")));
        let mut texts = imports.chain([code.words.clone()]);
        texts.any(|text| {
            self.words
                .iter()
                .any(|it| text.contains(&format!(" {it} ")))
        })
    }
}

#[test]
fn what_is_outside_is_touched_by_few() {
    let mut wrong = Vec::new();
    for effect in EFFECTS {
        let sources = sources()
            .iter()
            .filter(|it| it.is_source() && effect.is_in(it));
        let found: Vec<String> = sources.map(|it| it.path.clone()).collect();
        let listed: Vec<String> = effect.files.iter().map(ToString::to_string).collect();
        let new = format!(
            "touches {}; let its caller give what it needs, or list it",
            effect.what
        );
        let gone = format!("no longer touches {}; take it out of the list", effect.what);
        wrong.extend(difference(&found, &listed, &new, &gone));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn an_effect_is_seen_in_use_and_in_calls_and_not_in_tests_or_texts() {
    let touches = |text: &str| {
        let source = Source::of("a.rs".to_owned(), text);
        let effects = EFFECTS.iter().filter(|it| it.is_in(&source));
        effects.map(|it| it.what).collect::<Vec<_>>()
    };
    assert_eq!(touches("use std::{fmt, fs as disk};"), ["the disk"]);
    assert_eq!(
        touches("fn f() { if p.is_dir() { std::process::exit(1) } }"),
        ["the disk", "other processes, and the end of this one"]
    );
    assert_eq!(
        touches("fn f() { println!(\"{}\", Instant::now()) }"),
        ["the clock", "the terminal"]
    );
    assert_eq!(
        touches(
            "//! std::fs\nconst A: &str = \"std :: fs\";\n#[cfg(test)] mod tests { use std::fs; }"
        ),
        [""; 0]
    );
}
