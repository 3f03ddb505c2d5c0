//! What a side is named by: a folder, a packed crate, or a revision of git.

use std::{fs, path::Path};

use super::{git, package, unopened::Unopened};
use crate::change::Known;
use crate::cli::spec;

/// Opens a side. A name that is neither a folder nor a file is a revision of the spec's folder.
pub(in crate::cli) fn side(name: &str, folder: Option<&Path>) -> Result<Known, Unopened> {
    let path = Path::new(name);
    match fs::metadata(path) {
        Ok(it) if it.is_dir() => Ok(Known::of_folder(path)),
        Ok(_) => package::read(path),
        Err(_) => {
            let folder = spec::folder(folder).map_err(Unopened::unreadable)?;
            git::read(name, &folder)
        }
    }
}
