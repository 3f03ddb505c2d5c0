//! Tokens that several items are made of.

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use super::prose;

/// Columns of a line; documentation is wrapped before it becomes tokens.
const WIDTH: usize = 100;

/// A name, a path or a type of the model as tokens.
///
/// The model holds nothing that is no Rust. If it ever did, the text would turn up as a literal
/// that the compiler refuses.
pub(crate) fn rust(text: &str) -> TokenStream {
    text.parse()
        .unwrap_or_else(|_| TokenTree::from(Literal::string(text)).into())
}

/// Markdown as a doc comment, for something that stands `depth` blocks deep.
pub(super) fn doc(markdown: &str, depth: usize) -> TokenStream {
    doc_with(markdown, "", depth)
}

/// The same, with Markdown of our own at the end.
pub(super) fn doc_with(markdown: &str, tail: &str, depth: usize) -> TokenStream {
    let width = WIDTH - 4 * depth - "/// ".len();
    let lines = prose::lines(markdown, tail, width);
    let lines = lines.into_iter().map(|line| {
        if line.is_empty() {
            line
        } else {
            format!(" {line}")
        }
    });
    quote!(#(#[doc = #lines])*)
}

/// A comment that is no documentation: `prettyplease` writes this attribute as `//`.
pub(super) fn comment(lines: &[&str]) -> TokenStream {
    let lines = lines.iter().map(|line| format!(" {line}"));
    quote!(#(#[comment = #lines])*)
}

/// `use path::{names};`
pub(super) fn import(path: &str, names: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    let path = rust(path);
    let names = names.into_iter();
    quote!(use #path::{#(#names),*};)
}

/// A setter of a constant that takes texts; nothing where there are none.
pub(super) fn setter(name: &str, texts: &[String]) -> Option<TokenStream> {
    let name = rust(name);
    (!texts.is_empty()).then(|| quote!(.#name(&[#(#texts),*])))
}
