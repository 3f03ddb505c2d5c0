//! How what was drafted is divided into files: what belongs together, and none too long to read.

use std::collections::BTreeMap;

use super::yaml::Lines;

/// Most lines of a file that holds several things.
const LONG: usize = 600;

/// A file with the name of what it holds.
#[derive(Debug)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) things: Vec<Lines>,
}

/// Things in their order, as files.
pub(super) fn divided(things: Vec<(String, Lines)>) -> Vec<File> {
    let mut files: Vec<(Vec<String>, usize, Vec<Lines>)> = Vec::new();
    for (name, lines) in things {
        let count = lines.count();
        match files.last_mut().filter(|it| it.1 + count <= LONG) {
            Some((names, length, things)) => {
                names.push(name);
                *length += count;
                things.push(lines);
            }
            None => files.push((vec![name], count, vec![lines])),
        }
    }
    let named = files.into_iter().map(|(names, _, things)| {
        let name = match names.as_slice() {
            [only] => only.clone(),
            [first, .., last] => format!("{first}-to-{last}"),
            [] => String::new(),
        };
        File { name, things }
    });
    named.collect()
}

/// Whether operations belong together by what their paths begin with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grouping {
    divides: bool,
}

impl Grouping {
    /// Of the paths of all operations of a page.
    pub(super) fn of<'a>(paths: impl Iterator<Item = &'a str>) -> Self {
        let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
        for path in paths {
            *groups.entry(resource(path)).or_default() += 1;
        }
        let count: usize = groups.values().sum();
        Self {
            divides: groups.len() > 1 && groups.len() * 2 <= count,
        }
    }

    /// The group of an operation.
    pub(super) fn group(self, path: &str) -> Option<&str> {
        self.divides.then(|| resource(path))
    }
}

/// Operations by their groups; without any, in their order.
pub(super) fn by_group(operations: Vec<(String, Option<String>, Lines)>) -> Vec<File> {
    let mut ordered: Vec<(String, Vec<(String, Lines)>)> = Vec::new();
    let mut alone = Vec::new();
    for (name, group, lines) in operations {
        let Some(group) = group else {
            alone.push((name, lines));
            continue;
        };
        match ordered.iter_mut().find(|it| it.0 == group) {
            Some((_, all)) => all.push((name, lines)),
            None => ordered.push((group, vec![(name, lines)])),
        }
    }
    let files = ordered.into_iter().flat_map(|(resource, group)| {
        let files = divided(group).into_iter().enumerate();
        files.map(move |(index, file)| File {
            name: match index {
                0 => resource.clone(),
                _ => format!("{resource}-{}", index + 1),
            },
            things: file.things,
        })
    });
    divided(alone).into_iter().chain(files).collect()
}

/// The first word of a path that is no version and no member: `orders` of `/v1/orders/{id}`.
fn resource(path: &str) -> &str {
    let is_version = |it: &str| {
        let digits = it.strip_prefix(['v', 'V']).unwrap_or(it);
        digits.starts_with(|it: char| it.is_ascii_digit())
    };
    let mut words = path.split(['/', '?']).filter(|it| !it.is_empty());
    let first = words.find(|it| *it != "api" && !is_version(it) && !it.contains('{'));
    first.unwrap_or("others")
}

/// A path below a folder that is not taken: what a file system may not take is left out of the name.
pub(super) fn path(folder: &str, name: &str, is_taken: &dyn Fn(&str) -> bool) -> String {
    let kept = name.chars().map(|it| match it {
        it if it.is_ascii_alphanumeric() || "_-.".contains(it) => it,
        _ => '-',
    });
    let kept: String = kept.take(80).collect();
    let kept = kept.trim_start_matches('.');
    let mut path = format!("{folder}{kept}.yaml");
    let mut number = 2;
    while is_taken(&path) {
        path = format!("{folder}{kept}-{number}.yaml");
        number += 1;
    }
    path
}
