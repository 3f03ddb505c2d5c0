//! Exchanges as lines of JSON, without what is sensitive, so that a failure becomes a test.

mod line;
mod redact;

use std::fmt;
use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

pub(crate) use line::Line;
pub(super) use line::{About, Attempted};
#[cfg(feature = "fake")]
pub(crate) use line::{Body, Came};

/// Writes each exchange of a client as a line of JSON, for [`Builder::record`](super::Builder::record).
///
/// A line holds the operation, both bodies, the HTTP status, and of the headers of the answer those that
/// say what it is, when it came, how long to wait and under which id the platform knows it. Keys, tokens,
/// signatures and addresses are not written. Of members that the spec calls `sensitive`, each digit becomes
/// a `0` and each letter an `x`, and wherever else such a value of four or more characters stands in the
/// exchange, it does there as well; of a body that is no JSON, the length is written. What nobody documents
/// is kept: name such members with [`hide`](Self::hide), and look at a file before you give it away.
///
/// The fake plays the lines again: `Fake::replay`, with the feature `fake`.
///
/// ```
/// use stipula::client::Recorder;
///
/// # fn recorder() -> std::io::Result<Recorder> {
/// # let folder = std::env::temp_dir();
/// let file = std::fs::File::create(folder.join("failures.jsonl"))?;
/// let recorder = Recorder::new(file).failures().hide(["note"]);
/// # Ok(recorder)
/// # }
/// # assert!(recorder().is_ok());
/// ```
#[derive(Clone)]
pub struct Recorder {
    into: Arc<Mutex<dyn Write + Send>>,
    lost: Arc<AtomicU64>,
    hidden: Arc<[String]>,
    which: Which,
}

/// Which exchanges are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    All,
    Failures,
}

impl Recorder {
    /// Writes every exchange.
    pub fn new(into: impl Write + Send + 'static) -> Self {
        Self {
            into: Arc::new(Mutex::new(into)),
            lost: Arc::default(),
            hidden: Arc::default(),
            which: Which::All,
        }
    }

    /// Writes only what failed: attempts without an answer, and answers that are an error.
    #[must_use]
    pub fn failures(mut self) -> Self {
        self.which = Which::Failures;
        self
    }

    /// Treats members of these names as sensitive, too, wherever they stand.
    #[must_use]
    pub fn hide<N: Into<String>>(mut self, members: impl IntoIterator<Item = N>) -> Self {
        let more = members.into_iter().map(Into::into);
        self.hidden = self.hidden.iter().cloned().chain(more).collect();
        self
    }

    /// How many lines could not be written. A call does not fail for that.
    pub fn lost(&self) -> u64 {
        self.lost.load(Ordering::Relaxed)
    }

    /// Writes the line of an attempt, if it is one of those that are asked for.
    pub(super) fn record(&self, about: &About<'_>, sent: &[u8], came: &Attempted, failed: bool) {
        if self.which == Which::Failures && !failed {
            return;
        }
        let mut line = Line::of(about, sent, came);
        line.redact(|name| {
            about.sensitive.contains(&name) || self.hidden.iter().any(|it| it == name)
        });
        if self.put(&line).is_err() {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn put(&self, line: &Line) -> io::Result<()> {
        let mut text = serde_json::to_vec(line)?;
        text.push(b'\n');
        let mut into = self.into.lock().unwrap_or_else(PoisonError::into_inner);
        into.write_all(&text)?;
        into.flush()
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder")
            .field("which", &self.which)
            .field("hidden", &self.hidden)
            .field("lost", &self.lost())
            .finish_non_exhaustive()
    }
}
