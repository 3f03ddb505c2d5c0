//! A small shop: a spec, the capture of its page, and the command run on both.

use std::{
    fs,
    process::{Command, Output},
};

use crate::scratch::Scratch;

pub(crate) const PAGE: &str = include_str!("shop/send.txt");

/// A folder with the spec in `spec` and the capture in `captures`.
pub(crate) struct Shop(pub(crate) Scratch);

/// What the command did.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Shop {
    /// One whose facts, verdicts and read paragraphs are kept.
    pub(crate) fn checked() -> Self {
        let shop = Self(Scratch::new());
        for (name, text) in [
            ("api.yaml", include_str!("shop/spec/api.yaml")),
            ("send.yaml", include_str!("shop/spec/send.yaml")),
            ("sources.yaml", include_str!("shop/spec/sources.yaml")),
            ("quirks.yaml", include_str!("shop/spec/quirks.yaml")),
        ] {
            shop.0.write(&format!("spec/{name}"), text);
        }
        shop.capture(PAGE);
        let kept = shop.run("docs-check --captures captures --accept");
        assert_eq!(kept.code, Some(0), "{kept:#?}");
        shop
    }

    /// Another API with one page of HTML, of which nothing is kept yet.
    pub(crate) fn of(spec: &str, sources: &str, page: &str) -> Self {
        let shop = Self(Scratch::new());
        shop.0.write("spec/api.yaml", spec);
        shop.0.write("spec/sources.yaml", sources);
        shop.0.write("captures/page.html", page);
        shop
    }

    /// Puts another capture in the place of the first.
    pub(crate) fn capture(&self, text: &str) {
        self.0.write("captures/send.txt", text);
    }

    /// The page with one text changed, as the new capture.
    pub(crate) fn page_changes(&self, from: &str, to: &str) {
        assert!(PAGE.contains(from), "{from}");
        self.capture(&PAGE.replacen(from, to, 1));
    }

    pub(crate) fn edit(&self, below: &str, from: &str, to: &str) {
        let text = self.read(below);
        assert!(text.contains(from), "{text}");
        self.0.write(below, text.replacen(from, to, 1));
    }

    pub(crate) fn read(&self, below: &str) -> String {
        fs::read_to_string(self.0.path().join(below)).unwrap()
    }

    fn output(&self, arguments: &str) -> Output {
        Command::new(env!("CARGO_BIN_EXE_stipula"))
            .args(arguments.split(' '))
            .current_dir(self.0.path())
            .env("NO_COLOR", "1")
            .output()
            .unwrap()
    }

    /// What the command prints as JSON.
    pub(crate) fn json(&self, arguments: &str) -> serde_json::Value {
        serde_json::from_slice(&self.output(arguments).stdout).unwrap()
    }

    pub(crate) fn run(&self, arguments: &str) -> Ran {
        let ran = self.output(arguments);
        let text = |bytes| String::from_utf8(bytes).unwrap().replace('\\', "/");
        Ran {
            code: ran.status.code(),
            out: text(ran.stdout),
            err: text(ran.stderr),
        }
    }

    /// A check of the new capture.
    pub(crate) fn check(&self) -> Ran {
        self.run("docs-check --captures captures")
    }
}
