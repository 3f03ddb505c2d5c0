//! Names on the wire, as serde will write them.

mod style;

use syn::{Attribute, Ident, ext::IdentExt};

use self::style::Style;
use crate::attr::{self, Form, Item};
use crate::errors::Errors;

/// What serde's attributes say about a type, a variant or a field.
pub(crate) struct Serde(Vec<Item>);

/// How an enum tells its variants apart.
pub(crate) enum Tagging {
    /// `{"variant": content}`
    External,
    /// The tag stands beside the members of the content.
    Internal,
    /// `{"tag": "variant", "content": content}`
    Adjacent(String),
    /// The content alone.
    Untagged,
}

impl Serde {
    pub(crate) fn read(attrs: &[Attribute]) -> Self {
        // Mistakes in these attributes are serde's to report.
        Self(attr::items(attrs, "serde", &mut Errors::default()))
    }

    /// `flatten`: the fields of the value stand in its place.
    pub(crate) fn is_flat(&self) -> bool {
        self.has("flatten")
    }

    /// `transparent`: the only field is written in the place of the struct.
    pub(crate) fn is_transparent(&self) -> bool {
        self.has("transparent")
    }

    /// `skip`: it is not written.
    pub(crate) fn is_unwritten(&self) -> bool {
        self.has("skip") || self.has("skip_serializing")
    }

    /// How the variants of this enum are told apart.
    pub(crate) fn tagging(&self) -> Tagging {
        match (self.text("tag"), self.text("content")) {
            _ if self.is_untagged() => Tagging::Untagged,
            (Some(_), Some(content)) => Tagging::Adjacent(content),
            (Some(_), None) => Tagging::Internal,
            (None, _) => Tagging::External,
        }
    }

    /// `untagged`, of an enum or of one variant.
    pub(crate) fn is_untagged(&self) -> bool {
        self.has("untagged")
    }

    fn has(&self, word: &str) -> bool {
        self.0.iter().any(|item| item.name == word)
    }

    fn text(&self, word: &str) -> Option<String> {
        let item = self.0.iter().find(|item| item.name == word)?;
        match &item.form {
            Form::Value(value) => attr::text(value, &mut Errors::default()),
            Form::Args(_) | Form::Bare => None,
        }
    }

    /// The style of `rename_all`; an unknown one is serde's to report.
    fn style(&self, word: &str) -> Option<Style> {
        Style::named(&self.renaming(word)?)
    }

    fn renaming(&self, word: &str) -> Option<String> {
        let ignored = &mut Errors::default();
        let item = self.0.iter().find(|item| item.name == word)?;
        match &item.form {
            Form::Value(value) => attr::text(value, ignored),
            Form::Args(args) => args.iter().find_map(|arg| {
                let item = attr::item(arg.clone(), ignored)?;
                match item.form {
                    Form::Value(value) if item.name == "serialize" => attr::text(&value, ignored),
                    _ => None,
                }
            }),
            Form::Bare => None,
        }
    }
}

/// What names the fields of a struct or of a variant.
pub(crate) struct Naming(Option<Style>);

impl Naming {
    /// Of the fields of a struct.
    pub(crate) fn of_struct(serde: &Serde) -> Self {
        Self(serde.style("rename_all"))
    }

    /// Of the fields of a variant: its own style goes before the one of the enum.
    pub(crate) fn of_variant(of_enum: &Serde, own: &Serde) -> Self {
        let own = own.style("rename_all");
        Self(own.or_else(|| of_enum.style("rename_all_fields")))
    }

    /// The name of a field on the wire.
    pub(crate) fn name(&self, of_field: &Serde, field: &Ident) -> String {
        let plain = field.unraw().to_string();
        let styled = || self.0.map(|style| style.field(&plain));
        let name = of_field.renaming("rename").or_else(styled);
        name.unwrap_or(plain)
    }
}

/// The name of a variant on the wire.
pub(crate) fn variant(of_enum: &Serde, own: &Serde, variant: &Ident) -> String {
    let plain = variant.unraw().to_string();
    let styled = || Some(of_enum.style("rename_all")?.variant(&plain));
    let name = own.renaming("rename").or_else(styled);
    name.unwrap_or(plain)
}
