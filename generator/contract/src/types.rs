//! Named types: objects, enums and unions.

use serde::Serialize;

use super::{Evidence, Field, OperationId, Overrides, Rule, TypeId};

/// A named type. One that both directions reach appears twice, once per module.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Type {
    /// Its id.
    pub id: TypeId,
    /// Name: the one in the spec, or one made of the operation or field that it belongs to. Unique
    /// among the types of its module.
    pub name: String,
    /// In which direction it travels.
    pub module: Module,
    /// What it is for, in Markdown; may be empty.
    pub doc: String,
    /// Where it was read.
    pub evidence: Evidence,
    /// Its content.
    pub kind: TypeKind,
}

impl Type {
    /// The object, if it is one.
    pub fn object(&self) -> Option<&Object> {
        match &self.kind {
            TypeKind::Object(object) => Some(object),
            TypeKind::Enum(_) | TypeKind::Union(_) => None,
        }
    }

    /// The enum, if it is one.
    pub fn enum_(&self) -> Option<&Enum> {
        match &self.kind {
            TypeKind::Enum(it) => Some(it),
            TypeKind::Object(_) | TypeKind::Union(_) => None,
        }
    }
}

/// In which direction a type travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Module {
    /// `request`: judged before sending.
    Request,
    /// `response`: read with tolerance, never judged.
    Response,
    /// `enums`: the same in both directions.
    Enums,
}

/// Content of a type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum TypeKind {
    /// Members with names.
    Object(Object),
    /// Texts with meanings.
    Enum(Enum),
    /// An object whose type a sibling enum chooses.
    Union(Union),
}

/// An object.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Object {
    /// Members, in documentation order.
    pub fields: Vec<Field>,
    /// Rules between members.
    pub rules: Vec<Rule>,
    /// Request bodies whose members the rules here or below read as `root`; empty when none is.
    pub roots: Vec<TypeId>,
    /// Enclosing objects whose members the rules here read as `parent`; empty when none is.
    pub parents: Vec<TypeId>,
    /// The operation whose context the rules here or below read.
    pub context: Option<OperationId>,
}

impl Object {
    /// The member with this wire name.
    pub fn field(&self, wire: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.wire == wire)
    }

    /// Every rule that conditions decide: whether fields are given, then those between fields.
    pub fn decided(&self) -> impl Iterator<Item = &Rule> {
        let presence = self.fields.iter().flat_map(|field| &field.presence);
        presence.chain(&self.rules)
    }
}

/// An enum of texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Enum {
    /// Documented texts, in order.
    pub values: Vec<EnumValue>,
    /// Requests may hold other texts.
    pub open: bool,
    /// For a status machine: what may follow each value, as indexes, in the order of `values`.
    pub transitions: Option<Vec<Vec<usize>>>,
}

/// One documented text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EnumValue {
    /// Text on the wire.
    pub wire: String,
    /// Names in single languages.
    pub names: Overrides,
    /// What it means; may be empty.
    pub doc: String,
    /// Where it was read.
    pub evidence: Evidence,
}

/// An object whose type a sibling chooses.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Union {
    /// Wire name of the sibling.
    pub by: String,
    /// The sibling's enum.
    pub by_type: TypeId,
    /// Cases, in order. Any other value of the sibling takes any object.
    pub cases: Vec<Case>,
}

/// One case of a union.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Case {
    /// Wire text of the sibling.
    pub wire: String,
    /// Object of this case.
    pub of: TypeId,
}
