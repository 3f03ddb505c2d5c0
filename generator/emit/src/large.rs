//! Which types of answers take much room: a member that may be absent holds those in a box.
//!
//! Without it an absent member takes as much room as a present one, and types inside one another multiply:
//! whoever moves such a value about needs a stack of megabytes.

use std::collections::{BTreeMap, BTreeSet};

use stipula_contract::{Api, Field, Module, Scalar, TypeId, TypeKind, TypeRef};

/// More bytes than this are large: some twenty texts.
const LIMIT: usize = 512;
/// A pointer, a tag, a truth value with its padding.
const WORD: usize = 8;
/// A number that may be absent.
const NUMBER: usize = 2 * WORD;
/// A text, a list, a map.
const TEXT: usize = 3 * WORD;

/// The large types.
pub(crate) fn all(api: &Api) -> BTreeSet<TypeId> {
    let mut sizes = Sizes {
        api,
        known: BTreeMap::new(),
    };
    let answers = api.types.iter().filter(|it| it.module == Module::Response);
    let large = answers.filter(|it| sizes.of_type(it.id) > LIMIT);
    large.map(|it| it.id).collect()
}

/// Whether a member of an answer stands in a box for its size.
pub(crate) fn is_boxed(large: &BTreeSet<TypeId>, field: &Field) -> bool {
    boxable(field).is_some_and(|it| large.contains(&it))
}

/// The type of a member that stands in a box when it is large.
fn boxable(field: &Field) -> Option<TypeId> {
    held(&field.item.ty).filter(|_| !field.guaranteed)
}

/// What a value holds with no list or map in between.
fn held(ty: &TypeRef) -> Option<TypeId> {
    match ty {
        TypeRef::Object(id) | TypeRef::Union(id) | TypeRef::Any(id) => Some(*id),
        _ => None,
    }
}

/// About how many bytes types take.
struct Sizes<'a> {
    api: &'a Api,
    known: BTreeMap<TypeId, usize>,
}

impl Sizes<'_> {
    fn of_type(&mut self, id: TypeId) -> usize {
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        // What leads back to itself is in a box.
        self.known.insert(id, WORD);
        let ty = self.api.type_(id);
        let size = match &ty.kind {
            TypeKind::Enum(_) => TEXT,
            TypeKind::Object(it) => {
                let fields = it.fields.iter().map(|it| self.of_field(it));
                TEXT + fields.sum::<usize>()
            }
            TypeKind::Union(it) => {
                let cases = it.cases.iter().map(|it| self.of_type(it.of));
                WORD + cases.max().unwrap_or(TEXT)
            }
            TypeKind::Any(it) => {
                let shapes = it.shapes.iter().map(|it| self.of(&it.item.ty));
                WORD + shapes.max().unwrap_or(TEXT)
            }
        };
        self.known.insert(id, size);
        size
    }

    fn of_field(&mut self, field: &Field) -> usize {
        if field.recursive {
            return WORD;
        }
        let size = self.of(&field.item.ty);
        if size > LIMIT && boxable(field).is_some() {
            WORD
        } else {
            size
        }
    }

    fn of(&mut self, ty: &TypeRef) -> usize {
        if let Some(id) = held(ty) {
            return self.of_type(id);
        }
        match ty {
            TypeRef::Scalar(Scalar::Boolean) => WORD,
            TypeRef::Scalar(Scalar::Integer | Scalar::Unsigned) => NUMBER,
            _ => TEXT,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Model, Target, emit};

    fn root(members_of_big: usize) -> String {
        let members: Vec<_> = (0..members_of_big)
            .map(|it| format!("      m{it}: {{ type: string }}\n"))
            .collect();
        let members = members.concat();
        let spec = format!(
            "api: demo\n\
             types:\n  \
               Big:\n    fields:\n{members}  \
               Holder:\n    fields:\n      may_be: {{ type: Big }}\n      \
                 is: {{ type: Big, presence: guaranteed }}\n      \
                 many: {{ type: {{ list: Big }} }}\n\
             operations:\n  \
               ask: {{ post: /ask, request: {{ may_be: {{ type: Big }} }}, response: Holder }}\n"
        );
        let files = emit(&Model::of_texts(&[("api.yaml", &spec)]), Target::RustRoot);
        files.get("root.rs").unwrap_or_default().to_owned()
    }

    #[test]
    fn a_large_member_of_an_answer_that_may_be_absent_is_in_a_box() {
        let root = root(40);
        assert!(root.contains("pub may_be: Option<Box<Big>>,"), "{root}");
        assert!(root.contains("pub may_be: Option<Big>,"), "of the request");
        assert!(root.contains("pub is: Big,"));
        assert!(root.contains("pub many: Option<Vec<Big>>,"));
    }

    #[test]
    fn a_small_one_is_not() {
        assert!(!root(10).contains("Box<"));
    }
}
