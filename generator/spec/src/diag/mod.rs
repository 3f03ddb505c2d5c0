//! What is wrong with a spec: what, where, why, and what to do. All of it at once.

mod catalog;
mod code;
mod explain;
mod render;
mod why;

pub use catalog::example_files;
pub use code::Code;
pub use render::{render, short};

use crate::source::Span;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing is generated.
    Error,
    /// Worth a look.
    Warning,
    /// Good to know; nothing to do.
    Note,
}

/// One finding.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// What kind of finding.
    pub code: Code,
    /// Where; `None` for a finding about the folder itself.
    pub at: Option<Span>,
    /// What, in lower case without a final period.
    pub message: String,
    /// Other places that matter, with a label each.
    pub also: Vec<(Span, String)>,
    /// What to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding at a place.
    pub fn new(code: Code, at: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            at: Some(at),
            message: message.into(),
            also: Vec::new(),
            help: None,
        }
    }

    /// A finding without a place in a file.
    pub fn nowhere(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            at: None,
            message: message.into(),
            also: Vec::new(),
            help: None,
        }
    }

    /// Shows another place.
    #[must_use]
    pub fn also(mut self, at: Span, label: impl Into<String>) -> Self {
        self.also.push((at, label.into()));
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says "did you mean", when a candidate is near.
    #[must_use]
    pub fn suggest<'a>(self, name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        let candidates: Vec<&str> = candidates.into_iter().collect();
        match stipula_cond::suggest(name, candidates.iter().copied()) {
            Some(near) => {
                let help = format!("did you mean `{near}`?");
                self.help(help)
            }
            None if !candidates.is_empty() && candidates.len() <= 24 => {
                let help = format!("one of {}", list(&candidates));
                self.help(help)
            }
            None => self,
        }
    }
}

/// "`a`, `b`, `c`".
pub fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// How many findings are of a level.
pub fn count(found: &[Diagnostic], level: Level) -> usize {
    found.iter().filter(|it| it.code.level() == level).count()
}

/// By file and place, each once.
pub fn sorted(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.sort_by_key(|it| (it.at, it.code));
    found.dedup_by(|a, b| a.at == b.at && a.code == b.code && a.message == b.message);
    found
}

/// Collects findings, so that one run shows them all.
#[derive(Debug, Default)]
pub struct Sink {
    found: Vec<Diagnostic>,
}

impl Sink {
    /// Adds a finding.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// How many findings there are.
    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    /// Takes back findings of a code among those after the first `kept`.
    pub(crate) fn withdraw(&mut self, kept: usize, code: Code) {
        let later = self.found.split_off(kept);
        self.found
            .extend(later.into_iter().filter(|it| it.code != code));
    }

    /// Whether an error was reported.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|it| it.code.level() == Level::Error)
    }

    /// Everything, by file and place.
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        sorted(self.found)
    }
}
