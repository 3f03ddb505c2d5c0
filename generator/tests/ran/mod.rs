//! What the command did, as texts.

use std::path::Path;

use crate::command::stipula;

/// What the command did.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the command in a folder; paths that it shows have slashes.
pub(crate) fn ran(folder: &Path, arguments: &[&str]) -> Ran {
    let ran = stipula(folder, arguments);
    let text = |bytes| String::from_utf8(bytes).unwrap().replace('\\', "/");
    Ran {
        code: ran.status.code().unwrap(),
        out: text(ran.stdout),
        err: text(ran.stderr),
    }
}
