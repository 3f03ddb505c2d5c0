//! Modules of a crate, and where the paths that they write lead.

use std::collections::{BTreeMap, BTreeSet};

use super::scan::Source;

/// The modules of one crate: a path of names, and the file.
#[derive(Debug)]
pub(crate) struct Crate<'a> {
    files: BTreeMap<Vec<String>, &'a Source>,
}

/// A module, as names from the root of its crate.
pub(crate) type Module = Vec<String>;

impl<'a> Crate<'a> {
    /// Of the files below `src`.
    pub(crate) fn of(files: impl IntoIterator<Item = &'a Source>) -> Self {
        let files = files.into_iter().map(|it| (module(&it.path), it));
        Self {
            files: files.collect(),
        }
    }

    /// Every reference from one module of this crate to another.
    pub(crate) fn references(&self) -> Vec<(Module, Module)> {
        let mut found = Vec::new();
        for (module, source) in &self.files {
            let imports = source.code.imports.iter().map(|it| &it.1);
            for path in source.code.paths.iter().chain(imports) {
                if let Some(to) = self.resolve(module, path, 8) {
                    found.push((module.clone(), to));
                }
            }
        }
        found.retain(|(from, to)| from != to);
        found.sort();
        found.dedup();
        found
    }

    /// The module that a path leads to, through what modules on the way bring in.
    fn resolve(&self, from: &Module, path: &[String], depth: usize) -> Option<Module> {
        let mut at = from.clone();
        for (index, part) in path.iter().enumerate() {
            match part.as_str() {
                "crate" => at.clear(),
                "self" => {}
                "super" => drop(at.pop()),
                _ => {
                    let mut child = at.clone();
                    child.push(part.clone());
                    if self.is_module(&child) {
                        at = child;
                    } else if index == 0 {
                        return None;
                    } else {
                        let brought = self.brought(&at, part, depth);
                        return Some(brought.unwrap_or(at));
                    }
                }
            }
        }
        Some(at)
    }

    /// The module from which a module has a name.
    fn brought(&self, module: &Module, name: &str, depth: usize) -> Option<Module> {
        let source = self.files.get(module)?;
        let mut imports = source.code.imports.iter();
        let (_, path) = imports.find(|it| it.0 == name)?;
        self.resolve(module, path, depth.checked_sub(1)?)
    }

    fn is_module(&self, path: &Module) -> bool {
        self.files.keys().any(|it| it.starts_with(path))
    }
}

/// The module of a file.
fn module(path: &str) -> Module {
    let below = path.split_once("/src/").map_or(path, |it| it.1);
    let mut names: Module = below
        .trim_end_matches(".rs")
        .split('/')
        .map(str::to_owned)
        .collect();
    if matches!(
        names.last().map(String::as_str),
        Some("mod" | "lib" | "main")
    ) {
        names.pop();
    }
    names
}

/// Pairs of siblings that refer to each other, with what is below them.
pub(crate) fn circles(references: &[(Module, Module)]) -> Vec<String> {
    let edges = edges(references);
    let mutual = edges
        .iter()
        .filter(|(a, b)| a < b && edges.contains(&(b.clone(), a.clone())));
    mutual
        .map(|(a, b)| format!("{} <-> {}", a.join("::"), b.join("::")))
        .collect()
}

/// Three siblings or more, each of which leads to every other one.
pub(crate) fn rings(references: &[(Module, Module)]) -> Vec<String> {
    let edges = edges(references);
    let modules: BTreeSet<&Module> = edges.iter().map(|it| &it.0).collect();
    let reached: BTreeMap<&Module, BTreeSet<&Module>> = modules
        .iter()
        .map(|it| (*it, reached(it, &edges)))
        .collect();
    let ring = |from: &Module| -> Vec<&Module> {
        let leads_back = |to: &&Module| reached.get(*to).is_some_and(|it| it.contains(from));
        reached[from].iter().copied().filter(leads_back).collect()
    };
    let rings: BTreeSet<Vec<&Module>> = modules.iter().map(|it| ring(it)).collect();
    let long = rings.iter().filter(|it| it.len() > 2);
    long.map(|ring| {
        let names: Vec<String> = ring.iter().map(|it| it.join("::")).collect();
        names.join(", ")
    })
    .collect()
}

