//! One run at a time writes into a folder.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::Path,
};

use super::plan::named;

/// Held while a folder is read and written.
#[derive(Debug)]
pub struct Lock(#[allow(dead_code, reason = "it is held, not read")] File);

/// Takes the folder, which is made when it is not there; `wait` is called once when another run has it.
///
/// # Errors
/// When the folder cannot be made or locked.
pub fn lock(root: &Path, wait: impl FnOnce()) -> io::Result<Lock> {
    let taken = || {
        fs::create_dir_all(root)?;
        let file = open(root)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                wait();
                file.lock()?;
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        Ok(Lock(file))
    };
    taken().map_err(|error: io::Error| named(&error, root))
}

/// The folder itself is what is locked, so that nothing is left in it.
#[cfg(unix)]
fn open(root: &Path) -> io::Result<File> {
    File::open(root)
}

/// Folders cannot be locked everywhere.
#[cfg(not(unix))]
fn open(root: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(false);
    options.open(root.join("generated.lock"))
}
