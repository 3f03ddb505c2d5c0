//! The spec that a command works on.

use std::path::{Path, PathBuf};

use anstream::eprintln;

use super::{CLEAN, FAILED, FINDINGS, args::OUT, report};
use crate::{Loaded, load};
use stipula_emit::{Model, output};
use stipula_spec::{
    diag::{Code, Level},
    source,
};

/// Errors that concern the folder itself are input that cannot be read.
pub(super) fn exit_code(loaded: &Loaded) -> u8 {
    let unreadable = loaded.diagnostics.iter().any(|it| it.code == Code::Folder);
    match (unreadable, loaded.count(Level::Error)) {
        (true, _) => FAILED,
        (false, 0) => CLEAN,
        (false, _) => FINDINGS,
    }
}

/// The model of the spec; its findings are told when there is none.
pub(super) fn model(folder: Option<&Path>) -> Result<Model, u8> {
    let mut loaded = loaded(folder)?;
    loaded.model.take().ok_or_else(|| {
        report::findings(&loaded.diagnostics, &loaded.sources, Level::Error);
        exit_code(&loaded)
    })
}

pub(super) fn loaded(folder: Option<&Path>) -> Result<Loaded, u8> {
    Ok(load(&chosen(folder)?))
}

/// The folder of the spec; why there is none is told.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn chosen(given: Option<&Path>) -> Result<PathBuf, u8> {
    folder(given).map_err(|message| {
        eprintln!("{message}");
        FAILED
    })
}

/// The folder of the spec: as given, or the only one there is.
pub(super) fn folder(given: Option<&Path>) -> Result<PathBuf, String> {
    given.map_or_else(only_spec, |folder| Ok(folder.to_owned()))
}

/// The folder `spec` when it holds `api.yaml`, otherwise the only folder below it that does, or the one
/// that the client beside it was made from.
fn only_spec() -> Result<PathBuf, String> {
    let own = Path::new("spec");
    if source::is_spec(own) {
        return Ok(own.to_owned());
    }
    let mut found = source::specs_below(own)
        .map_err(|error| format!("cannot read `spec`: {error}; name the spec's folder"))?;
    match (found.pop(), found.is_empty()) {
        (Some(only), true) => Ok(only),
        (None, _) => Err("there is no spec below `spec`; name the spec's folder".to_owned()),
        (Some(last), false) => {
            found.push(last);
            let made = output::made_from(Path::new(OUT)).ok().flatten();
            let of_client = |it: &PathBuf| made.is_some() && stipula_spec::api_name(it) == made;
            found.into_iter().find(of_client).ok_or_else(|| {
                format!("there is more than one spec below `spec`, and `{OUT}` holds the client of none of them; name the spec's folder")
            })
        }
    }
}
