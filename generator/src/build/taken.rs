//! Which places this process has written to, so that no spec overwrites another.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use super::BuildError;

/// The spec whose client a folder holds.
static TAKEN: Mutex<BTreeMap<PathBuf, PathBuf>> = Mutex::new(BTreeMap::new());

/// Takes a folder for the client of a spec; refuses one that another spec has.
pub(super) fn take(folder: &Path, spec: &Path) -> Result<(), BuildError> {
    let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
    let own = taken
        .entry(folder.to_owned())
        .or_insert_with(|| spec.to_owned());
    if own == spec {
        Ok(())
    } else {
        Err(BuildError::Taken {
            folder: folder.to_owned(),
            by: own.clone(),
        })
    }
}
