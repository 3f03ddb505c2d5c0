//! How far a change of a spec reaches.

use stipula_generator::{Model, Target, diag::short, emit, load_str};

/// What a change of a spec makes of its outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Nothing changes, and nobody is told.
    Silent,
    /// A finding that was not there before.
    Finding,
    /// Outputs change.
    Changed {
        /// Code of the client.
        code: bool,
        /// Comments of the client.
        rustdoc: bool,
        /// The OpenAPI document.
        openapi: bool,
        /// Markdown, which the site renders as well.
        pages: bool,
    },
}

impl Reach {
    /// In a word or two, for the table.
    pub(super) fn words(self) -> String {
        match self {
            Self::Silent => "SILENT".to_owned(),
            Self::Finding => "finding".to_owned(),
            Self::Changed {
                code,
                rustdoc,
                openapi,
                pages,
            } => {
                let all = [
                    (code, "code"),
                    (rustdoc, "rustdoc"),
                    (openapi, "openapi"),
                    (pages, "pages"),
                ];
                let changed = all.iter().filter(|(it, _)| *it).map(|(_, word)| *word);
                changed.collect::<Vec<_>>().join("+")
            }
        }
    }
}

/// What `with` changes of `without`, which has to be without errors.
pub(super) fn of(without: &str, with: &str) -> Reach {
    Outputs::of(without).reach(with)
}

impl Outputs {
    /// What `with` changes of these.
    pub(super) fn reach(&self, with: &str) -> Reach {
        let before = self;
        let after = Outputs::of(with);
        assert!(before.is_good(), "{}\n{with}", before.findings.join("\n"));
        if after
            .findings
            .iter()
            .any(|it| !before.findings.contains(it))
        {
            return Reach::Finding;
        }
        let (Some(one), Some(other)) = (&before.files, &after.files) else {
            return Reach::Finding;
        };
        let [code, rustdoc, openapi, pages] = std::array::from_fn(|at| one[at] != other[at]);
        let changed = code || rustdoc || openapi || pages;
        if !changed && before.site() == after.site() {
            return Reach::Silent;
        }
        // The site is looked at where nothing else changed: it takes longest.
        Reach::Changed {
            code,
            rustdoc,
            openapi,
            pages: pages || !changed,
        }
    }
}

/// A file of an operation; its keys are those of an operation and of a file.
const MORE: &str = "operation: more\nsummary: More\npost: /more\n";

/// What came of a spec.
pub(super) struct Outputs {
    findings: Vec<String>,
    files: Option<[String; 4]>,
    model: Option<Model>,
}

impl Outputs {
    pub(super) fn of(spec: &str) -> Self {
        let loaded = load_str(&[
            ("api.yaml", spec),
            ("body.json", "{}"),
            ("other.json", "{\"a\": \"x\"}"),
            ("more.yaml", MORE),
        ]);
        // Without their places: a key moves what stands behind it.
        let findings = loaded.diagnostics.iter().map(|it| {
            let line = short(it, &loaded.sources);
            line.split_once(": ")
                .map_or(line.clone(), |(_, said)| said.to_owned())
        });
        let findings = findings.collect();
        let files = loaded.model.as_ref().map(|model| {
            let rust = text(model, Target::RustRoot);
            let comment = |line: &&str| line.trim_start().starts_with("//");
            let (comments, code): (Vec<_>, Vec<_>) = rust.lines().partition(comment);
            [
                code.join("\n"),
                comments.join("\n"),
                text(model, Target::OpenApi),
                text(model, Target::Docs),
            ]
        });
        Self {
            findings,
            files,
            model: loaded.model,
        }
    }

    /// Whether there was no error.
    pub(super) fn is_good(&self) -> bool {
        self.files.is_some()
    }

    fn site(&self) -> Option<String> {
        Some(text(self.model.as_ref()?, Target::Site))
    }
}

fn text(model: &Model, target: Target) -> String {
    let files = emit(model, target);
    let texts = files.iter().map(|(path, text)| format!("{path}\n{text}"));
    texts.collect::<Vec<_>>().join("\n")
}
