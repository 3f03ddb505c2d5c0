//! Members of objects and the rules that concern one member.

use serde::Serialize;

use super::{
    Argument, Bounds, Demand, Evidence, FieldId, Kind, Location, Overrides, Rule, Scalar, Style,
    TypeId,
};

/// A member of an object.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each says one thing of its own"
)]
pub struct Field {
    /// Its id.
    pub id: FieldId,
    /// Name on the wire.
    pub wire: String,
    /// Names in single languages.
    pub names: Overrides,
    /// Where it travels; of a field of an answer, or of an object inside another one: in the body.
    pub location: Location,
    /// Its name there, where that is not `wire`.
    pub sent_as: Option<String>,
    /// How lists and objects are written there, unless it is JSON.
    pub style: Style,
    /// Type with the value rules of the member itself.
    pub item: Item,
    /// When it must, may or should be given, in order.
    pub presence: Vec<Rule>,
    /// Names that are read and never written.
    pub aliases: Vec<String>,
    /// What it holds, in Markdown; may be empty.
    pub doc: String,
    /// Why it should no longer be used.
    pub deprecated: Option<String>,
    /// What the server assumes.
    pub default: Option<String>,
    /// A value from the page.
    pub sample: Option<String>,
    /// Its value may hold another object of the one that the field belongs to, with no list or map
    /// in between.
    pub recursive: bool,
    /// `null` clears it; elsewhere `null` counts as absent.
    pub clears: bool,
    /// Number and text are read as each other.
    pub lenient: bool,
    /// Never shown.
    pub sensitive: bool,
    /// In a request, it is encrypted under the vendor's key.
    pub encrypted: bool,
    /// It travels sealed, and is opened before it is read.
    pub sealed: bool,
    /// Evidence says that answers always hold it.
    pub guaranteed: bool,
    /// Where it was read.
    pub evidence: Evidence,
}

impl Field {
    /// Its name where it travels.
    pub fn sent_name(&self) -> &str {
        self.sent_as.as_deref().unwrap_or(&self.wire)
    }

    /// Required by an error-severity rule that always holds.
    pub fn always_required(&self) -> bool {
        self.presence.iter().any(Rule::always_requires)
    }

    /// The one value that it always holds, as it is written.
    pub fn constant(&self) -> Option<&str> {
        let rule = self.item.rule("const").filter(|it| it.is_error())?;
        match &rule.value()?.argument {
            Argument::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The constant of a member that every object has, so that nobody has to give it.
    pub fn fixed(&self) -> Option<&str> {
        let is_free = self.presence.iter().all(Rule::always_requires);
        self.constant().filter(|_| is_free)
    }
}

/// A type with the value rules of what it holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    /// Its type.
    pub ty: TypeRef,
    /// Value rules, in order.
    pub rules: Vec<Rule>,
}

impl Item {
    /// What a list or map holds.
    pub fn inside(&self) -> Option<&Self> {
        match &self.ty {
            TypeRef::List(of) | TypeRef::Map { of, .. } => Some(of),
            _ => None,
        }
    }

    /// The keys of a map as an item of their own, with their rules.
    pub fn keys(&self) -> Option<Self> {
        let TypeRef::Map { key, .. } = &self.ty else {
            return None;
        };
        let of_key = |rule: &Rule| {
            let demand = Demand::Value(rule.key()?.clone());
            Some(Rule {
                demand,
                ..rule.clone()
            })
        };
        Some(Self {
            ty: key.map_or(TypeRef::Scalar(Scalar::String), TypeRef::Enum),
            rules: self.rules.iter().filter_map(of_key).collect(),
        })
    }

    /// The same, to be changed.
    pub fn inside_mut(&mut self) -> Option<&mut Self> {
        match &mut self.ty {
            TypeRef::List(of) | TypeRef::Map { of, .. } => Some(of),
            _ => None,
        }
    }

    /// The item, then what is inside the lists and maps.
    pub fn levels(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |it| it.inside())
    }

    /// What is inside all lists and maps.
    pub fn innermost(&self) -> &Self {
        self.inside().map_or(self, Self::innermost)
    }

    /// The object, union or value of several shapes in it, below however many lists and maps.
    pub fn object(&self) -> Option<TypeId> {
        match self.innermost().ty {
            TypeRef::Object(id) | TypeRef::Union(id) | TypeRef::Any(id) => Some(id),
            _ => None,
        }
    }

    /// A value rule by its code.
    pub fn rule(&self, code: &str) -> Option<&Rule> {
        self.rules.iter().find(|it| it.code == code)
    }

    /// What can stand in it, with the bounds that stop a request.
    pub fn kind(&self) -> Kind {
        let mut bounds = Bounds::default();
        let errors = self.rules.iter().filter(|it| it.is_error());
        for own in errors.filter_map(|it| Some(it.value()?.bounds())) {
            bounds.min = own.min.or(bounds.min);
            bounds.max = own.max.or(bounds.max);
        }
        match self.ty {
            TypeRef::Scalar(it) | TypeRef::AsText(it) => it.kind(bounds),
            TypeRef::Enum(id) => Kind::Enum(id),
            TypeRef::IntegerEnum(id) => Kind::IntegerEnum(id),
            TypeRef::List(_) | TypeRef::Map { .. } => Kind::Many(bounds),
            TypeRef::Object(_) | TypeRef::Union(_) | TypeRef::Any(_) => Kind::Object,
        }
    }
}

impl TypeRef {
    /// The number, where it travels as text.
    pub const fn as_text(&self) -> Option<Scalar> {
        match self {
            Self::AsText(it) => Some(*it),
            _ => None,
        }
    }

    /// The type without how a number travels.
    #[must_use]
    pub fn plain(&self) -> Self {
        self.as_text().map_or_else(|| self.clone(), Self::Scalar)
    }
}

/// A type as a member uses it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum TypeRef {
    /// A value with nothing inside.
    Scalar(Scalar),
    /// A number that travels as text.
    AsText(Scalar),
    /// A named enum of texts.
    Enum(TypeId),
    /// A named enum of whole numbers.
    IntegerEnum(TypeId),
    /// A named object.
    Object(TypeId),
    /// An object whose type a member chooses.
    Union(TypeId),
    /// A value of one of several shapes.
    Any(TypeId),
    /// A list.
    List(Box<Item>),
    /// A map; its keys are texts or the values of an enum.
    Map {
        /// Enum of the keys.
        key: Option<TypeId>,
        /// What it holds.
        of: Box<Item>,
    },
}
