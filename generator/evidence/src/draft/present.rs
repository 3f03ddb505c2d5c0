//! What a spec has already, by what pages would call it.

use std::collections::{BTreeMap, BTreeSet};

use stipula_spec::raw::{RawSpec, RawType, RawTypeDefKind, RawTypeKind};

use super::{
    operation,
    page::{Part, Read},
    places,
    words::Words,
};

/// What a spec has already.
#[derive(Debug, Default)]
pub(super) struct Present {
    /// Names of operations, with their method and path.
    pub(super) operations: BTreeMap<String, Option<(String, String)>>,
    pub(super) types: BTreeSet<String>,
    /// Enums by their sorted texts.
    pub(super) enums: BTreeMap<Vec<String>, String>,
    /// Choices by the words of their cases.
    pub(super) choices: BTreeMap<String, String>,
}

impl Present {
    /// What is written in a spec.
    pub(super) fn of(spec: &RawSpec) -> Self {
        let operations = spec.operations.iter().map(|it| {
            let method = it.method.as_ref();
            let endpoint = method.map(|it| (it.method.as_str().to_owned(), it.path.value.clone()));
            (it.name.value.clone(), endpoint)
        });
        let mut enums = BTreeMap::new();
        let mut choices = BTreeMap::new();
        for ty in &spec.types {
            if let RawTypeDefKind::Choice(raw) = &ty.kind
                && let Some(words @ Words::Any(_)) = words(raw)
            {
                choices
                    .entry(words.key())
                    .or_insert_with(|| ty.name.value.clone());
            }
            if let RawTypeDefKind::Enum(raw) = &ty.kind
                && !raw.is_of_integers()
            {
                let mut texts: Vec<String> =
                    raw.values.iter().map(|it| it.wire.value.clone()).collect();
                texts.sort();
                enums.entry(texts).or_insert_with(|| ty.name.value.clone());
            }
        }
        Self {
            operations: operations.collect(),
            types: spec.types.iter().map(|it| it.name.value.clone()).collect(),
            enums,
            choices,
        }
    }

    /// The operation that the spec has of a page: one with its method and path, or with its name.
    pub(super) fn operation(&self, page: &Read<'_>, part: &Part<'_>) -> Option<&str> {
        let endpoint = operation::endpoint(part);
        let same = |(_, it): &(&String, &Option<(String, String)>)| {
            let (Some((own, path)), Some((method, told))) = (it, endpoint) else {
                return false;
            };
            method.is_none_or(|it| it.eq_ignore_ascii_case(own)) && plain(path) == plain(told)
        };
        if let Some((name, _)) = self.operations.iter().find(same) {
            return Some(name);
        }
        // What is named after its path is another operation when the path is another one.
        let is_named = !part.name.is_empty() || endpoint.is_none();
        let name = operation::name(page, part, &mut BTreeSet::new());
        let found = self.operations.get_key_value(&name).filter(|_| is_named);
        found.map(|it| it.0.as_str())
    }
}

/// A path without the names of its members.
fn plain(path: &str) -> String {
    let segments = path.split('/');
    let plain = segments.map(|it| places::marked(it).map_or(it, |_| "{}"));
    plain.collect::<Vec<_>>().join("/")
}

/// A type in the words that pages have for it.
fn words(ty: &RawType) -> Option<Words> {
    Some(match &ty.kind {
        RawTypeKind::Name(name) if name.value == "decimal" => Words::One("number".to_owned()),
        RawTypeKind::Name(name) => Words::One(name.value.clone()),
        RawTypeKind::List(of) => Words::List(Box::new(words(of)?)),
        RawTypeKind::Any(cases) => Words::Any(cases.iter().map(words).collect::<Option<_>>()?),
        RawTypeKind::Map(..)
        | RawTypeKind::Union(..)
        | RawTypeKind::Tagged(..)
        | RawTypeKind::Sealed(_)
        | RawTypeKind::Unreadable => return None,
    })
}
