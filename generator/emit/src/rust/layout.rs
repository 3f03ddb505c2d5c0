//! From tokens to text: `prettyplease` item by item, with empty lines between them.

use std::mem;

use proc_macro2::TokenStream;
use syn::{File, ImplItem, Item, ItemImpl, Visibility};

/// The items as text, with an empty line between those that do not belong together.
pub(super) fn items(tokens: &TokenStream) -> String {
    let Ok(file) = syn::parse2::<File>(tokens.clone()) else {
        // Every caller makes whole items. What is none is left for the compiler to point at.
        return format!("{tokens}\n");
    };
    let mut text = String::new();
    let mut before = None;
    for item in file.items {
        let kind = Kind::of(&item);
        if before.is_some_and(|before| !are_together(before, kind)) {
            text.push('\n');
        }
        match item {
            Item::Impl(block) => functions(block, &mut text),
            _ => text.push_str(&unparsed(&file_of(item))),
        }
        before = Some(kind);
    }
    text
}

/// Texts with an empty line between them; empty ones are left out.
pub(super) fn joined<I: IntoIterator<Item = String>>(texts: I) -> String {
    let texts = texts.into_iter().filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\n")
}

/// `head { body }` with the body one step to the right: what is no item, but holds some.
pub(super) fn block(head: &str, body: &str) -> String {
    let mut text = format!("{head} {{\n");
    for line in body.lines() {
        if !line.is_empty() {
            text.push_str("    ");
            text.push_str(line);
        }
        text.push('\n');
    }
    text + "}\n"
}

/// What decides about the empty line between two items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Import,
    PrivateModule,
    Other,
}

impl Kind {
    fn of(item: &Item) -> Self {
        match item {
            Item::Use(_) => Self::Import,
            Item::Mod(module) if matches!(module.vis, Visibility::Inherited) => Self::PrivateModule,
            _ => Self::Other,
        }
    }
}

/// Imports, and modules that are not public, stand in one block.
fn are_together(before: Kind, item: Kind) -> bool {
    before == item && item != Kind::Other
}

/// An `impl` block with an empty line between its functions, which `prettyplease` does not
/// write: so each function is laid out in a block of its own, and their insides are joined.
fn functions(mut block: ItemImpl, text: &mut String) {
    let is_function = |item: &ImplItem| matches!(item, ImplItem::Fn(_));
    if !block.items.iter().any(is_function) {
        text.push_str(&unparsed(&file_of(Item::Impl(block))));
        return;
    }
    let items = mem::take(&mut block.items);
    let mut file = file_of(Item::Impl(block));
    let empty = unparsed(&file);
    // An empty block ends so, whatever it is of.
    let head = empty.trim_end().trim_end_matches('}');
    text.push_str(head);
    for item in items {
        if let Some(Item::Impl(block)) = file.items.first_mut() {
            block.items = vec![item];
        }
        let whole = unparsed(&file);
        let inside = whole
            .strip_prefix(head)
            .and_then(|it| it.strip_suffix("}\n"));
        text.push_str(inside.unwrap_or(&whole));
    }
    text.push_str("}\n");
}

fn file_of(item: Item) -> File {
    File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    }
}

fn unparsed(file: &File) -> String {
    prettyplease::unparse(file)
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn functions_stand_apart_and_imports_together() {
        let text = items(&quote! {
            use a::B;
            use c::{D, E};
            #[comment = " why"]
            impl<T: Copy> From<T> for B {
                #[doc = " One."]
                fn one() {}
                fn two(&self) -> u8 { 1 }
            }
            impl D for E { const F: u8 = 1; type G = u8; }
        });
        let expected = "use a::B;\nuse c::{D, E};\n\n// why\nimpl<T: Copy> From<T> for B {\n    \
             /// One.\n    fn one() {}\n\n    fn two(&self) -> u8 {\n        1\n    }\n}\n\n\
             impl D for E {\n    const F: u8 = 1;\n    type G = u8;\n}\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn what_is_no_item_is_kept() {
        assert_eq!(items(&quote!(a + b)), "a + b\n");
    }
}
