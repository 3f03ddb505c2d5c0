//! Named types: objects, enums and unions.

use serde::Serialize;

use super::{Evidence, Field, Item, OperationId, Overrides, Rule, TypeId, TypeRef, Wire};

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
            TypeKind::Enum(_) | TypeKind::Union(_) | TypeKind::Any(_) => None,
        }
    }

    /// Whether it is a union whose case a member beside it chooses.
    pub fn is_by_sibling(&self) -> bool {
        matches!(&self.kind, TypeKind::Union(it) if it.sibling().is_some())
    }

    /// The enum, if it is one.
    pub fn enum_(&self) -> Option<&Enum> {
        match &self.kind {
            TypeKind::Enum(it) => Some(it),
            TypeKind::Object(_) | TypeKind::Union(_) | TypeKind::Any(_) => None,
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
    /// Texts or whole numbers with meanings.
    Enum(Enum),
    /// An object whose type a sibling enum chooses.
    Union(Union),
    /// A value of one of several shapes.
    Any(AnyOf),
}

/// An object.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Object {
    /// Members, in documentation order.
    pub fields: Vec<Field>,
    /// Rules between members.
    pub rules: Vec<Rule>,
    /// In a request, members of other names are an error. An answer keeps them all the same.
    pub closed: bool,
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

/// An enum of texts, or of whole numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Enum {
    /// What its values are.
    pub of: EnumOf,
    /// Documented values, in order.
    pub values: Vec<EnumValue>,
    /// Requests may hold other values.
    pub open: bool,
    /// For a status machine: what may follow each value, as indexes, in the order of `values`.
    pub transitions: Option<Vec<Vec<usize>>>,
}

/// What the values of an enum are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EnumOf {
    /// Texts.
    Text,
    /// Whole numbers of 64 bits.
    Integer,
}

impl Enum {
    /// A value of it as JSON, from how it is written; none when it is no whole number of 64 bits in
    /// an enum of those.
    pub fn json(&self, wire: &str) -> Option<serde_json::Value> {
        match self.of {
            EnumOf::Text => Some(wire.into()),
            EnumOf::Integer => wire.parse::<i64>().ok().map(Into::into),
        }
    }
}

/// One documented value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EnumValue {
    /// As it is on the wire: a text, or the digits of a number.
    pub wire: String,
    /// Names in single languages.
    pub names: Overrides,
    /// What it means; may be empty.
    pub doc: String,
    /// Where it was read.
    pub evidence: Evidence,
}

/// An object whose type a member chooses.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Union {
    /// The member.
    pub choice: Choice,
    /// Cases, in order. Any other value of a sibling takes any object, and so does any other tag in
    /// an answer; in a request it is an error.
    pub cases: Vec<Case>,
}

/// The member that chooses the case of a union.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// A member beside the union.
    Sibling {
        /// Its wire name.
        by: String,
        /// Its enum.
        by_type: TypeId,
    },
    /// A member inside the union, which every case has as a constant.
    Tag {
        /// Its wire name.
        member: String,
    },
}

impl Union {
    /// Wire name of the member that chooses.
    pub fn by(&self) -> &str {
        match &self.choice {
            Choice::Sibling { by, .. } => by,
            Choice::Tag { member } => member,
        }
    }

    /// The sibling that chooses, and its enum.
    pub fn sibling(&self) -> Option<(&str, TypeId)> {
        match &self.choice {
            Choice::Sibling { by, by_type } => Some((by, *by_type)),
            Choice::Tag { .. } => None,
        }
    }

    /// The member inside it that chooses.
    pub fn tag(&self) -> Option<&str> {
        match &self.choice {
            Choice::Tag { member } => Some(member),
            Choice::Sibling { .. } => None,
        }
    }
}

/// A value of one of several shapes, which JSON tells apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnyOf {
    /// Its shapes, in order: a reader takes the first that fits.
    pub shapes: Vec<Shape>,
}

/// One shape of a value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shape {
    /// What it is called: that of its type, such as `Message`, `Text` or `MessageList`.
    pub name: String,
    /// Its type.
    pub item: Item,
    /// What it is in JSON.
    pub kind: JsonKind,
    /// What an object has to have so that it is of this shape, and no other: all of one list. Empty
    /// where its kind says it.
    pub needs: Vec<Vec<Needed>>,
}

/// What a value is in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum JsonKind {
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

/// A member by which an object is told from others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Needed {
    /// Its wire name.
    pub member: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// What it has to hold; anything without it.
    pub constant: Option<Constant>,
}

/// The one value that a member holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Constant {
    /// A text.
    Text(String),
    /// A whole number, as it is written.
    Number(String),
}

impl Constant {
    /// As JSON.
    pub fn json(&self) -> serde_json::Value {
        match self {
            Self::Text(text) => serde_json::Value::from(text.as_str()),
            Self::Number(digits) => {
                serde_json::from_str(digits).unwrap_or_else(|_| digits.as_str().into())
            }
        }
    }
}

impl JsonKind {
    /// With its article: "a text".
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }

    /// That of the values of a type.
    pub const fn of_type(ty: &TypeRef) -> Self {
        match ty {
            TypeRef::Scalar(it) => match it.wire() {
                Wire::Text => Self::Text,
                Wire::Integer | Wire::Unsigned | Wire::Number => Self::Number,
                Wire::Boolean => Self::Boolean,
                Wire::File | Wire::Any => Self::Object,
            },
            TypeRef::Enum(_) | TypeRef::AsText(_) => Self::Text,
            TypeRef::IntegerEnum(_) => Self::Number,
            TypeRef::List(_) => Self::List,
            TypeRef::Object(_) | TypeRef::Union(_) | TypeRef::Any(_) | TypeRef::Map { .. } => {
                Self::Object
            }
        }
    }

    /// That of a value; none of `null`.
    pub const fn of(value: &serde_json::Value) -> Option<Self> {
        Some(match value {
            serde_json::Value::Null => return None,
            serde_json::Value::Bool(_) => Self::Boolean,
            serde_json::Value::Number(_) => Self::Number,
            serde_json::Value::String(_) => Self::Text,
            serde_json::Value::Array(_) => Self::List,
            serde_json::Value::Object(_) => Self::Object,
        })
    }
}

impl AnyOf {
    /// "`a`, `b` or `c`", the shapes by their names.
    pub fn wanted(&self) -> String {
        let names: Vec<String> = self
            .shapes
            .iter()
            .map(|it| match it.item.ty {
                TypeRef::Scalar(_) => it.kind.noun().to_owned(),
                _ => format!("`{}`", it.name),
            })
            .collect();
        or(&names)
    }
}

impl Union {
    /// "an object whose `kind` is `a` or `b`", of a union with a tag.
    pub fn wanted(&self) -> String {
        let Some(tag) = self.tag() else {
            return "an object".to_owned();
        };
        let cases: Vec<String> = self
            .cases
            .iter()
            .map(|it| format!("`{}`", it.wire))
            .collect();
        format!("an object whose `{tag}` is {}", or(&cases))
    }
}

fn or(words: &[String]) -> String {
    match words {
        [] => "nothing".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// One case of a union.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Case {
    /// Wire text of the member that chooses.
    pub wire: String,
    /// Object of this case.
    pub of: TypeId,
}
