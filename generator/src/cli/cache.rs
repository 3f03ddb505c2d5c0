//! What the last run read and wrote: a run over the same ends at once.
//!
//! Kept below the target folder, never beside the output, and no byte of an output comes from it. A file
//! counts as the same when its size and time are, or else when its text is; `--check` looks at every text.

use std::{
    env, fs, io,
    path::{Path, PathBuf, absolute},
    time::{SystemTime, UNIX_EPOCH},
};

use stipula_contract::checksum;
use stipula_emit::output;

/// What cargo puts into each of its target folders.
const TAG: &str = "CACHEDIR.TAG";

/// The memory of runs from one spec into one folder.
pub(super) struct Cache {
    path: PathBuf,
    /// This build of the command, whose successor may write other bytes.
    build: String,
}

/// A file as it was.
struct Seen<'a> {
    length: &'a str,
    time: &'a str,
    sum: &'a str,
    path: &'a str,
}

impl Cache {
    /// None where there is no target folder to keep it in.
    pub(super) fn of(spec: &Path, out: &Path) -> Option<Self> {
        // The folder of the client need not be there yet.
        let spec = absolute(spec).ok()?;
        let out = absolute(out).ok()?;
        let target = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let target = target.or_else(|| {
            let mut folders = out.ancestors().map(|it| it.join("target"));
            folders.find(|it| it.join(TAG).is_file())
        })?;
        let of = checksum(&format!("{}\n{}", spec.display(), out.display()));
        let own = env::current_exe().ok()?;
        let (length, time) = stat(&own).ok()??;
        Some(Self {
            path: target.join("stipula").join(of),
            build: format!("{} {length} {time}", env!("CARGO_PKG_VERSION")),
        })
    }

    /// How many files were written, when nothing is other than it was left.
    pub(super) fn unchanged(&self) -> Option<usize> {
        let text = fs::read_to_string(&self.path).ok()?;
        let kept = time_of(&fs::metadata(&self.path).ok()?).ok()?;
        let mut lines = text.lines();
        let written = lines.next()?.parse().ok()?;
        (lines.next()? == self.build).then_some(())?;
        lines
            .all(|line| Seen::of(line).is_some_and(|it| it.is_same(kept)))
            .then_some(written)
    }

    /// Keeps what was read and written. Files that are not there are kept as such.
    pub(super) fn keep(&self, read: &[PathBuf], written: &[PathBuf]) -> io::Result<()> {
        let mut text = format!("{}\n{}\n", written.len(), self.build);
        for path in read.iter().chain(written) {
            let path = absolute(path)?;
            let line = match (stat(&path)?, fs::read_to_string(&path)) {
                (Some((length, time)), Ok(it)) => {
                    format!("{length} {time} {} {}\n", checksum(&it), path.display())
                }
                (None, _) => format!("- - - {}\n", path.display()),
                (_, Err(error)) => return Err(error),
            };
            text.push_str(&line);
        }
        output::replace(&self.path, &text)
    }
}

impl<'a> Seen<'a> {
    fn of(line: &'a str) -> Option<Self> {
        let mut parts = line.splitn(4, ' ');
        Some(Self {
            length: parts.next()?,
            time: parts.next()?,
            sum: parts.next()?,
            path: parts.next()?,
        })
    }

    /// Whether the file is as it was. A file that changed about when this was kept may have its time all
    /// the same, so its text is looked at.
    fn is_same(&self, kept: u128) -> bool {
        match stat(Path::new(self.path)) {
            Ok(None) => self.length == "-",
            Ok(Some((length, time))) => {
                let is_older = time + SETTLED < kept;
                let as_was = self.length == length.to_string() && self.time == time.to_string();
                (as_was && is_older) || self.has_same_text()
            }
            Err(_) => false,
        }
    }

    fn has_same_text(&self) -> bool {
        fs::read_to_string(self.path).is_ok_and(|text| checksum(&text) == self.sum)
    }
}

/// Nanoseconds after which a change shows in the time of a file, on file systems that count in seconds.
const SETTLED: u128 = 2_000_000_000;

/// Length and time of a file; none where there is none.
fn stat(path: &Path) -> io::Result<Option<(u64, u128)>> {
    match fs::metadata(path) {
        Ok(it) => Ok(Some((it.len(), time_of(&it)?))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Nanoseconds since 1970.
fn time_of(it: &fs::Metadata) -> io::Result<u128> {
    let time: SystemTime = it.modified()?;
    Ok(time
        .duration_since(UNIX_EPOCH)
        .map_or(0, |it| it.as_nanos()))
}
