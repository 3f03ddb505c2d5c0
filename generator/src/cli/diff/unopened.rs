//! A side that could not be opened.

use crate::cli::exit::Exit;

/// Why a side could not be opened.
#[derive(Debug)]
pub(in crate::cli) struct Unopened {
    pub(in crate::cli) message: String,
    pub(in crate::cli) exit: Exit,
}

impl Unopened {
    pub(super) fn unreadable(message: String) -> Self {
        Self {
            message,
            exit: Exit::Failed,
        }
    }
}
