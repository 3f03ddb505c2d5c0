//! Named types: objects, enums and unions.

use serde::Serialize;

use super::{Condition, Evidence, Field, OperationId, Overrides, RuleMeta, TypeId};

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
    pub rules: Vec<FieldRule>,
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
}

/// A rule between members of one object.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FieldRule {
    /// Wire name of the member that is blamed.
    pub at: String,
    /// Id, code, severity, evidence, English.
    pub meta: RuleMeta,
    /// Result code the server answers with.
    pub server_code: Option<String>,
    /// What must hold.
    pub kind: FieldRuleKind,
}

/// What a rule demands. Groups hold wire names.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(clippy::large_enum_variant)] // a handful per API, and read far more often than moved
pub enum FieldRuleKind {
    /// When the first holds (or always), the second must.
    Expect {
        /// Guard.
        when: Option<Condition>,
        /// Demand; it does not apply while a member it compares is absent.
        expect: Condition,
    },
    /// At least one is given.
    AtLeastOne(Vec<String>),
    /// Exactly one is given.
    ExactlyOne(Vec<String>),
    /// At most one is given.
    AtMostOne(Vec<String>),
    /// All or none are given.
    AllOrNone(Vec<String>),
}

/// An enum of texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Enum {
    /// Documented texts, in order.
    pub values: Vec<EnumValue>,
    /// Requests may hold other texts.
    pub open: bool,
    /// For a status machine: what may follow each value, as indexes, in the order of `values`.
    pub moves: Option<Vec<Vec<usize>>>,
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
