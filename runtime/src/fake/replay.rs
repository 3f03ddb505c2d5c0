//! Recorded exchanges, to be played again.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::answer::{Answer, Content, Recording};
use super::table::Table;
use super::{Fake, FakeError, FakeErrorKind, Fault};
use crate::client::{RecordedBody, RecordedCame, RecordedLine};

/// The most that is made up of a body of which only the length is known.
const LONGEST: usize = 16 << 20;

/// A recorded exchange whose answer is queued.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Replayed {
    /// The operation.
    pub operation: &'static str,
    /// The body that was sent, without what is sensitive; null where it was no JSON.
    pub sent: Value,
}

impl Replayed {
    /// The request that was sent, as far as it stands in the body.
    pub fn request<R: DeserializeOwned>(&self) -> Result<R, serde_json::Error> {
        R::deserialize(&self.sent)
    }
}

impl Fake {
    /// Queues the answers that a [`Recorder`](crate::client::Recorder) wrote, for their operations and in
    /// their order, and says what was sent for each.
    ///
    /// An answer comes with its status and its headers, signed by this fake if it was signed then; of a body
    /// that was no JSON, with one of the same length. Where there was no answer, the connection is closed:
    /// before the work where none had come about, after it elsewhere.
    pub fn replay(&self, lines: &str) -> Result<Vec<Replayed>, FakeError> {
        let table = self.shared.table;
        let lines = lines.lines().enumerate();
        let lines = lines.filter(|(_, line)| !line.trim().is_empty());
        let read = lines.map(|(at, line)| {
            read(table, line).map_err(|why| {
                let why = std::io::Error::other(format!("line {}: {why}", at + 1));
                let what = "it holds what no recorder wrote for this API";
                FakeError::new(FakeErrorKind::Recording, what, Some(why))
            })
        });
        let read: Vec<_> = read.collect::<Result<_, _>>()?;
        let queued = read.into_iter().map(|(replayed, answer)| {
            let operation = Some(replayed.operation);
            self.shared.state.script(operation, answer);
            replayed
        });
        Ok(queued.collect())
    }
}

fn read(table: &Table, line: &str) -> Result<(Replayed, Answer), String> {
    let line: RecordedLine = serde_json::from_str(line).map_err(|it| it.to_string())?;
    let name = &line.operation;
    // A raw call is known by its path.
    let by_path = || {
        let mut all = table.operations.iter().copied();
        all.find(|it| it.operation.path == name)
    };
    let served = table.served(name).or_else(by_path);
    let served = served.ok_or_else(|| format!("there is no operation `{name}`"))?;
    let replayed = Replayed {
        operation: served.operation.name,
        sent: match line.sent {
            RecordedBody::Json(json) => json,
            RecordedBody::Bytes(_) => Value::Null,
        },
    };
    Ok((replayed, answer(line.came)))
}

fn answer(came: RecordedCame) -> Answer {
    match came {
        RecordedCame::Failure(what) => match what.as_str() {
            "connect" | "untrusted" | "setup" => Fault::DropBefore.into(),
            _ => Fault::DropAfter.into(),
        },
        RecordedCame::Answer {
            status,
            signed,
            headers,
            body,
        } => Answer::new(Content::Recorded(Recording {
            status,
            signed,
            headers: headers.into_iter().collect(),
            body: match body {
                RecordedBody::Json(json) => json.to_string().into_bytes(),
                RecordedBody::Bytes(length) => vec![b'x'; length.min(LONGEST)],
            },
        })),
    }
}
