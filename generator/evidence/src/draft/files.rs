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

/// Operations by what their paths begin with, where that divides them; otherwise in their order.
pub(super) fn by_path(operations: Vec<(String, String, Lines)>) -> Vec<File> {
    let mut groups: BTreeMap<String, usize> = BTreeMap::new();
    for (_, path, _) in &operations {
        *groups.entry(resource(path).to_owned()).or_default() += 1;
    }
    let divides = groups.len() > 1 && groups.len() * 2 <= operations.len();
    if !divides {
        return divided(operations.into_iter().map(|it| (it.0, it.2)).collect());
    }
    let mut ordered: Vec<(String, Vec<(String, Lines)>)> = Vec::new();
    for (name, path, lines) in operations {
        let resource = resource(&path);
        match ordered.iter_mut().find(|it| it.0 == resource) {
            Some((_, group)) => group.push((name, lines)),
            None => ordered.push((resource.to_owned(), vec![(name, lines)])),
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
    files.collect()
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
