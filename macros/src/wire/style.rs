//! The styles of `rename_all`.

/// The styles of `rename_all`.
#[derive(Clone, Copy)]
pub(super) enum Style {
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
    pub(super) fn named(text: &str) -> Option<Self> {
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
    pub(super) fn field(self, name: &str) -> String {
        match self {
            Self::Lower | Self::Snake => name.to_owned(),
            Self::Upper | Self::ScreamingSnake => name.to_ascii_uppercase(),
            Self::Pascal => pascal(name),
            Self::Camel => uncapitalized(&pascal(name)),
            Self::Kebab => name.replace('_', "-"),
            Self::ScreamingKebab => name.to_ascii_uppercase().replace('_', "-"),
        }
    }

    /// As `rename_all` does for variants, which are in `PascalCase`.
    pub(super) fn variant(self, name: &str) -> String {
        match self {
            Self::Pascal => name.to_owned(),
            Self::Lower => name.to_ascii_lowercase(),
            Self::Upper => name.to_ascii_uppercase(),
            Self::Camel => uncapitalized(name),
            Self::Snake => snake(name),
            Self::ScreamingSnake => snake(name).to_ascii_uppercase(),
            Self::Kebab => snake(name).replace('_', "-"),
            Self::ScreamingKebab => snake(name).to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn uncapitalized(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|c| c.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for (nth, letter) in name.chars().enumerate() {
        if nth > 0 && letter.is_uppercase() {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
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
            let name = style.map(|it| it.field("sales_page_link"));
            assert_eq!(name.as_deref(), Some(expected));
        }
    }

    #[test]
    fn restyles_variants_as_serde_does() {
        for (style, expected) in [
            ("lowercase", "salespagelink"),
            ("UPPERCASE", "SALESPAGELINK"),
            ("PascalCase", "SalesPageLink"),
            ("camelCase", "salesPageLink"),
            ("snake_case", "sales_page_link"),
            ("SCREAMING_SNAKE_CASE", "SALES_PAGE_LINK"),
            ("kebab-case", "sales-page-link"),
            ("SCREAMING-KEBAB-CASE", "SALES-PAGE-LINK"),
        ] {
            let style = Style::named(style);
            let name = style.map(|it| it.variant("SalesPageLink"));
            assert_eq!(name.as_deref(), Some(expected));
        }
    }
}
