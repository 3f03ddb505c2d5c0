//! What can be wrong with the settings of a client.

use std::fmt;

/// Everything that is missing or wrong in the settings of a client, or of a receiver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildError {
    what: &'static str,
    api: &'static str,
    problems: Problems,
}

/// One thing that is missing or wrong in the settings of a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildProblem {
    kind: BuildProblemKind,
    message: String,
}

/// What a [`BuildProblem`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BuildProblemKind {
    /// The environment, or the base URL in its place.
    Address,
    /// A credential, such as a client id or a token; the message names it.
    Credential,
    /// What signs requests: a private key or a signer.
    Signer,
    /// What verifies answers: a platform key or a verifier.
    Verifier,
    /// Encrypted bodies.
    Encryption,
    /// A setting that needs a timer.
    Timer,
    /// What carries requests.
    Transport,
}

impl BuildError {
    pub(super) fn new(api: &'static str, problems: Problems) -> Self {
        let what = "client";
        Self {
            what,
            api,
            problems,
        }
    }

    pub(crate) fn of_receiver(api: &'static str, problems: Problems) -> Self {
        Self {
            what: "receiver of notifications",
            ..Self::new(api, problems)
        }
    }

    /// The problems, in the order in which the settings were given.
    pub fn problems(&self) -> impl Iterator<Item = &BuildProblem> {
        self.problems.0.iter()
    }
}

impl BuildProblem {
    /// What it is about.
    pub fn kind(&self) -> BuildProblemKind {
        self.kind
    }
}

impl fmt::Display for BuildProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot make a {} of `{}`: ", self.what, self.api)?;
        for (nth, problem) in self.problems().enumerate() {
            let before = if nth == 0 { "" } else { "; " };
            write!(f, "{before}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for BuildError {}

/// Problems, as they are found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Problems(Vec<BuildProblem>);

impl Problems {
    /// Something is wrong.
    pub(crate) fn push(&mut self, kind: BuildProblemKind, message: impl Into<String>) {
        let message = message.into();
        let problem = BuildProblem { kind, message };
        // Two schemes may lack the same.
        if !self.0.contains(&problem) {
            self.0.push(problem);
        }
    }

    /// Whether one of them begins so.
    pub(crate) fn tell(&self, start: &str) -> bool {
        self.0.iter().any(|it| it.message.starts_with(start))
    }

    /// Several things are wrong.
    pub(crate) fn extend(&mut self, kind: BuildProblemKind, messages: Vec<String>) {
        for message in messages {
            self.push(kind, message);
        }
    }

    /// Something is missing. Whoever gave it, and wrongly, was told already.
    pub(crate) fn lacks(&mut self, kind: BuildProblemKind, message: impl Into<String>) {
        if self.0.iter().all(|it| it.kind != kind) {
            self.push(kind, message);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_given_wrongly_is_not_missing() {
        let mut problems = Problems::default();
        problems.push(BuildProblemKind::Signer, "wrong");
        problems.lacks(BuildProblemKind::Signer, "missing");
        problems.lacks(BuildProblemKind::Verifier, "missing");
        let told: Vec<_> = problems.0.iter().map(BuildProblem::to_string).collect();
        assert_eq!(told, ["wrong", "missing"]);
    }
}
