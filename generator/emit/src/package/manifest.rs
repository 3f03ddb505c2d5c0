//! The manifest of a crate that holds clients.

use std::{
    collections::BTreeMap,
    fmt::{self, Write},
};

use super::{Runtime, needs::Needs};
use crate::Model;

const HEAD: &str = "edition = \"2024\"\nrust-version = \"1.95\"\npublish = false\n";

/// Features that a user of a client chooses from.
const FEATURES: &str = "\
# The client without a transport and without cryptography: bring your own of both.
client = [\"stipula/client\"]
# The default transport: HTTPS with hyper and rustls, on tokio.
hyper = [\"client\", \"stipula/hyper\"]
# The client that blocks: HTTPS with ureq and rustls, without tokio.
blocking = [\"client\", \"stipula/blocking\"]
# A span per call and an event per attempt, for subscribers of `tracing`.
tracing = [\"client\", \"stipula/tracing\"]
# A server on this machine that plays the API, for tests.
fake = [\"client\", \"stipula/fake\"]
";

const ENCRYPTION: &str = "# Encrypted bodies, when asked for.
encryption = [\"client\", \"stipula/encryption\"]
";

/// `Cargo.toml` of a crate that holds the clients of one API or of several, with the features and
/// dependencies that their code asks for. It is shown as its text.
#[derive(Debug, Clone)]
#[must_use = "nothing is written before it is shown"]
pub struct Manifest {
    name: String,
    runtime: Runtime,
    needs: Needs,
    /// Groups of operations, each a feature.
    groups: Vec<String>,
    /// Lines of `[package]` beside those of every crate.
    about: Vec<(&'static str, String)>,
    /// Dependencies that the caller adds, as TOML.
    added: BTreeMap<String, String>,
}

impl Manifest {
    /// Of a crate of this name, which holds no client yet.
    pub fn new(name: &str, runtime: &Runtime) -> Self {
        Self {
            name: name.to_owned(),
            runtime: runtime.clone(),
            needs: Needs::default(),
            groups: Vec::new(),
            about: Vec::new(),
            added: BTreeMap::new(),
        }
    }

    /// With what the client of a spec asks for.
    pub fn client(mut self, model: &Model) -> Self {
        self.needs = self.needs.and(Needs::of(&model.api));
        for name in model.api.groups() {
            if !self.groups.iter().any(|it| it == name) {
                self.groups.push(name.to_owned());
            }
        }
        self
    }

    /// With a dependency of code that is no client. Its value is TOML; it takes the place of one of
    /// the same name.
    pub fn dependency(mut self, name: &str, value: &str) -> Self {
        self.added.insert(name.to_owned(), value.to_owned());
        self
    }

    /// With what the spec tells of its API.
    pub(super) fn described(mut self, model: &Model) -> Self {
        let title = model.api.title.split_whitespace().collect::<Vec<_>>();
        let title = title.join(" ");
        self.about
            .push(("description", quoted(&format!("Client of {title}"))));
        if let Some(repository) = &model.api.about.repository {
            self.about.push(("repository", quoted(repository)));
        }
        self
    }

    fn dependencies(&self) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        let mut add = |name: &str, value: String| all.insert(name.to_owned(), value);
        add(
            "serde",
            "{ version = \"1\", features = [\"derive\"] }".to_owned(),
        );
        if self.needs.json {
            add("serde_json", "\"1\"".to_owned());
        }
        add("stipula", self.stipula());
        all.extend(self.added.clone());
        all
    }

    fn stipula(&self) -> String {
        let from = match &self.runtime {
            Runtime::Released => ("version", env!("CARGO_PKG_VERSION")),
            Runtime::Folder(path) => ("path", path.as_str()),
        };
        let (key, value) = (from.0, quoted(from.1));
        let features = self.needs.features();
        if features.is_empty() {
            return format!("{{ {key} = {value} }}");
        }
        let features: Vec<_> = features.into_iter().map(quoted).collect();
        let features = features.join(", ");
        format!("{{ {key} = {value}, features = [{features}] }}")
    }
}

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = quoted(&self.name);
        write!(f, "[package]\nname = {name}\nversion = \"0.1.0\"\n{HEAD}")?;
        for (key, value) in &self.about {
            writeln!(f, "{key} = {value}")?;
        }
        let groups = self.groups.iter().map(String::as_str);
        let usual: Vec<_> = std::iter::once("hyper").chain(groups).map(quoted).collect();
        writeln!(f, "\n[features]\ndefault = [{}]", usual.join(", "))?;
        f.write_str(FEATURES)?;
        for name in &self.groups {
            writeln!(f, "# The operations of the group `{name}`.\n{name} = []")?;
        }
        if self.needs.encryption {
            f.write_str(ENCRYPTION)?;
        }
        f.write_str("\n[dependencies]\n")?;
        for (name, value) in self.dependencies() {
            writeln!(f, "{name} = {value}")?;
        }
        Ok(())
    }
}

/// A text as TOML.
fn quoted(text: &str) -> String {
    let mut out = "\"".to_owned();
    for it in text.chars() {
        match it {
            '"' | '\\' => out.extend(['\\', it]),
            it if it.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(it));
            }
            it => out.push(it),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_string_of_toml() {
        assert_eq!(quoted("a \"b\" \\ \n"), r#""a \"b\" \\ \u000A""#);
    }
}
