//! Rules on a whole struct: `rule(..)` and the groups.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::condition::{self, Condition, quoted, same};
use crate::cx::{At, Cx, Draft};
use crate::lower;
use crate::options::{OF_STRUCT, Options, refuse_rest};
use crate::parts::{Args, Item, Part, split};

/// The statements of one rule; the name is one of [`crate::container::RULES`].
pub(crate) fn checks(cx: &Cx<'_>, item: Item) -> Option<TokenStream> {
    let name = item.name;
    let (options, rest) = Options::take(item.args.into_parts(), OF_STRUCT, cx.errors);
    let field = match &options.at {
        Some(at) => Some(cx.member(at)?.wire.clone()),
        None => None,
    };
    let at = At { path: quote!(path), field };
    if name == "rule" {
        expectation(cx, &name, &options, &at, &rest)
    } else {
        group(cx, &name, &options, &at, &rest)
    }
}

/// `rule(when(..), expect(..))`
fn expectation(
    cx: &Cx<'_>,
    name: &Ident,
    options: &Options,
    at: &At,
    rest: &[Part],
) -> Option<TokenStream> {
    let (mut when, mut expect) = (None, None);
    for part in rest {
        let Some(Item { name: word, args: Args::List(stream) }) = part.item() else {
            not_of_a_rule(cx, part);
            continue;
        };
        let slot = match word.to_string().as_str() {
            "when" => &mut when,
            "expect" => &mut expect,
            _ => {
                not_of_a_rule(cx, part);
                continue;
            }
        };
        if slot.is_some() {
            cx.errors.at(word.span(), format_args!("`{word}` is given twice"));
        }
        *slot = Some(single(cx, &word, stream));
    }
    let Some(expect) = expect else {
        let help = "add `expect(…)`, the condition that must hold";
        cx.errors.with_help(name.span(), "a rule without `expect` demands nothing", help);
        return None;
    };
    let when = match when {
        Some(when) => Some(when?),
        None => None,
    };
    let expect = expect?;
    let draft = Draft {
        field: at.field.as_deref(),
        code: "expect",
        warning: false,
        because: Some(sentence(when.as_ref(), &expect)),
        limit: None,
        options,
    };
    let push = cx.push(at, &draft, None);
    let held = lower::rust(cx, &expect);
    let when = when.map(|when| lower::rust(cx, &when)).map(|when| quote!((#when) &&));
    // A demand on an absent field is the business of `required`.
    let applies = lower::applies(cx, &expect).map(|given| quote!((#given) &&));
    Some(quote!(if #when #applies !(#held) { #push }))
}

/// A condition in brackets; a comma would be a slip for `and`.
fn single(cx: &Cx<'_>, word: &Ident, stream: TokenStream) -> Option<Condition> {
    let parts = split(stream);
    match parts.as_slice() {
        [part] => condition::read(cx, part),
        [] => {
            cx.errors.at(word.span(), format_args!("`{word}` needs a condition"));
            None
        }
        [_, second, ..] => {
            let help = "join conditions with `and`";
            cx.errors.with_help(second.start(), format_args!("`{word}` takes one condition"), help);
            None
        }
    }
}

fn sentence(when: Option<&Condition>, expect: &Condition) -> String {
    let expect = condition::english(expect);
    match when {
        Some(when) => format!("{expect} when {}", condition::english(when)),
        None => expect,
    }
}

fn not_of_a_rule(cx: &Cx<'_>, part: &Part) {
    const KNOWN: &[&str] =
        &["when", "expect", "at", "id", "severity", "because", "code", "evidence"];
    if let Some(item) = part.item() {
        let text = item.name.to_string();
        if text == "when" || text == "expect" {
            let help = format!("write `{text}(field == Value)`");
            cx.errors.with_help(item.name.span(), format_args!("`{text}` needs a condition"), help);
        } else {
            cx.errors.unknown(item.name.span(), "option", &text, KNOWN);
        }
    } else {
        let help = "conditions stand in `when(…)` and `expect(…)`";
        cx.errors.with_help(part.start(), "this is no part of a rule", help);
    }
}

/// `at_least_one(a, b)` and its like.
fn group(
    cx: &Cx<'_>,
    name: &Ident,
    options: &Options,
    at: &At,
    rest: &[Part],
) -> Option<TokenStream> {
    let (words, others): (Vec<_>, Vec<_>) =
        rest.iter().cloned().partition(|part| part.word().is_some());
    refuse_rest(&others, &name.to_string(), OF_STRUCT, cx.errors);
    let mut fields: Vec<Ident> = Vec::new();
    for word in words.iter().filter_map(Part::word) {
        if fields.iter().any(|field| same(field, &word)) {
            cx.errors.at(word.span(), format_args!("`{word}` is named twice"));
        }
        fields.push(word);
    }
    if fields.len() < 2 {
        let help = format!("write `{name}(a, b)`");
        cx.errors.with_help(name.span(), format_args!("`{name}` needs two fields or more"), help);
    }
    let found: Vec<_> = fields.iter().map(|field| cx.member(field)).collect();
    let members = found.into_iter().collect::<Option<Vec<_>>>()?;
    for (member, field) in members.iter().zip(&fields) {
        if !member.shape.is_optional() {
            let message = format!("`{field}` is not an `Option`, so it is always given");
            cx.errors.at(field.span(), message);
        }
    }
    let krate = cx.krate;
    let wires: Vec<_> = members.iter().map(|member| member.wire.as_str()).collect();
    let names = quoted(&wires);
    let code = name.to_string();
    let draft = Draft {
        field: at.field.as_deref(),
        code: &code,
        warning: false,
        because: None,
        limit: Some(quote!(#krate::Limit::Text(#names))),
        options,
    };
    let push = cx.push(at, &draft, None);
    let idents = members.iter().map(|member| &member.ident);
    let given = quote!(0usize #(+ usize::from(#krate::cond::present(&self.#idents)))*);
    let total = members.len();
    let broken = match code.as_str() {
        "at_least_one" => quote!(given == 0),
        "exactly_one" => quote!(given != 1),
        "at_most_one" => quote!(given > 1),
        _ => quote!(given != 0 && given != #total),
    };
    Some(quote!({ let given = #given; if #broken { #push } }))
}
