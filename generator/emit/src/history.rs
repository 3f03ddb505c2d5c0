//! What releases changed, laid to the fields, values and codes that it is about.

use std::collections::BTreeMap;

use stipula_contract::{Api, CodeId, FieldId, TypeId, TypeKind};
use stipula_facts::{Part, Release};

use crate::provenance::bodies;

/// Releases, and in which of them things changed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// As they are kept: the oldest first.
    pub releases: Vec<Release>,
    fields: BTreeMap<FieldId, usize>,
    values: BTreeMap<(TypeId, usize), usize>,
    codes: BTreeMap<CodeId, usize>,
}

impl History {
    /// Lays each change to what it is about; the last release that changed it stands there.
    pub fn new(api: &Api, releases: Vec<Release>) -> Self {
        let mut history = Self::default();
        let mut last: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, release) in releases.iter().enumerate() {
            let told = release
                .changes
                .iter()
                .filter(|it| it.part != Part::Documentation);
            last.extend(told.map(|it| (it.at.as_str(), at)));
        }
        let bodies = bodies(api);
        for ty in &api.types {
            let own = vec![ty.name.clone()];
            let owners = bodies.get(&ty.id).unwrap_or(&own);
            let of = |name: &str| {
                let mut all = owners.iter();
                all.find_map(|owner| last.get(format!("{owner}.{name}").as_str()).copied())
            };
            match &ty.kind {
                TypeKind::Object(it) => {
                    let found = it
                        .fields
                        .iter()
                        .filter_map(|it| Some((it.id, of(&it.wire)?)));
                    history.fields.extend(found);
                }
                TypeKind::Enum(it) => {
                    let all = it.values.iter().enumerate();
                    let found = all.filter_map(|(at, it)| Some(((ty.id, at), of(&it.wire)?)));
                    history.values.extend(found);
                }
                TypeKind::Union(_) | TypeKind::Any(_) => {}
            }
        }
        let own = api
            .operations
            .iter()
            .map(|it| (format!("{}.", it.name), &it.errors));
        for (owner, codes) in own.chain([(String::new(), &api.errors)]) {
            let found = codes.iter().filter_map(|it| {
                let at = last.get(format!("{owner}errors.{}", it.code).as_str())?;
                Some((it.id, *at))
            });
            history.codes.extend(found);
        }
        history.releases = releases;
        history
    }

    fn version(&self, at: Option<&usize>) -> Option<&str> {
        Some(&self.releases.get(*at?)?.version)
    }

    /// The last release that changed a field.
    pub fn field(&self, id: FieldId) -> Option<&str> {
        self.version(self.fields.get(&id))
    }

    /// The last release that changed a value of an enum, by its index.
    pub fn value(&self, id: TypeId, at: usize) -> Option<&str> {
        self.version(self.values.get(&(id, at)))
    }

    /// The last release that changed a result code.
    pub fn code(&self, id: CodeId) -> Option<&str> {
        self.version(self.codes.get(&id))
    }
}
