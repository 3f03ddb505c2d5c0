//! A packed crate that holds its spec, and what else is a tape archive.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Read},
    path::{Component, Path, PathBuf},
};

use flate2::read::GzDecoder;
use tar::Archive;

use super::unopened::Unopened;
use crate::change::Known;

/// Most bytes that are unpacked: a hostile package says little and unpacks much.
const LIMIT: u64 = 64 * 1024 * 1024;

/// The spec in a packed crate.
pub(super) fn read(path: &Path) -> Result<Known, Unopened> {
    let shown = path.display();
    let fail = |why: &dyn std::fmt::Display| Unopened::unreadable(format!("{shown}: {why}"));
    let file = File::open(path).map_err(|error| fail(&error))?;
    let all = texts(GzDecoder::new(file), Path::new("")).map_err(|error| fail(&error))?;
    let roots: Vec<&str> = all
        .keys()
        .filter_map(|it| it.strip_suffix("api.yaml"))
        .collect();
    let root = match roots[..] {
        [] => return Err(fail(&"it packs no `api.yaml`, so there is no spec in it")),
        [root] => root.to_owned(),
        _ => {
            return Err(fail(&format!(
                "it packs more than one spec: {}",
                roots.join(", ")
            )));
        }
    };
    let own = all.iter();
    let own =
        own.filter_map(|(path, text)| Some((path.strip_prefix(root.as_str())?, text.as_str())));
    let files: Vec<(&str, &str)> = own.collect();
    let known = Known::of_texts(&format!("{shown}:"), &files);
    Ok(known.made_by(build(&all)))
}

/// Files of an archive that are text, by their paths below a folder.
pub(super) fn texts(from: impl Read, below: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    // One byte more than is allowed, so that what is too large is seen.
    let mut archive = Archive::new(from.take(LIMIT + 1));
    let mut read: u64 = 0;
    for entry in archive.entries()? {
        let mut entry = entry?;
        read = read.saturating_add(entry.size());
        if read > LIMIT {
            let text = format!("more than {} MiB are packed", LIMIT >> 20);
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, text));
        }
        let path = entry.path()?.into_owned();
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let Some(path) = plain(&path).and_then(|it| Some(it.strip_prefix(below).ok()?.to_owned()))
        else {
            continue;
        };
        let mut text = String::new();
        // What is no text is no part of a spec.
        if entry.read_to_string(&mut text).is_ok() {
            found.insert(path.to_string_lossy().replace('\\', "/"), text);
        }
    }
    Ok(found)
}

/// A path without a way out of where it is.
fn plain(path: &Path) -> Option<PathBuf> {
    let mut parts = path.components();
    let is_plain = parts.all(|it| matches!(it, Component::Normal(_) | Component::CurDir));
    is_plain.then(|| {
        path.components()
            .filter(|it| *it != Component::CurDir)
            .collect()
    })
}

/// Which release of the runtime the crate asks for: its generator is of the same.
fn build(files: &BTreeMap<String, String>) -> Option<String> {
    let manifests = files.iter().filter(|it| it.0.ends_with("/Cargo.toml"));
    let (_, text) = manifests.min_by_key(|it| it.0.len())?;
    let section = text.split("[dependencies.stipula]").nth(1)?;
    let section = section.split("\n[").next()?;
    let line = section
        .lines()
        .find_map(|it| it.strip_prefix("version = "))?;
    Some(format!("stipula {}", line.trim_matches('"')))
}
