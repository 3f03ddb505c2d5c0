//! What can be wrong with the settings of a client.

use std::fmt;

use http::uri::{Scheme, Uri};

use crate::client::Environment;

/// Everything that is missing or wrong in the settings of a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildError {
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
        Self { api, problems }
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
        write!(f, "cannot make a client of `{}`: ", self.api)?;
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
        self.0.push(BuildProblem { kind, message });
    }

    /// Something is missing. Whoever gave it, and wrongly, was told already.
    pub(crate) fn lacks(&mut self, kind: BuildProblemKind, message: impl Into<String>) {
        if self.0.iter().all(|it| it.kind != kind) {
            self.push(kind, message);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

pub(super) fn unknown_environment(name: &str, known: &[Environment]) -> String {
    let names = names(known);
    format!("there is no environment `{name}`; choose {names}, or give a `base_url`")
}

pub(super) fn no_environment(known: &[Environment]) -> String {
    let names = names(known);
    format!("no `environment` is chosen; choose {names}, or give a `base_url`")
}

fn names(known: &[Environment]) -> String {
    let names: Vec<_> = known
        .iter()
        .map(|known| format!("`{}`", known.name))
        .collect();
    names.join(" or ")
}

/// Whether plain `http` may lead to another machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlainHttp {
    HereOnly,
    Anywhere,
}

/// Scheme and authority of `url`, or why it is none of use.
pub(super) fn base_url(url: &str, plain_http: PlainHttp) -> Result<String, String> {
    let expected = "expected a scheme and a host, as in `https://api.example.com`";
    let refuse = |why: &str| format!("`base_url` {why}; {expected}");
    let uri: Uri = url.parse().map_err(|_| refuse("cannot be read"))?;
    let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
        return Err(refuse("lacks a scheme or a host"));
    };
    if uri
        .path_and_query()
        .is_some_and(|rest| rest.as_str() != "/")
    {
        // It would have to be signed as well, and nobody says how.
        return Err(refuse("has a path"));
    }
    if authority.as_str().contains('@') {
        return Err(refuse("has a user name"));
    }
    let here = matches!(authority.host(), "localhost" | "127.0.0.1" | "[::1]");
    let plain = here || plain_http == PlainHttp::Anywhere;
    if *scheme == Scheme::HTTPS || (*scheme == Scheme::HTTP && plain) {
        return Ok(format!("{scheme}://{authority}"));
    }
    if *scheme == Scheme::HTTP {
        let host = authority.host();
        return Err(format!(
            "`base_url` leads to `{host}` over plain `http`; use `https`, or call `allow_plain_http`"
        ));
    }
    Err(refuse("has a scheme other than `https`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_scheme_and_host() {
        for (url, taken) in [
            ("https://a.example", "https://a.example"),
            ("https://a.example:8443/", "https://a.example:8443"),
            ("http://127.0.0.1:80", "http://127.0.0.1:80"),
            ("http://[::1]:80", "http://[::1]:80"),
        ] {
            assert_eq!(base_url(url, PlainHttp::HereOnly).as_deref(), Ok(taken));
        }
        assert!(base_url("http://mock:80", PlainHttp::Anywhere).is_ok());
    }

    #[test]
    fn refuses_the_rest() {
        for url in [
            "",
            "a.example",
            "https://a/b",
            "https://a?b",
            "ftp://a",
            "http://a",
            "https://u:p@a",
        ] {
            let why = base_url(url, PlainHttp::HereOnly).unwrap_err();
            assert!(why.starts_with("`base_url` "), "{url}: {why}");
            assert!(!why.contains("u:p"));
        }
    }

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
