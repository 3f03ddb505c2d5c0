//! From tokens to text: `prettyplease` item by item, with empty lines between them.

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
    for item in &file.items {
        if before.is_some_and(|before| !are_together(before, item)) {
            text.push('\n');
        }
        text.push_str(&match item {
            Item::Impl(block) => functions(block),
            _ => unparsed(item.clone()),
        });
        before = Some(item);
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

/// Imports, and modules that are not public, stand in one block.
fn are_together(before: &Item, item: &Item) -> bool {
    match (before, item) {
        (Item::Use(_), Item::Use(_)) => true,
        (Item::Mod(before), Item::Mod(item)) => [before, item]
            .iter()
            .all(|module| matches!(module.vis, Visibility::Inherited)),
        _ => false,
    }
}

/// An `impl` block with an empty line between its functions, which `prettyplease` does not
/// write: so each function is laid out in a block of its own, and their insides are joined.
fn functions(block: &ItemImpl) -> String {
    let with = |items: Vec<ImplItem>| {
        unparsed(Item::Impl(ItemImpl {
            items,
            ..block.clone()
        }))
    };
    let empty = with(Vec::new());
    let insides = |head| {
        let texts = block.items.iter().map(|item| {
            let text = with(vec![item.clone()]);
            let inside = text.strip_prefix(head)?.strip_suffix("}\n")?;
            Some(inside.to_owned())
        });
        texts.collect::<Option<String>>()
    };
    let is_function = |item: &ImplItem| matches!(item, ImplItem::Fn(_));
    let head = empty.trim_end().strip_suffix('}');
    match head.and_then(|head| Some((head, insides(head)?))) {
        Some((head, insides)) if block.items.iter().any(is_function) => {
            format!("{head}{insides}}}\n")
        }
        _ => with(block.items.clone()),
    }
}

fn unparsed(item: Item) -> String {
    prettyplease::unparse(&File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    })
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
