//! `check = function`: rules that functions judge.

use syn::ExprPath;

use super::options;
use crate::attr::{self, Form, Item};
use crate::errors::Errors;
use crate::model::{Check, Options};
use crate::names::{CheckWord, OptionWord, with_options};

/// A check of one value.
pub(super) fn of_value(item: &Item, errors: &mut Errors) -> Option<Check> {
    check(item, OptionWord::TEXTS, errors)
}

/// A check of a whole struct, which may blame one of its fields.
pub(super) fn of_type(item: &Item, errors: &mut Errors) -> Option<Check> {
    check(item, &with_options(CheckWord::TEXTS), errors)
}

fn check(item: &Item, known: &[&str], errors: &mut Errors) -> Option<Check> {
    let name = &item.name;
    let (function, rest) = match &item.form {
        Form::Value(value) => (value, &[][..]),
        Form::Args(args) => match args.split_first() {
            Some((first, rest)) => (first, rest),
            None => return missing(item, errors),
        },
        Form::Bare => return missing(item, errors),
    };
    let (mut at, mut options) = (None, Options::default());
    for arg in rest {
        let Some(part) = attr::item(arg.clone(), errors) else {
            continue;
        };
        let is_at = CheckWord::named(&part.name.to_string()).is_some();
        match &part.form {
            Form::Value(field) if is_at && known.contains(&"at") => {
                at = attr::ident(field, errors);
            }
            Form::Value(_) | Form::Args(_) | Form::Bare => {
                options::option(&mut options, &part, known, errors);
            }
        }
    }
    let Ok(function) = syn::parse2::<ExprPath>(function.clone()) else {
        let help = "write a function of its own and its path here: `check = is_even`";
        errors.at(
            function,
            format!("`{name}` takes the path of a function\nhelp: {help}"),
        );
        return None;
    };
    Some(Check {
        function,
        at,
        options,
    })
}

fn missing(item: &Item, errors: &mut Errors) -> Option<Check> {
    let name = &item.name;
    errors.at(
        name,
        format!("`{name}` takes a function: `{name} = path::to::function`"),
    );
    None
}
