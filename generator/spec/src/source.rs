//! Files of a spec: ids, texts, places. One of the two modules that touch the disk.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Longest file that is read, in bytes.
const FILE_LIMIT: u64 = 4 * 1024 * 1024;

/// A file of the spec.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A place: bytes `start..end` of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// File.
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Span {
    /// A part of this place, given relative to its start and kept inside it.
    #[must_use]
    pub fn part(self, start: usize, end: usize) -> Self {
        let start = (self.start + start).min(self.end);
        Self {
            file: self.file,
            start,
            end: (self.start + end.max(1)).clamp(start, self.end.max(start)),
        }
    }
}

#[derive(Debug)]
struct File {
    /// As shown to people: the folder as given, then the path below it.
    shown: String,
    /// Below the folder, with `/`.
    below: String,
    text: String,
}

/// Where texts come from.
#[derive(Debug)]
enum Origin {
    Disk(PathBuf),
    Memory(BTreeMap<String, String>),
}

/// The files read so far, in the order they were read.
#[derive(Debug)]
pub struct SourceMap {
    origin: Origin,
    files: Vec<File>,
    /// Where each is, by its path below the folder.
    known: BTreeMap<String, FileId>,
}

impl SourceMap {
    /// Reads below a folder.
    pub fn disk(folder: &Path) -> Self {
        Self {
            origin: Origin::Disk(folder.to_owned()),
            files: Vec::new(),
            known: BTreeMap::new(),
        }
    }

    /// Reads from pairs of a path and a text.
    pub fn memory(files: &[(&str, &str)]) -> Self {
        let files = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
            .collect();
        Self {
            origin: Origin::Memory(files),
            files: Vec::new(),
            known: BTreeMap::new(),
        }
    }

    /// Reads a file, or gives the one that was read before.
    pub fn read(&mut self, below: &str) -> io::Result<FileId> {
        if let Some(id) = self.known.get(below) {
            return Ok(*id);
        }
        let text = self.text_from_origin(below).map_err(plain)?;
        let shown = match &self.origin {
            Origin::Disk(folder) => folder.join(below).to_string_lossy().replace('\\', "/"),
            Origin::Memory(_) => below.to_owned(),
        };
        self.files.push(File {
            shown,
            below: below.to_owned(),
            text,
        });
        let id = FileId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX));
        self.known.insert(below.to_owned(), id);
        Ok(id)
    }

    /// Reads a file that may be missing. One that is there and cannot be read is an error.
    pub fn read_if_there(&mut self, below: &str) -> io::Result<Option<FileId>> {
        match self.read(below) {
            Ok(file) => Ok(Some(file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn text_from_origin(&self, below: &str) -> io::Result<String> {
        match &self.origin {
            Origin::Memory(files) => files
                .get(below)
                .cloned()
                .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "no such file")),
            Origin::Disk(folder) => {
                let path = folder.join(below);
                let length = fs::metadata(&path)?.len();
                if length > FILE_LIMIT {
                    let text = format!("{length} bytes; the limit is {FILE_LIMIT}");
                    return Err(io::Error::new(io::ErrorKind::FileTooLarge, text));
                }
                fs::read_to_string(path)
            }
        }
    }

    /// The folder, when it is on disk.
    pub fn folder(&self) -> Option<&Path> {
        match &self.origin {
            Origin::Disk(folder) => Some(folder),
            Origin::Memory(_) => None,
        }
    }

    /// Every file that was read, as a path that can be opened.
    pub fn paths(&self) -> Vec<PathBuf> {
        self.files
            .iter()
            .map(|file| match &self.origin {
                Origin::Disk(folder) => folder.join(&file.below),
                Origin::Memory(_) => PathBuf::from(&file.below),
            })
            .collect()
    }

    /// Every file that was read, by its path below the folder, with its text.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let files = self.files.iter();
        files.map(|it| (it.below.as_str(), it.text.as_str()))
    }

    /// Path as shown to people.
    pub fn shown(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].shown
    }

    /// Path below the folder.
    pub fn below(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].below
    }

    /// Text of a file.
    pub fn text(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].text
    }

    /// Line and column of a byte, both from 1; columns count characters.
    pub fn line_column(&self, file: FileId, byte: usize) -> (usize, usize) {
        line_column(self.text(file), byte)
    }

    /// `path`, seen from the file that names it, as a path below the folder; `None` when it
    /// leaves the folder.
    pub fn join(&self, from: FileId, path: &str) -> Option<String> {
        if path.starts_with('/') {
            return None;
        }
        let mut parts: Vec<&str> = self.below(from).split('/').collect();
        parts.pop();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        Some(parts.join("/"))
    }
}

/// Line and column of a byte, both from 1; columns count characters.
pub fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    let before = &text[..byte];
    let line = before.matches('\n').count() + 1;
    let last = before.rsplit('\n').next().unwrap_or_default();
    (line, last.chars().count() + 1)
}

/// The usual errors in our own words, the same on every system.
pub fn plain(error: io::Error) -> io::Error {
    let text = match error.kind() {
        io::ErrorKind::NotFound => "no such file",
        io::ErrorKind::IsADirectory => "it is a folder",
        io::ErrorKind::InvalidData => "it is not text in UTF-8",
        _ => return error,
    };
    io::Error::new(error.kind(), text)
}

/// Whether a folder holds `api.yaml`.
pub fn is_spec(folder: &Path) -> bool {
    folder.join("api.yaml").is_file()
}

/// Folders directly below this one that hold `api.yaml`, sorted.
pub fn specs_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if is_spec(&path) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
