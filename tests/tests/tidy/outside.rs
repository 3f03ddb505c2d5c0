//! What is outside of the process, and who may touch it: none of them decides a byte of an output.

/// Something outside, how it is reached, and the files that may.
pub(crate) struct Effect {
    pub(crate) what: &'static str,
    /// Words side by side, and the beginnings of paths.
    pub(crate) words: &'static [&'static str],
    pub(crate) files: &'static [&'static str],
}

pub(crate) const EFFECTS: &[Effect] = &[
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
            "generator/emit/src/output/lock.rs",
            "generator/emit/src/output/manifest.rs",
            "generator/emit/src/output/plan.rs",
            "generator/emit/src/output/write.rs",
            "generator/evidence/src/captures.rs",
            "generator/spec/src/load.rs",
            "generator/spec/src/source.rs",
            "generator/src/cli/body.rs",
            "generator/src/cli/cache.rs",
            "generator/src/cli/captures.rs",
            "generator/src/cli/diff/approvals.rs",
            "generator/src/cli/diff/open.rs",
            "generator/src/cli/diff/package.rs",
            "generator/src/cli/draft.rs",
            "generator/src/cli/draft_add.rs",
            "generator/src/cli/new_crate.rs",
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
        // Of the command: where it runs from says which runtime a new crate depends on, and where cargo
        // keeps what can be made again.
        files: &[
            "generator/src/build.rs",
            "generator/src/cli/cache.rs",
            "generator/src/cli/new_crate.rs",
        ],
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
            "runtime/src/client/keys/pair.rs",
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
        // `git` knows what a spec said before.
        files: &[
            "generator/src/cli/diff/git.rs",
            "generator/src/cli/exit.rs",
            "generator/src/cli/mod.rs",
            "generator/src/main.rs",
        ],
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
            "generator/src/cli/captures.rs",
            "generator/src/cli/changelog.rs",
            "generator/src/cli/diff/mod.rs",
            "generator/src/cli/docs_check.rs",
            "generator/src/cli/draft.rs",
            "generator/src/cli/draft_add.rs",
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
