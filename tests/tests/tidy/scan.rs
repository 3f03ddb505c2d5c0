//! Every Rust file of the repository, read once and taken apart.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use proc_macro2::TokenStream;

use super::{
    api::{self, Function},
    tokens::{self, Code},
};

/// A Rust file.
#[derive(Debug)]
pub(crate) struct Source {
    /// From the root of the repository, with `/`.
    pub(crate) path: String,
    /// All its lines.
    pub(crate) lines: usize,
    /// Its tokens, tests and documentation left out.
    pub(crate) code: Code,
    /// Its functions, tests left out.
    pub(crate) functions: Vec<Function>,
    /// Made by the generator.
    pub(crate) generated: bool,
}

impl Source {
    /// A file that is compiled into a crate, not into its tests, examples or benches.
    pub(crate) fn is_source(&self) -> bool {
        let below = self.path.split_once("/src/").map(|it| it.1);
        below.is_some_and(|it| !is_test(it)) && !self.path.starts_with("tests/")
    }

    /// Part of the tool or of what it stands on, by hand.
    pub(crate) fn is_by_hand(&self) -> bool {
        self.is_source() && !self.generated
    }

    fn read(root: &Path, file: &Path) -> Self {
        let text = fs::read_to_string(file).expect("a readable file");
        let below = file.strip_prefix(root).expect("below the root");
        let path = below.display().to_string().replace('\\', "/");
        Self::of(path, &text)
    }

    /// From its text.
    pub(crate) fn of(path: String, text: &str) -> Self {
        let stream: TokenStream = text.parse().unwrap_or_else(|it| panic!("{path}: {it}"));
        let code = tokens::read(stream.clone());
        let file = syn::parse2(stream).unwrap_or_else(|it| panic!("{path}: {it}"));
        Self {
            functions: api::functions(&file),
            lines: text.lines().count(),
            generated: text.lines().take(3).any(|it| it.contains("@generated")),
            code,
            path,
        }
    }
}

/// Below `src`: a module of tests, or what only tests use.
fn is_test(below: &str) -> bool {
    let name = |it: &str| matches!(it, "tests" | "tests.rs" | "fixtures.rs");
    below.split('/').any(name)
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("a folder above").to_path_buf()
}

/// Every Rust file that is committed or about to be, by path.
pub(crate) fn sources() -> &'static [Source] {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let root = root();
        let files = files(&root).into_iter();
        let mut found: Vec<Source> = files.map(|it| Source::read(&root, &it)).collect();
        found.sort_by(|a, b| a.path.cmp(&b.path));
        found
    })
}

/// Rust files below a folder; hidden folders and those of cargo are left out.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() && !name.starts_with('.') && !matches!(&*name, "target" | "node_modules") {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn the_whole_repository_is_looked_at() {
    let all = sources();
    let by_hand = all.iter().filter(|it| it.is_by_hand());
    let functions: usize = by_hand.clone().map(|it| it.functions.len()).sum();
    println!(
        "{} files, {} by hand, {functions} functions",
        all.len(),
        by_hand.clone().count()
    );
    assert!(all.len() > 500, "{} files", all.len());
    assert!(by_hand.clone().count() > 350, "{} sources", by_hand.count());
    assert!(functions > 2500, "{functions} functions");
}

#[test]
fn tests_and_attributes_are_left_out_and_paths_are_found() {
    let text = "
        //! About `std::fs`.
        use super::{a::B, c as d, e::{self, F}};
        #[cfg(test)] use crate::{x, y};
        #[doc = \"std::fs\"] fn f() { super::g::h(\"std::net\") }
        #[cfg(test)] mod tests {
            use std::time::Instant;
        }
        struct S { at: crate::T }
    ";
    let code = tokens::read(text.parse().expect("tokens"));
    let imports: Vec<String> = code
        .imports
        .iter()
        .map(|(name, path)| format!("{name} = {}", path.join("::")))
        .collect();
    assert_eq!(
        imports,
        [
            "B = super::a::B",
            "d = super::c",
            "e = super::e",
            "F = super::e::F"
        ]
    );
    assert_eq!(code.paths, [vec!["super", "g", "h"], vec!["crate", "T"]]);
    assert_eq!(
        code.words,
        " fn f ( ) { super :: g :: h ( \"\" ) } struct S { at : crate :: T } "
    );
    assert_eq!(code.test_lines, 4);
}
