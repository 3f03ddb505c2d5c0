//! The tutorial shows what the command says.

mod command;
mod folder;
mod scratch;

use std::path::Path;

use command::stipula;
use folder::copy;
use scratch::Scratch;

/// The commands of the tutorial, where its reader would run them.
struct Reader(Scratch);

impl Reader {
    fn new() -> Self {
        let folder = Scratch::new();
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tutorial");
        copy(&own, folder.path());
        folder.write(
            "body.json",
            "{ \"route\": \"star\", \"passengers\": 2, \"vehicle\": \"car\" }\n",
        );
        Self(folder)
    }

    /// What a command prints.
    fn run(&self, arguments: &[&str]) -> String {
        let ran = stipula(self.0.path(), arguments);
        let text = [ran.stdout, ran.stderr].concat();
        String::from_utf8(text).expect("text")
    }
}

/// Lines that the tutorial has, and the command says.
fn is_shown(said: &str) {
    let tutorial = include_str!("../../spec/tutorial.md").replace("spec/ferries", "ferries");
    for line in said.lines().filter(|it| {
        it.starts_with("error[") || it.starts_with("claims ") || it.starts_with("drafted ")
    }) {
        let line = line.replace("new/", "");
        assert!(tutorial.contains(&line), "not in the tutorial: {line}");
    }
}

#[test]
fn each_step_says_what_is_shown() {
    let reader = Reader::new();
    let drafted = reader.run(&["draft", "ferries.html", "--out", "new/ferries"]);
    assert!(drafted.starts_with("drafted "), "{drafted}");
    is_shown(&drafted);

    assert_eq!(reader.run(&["lint", "ferries"]), "no findings\n");

    let checked = reader.run(&["docs-check", "ferries", "--captures", "."]);
    assert!(
        checked.contains("claims 42: confirmed 41, waived 1; "),
        "{checked}"
    );
    is_shown(&checked);

    let judged = reader.run(&[
        "validate",
        "bookACrossing",
        "body.json",
        "--spec",
        "ferries",
    ]);
    assert_eq!(judged.matches("error[").count(), 3, "{judged}");
    is_shown(&judged);
}
