//! Verdicts of `docs-check` laid to what they are about, so that every output can tell them.

use std::collections::{BTreeMap, BTreeSet};

use stipula_contract::{Api, CodeId, FieldId, Type, TypeId, TypeKind};
use stipula_facts::{Record, Verdict};

mod standing;

#[cfg(any(feature = "markdown", feature = "site"))]
pub(crate) use standing::{Apart, confirmed};
pub use standing::{Exception, Standing};

type ByPlace<'a> = BTreeMap<&'a str, Vec<&'a Record>>;

/// What pages make of everything that has claims.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Provenance {
    fields: BTreeMap<FieldId, Standing>,
    values: BTreeMap<(TypeId, usize), Standing>,
    codes: BTreeMap<CodeId, Standing>,
}

/// What pages make of a thing that nobody has checked.
static UNCHECKED: Standing = Standing {
    pages: Vec::new(),
    exceptions: Vec::new(),
};

impl Provenance {
    /// Lays each verdict to the field, value or code it is about.
    pub fn new(api: &Api, records: &[Record]) -> Self {
        let mut by_place = ByPlace::new();
        for record in records {
            by_place.entry(&record.at).or_default().push(record);
        }
        let mut found = Self::default();
        let bodies = bodies(api);
        for ty in &api.types {
            let own = vec![ty.name.clone()];
            let owners = bodies.get(&ty.id).unwrap_or(&own);
            found.type_(ty, owners, &by_place);
        }
        for operation in &api.operations {
            for code in &operation.errors {
                let at = format!("{}.errors.{}", operation.name, code.code);
                if let Some(records) = by_place.get(at.as_str()) {
                    found.codes.insert(code.id, of(records));
                }
            }
        }
        found
    }

    fn type_(&mut self, ty: &Type, owners: &[String], by_place: &ByPlace<'_>) {
        match &ty.kind {
            TypeKind::Object(object) => {
                for field in &object.fields {
                    let mut known = owners.iter().filter_map(|owner| {
                        by_place.get(format!("{owner}.{}", field.wire).as_str())
                    });
                    if let Some(records) = known.next() {
                        self.fields.insert(field.id, of(records));
                    }
                }
            }
            TypeKind::Enum(it) => {
                let all = by_place.get(ty.name.as_str()).map_or(&[][..], |it| it);
                for (at, value) in it.values.iter().enumerate() {
                    let own = all.iter().filter(|record| record.value == *value.wire);
                    let own: Vec<&Record> = own.copied().collect();
                    self.values.insert((ty.id, at), of(&own));
                }
            }
            TypeKind::Union(_) | TypeKind::Any(_) => {}
        }
    }

    /// Of a field.
    pub fn field(&self, id: FieldId) -> &Standing {
        self.fields.get(&id).unwrap_or(&UNCHECKED)
    }

    /// Of a value of an enum, by its index.
    pub fn value(&self, id: TypeId, at: usize) -> &Standing {
        self.values.get(&(id, at)).unwrap_or(&UNCHECKED)
    }

    /// Of a result code.
    pub fn code(&self, id: CodeId) -> &Standing {
        self.codes.get(&id).unwrap_or(&UNCHECKED)
    }
}

/// Names of bodies, as places begin with them. An overlay has members of its base as well, and a request
/// those of the object that it names.
pub(crate) fn bodies(api: &Api) -> BTreeMap<TypeId, Vec<String>> {
    let mut bodies: BTreeMap<TypeId, Vec<String>> = BTreeMap::new();
    for operation in &api.operations {
        let base = operation.overlay_of.map(|it| api.operation(it));
        for it in [Some(operation), base].into_iter().flatten() {
            let named = it.request_of.iter().cloned();
            bodies.entry(operation.request).or_default().extend(named);
            let answer = operation.answer.own().map(|id| (id, "response"));
            let own = [(operation.request, "request")].into_iter().chain(answer);
            for (id, part) in own {
                bodies
                    .entry(id)
                    .or_default()
                    .push(format!("{}.{part}", it.name));
            }
        }
    }
    bodies
}

/// What pages make of the claims about one thing.
fn of(records: &[&Record]) -> Standing {
    let mut pages = BTreeSet::new();
    let mut exceptions = Vec::new();
    for record in records {
        pages.extend(record.pages.iter().cloned());
        if record.verdict != Verdict::Confirmed || !record.quirks.is_empty() {
            exceptions.push(Exception {
                kind: record.kind,
                verdict: record.verdict,
                quirks: record.quirks.clone(),
            });
        }
    }
    Standing {
        pages: pages.into_iter().collect(),
        exceptions,
    }
}
