//! What the code of a client asks of its crate.

use stipula_contract::{Api, Demand, Item, Module, Scalar, Type, TypeKind, TypeRef};

/// Features of the runtime beside those that a user chooses, and crates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
pub(super) struct Needs {
    /// `serde_json` is named.
    pub(super) json: bool,
    /// Bodies may be encrypted.
    pub(super) encryption: bool,
    pub(super) bytes: bool,
    pub(super) pattern: bool,
    pub(super) time: bool,
}

impl Needs {
    pub(super) fn of(api: &Api) -> Self {
        let mut needs = Self {
            encryption: api.encryption.is_some(),
            ..Self::default()
        };
        api.types.iter().for_each(|it| needs.type_(it));
        // What is of no documented kind is kept as it came.
        needs.json |= !api.notifications.is_empty();
        let held = api.notifications.iter().flat_map(|it| it.body.items());
        held.for_each(|it| needs.item(&it));
        let answers = api.operations.iter().flat_map(|it| it.answer.items());
        answers.for_each(|it| needs.item(&it));
        needs
    }

    /// What either needs.
    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            json: self.json || other.json,
            encryption: self.encryption || other.encryption,
            bytes: self.bytes || other.bytes,
            pattern: self.pattern || other.pattern,
            time: self.time || other.time,
        }
    }

    /// Features of the runtime.
    pub(super) fn features(self) -> Vec<&'static str> {
        let all = [
            ("bytes", self.bytes),
            ("pattern", self.pattern),
            ("time", self.time),
        ];
        let needed = all.into_iter().filter(|it| it.1);
        needed.map(|it| it.0).collect()
    }

    fn type_(&mut self, type_: &Type) {
        match &type_.kind {
            TypeKind::Object(object) => {
                // An answer keeps what nobody documented.
                self.json |= type_.module == Module::Response;
                object.fields.iter().for_each(|it| self.item(&it.item));
                if type_.module == Module::Request {
                    let mut rules = object.all_rules(type_.id).into_iter();
                    self.pattern |= rules.any(|it| match &it.rule.demand {
                        Demand::Value(it) | Demand::Key(it) => it.is("pattern"),
                        _ => false,
                    });
                }
            }
            TypeKind::Any(any) => {
                self.json = true;
                any.shapes.iter().for_each(|it| self.item(&it.item));
            }
            TypeKind::Union(_) => self.json = true,
            TypeKind::Enum(_) => {}
        }
    }

    fn item(&mut self, item: &Item) {
        for it in item.levels() {
            let (TypeRef::Scalar(scalar) | TypeRef::AsText(scalar)) = it.ty else {
                continue;
            };
            match scalar {
                Scalar::Bytes => self.bytes = true,
                Scalar::DateTime | Scalar::Date => self.time = true,
                Scalar::Json => self.json = true,
                Scalar::String
                | Scalar::Url
                | Scalar::Integer
                | Scalar::Unsigned
                | Scalar::Decimal
                | Scalar::Boolean
                | Scalar::TimestampMillis
                | Scalar::TimestampSeconds
                | Scalar::Duration
                | Scalar::File => {}
            }
        }
    }
}
