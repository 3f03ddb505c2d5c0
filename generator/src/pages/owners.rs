//! Which member a table of children belongs to.

use super::{book::step, words::pattern};

/// A member that has a place.
#[derive(Debug)]
struct Member {
    at: String,
    name: String,
    /// Its type, or the type of its elements.
    of: String,
}

/// Every member that has a place so far.
#[derive(Debug, Default)]
pub(super) struct Owners(Vec<Member>);

impl Owners {
    pub(super) fn add(&mut self, at: &str, name: &str, of: Option<&str>) {
        let of = of.unwrap_or_default();
        let of = of
            .strip_prefix("list<")
            .and_then(|it| it.strip_suffix('>'))
            .unwrap_or(of);
        self.0.push(Member {
            at: at.to_owned(),
            name: name.to_lowercase(),
            of: of.to_lowercase(),
        });
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
        let near = |it: &&Member| it.at.starts_with(in_part);
        for part in [true, false] {
            let inside = || self.0.iter().filter(|it| near(it) == part);
            let by_type: Vec<_> = inside()
                .filter(|it| it.of == title)
                .map(|it| it.at.clone())
                .collect();
            if !by_type.is_empty() {
                return by_type;
            }
            let end = path.last().copied().unwrap_or_default();
            let is_path =
                |it: &&Member| path.len() < 2 || it.at.to_lowercase().ends_with(&path.join("/"));
            if let Some(it) = inside().filter(|it| it.name == end).find(is_path) {
                return vec![it.at.clone()];
            }
        }
        vec![]
    }
}
