//! Functions: how long they are, and what others have to write to call them.

use proc_macro2::LineColumn;
use syn::{
    FnArg, ImplItemFn, ItemFn, ItemMod, Pat, Signature, TraitItemFn, Type, Visibility,
    visit::{self, Visit},
};

use super::{same, scan::sources};

/// A function or a method.
#[derive(Debug)]
pub(crate) struct Function {
    /// Its name.
    pub(crate) name: String,
    /// The lines between its braces; one when they stand on one line.
    pub(crate) lines: usize,
    /// Parameters of type `bool` that callers elsewhere have to give.
    pub(crate) flags: Vec<String>,
}

/// Every function of a file, without those of tests.
pub(crate) fn functions(file: &syn::File) -> Vec<Function> {
    let mut found = Found::default();
    found.visit_file(file);
    found.functions
}

#[derive(Default)]
struct Found {
    functions: Vec<Function>,
}

impl Found {
    fn add(&mut self, signature: &Signature, body: Option<&syn::Block>, is_public: bool) {
        let lines = body.map_or(0, |it| {
            let delimiters = it.brace_token.span;
            between(delimiters.open().end(), delimiters.close().start())
        });
        let flags = signature
            .inputs
            .iter()
            .filter(|_| is_public)
            .filter_map(flag);
        self.functions.push(Function {
            name: signature.ident.to_string(),
            lines,
            flags: flags.collect(),
        });
    }
}

impl<'ast> Visit<'ast> for Found {
    fn visit_item_mod(&mut self, it: &'ast ItemMod) {
        if !it.attrs.iter().any(is_test) {
            visit::visit_item_mod(self, it);
        }
    }

    fn visit_item_fn(&mut self, it: &'ast ItemFn) {
        if !it.attrs.iter().any(is_test) {
            self.add(&it.sig, Some(&it.block), is_public(&it.vis));
            visit::visit_item_fn(self, it);
        }
    }

    fn visit_impl_item_fn(&mut self, it: &'ast ImplItemFn) {
        if !it.attrs.iter().any(is_test) {
            self.add(&it.sig, Some(&it.block), is_public(&it.vis));
            visit::visit_impl_item_fn(self, it);
        }
    }

    fn visit_trait_item_fn(&mut self, it: &'ast TraitItemFn) {
        // A method of a trait that nobody elsewhere sees is rare enough to be listed.
        self.add(&it.sig, it.default.as_ref(), true);
        visit::visit_trait_item_fn(self, it);
    }
}

fn between(open: LineColumn, close: LineColumn) -> usize {
    (close.line - open.line).saturating_sub(1).max(1)
}

fn is_public(it: &Visibility) -> bool {
    matches!(it, Visibility::Public(_))
}

fn is_test(it: &syn::Attribute) -> bool {
    let name = it.path();
    name.is_ident("test")
        || name.is_ident("cfg")
            && it
                .parse_args::<syn::Path>()
                .is_ok_and(|it| it.is_ident("test"))
}

/// The name of a parameter that is a `bool`.
fn flag(it: &FnArg) -> Option<String> {
    let FnArg::Typed(it) = it else { return None };
    let Type::Path(ty) = &*it.ty else { return None };
    let Pat::Ident(name) = &*it.pat else {
        return None;
    };
    ty.path.is_ident("bool").then(|| name.ident.to_string())
}

/// Public functions that take a `bool`, each with the reason.
const FLAGS: &[(&str, &str)] = &[];

#[test]
fn a_flag_has_a_name_where_it_is_given() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|it| it.is_by_hand()) {
        for function in &source.functions {
            for flag in &function.flags {
                found.push(format!("{} {}({flag})", source.path, function.name));
            }
        }
    }
    let listed: Vec<String> = FLAGS.iter().map(|it| it.0.to_owned()).collect();
    same(
        &found,
        &listed,
        "`true` says nothing where it is called; take an enum, or make two functions",
        "this `bool` is gone; take it out of the list",
    );
}

#[test]
fn functions_are_found_with_lines_and_flags() {
    let text = "
        pub fn long(&self, a: bool,
            b: u8) -> u8 {
            let it = 1;
            it
        }
        pub(crate) fn inner(a: bool) { }
        impl S { pub fn set(mut self, on: bool) -> Self { self } }
        trait T { fn t(&self, strict: bool); }
        #[cfg(test)] mod tests { pub fn helper(a: bool) { } }
        #[test] fn test() { }
    ";
    let found = functions(&syn::parse_str(text).expect("a file"));
    let told: Vec<_> = found
        .iter()
        .map(|it| (&*it.name, it.lines, it.flags.join(" ")))
        .collect();
    let expected = [
        ("long", 2, "a"),
        ("inner", 1, ""),
        ("set", 1, "on"),
        ("t", 0, "strict"),
    ];
    assert_eq!(
        told,
        expected.map(|(name, lines, flags)| (name, lines, flags.to_owned()))
    );
}
