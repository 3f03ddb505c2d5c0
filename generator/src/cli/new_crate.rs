//! A new crate around a client: written once into a folder that has none, and its user's from then
//! on.

use std::{
    env, fs, io,
    path::{Component, Path, PathBuf},
};

use super::args::GenerateArgs;
use stipula_emit::{FileSet, Model, Runtime, output, package};

/// What is to be written.
pub(super) struct NewCrate {
    files: FileSet,
    /// Whether the folder held something else before.
    beside: Vec<String>,
    runtime: Runtime,
}

impl NewCrate {
    /// None where there is a crate, or where something was generated before.
    pub(super) fn of(model: &Model, args: &GenerateArgs) -> io::Result<Option<Self>> {
        let out = &args.out;
        let is_there = |name: &str| out.join(name).exists();
        if is_there("Cargo.toml") || is_there(output::MANIFEST) {
            return Ok(None);
        }
        let runtime = runtime(args)?;
        Ok(Some(Self {
            files: package(model, &runtime),
            beside: inside(out)?,
            runtime,
        }))
    }

    /// Writes what is not there, and gives what there is to tell.
    pub(super) fn write(self, out: &Path) -> io::Result<String> {
        let (mut written, mut kept) = (Vec::new(), Vec::new());
        // By its manifest a crate is known to be there, so that comes last.
        let (last, first): (Vec<_>, Vec<_>) =
            self.files.iter().partition(|it| it.0 == "Cargo.toml");
        for (path, text) in first.into_iter().chain(last) {
            let to = out.join(path);
            if to.exists() {
                let is_other = fs::read_to_string(&to).is_ok_and(|it| it != text);
                kept.extend(is_other.then(|| format!("`{path}`")));
            } else {
                output::replace(&to, text)?;
                written.push(format!("`{path}`"));
            }
        }
        written.sort();
        let mut told = vec![format!(
            "a new crate in {}: {} are yours from now on",
            out.display(),
            written.join(", ")
        )];
        if !self.beside.is_empty() {
            let before = self.beside.join(", ");
            told.push(format!(
                "the folder held {before} before, which stays as it is"
            ));
        }
        if kept.iter().any(|it| it == "`src/lib.rs`") {
            told.push("`src/lib.rs` was there: let it say `mod generated;`".to_owned());
        }
        if self.runtime == Runtime::Released {
            let how =
                "it depends on the released runtime; `--runtime PATH` takes one from a folder";
            told.push(how.to_owned());
        }
        if let Some(workspace) = workspace(out) {
            told.push(format!(
                "it is inside of a workspace: name it in `members` of {}",
                workspace.display()
            ));
        }
        Ok(told.join("\n"))
    }
}

/// The features of groups that the manifest of a crate lacks, as it would have them.
pub(super) fn missing_features(out: &Path, groups: &[&str]) -> Vec<String> {
    let Ok(text) = fs::read_to_string(out.join("Cargo.toml")) else {
        return Vec::new();
    };
    let names = text
        .lines()
        .filter_map(|it| Some(it.split_once('=')?.0.trim()));
    let names: Vec<_> = names.map(|it| it.trim_matches('"')).collect();
    let missing = groups.iter().filter(|it| !names.contains(it));
    missing.map(|it| format!("`{it} = []`")).collect()
}

/// What a folder holds, by name.
fn inside(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        names.push(format!("`{}`", name.to_string_lossy()));
    }
    names.sort();
    Ok(names)
}

/// Where the crate takes the runtime from: as asked for, or from the checkout that this command was
/// built in, or as released.
fn runtime(args: &GenerateArgs) -> io::Result<Runtime> {
    let folder = match &args.runtime {
        Some(given) if is_runtime(given) => given.clone(),
        Some(given) => {
            let message = format!(
                "{} is no runtime: it has no `Cargo.toml` of the package `stipula`",
                given.display()
            );
            return Err(io::Error::new(io::ErrorKind::NotFound, message));
        }
        None => match checkout() {
            Some(folder) => folder,
            None => return Ok(Runtime::Released),
        },
    };
    let (folder, out) = (full(&folder)?, full(&args.out)?);
    let near = folder.parent().is_some_and(|it| out.starts_with(it));
    let is_relative = args.runtime.as_ref().is_some_and(|it| it.is_relative());
    let path = if near || is_relative {
        relative(&out, &folder)
    } else {
        folder
    };
    let path = path.display().to_string();
    Ok(Runtime::Folder(path.replace('\\', "/")))
}

fn is_runtime(folder: &Path) -> bool {
    let text = fs::read_to_string(folder.join("Cargo.toml"));
    text.is_ok_and(|it| it.lines().any(|it| it.trim() == "name = \"stipula\""))
}

/// The runtime of the checkout in which this program was built and runs.
fn checkout() -> Option<PathBuf> {
    let program = env::current_exe().ok()?;
    let mut runtimes = program.ancestors().map(|it| it.join("runtime"));
    runtimes.find(|it| is_runtime(it))
}

/// The whole path, without `.` and `..`. What is there is as the disk has it.
fn full(path: &Path) -> io::Result<PathBuf> {
    if path.exists() {
        return path.canonicalize();
    }
    let mut whole = PathBuf::new();
    for part in env::current_dir()?.join(path).components() {
        match part {
            Component::ParentDir => {
                whole.pop();
            }
            Component::CurDir => {}
            part => whole.push(part),
        }
    }
    Ok(whole)
}

/// The way from one folder to another.
fn relative(from: &Path, to: &Path) -> PathBuf {
    let same = from.components().zip(to.components());
    let same = same.take_while(|(a, b)| a == b).count();
    let up = from.components().skip(same).map(|_| Component::ParentDir);
    up.chain(to.components().skip(same)).collect()
}

/// The manifest of the workspace above a folder.
fn workspace(folder: &Path) -> Option<PathBuf> {
    let folder = full(folder).ok()?;
    let mut above = folder.ancestors().skip(1).map(|it| it.join("Cargo.toml"));
    above.find(|it| {
        let text = fs::read_to_string(it);
        text.is_ok_and(|it| it.lines().any(|it| it.trim() == "[workspace]"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_folder_seen_from_another() {
        let way = |from: &str, to: &str| relative(Path::new(from), Path::new(to));
        assert_eq!(way("/a/b/c", "/a/d"), Path::new("../../d"));
        assert_eq!(way("/a", "/a/b"), Path::new("b"));
    }
}
