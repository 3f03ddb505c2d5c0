//! Which member a table of children belongs to.

use std::collections::HashMap;

use super::words::pattern;
use stipula_facts::place::step;

/// Every member that has a place so far.
#[derive(Debug, Default)]
pub(super) struct Owners {
    /// Their places.
    members: Vec<String>,
    /// Which members have a name, or a type.
    named: HashMap<String, Vec<usize>>,
    typed: HashMap<String, Vec<usize>>,
}

impl Owners {
    pub(super) fn add(&mut self, at: &str, name: &str, of: Option<&str>) {
        let of = of.unwrap_or_default();
        let of = of
            .strip_prefix("list<")
            .and_then(|it| it.strip_suffix('>'))
            .unwrap_or(of);
        let index = self.members.len();
        let name = name.to_lowercase();
        self.typed.entry(of.to_lowercase()).or_default().push(index);
        self.named.entry(name).or_default().push(index);
        self.members.push(at.to_owned());
    }

    /// The places below which the children of a table stand; `in_part` is `request` or `response`.
    pub(super) fn find(&self, title: &str, in_part: &str) -> Vec<String> {
        let found = self.named(title, in_part);
        if !found.is_empty() {
            return found;
        }
        // "name: variant", "name (variant)"
        let Some(parts) =
            pattern!(r"^([A-Za-z_][A-Za-z0-9_.]*)\s*(?::\s*(.+)|\((.+)\)|\s[-–]\s(.+))$")
                .captures(title)
        else {
            return vec![];
        };
        let variant = (2..5)
            .find_map(|it| parts.get(it))
            .map_or("", |it| it.as_str().trim());
        let found = self.named(&parts[1], in_part);
        found
            .iter()
            .map(|at| format!("{at}[{}]", step(variant)))
            .collect()
    }

    fn named(&self, title: &str, in_part: &str) -> Vec<String> {
        let title = title.to_lowercase();
        let title = pattern!(r"\s+(?:object|parameters|fields|details|参数|对象)$")
            .replace(&title, "")
            .into_owned();
        let path: Vec<&str> = title.split('.').collect();
        let near = |it: &&String| {
            it.strip_prefix(in_part)
                .is_some_and(|it| it.starts_with('/'))
        };
        for part in [true, false] {
            let inside = |found: &HashMap<String, Vec<usize>>, word: &str| {
                let found = found.get(word).into_iter().flatten();
                let members = found.map(|it| &self.members[*it]);
                members.filter(|it| near(it) == part).collect::<Vec<_>>()
            };
            let by_type: Vec<_> = inside(&self.typed, &title).into_iter().cloned().collect();
            if !by_type.is_empty() {
                return by_type;
            }
            let end = path.last().copied().unwrap_or_default();
            let is_path =
                |it: &&String| path.len() < 2 || it.to_lowercase().ends_with(&path.join("/"));
            if let Some(it) = inside(&self.named, end).into_iter().find(is_path) {
                return vec![it.clone()];
            }
        }
        vec![]
    }
}
