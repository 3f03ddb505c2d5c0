//! The recorded session: what its page shows is what a shell says.
//!
//! `SESSION=record` writes what it says now into the page.

#![cfg(unix)]

mod command;
mod folder;
#[allow(dead_code, reason = "other tests write into it")]
mod scratch;

use std::{env, fmt::Write as _, fs, path::Path, process::Command};

use command::stipula;
use folder::copy;
use scratch::Scratch;

/// A folder with the spec of the flagship and its client, committed.
struct Project(Scratch);

impl Project {
    fn new() -> Self {
        let project = Self(Scratch::new());
        let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/alipayhk-ipass");
        copy(&spec, &project.0.path().join("spec/alipayhk-ipass"));
        // Its client is there already, as a crate.
        let ran = stipula(project.0.path(), &["generate"]);
        assert!(ran.status.success(), "{ran:?}");
        let set_up = "git init -q && git add -A && git -c user.name=a -c user.email=a@example.com commit -qm one";
        assert_eq!(project.run(set_up), "");
        project
    }

    /// What a shell says of a line.
    fn run(&self, line: &str) -> String {
        let folder = Path::new(env!("CARGO_BIN_EXE_stipula"))
            .parent()
            .expect("a folder");
        let path = env::var("PATH").unwrap_or_default();
        let output = Command::new("sh")
            .args(["-c", &format!("{{ {line}; }} 2>&1")])
            .current_dir(self.0.path())
            .env("PATH", format!("{}:{path}", folder.display()))
            .env("NO_COLOR", "1")
            .env_remove("CARGO_TARGET_DIR")
            .output()
            .expect("a shell");
        String::from_utf8(output.stdout).expect("text")
    }
}

/// The page with what the commands in its blocks say now.
fn said(page: &str, project: &Project) -> String {
    let mut out = String::new();
    let mut is_session = false;
    for line in page.lines() {
        match line {
            "```console" => is_session = true,
            "```" => is_session = false,
            _ => {}
        }
        match line.strip_prefix("$ ").filter(|_| is_session) {
            Some(command) => {
                let told = project.run(command);
                let _ = writeln!(out, "{line}\n{}", told.trim_end());
                // A command that says nothing leaves no line.
                if told.trim().is_empty() {
                    out.pop();
                }
            }
            None if is_session && line != "```console" => {}
            None => {
                let _ = writeln!(out, "{line}");
            }
        }
    }
    out
}

#[test]
fn the_recorded_session_is_what_a_shell_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/loop.md");
    let page = fs::read_to_string(&path).expect("the page");
    let now = said(&page, &Project::new());
    if env::var("SESSION").is_ok_and(|it| it == "record") {
        fs::write(&path, &now).expect("the page");
        return;
    }
    assert!(
        now == page,
        "spec/loop.md shows something else; `SESSION=record cargo test -p stipula-generator --test session` records it anew, then look at its diff:\n{now}"
    );
}
