//! Value rules.

use proc_macro2::{TokenStream, TokenTree};
use stipula_rules::{CHECK, Shape, ValueRule};
use syn::{LitInt, LitStr};

use super::{check, options};
use crate::attr::{self, Form, Item};
use crate::errors::{Errors, unknown};
use crate::model::{Argument, Options, Rule, Values};
use crate::names::{self, InsideWord, OptionWord};
use crate::range::Range;

/// Reads one item into the rules of a value.
pub(super) fn value(values: &mut Values, item: &Item, known: &[&str], errors: &mut Errors) {
    let name = item.name.to_string();
    if !known.contains(&name.as_str()) {
        return stranger(item, known, errors);
    }
    if let Some(def) = stipula_rules::value_rule(&name) {
        values.rules.extend(rule(def, item, errors));
        return;
    }
    if name == CHECK.name {
        values.checks.extend(check::of_value(item, errors));
        return;
    }
    let (slot, inside) = match InsideWord::named(&name) {
        Some(InsideWord::Items) => (&mut values.items, &names::ITEM),
        Some(InsideWord::Keys) => (&mut values.keys, &names::VALUE),
        None => return stranger(item, known, errors),
    };
    if let Some(inner) = group(item, inside, errors) {
        twice(slot.replace(inner).is_some(), item, errors);
    }
}

/// A word that is no rule here.
fn stranger(item: &Item, known: &[&str], errors: &mut Errors) {
    let name = item.name.to_string();
    if names::STRUCT.contains(&name.as_str()) {
        errors.at(&item.name, format!("`{name}` belongs on the struct"));
    } else if names::FIELD.contains(&name.as_str()) {
        errors.at(&item.name, format!("`{name}` belongs on the field itself"));
    } else if OptionWord::named(&name).is_some() {
        let message = format!("`{name}` belongs to one rule");
        let help = format!("write it in the brackets of the rule: `required({name} = ..)`");
        errors.help(item.name.span(), &message, &help);
    } else {
        unknown(errors, "rule", &item.name, known);
    }
}

fn twice(taken: bool, item: &Item, errors: &mut Errors) {
    if taken {
        errors.at(&item.name, format!("`{}` is given twice", item.name));
    }
}

/// `items(..)`, `keys(..)`
fn group(
    item: &Item,
    known: &[&str],
    errors: &mut Errors,
) -> Option<(proc_macro2::Span, Box<Values>)> {
    let name = &item.name;
    let args = match &item.form {
        Form::Args(args) if !args.is_empty() => args,
        _ => {
            errors.at(name, format!("`{name}` takes rules: `{name}(..)`"));
            return None;
        }
    };
    let mut values = Values::default();
    for arg in args {
        if let Some(item) = attr::item(arg.clone(), errors) {
            value(&mut values, &item, known, errors);
        }
    }
    Some((name.span(), Box::new(values)))
}

fn rule(def: &'static ValueRule, item: &Item, errors: &mut Errors) -> Option<Rule> {
    let by_key = by_key(item).filter(|_| def.argument == Shape::Lengths);
    let (argument, options) = match (def.argument, by_key) {
        (Shape::None, _) => (Argument::None, flags(item, errors)?),
        (_, Some(args)) => keyed(item, args, errors)?,
        (shape, None) => {
            let (main, rest) = main(item, shape, errors)?;
            let options = options::options(rest, errors);
            (argument(shape, &main, errors)?, options)
        }
    };
    Some(Rule {
        def,
        argument,
        options,
        span: item.name.span(),
    })
}

/// The options of a rule without a value.
fn flags(item: &Item, errors: &mut Errors) -> Option<Options> {
    match &item.form {
        Form::Bare => Some(Options::default()),
        Form::Args(args) => Some(options::options(args, errors)),
        Form::Value(value) => {
            errors.at(value, format!("`{}` takes no value", item.name));
            None
        }
    }
}

/// The value of a rule, and its options.
fn main<'a>(
    item: &'a Item,
    shape: Shape,
    errors: &mut Errors,
) -> Option<(TokenStream, &'a [TokenStream])> {
    let found = match &item.form {
        Form::Value(value) => Some((value.clone(), &[][..])),
        Form::Args(args) => {
            let first = args
                .split_first()
                .filter(|(first, _)| !attr::is_assignment(first));
            first.map(|(first, rest)| (first.clone(), rest))
        }
        Form::Bare => None,
    };
    if found.is_none() {
        let name = &item.name;
        let message = match shape {
            Shape::Sibling => format!("`{name}` names a field beside this one: `{name}(field)`"),
            Shape::None
            | Shape::Count { .. }
            | Shape::Lengths
            | Shape::Range
            | Shape::Text { .. }
            | Shape::Constant
            | Shape::Pattern
            | Shape::Decimals => format!("`{name}` needs a value: `{name} = ..`"),
        };
        errors.at(name, message);
    }
    found
}

