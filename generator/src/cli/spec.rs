//! The spec that a command works on.

use std::path::{Path, PathBuf};

use anstream::eprintln;

use super::{args::OUT, exit::Exit, report};
use crate::{Loaded, load};
use stipula_emit::{Model, output};
use stipula_spec::{
    diag::{Code, Diagnostic, Level, count},
    source,
};

/// Errors that concern the folder itself are input that cannot be read.
pub(super) fn exit_code(loaded: &Loaded) -> Exit {
    read_code(&loaded.diagnostics)
}

/// The same of findings.
pub(super) fn read_code(found: &[Diagnostic]) -> Exit {
    let unreadable = found.iter().any(|it| it.code == Code::Folder);
    match (unreadable, count(found, Level::Error)) {
        (true, _) => Exit::Failed,
        (false, 0) => Exit::Clean,
        (false, _) => Exit::Findings,
    }
}

/// The model of the spec; its findings are told when there is none.
pub(super) fn model(folder: Option<&Path>) -> Result<Model, Exit> {
    let mut loaded = loaded(folder)?;
    loaded.model.take().ok_or_else(|| {
        report::findings(&loaded.diagnostics, &loaded.sources, Level::Error);
        exit_code(&loaded)
    })
}

pub(super) fn loaded(folder: Option<&Path>) -> Result<Loaded, Exit> {
    Ok(load(&chosen(folder)?))
}

/// The folder of the spec; why there is none is told.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn chosen(given: Option<&Path>) -> Result<PathBuf, Exit> {
    folder(given).map_err(|message| {
        eprintln!("{message}");
        Exit::Failed
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
