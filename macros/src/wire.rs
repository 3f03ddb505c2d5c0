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
        .unwrap_or_else(|| match of_struct.renaming("rename_all") {
            Some(style) => restyle(&plain, &style),
            None => plain,
        })
}

/// As `rename_all` does for fields, which are in `snake_case`.
fn restyle(name: &str, style: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    let pascal = || name.split('_').map(capital).collect::<String>();
    match style {
        "UPPERCASE" | "SCREAMING_SNAKE_CASE" => name.to_ascii_uppercase(),
        "PascalCase" => pascal(),
        "camelCase" => {
            let pascal = pascal();
            let mut letters = pascal.chars();
            let first = letters.next().map(|c| c.to_ascii_lowercase());
            first.into_iter().chain(letters).collect()
        }
        "kebab-case" => name.replace('_', "-"),
        "SCREAMING-KEBAB-CASE" => name.to_ascii_uppercase().replace('_', "-"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::restyle;

    #[test]
    fn restyles_as_serde_does() {
        for (style, expected) in [
            ("camelCase", "salesPageLink"),
            ("PascalCase", "SalesPageLink"),
            ("lowercase", "sales_page_link"),
            ("SCREAMING_SNAKE_CASE", "SALES_PAGE_LINK"),
            ("kebab-case", "sales-page-link"),
        ] {
            assert_eq!(restyle("sales_page_link", style), expected);
        }
    }
}