/// The arguments of `max_chars(de_DE = 100, ..)`.
fn by_key(item: &Item) -> Option<&[TokenStream]> {
    match &item.form {
        Form::Args(args) if args.first().is_some_and(attr::is_assignment) => Some(args),
        Form::Args(_) | Form::Value(_) | Form::Bare => None,
    }
}

fn keyed(item: &Item, args: &[TokenStream], errors: &mut Errors) -> Option<(Argument, Options)> {
    let (mut keys, mut default, mut options) = (Vec::new(), None, Options::default());
    for arg in args {
        let mut tokens = arg.clone().into_iter();
        let first = tokens.next()?;
        let key = match syn::parse2::<LitStr>(first.clone().into()) {
            Ok(quoted) => quoted.value(),
            Err(_) => {
                let part = attr::item(arg.clone(), errors)?;
                let name = part.name.to_string();
                if OptionWord::named(&name).is_some() {
                    options::option(&mut options, &part, OptionWord::TEXTS, errors);
                    continue;
                }
                name
            }
        };
        let length: TokenStream = tokens.skip(1).collect();
        let length = number(&length, errors)?;
        let quoted = matches!(first, TokenTree::Literal(_));
        if key == "default" && !quoted {
            default = Some(length);
        } else if keys.iter().any(|(known, _)| *known == key) {
            errors.at(first, format!("the key `{key}` is given twice"));
        } else {
            keys.push((key, length));
        }
    }
    let Some(default) = default else {
        let help = "add `default = ..`";
        errors.help(item.name.span(), "other keys have no length", help);
        return None;
    };
    Some((Argument::Lengths { keys, default }, options))
}

fn argument(shape: Shape, value: &TokenStream, errors: &mut Errors) -> Option<Argument> {
    Some(match shape {
        Shape::None => Argument::None,
        Shape::Count { least } => Argument::Count(count(value, least, errors)?),
        Shape::Lengths => Argument::Count(number(value, errors)?),
        Shape::Range => range(value, errors)?,
        Shape::Text { empty } => Argument::Text(text(value, empty, errors)?),
        Shape::Constant => constant(value, errors)?,
        Shape::Pattern => Argument::Pattern(pattern(value, errors)?),
        Shape::Decimals => Argument::Decimals(number(value, errors)?),
        Shape::Sibling => Argument::Sibling(attr::ident(value, errors)?),
    })
}

fn text(value: &TokenStream, empty: &str, errors: &mut Errors) -> Option<String> {
    let text = attr::text(value, errors)?;
    if text.is_empty() {
        errors.at(value, empty);
        return None;
    }
    Some(text)
}

fn constant(value: &TokenStream, errors: &mut Errors) -> Option<Argument> {
    if let Ok(text) = syn::parse2::<LitStr>(value.clone()) {
        return Some(Argument::Text(text.value()));
    }
    let number = value.to_string().replace(' ', "").parse();
    number
        .map(Argument::Integer)
        .map_err(|_| errors.at(value, "expected a text in quotes or a whole number"))
        .ok()
}

fn count(value: &TokenStream, least: u64, errors: &mut Errors) -> Option<u64> {
    let count = number(value, errors)?;
    if count < least {
        errors.at(value, format!("expected a whole number, at least {least}"));
        return None;
    }
    Some(count)
}

fn pattern(value: &TokenStream, errors: &mut Errors) -> Option<String> {
    let text = attr::text(value, errors)?;
    if let Some(mistake) = crate::pattern::mistake(&text) {
        let help = if mistake.contains("not supported") {
            "leave out what `regex-lite` has not: look-around, back-references, Unicode classes"
        } else {
            "a special character that stands for itself needs a backslash"
        };
        errors.at(
            value,
            format!("this is no regular expression: {mistake}\nhelp: {help}"),
        );
        return None;
    }
    Some(text)
}

pub(super) fn number<T: std::str::FromStr<Err: std::fmt::Display>>(
    tokens: &TokenStream,
    errors: &mut Errors,
) -> Option<T> {
    let parsed = syn::parse2::<LitInt>(tokens.clone()).and_then(|n| n.base10_parse::<T>());
    parsed
        .map_err(|_| errors.at(tokens, "expected a whole number, not negative"))
        .ok()
}

fn range(tokens: &TokenStream, errors: &mut Errors) -> Option<Argument> {
    let range = Range::read(tokens).map_err(|(mistake, help)| {
        errors.at(tokens, format!("{mistake}\nhelp: {help}"));
    });
    range.ok().map(Argument::Range)
}
