//! Attributes that say where a type stands: `root`, `parent`, `context`, `crate`.

use proc_macro2::TokenStream;
use syn::{Data, DeriveInput, Path, Type, parse_quote};

use crate::attr::{self, Form, Item};
use crate::errors::{Errors, unknown};
use crate::model::Frame;
use crate::names::{self, TypeWord};

pub(crate) fn container(input: &DeriveInput, errors: &mut Errors) -> Frame {
    let mut frame = Frame {
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        krate: parse_quote!(::stipula),
        roots: Vec::new(),
        parents: Vec::new(),
        context: None,
        is_untagged: false,
        rest: Vec::new(),
    };
    let is_enum = matches!(input.data, Data::Enum(_));
    let known: &[&str] = if is_enum {
        &names::ENUM
    } else {
        &names::STRUCT
    };
    for item in attr::items(&input.attrs, "validate", errors) {
        let name = item.name.to_string();
        match TypeWord::named(&name) {
            Some(TypeWord::Root) => types(&item, &mut frame.roots, errors),
            Some(TypeWord::Parent) => types(&item, &mut frame.parents, errors),
            Some(TypeWord::Context) => context(&item, &mut frame, errors),
            Some(TypeWord::Crate) => krate(&item, &mut frame, errors),
            None if is_enum && name == names::UNTAGGED => untagged(&item, &mut frame, errors),
            None if known.contains(&name.as_str()) => frame.rest.push(item),
            None if names::FIELD.contains(&name.as_str()) => {
                errors.at(&item.name, format!("`{name}` belongs on a field"));
            }
            None => unknown(errors, "rule", &item.name, known),
        }
    }
    frame
}

fn types(item: &Item, into: &mut Vec<Type>, errors: &mut Errors) {
    let name = &item.name;
    match &item.form {
        Form::Args(args) if !args.is_empty() => {
            into.extend(args.iter().filter_map(|arg| parse::<Type>(arg, errors)));
        }
        _ => errors.at(name, format!("`{name}` names types: `{name}(Type)`")),
    }
}

fn untagged(item: &Item, frame: &mut Frame, errors: &mut Errors) {
    if !matches!(item.form, Form::Bare) {
        errors.at(&item.name, format!("`{}` takes nothing", item.name));
    }
    frame.is_untagged = true;
}

fn context(item: &Item, frame: &mut Frame, errors: &mut Errors) {
    let ty = match &item.form {
        Form::Args(args) if args.len() == 1 => args.first(),
        Form::Value(value) => Some(value),
        _ => None,
    };
    match ty {
        None => errors.at(&item.name, "`context` names one type: `context(Type)`"),
        Some(_) if frame.context.is_some() => errors.at(&item.name, "`context` is given twice"),
        Some(ty) => frame.context = parse(ty, errors),
    }
}

fn krate(item: &Item, frame: &mut Frame, errors: &mut Errors) {
    match &item.form {
        Form::Value(value) => {
            if let Some(path) = parse::<Path>(value, errors) {
                frame.krate = path;
            }
        }
        _ => errors.at(&item.name, "`crate` takes a path: `crate = stipula`"),
    }
}

fn parse<T: syn::parse::Parse>(tokens: &TokenStream, errors: &mut Errors) -> Option<T> {
    syn::parse2(tokens.clone())
        .map_err(|error| errors.syn(error))
        .ok()
}
