//! Names on the wire, as serde will write them.

use syn::{Attribute, Ident, ext::IdentExt};

use crate::attr::{self, Form, Item};
use crate::errors::Errors;

/// What serde's attributes say about a struct or a field.
pub(crate) struct Serde(Vec<Item>);

impl Serde {
    pub(crate) fn read(attrs: &[Attribute]) -> Self {
        // Mistakes in these attributes are serde's to report.
        Self(attr::items(attrs, "serde", &mut Errors::default()))
    }

    /// `flatten`: the fields of the value stand in its place.
    pub(crate) fn is_flat(&self) -> bool {
        self.0.iter().any(|item| item.name == "flatten")
    }

    /// The style of `rename_all`; an unknown one is serde's to report.
    fn style(&self) -> Option<Style> {
        Style::named(&self.renaming("rename_all")?)
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

/// The name of a field on the wire.
pub(crate) fn name(of_struct: &Serde, of_field: &Serde, field: &Ident) -> String {
    let plain = field.unraw().to_string();
    of_field
        .renaming("rename")
        .unwrap_or_else(|| match of_struct.style() {
            Some(style) => style.apply(&plain),
            None => plain,
        })
}

/// The styles of `rename_all`.
#[derive(Clone, Copy)]
enum Style {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

impl Style {
    fn named(text: &str) -> Option<Self> {
        Some(match text {
            "lowercase" => Self::Lower,
            "UPPERCASE" => Self::Upper,
            "PascalCase" => Self::Pascal,
            "camelCase" => Self::Camel,
            "snake_case" => Self::Snake,
            "SCREAMING_SNAKE_CASE" => Self::ScreamingSnake,
            "kebab-case" => Self::Kebab,
            "SCREAMING-KEBAB-CASE" => Self::ScreamingKebab,
            _ => return None,
        })
    }

    /// As `rename_all` does for fields, which are in `snake_case`.
    fn apply(self, name: &str) -> String {
        match self {
            Self::Lower | Self::Snake => name.to_owned(),
            Self::Upper | Self::ScreamingSnake => name.to_ascii_uppercase(),
            Self::Pascal => pascal(name),
            Self::Camel => {
                let pascal = pascal(name);
                let mut letters = pascal.chars();
                let first = letters.next().map(|c| c.to_ascii_lowercase());
                first.into_iter().chain(letters).collect()
            }
            Self::Kebab => name.replace('_', "-"),
            Self::ScreamingKebab => name.to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn pascal(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    name.split('_').map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::Style;

    #[test]
    fn restyles_as_serde_does() {
        for (style, expected) in [
            ("camelCase", "salesPageLink"),
            ("PascalCase", "SalesPageLink"),
            ("lowercase", "sales_page_link"),
            ("SCREAMING_SNAKE_CASE", "SALES_PAGE_LINK"),
            ("kebab-case", "sales-page-link"),
        ] {
            let style = Style::named(style);
            let name = style.map(|it| it.apply("sales_page_link"));
            assert_eq!(name.as_deref(), Some(expected));
        }
    }
}