/// Every module that a module leads to.
fn reached<'a>(from: &Module, edges: &'a [(Module, Module)]) -> BTreeSet<&'a Module> {
    let mut found = BTreeSet::new();
    let mut open = vec![from.clone()];
    while let Some(at) = open.pop() {
        for (_, to) in edges.iter().filter(|it| it.0 == at) {
            if found.insert(to) {
                open.push(to.clone());
            }
        }
    }
    found
}

/// Which siblings refer to which, each once.
fn edges(references: &[(Module, Module)]) -> Vec<(Module, Module)> {
    let edges: BTreeSet<_> = references.iter().filter_map(siblings).collect();
    edges.into_iter().collect()
}

/// The two modules, side by side, that a reference goes between; none from or to one above.
fn siblings((from, to): &(Module, Module)) -> Option<(Module, Module)> {
    let common = from.iter().zip(to).take_while(|(a, b)| a == b).count();
    let below = from.len() > common && to.len() > common;
    below.then(|| (from[..=common].to_vec(), to[..=common].to_vec()))
}

fn references(files: &[(&str, &str)]) -> Vec<(Module, Module)> {
    let sources = files
        .iter()
        .map(|(path, text)| Source::of(format!("k/src/{path}"), text));
    let sources: Vec<Source> = sources.collect();
    Crate::of(&sources).references()
}

fn found(files: &[(&str, &str)]) -> Vec<String> {
    circles(&references(files))
}

#[test]
fn a_circle_is_seen_through_use_and_paths_and_what_is_passed_on() {
    let direct = [
        ("lib.rs", ""),
        ("a.rs", "use crate::b::B;"),
        ("b.rs", "fn f() { super::a::g() }"),
    ];
    assert_eq!(found(&direct), ["a <-> b"]);
    let passed_on = [
        ("lib.rs", "pub use a::A; pub use b::B;"),
        ("a.rs", "use super::B;"),
        ("b.rs", "fn f(it: crate::A) {}"),
    ];
    assert_eq!(found(&passed_on), ["a <-> b"]);
    let below = [
        ("lib.rs", ""),
        ("a/x.rs", "use crate::b;"),
        ("b/y.rs", "use crate::a::x;"),
        ("b/mod.rs", ""),
    ];
    assert_eq!(found(&below), ["a <-> b"]);
}

#[test]
fn one_direction_and_tests_and_parents_are_no_circle() {
    let fine = [
        ("lib.rs", "use a::A;"),
        ("a.rs", "use crate::b::B; use super::C;"),
        ("b.rs", "#[cfg(test)] mod tests { use crate::a::A; }"),
    ];
    assert_eq!(found(&fine), [""; 0]);
}

#[test]
fn a_ring_is_seen_with_all_that_belong_to_it() {
    let ring = references(&[
        ("lib.rs", ""),
        ("a.rs", "use crate::b::B;"),
        ("b.rs", "use crate::c::x::C;"),
        ("c/mod.rs", ""),
        ("c/x.rs", "use crate::a::A; use crate::d::D;"),
        ("d.rs", ""),
        ("e.rs", "use crate::a::A;"),
    ]);
    assert_eq!(rings(&ring), ["a, b, c"]);
    assert_eq!(circles(&ring), [""; 0]);
    let pair = [
        ("lib.rs", ""),
        ("a.rs", "use crate::b::B;"),
        ("b.rs", "use crate::a::A;"),
    ];
    assert_eq!(rings(&references(&pair)), [""; 0]);
}
