//! `#[validate(..)]` on a struct or an enum.

use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, Meta, Path, Type, parse_quote};

use crate::cx::Surroundings;
use crate::errors::Errors;
use crate::parts::{Args, Item, Part, split};

/// The rules on a whole struct.
pub(crate) const RULES: &[&str] =
    &["rule", "at_least_one", "exactly_one", "at_most_one", "all_or_none"];
const KNOWN: &[&str] = &[
    "rule", "at_least_one", "exactly_one", "at_most_one", "all_or_none", "root", "parent",
    "context", "crate",
];

/// What the attributes of a type say.
pub(crate) struct Container {
    pub(crate) krate: Path,
    /// The bodies that the type is judged in; empty for any.
    pub(crate) roots: Vec<Type>,
    /// The objects around it; empty for any.
    pub(crate) parents: Vec<Type>,
    pub(crate) context: Option<Type>,
    /// The rules, to be read when the fields are known.
    pub(crate) rules: Vec<Item>,
}

impl Container {
    pub(crate) fn read(attributes: &[Attribute], errors: &Errors) -> Self {
        let mut container = Self {
            krate: parse_quote!(::stipula),
            roots: Vec::new(),
            parents: Vec::new(),
            context: None,
            rules: Vec::new(),
        };
        for part in parts(attributes, errors) {
            match part.item() {
                Some(item) => container.set(item, errors),
                None => errors.at(part.start(), "this is no part of `#[validate(..)]`"),
            }
        }
        container
    }

    pub(crate) fn surroundings(&self) -> Surroundings {
        Surroundings {
            root: !self.roots.is_empty(),
            parent: !self.parents.is_empty(),
            context: self.context.is_some(),
        }
    }

    /// Whether the type is a whole body, to be validated on its own.
    pub(crate) fn is_body(&self, ident: &Ident) -> bool {
        let itself = |root: &Type| match root {
            Type::Path(path) => path.path.segments.last().is_some_and(|last| {
                last.ident == *ident || last.ident == "Self"
            }),
            _ => false,
        };
        self.parents.is_empty() && (self.roots.is_empty() || self.roots.iter().any(itself))
    }

    fn set(&mut self, item: Item, errors: &Errors) {
        let name = item.name.clone();
        match name.to_string().as_str() {
            "root" => self.roots.extend(types(item, errors)),
            "parent" => self.parents.extend(types(item, errors)),
            "context" => {
                let mut types = types(item, errors).into_iter();
                if self.context.is_some() || types.len() > 1 {
                    errors.at(name.span(), "there is one context only");
                }
                self.context = types.next().or(self.context.take());
            }
            "crate" => match item.args {
                Args::Value(part) => match part.parse_path() {
                    Ok(path) => self.krate = path,
                    Err(error) => errors.syn(error),
                },
                _ => errors.at(name.span(), "write `crate = path`"),
            },
            known if RULES.contains(&known) => self.rules.push(item),
            other => {
                if crate::field::RULES.contains(&other) {
                    let message = format!("`{other}` is a rule of a field");
                    errors.with_help(name.span(), message, "move it to the field");
                } else {
                    errors.unknown(name.span(), "attribute", other, KNOWN);
                }
            }
        }
    }
}

/// The parts of all `#[validate(..)]` attributes.
pub(crate) fn parts(attributes: &[Attribute], errors: &Errors) -> Vec<Part> {
    let mut all = Vec::new();
    for attribute in attributes.iter().filter(|it| it.path().is_ident("validate")) {
        match &attribute.meta {
            Meta::List(list) if !list.tokens.is_empty() => all.extend(split(list.tokens.clone())),
            other => {
                let span = syn::spanned::Spanned::span(other.path());
                errors.with_help(span, "`validate` says nothing", "write `#[validate(…)]`");
            }
        }
    }
    all
}

fn types(item: Item, errors: &Errors) -> Vec<Type> {
    let Args::List(stream) = item.args else {
        let help = format!("write `{}(Type)`", item.name);
        errors.with_help(item.name.span(), "types are missing", help);
        return Vec::new();
    };
    match several(stream) {
        Ok(types) if types.is_empty() => {
            errors.at(item.name.span(), format_args!("`{}` names no type", item.name));
            types
        }
        Ok(types) => types,
        Err(error) => {
            errors.syn(error);
            Vec::new()
        }
    }
}

/// Types may hold commas themselves, so syn reads them.
fn several(stream: TokenStream) -> syn::Result<Vec<Type>> {
    let parser = syn::punctuated::Punctuated::<Type, syn::Token![,]>::parse_terminated;
    syn::parse::Parser::parse2(parser, stream).map(|types| types.into_iter().collect())
}
