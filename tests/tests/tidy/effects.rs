//! Who touches what is outside of the process.

use super::{
    difference,
    scan::{Source, sources},
};

/// Something outside, how it is reached, and the files that may.
struct Effect {
    what: &'static str,
    /// Words side by side, and the beginnings of paths.
    words: &'static [&'static str],
    files: &'static [&'static str],
}

const EFFECTS: &[Effect] = &[
    Effect {
        what: "the disk",
        words: &[
            "std :: fs",
            "fs :: read",
            "fs :: write",
            "fs :: create_dir_all",
            "File :: open",
            "File :: create",
            "read_dir (",
            "OpenOptions",
            ". is_dir (",
            ". is_file (",
            ". exists (",
            ". canonicalize (",
        ],
        files: &[
            "generator/emit/src/output/manifest.rs",
            "generator/emit/src/output/plan.rs",
            "generator/emit/src/output/write.rs",
            "generator/evidence/src/captures.rs",
            "generator/spec/src/load.rs",
            "generator/spec/src/source.rs",
            "generator/src/cli/body.rs",
            "generator/src/cli/draft.rs",
            "generator/src/cli/facts.rs",
        ],
    },
    Effect {
        what: "the clock",
        words: &[
            "SystemTime :: now",
            "Instant :: now",
            "Timestamp :: now",
            "Zoned :: now",
            "time :: sleep",
            "thread :: sleep",
        ],
        files: &[
            "runtime/src/client/blocking.rs",
            "runtime/src/client/clock.rs",
            "runtime/src/client/timer.rs",
            "runtime/src/fake/reply.rs",
            "runtime/src/fake/serve.rs",
            "runtime/src/fake/socket.rs",
        ],
    },
    Effect {
        what: "the environment",
        words: &[
            "std :: env",
            "env :: var",
            "env :: var_os",
            "env :: vars",
            "env :: args",
            "env :: args_os",
            "current_dir (",
        ],
        files: &["generator/src/build.rs"],
    },
    Effect {
        what: "the network",
        words: &[
            "std :: net",
            "TcpStream",
            "TcpListener",
            "hyper :: body",
            "hyper :: server",
            "hyper :: service",
            "hyper_util",
            "hyper_rustls",
            "ureq :: Agent",
            "ureq :: http",
        ],
        files: &[
            "runtime/src/client/blocking/ureq.rs",
            "runtime/src/client/hyper.rs",
            "runtime/src/fake.rs",
            "runtime/src/fake/serve.rs",
            "runtime/src/fake/settings.rs",
            "runtime/src/fake/socket.rs",
        ],
    },
    Effect {
        what: "chance",
        words: &[
            "fastrand",
            "getrandom",
            "RandomState",
            "SystemRandom",
            "aws_lc_rs :: rand",
            "rand :: fill",
        ],
        files: &[
            "runtime/src/client/builder/extras.rs",
            "runtime/src/client/encryption/seal.rs",
            "runtime/src/client/ids.rs",
            "runtime/src/client/keys.rs",
        ],
    },
    Effect {
        what: "other processes, and the end of this one",
        words: &[
            "std :: process",
            "process :: exit",
            "process :: abort",
            "ExitCode",
            "Command :: new",
        ],
        files: &["generator/src/cli/mod.rs", "generator/src/main.rs"],
    },
    Effect {
        what: "the terminal",
        words: &[
            "println !",
            "print !",
            "eprintln !",
            "eprint !",
            "dbg !",
            "stdout (",
            "stderr (",
            "stdin (",
        ],
        // A build script talks to cargo on its output.
        files: &[
            "generator/src/build.rs",
            "generator/src/cli/body.rs",
            "generator/src/cli/docs_check.rs",
            "generator/src/cli/draft.rs",
            "generator/src/cli/example.rs",
            "generator/src/cli/explain.rs",
            "generator/src/cli/facts.rs",
            "generator/src/cli/generate.rs",
            "generator/src/cli/report.rs",
            "generator/src/cli/spec.rs",
            "generator/src/cli/validate.rs",
        ],
    },
];

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
