//! A token that proves who sends, and when it ends. How one is fetched stands in `client::token`.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// How long before its end a token is not used any more; less for those that are short-lived.
const MARGIN: Duration = Duration::from_secs(30);

/// A token that was fetched; its text is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    text: Arc<str>,
    life: Option<Life>,
}

/// When a token ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Life {
    ends: SystemTime,
    /// From when on another one is fetched.
    renewed: SystemTime,
}

impl Token {
    /// A token of which nobody says when it ends.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        Self { text, life: None }
    }

    /// A token that was asked for at `asked`, and lives so long from then.
    pub(in crate::client) fn living(text: &str, asked: SystemTime, long: Duration) -> Self {
        let early = MARGIN.min(long / 10);
        let life = || {
            let ends = asked.checked_add(long)?;
            let renewed = ends.checked_sub(early)?;
            Some(Life { ends, renewed })
        };
        Self {
            life: life(),
            ..Self::new(text)
        }
    }

    /// When it ends, if its server says so.
    pub fn ends(&self) -> Option<SystemTime> {
        self.life.map(|it| it.ends)
    }

    /// Whether it can still be used: shortly before its end, it cannot.
    pub fn is_fresh(&self, now: SystemTime) -> bool {
        self.life.is_none_or(|it| now < it.renewed)
    }

    pub(in crate::client) fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}
