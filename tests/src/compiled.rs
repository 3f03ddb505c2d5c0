//! Clients of many specs, generated and compiled outside of this workspace, and asked for verdicts.

mod crates;

use std::{
    cell::RefCell,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use serde::de::Error as _;
use serde_json::{Value, json};
use stipula_generator::Model;

use crate::Told;

pub use crates::{alone, put, runtime};

/// A spec of which a client is compiled.
#[derive(Debug, Clone)]
pub struct Spec {
    /// What the client is called; a part of the name of a module.
    pub name: String,
    /// What it says.
    pub model: Model,
    /// The text of the client, when it is not the one that the model gives.
    pub text: Option<String>,
}

impl Spec {
    /// The client that the model gives.
    pub const fn new(name: String, model: Model) -> Self {
        Self {
            name,
            model,
            text: None,
        }
    }
}

/// A process that holds the compiled clients.
#[derive(Debug)]
pub struct Clients(RefCell<Running>);

#[derive(Debug)]
struct Running {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Clients {
    /// Compiles the clients in a folder of this name below the target folder.
    ///
    /// # Errors
    ///
    /// What the compiler says.
    ///
    /// # Panics
    ///
    /// When the disk or the process fails.
    pub fn compile(temporary: &str, name: &str, specs: &[Spec]) -> Result<Self, String> {
        let folder = Path::new(temporary).join(name);
        crates::write(&folder, specs);
        let target = Path::new(temporary).with_file_name(format!("compiled-{name}"));
        let output = Command::new(env!("CARGO"))
            .args([
                "build",
                "--offline",
                "--color=never",
                "--no-default-features",
                "--target-dir",
            ])
            .arg(&target)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .current_dir(&folder)
            .output()
            .expect("cargo runs");
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        let mut child = Command::new(target.join("debug/judge"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("what was compiled runs");
        let to = child.stdin.take().expect("it is piped");
        let from = BufReader::new(child.stdout.take().expect("it is piped"));
        Ok(Self(RefCell::new(Running { child, to, from })))
    }

    /// What a client says of the body of an operation.
    ///
    /// # Errors
    ///
    /// When the client cannot read the body.
    ///
    /// # Panics
    ///
    /// When the client does.
    pub fn verdict(
        &self,
        client: &str,
        operation: &str,
        body: &Value,
    ) -> serde_json::Result<Vec<Told>> {
        let mut running = self.0.borrow_mut();
        writeln!(running.to, "{}", json!([client, operation, body])).expect("it listens");
        let mut answer = String::new();
        let _ = running.from.read_line(&mut answer);
        assert!(
            !answer.is_empty(),
            "the client of {client} ended at a body of {operation}: {body}"
        );
        match serde_json::from_str(&answer)? {
            Value::String(why) => Err(serde_json::Error::custom(why)),
            told => Ok(Told::written(&told)),
        }
    }
}

impl Drop for Clients {
    fn drop(&mut self) {
        let running = self.0.get_mut();
        let _ = running.child.kill();
        let _ = running.child.wait();
    }
}
