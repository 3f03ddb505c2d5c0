//! The rules of one field: presence first, then the rules on its value.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::condition;
use crate::cx::{At, Cx, Draft, Member};
use crate::lower;
use crate::options::{COMMON, Options, refuse_rest};
use crate::parts::{Item, Part};
use crate::shape::Shape;
use crate::value;

/// All that a field may carry, for suggestions.
pub(crate) const RULES: &[&str] = &[
    "required", "required_if", "allowed_if", "effective_if", "max_chars", "min_chars", "max_bytes",
    "range", "min_items", "max_items", "unique", "prefix", "pattern", "decimal_places", "url",
    "known", "case_of", "nested", "items", "keys",
];

/// The statements that check one field.
pub(crate) fn checks(cx: &Cx<'_>, member: &Member, parts: Vec<Part>) -> TokenStream {
    let mut out = TokenStream::new();
    let mut values = Vec::new();
    let mut nested = None;
    let mut seen: Vec<String> = Vec::new();
    for part in parts {
        let Some(item) = part.item() else {
            cx.errors.at(part.start(), "a rule is `name`, `name = value` or `name(…)`");
            continue;
        };
        // The same words twice are a slip; two limits of one kind may differ in severity.
        let words = part.tokens().to_string();
        if seen.contains(&words) {
            let message = format!("`{}` stands here twice", item.name);
            cx.errors.at(item.name.span(), message);
            continue;
        }
        seen.push(words);
        match item.name.to_string().as_str() {
            "required" => out.extend(required(cx, member, item)),
            name @ ("required_if" | "allowed_if" | "effective_if") => {
                let name = name.to_owned();
                out.extend(conditional(cx, member, &name, item));
            }
            "nested" => nested = judged(cx, member, item),
            _ => values.push(item),
        }
    }
    let path = if member.flatten { None } else { Some(member.wire.clone()) };
    let at = At { path: quote!(path), field: path };
    let checks = value::checks(cx, member, &at, &member.shape, values);
    if !checks.is_empty() {
        let ident = &member.ident;
        out.extend(quote!({ let value = &self.#ident; #checks }));
    }
    out.extend(nested);
    out
}

fn required(cx: &Cx<'_>, member: &Member, item: Item) -> Option<TokenStream> {
    let (options, rest) = Options::take(item.args.into_parts(), COMMON, cx.errors);
    if let Some(part) = rest.first()
        && part.named().is_none()
    {
        let help = "a requirement with a condition is `required_if(…)`";
        cx.errors.with_help(part.start(), "`required` takes no condition", help);
        return None;
    }
    refuse_rest(&rest, "required", COMMON, cx.errors);
    optional(cx, member, &item.name)?;
    let push = presence(cx, member, "required", None, &options);
    let present = present(cx, member);
    Some(quote!(if !#present { #push }))
}

fn conditional(cx: &Cx<'_>, member: &Member, name: &str, item: Item) -> Option<TokenStream> {
    let (options, mut rest) = Options::take(item.args.into_parts(), COMMON, cx.errors);
    let is_condition = rest.first().is_some_and(|part| part.named().is_none());
    if !is_condition {
        let help = format!("write `{name}(field == Value)`, before any option");
        cx.errors.with_help(item.name.span(), format_args!("`{name}` needs a condition"), help);
        refuse_rest(&rest, name, COMMON, cx.errors);
        return None;
    }
    let condition = condition::read(cx, &rest.remove(0));
    refuse_rest(&rest, name, COMMON, cx.errors);
    optional(cx, member, &item.name)?;
    let condition = condition?;
    let push = presence(cx, member, name, Some(&condition), &options);
    let (present, test) = (present(cx, member), lower::rust(cx, &condition));
    Some(match name {
        "required_if" => quote!(if !#present && (#test) { #push }),
        _ => quote!(if #present && !(#test) { #push }),
    })
}

fn presence(
    cx: &Cx<'_>,
    member: &Member,
    code: &str,
    when: Option<&condition::Condition>,
    options: &Options,
) -> TokenStream {
    let at = At { path: quote!(path), field: Some(member.wire.clone()) };
    let draft = Draft {
        field: Some(&member.wire),
        code,
        // What has no effect does no harm.
        warning: code == "effective_if",
        because: when.map(condition::english),
        limit: None,
        options,
    };
    cx.push(&at, &draft, None)
}

fn present(cx: &Cx<'_>, member: &Member) -> TokenStream {
    let (krate, ident) = (cx.krate, &member.ident);
    quote!(#krate::cond::present(&self.#ident))
}

/// Refuses a presence rule on a field that is always given.
fn optional(cx: &Cx<'_>, member: &Member, rule: &Ident) -> Option<()> {
    if member.shape.is_optional() {
        return Some(());
    }
    let message = format!("`{}` is not an `Option`, so it is always given", member.name);
    let help = format!("make it an `Option`, or leave out `{rule}`");
    cx.errors.with_help(rule.span(), message, help);
    None
}

/// `nested`: the rules of the type of the field.
fn judged(cx: &Cx<'_>, member: &Member, item: Item) -> Option<TokenStream> {
    refuse_rest(&item.args.into_parts(), "nested", &[], cx.errors);
    let leaf = leaf(&member.shape);
    if !matches!(leaf, Shape::Other) {
        let message = format!("`{}` holds {}, which has no rules of its own", member.name, leaf.words());
        let help = "`nested` is for types that derive `Validate`";
        cx.errors.with_help(item.name.span(), message, help);
        return None;
    }
    let (krate, ident) = (cx.krate, &member.ident);
    let wire = &member.wire;
    let path = if member.flatten { quote!(path) } else { quote!(&path.field(#wire)) };
    // A type without rules for this place is the mistake of the type of the field.
    let judge = quote_spanned!(member.ty.span()=> #krate::Rules::judge);
    Some(quote!({
        let scope = #krate::Scope {
            root: scope.root,
            parent: self,
            context: scope.context,
            key,
        };
        #judge(&self.#ident, scope, #path, out);
    }))
}

/// What the lists and maps hold in the end.
fn leaf(shape: &Shape) -> &Shape {
    match shape.core() {
        Shape::List(inner) | Shape::Map(_, inner) => leaf(inner),
        other => other,
    }
}
