//! Rules on a value that is given; options and boxes are opened on the way.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::condition::quoted;
use crate::cx::{At, Cx, Draft, Member};
use crate::field::RULES;
use crate::inside;
use crate::limit::{self, Limited};
use crate::options::{COMMON, Options, refuse_rest};
use crate::parts::Item;
use crate::shape::Shape;

/// What a rule looks at, and so the types that it is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum On {
    Text,
    Integer,
    Items,
    List,
    Other,
}

impl On {
    fn suits(self, shape: &Shape) -> bool {
        matches!(
            (self, shape),
            (_, Shape::Other)
                | (Self::Text, Shape::Text)
                | (Self::Integer, Shape::Integer)
                | (Self::Items, Shape::List(_) | Shape::Map(..))
                | (Self::List, Shape::List(_))
        )
    }

    fn words(self) -> &'static str {
        match self {
            Self::Text => "texts",
            Self::Integer => "whole numbers",
            Self::Items => "lists and maps",
            Self::List => "lists",
            Self::Other => "enums and unions",
        }
    }
}

fn on(rule: &str) -> Option<On> {
    Some(match rule {
        "max_chars" | "min_chars" | "max_bytes" | "prefix" | "pattern" | "decimal_places"
        | "url" => On::Text,
        "range" => On::Integer,
        "min_items" | "max_items" => On::Items,
        "unique" => On::List,
        "known" | "case_of" => On::Other,
        _ => return None,
    })
}

/// The statements that check `value`, a reference to something of this shape.
pub(crate) fn checks(
    cx: &Cx<'_>,
    member: &Member,
    at: &At,
    shape: &Shape,
    items: Vec<Item>,
) -> TokenStream {
    let core = shape.core();
    let (mut texts, mut others) = (TokenStream::new(), TokenStream::new());
    let mut seen: Vec<String> = Vec::new();
    for item in items {
        let name = item.name.to_string();
        if name == "items" || name == "keys" {
            others.extend(inside::checks(cx, member, at, core, item));
            continue;
        }
        let Some(on) = on(&name) else {
            stray(cx, &item.name);
            continue;
        };
        if !on.suits(core) {
            unsuitable(cx, &item.name, on, core);
            continue;
        }
        let (options, rest) = Options::take(item.args.into_parts(), COMMON, cx.errors);
        let kind = format!("{name} {:?}", options.warning.unwrap_or_default());
        if seen.contains(&kind) {
            let message = format!("a second `{name}` of the same severity");
            let help = "keep the stricter one, or make one a warning";
            cx.errors.with_help(item.name.span(), message, help);
            continue;
        }
        seen.push(kind);
        let rule = Rule { cx, member, at, name: &item.name, options };
        let check = match name.as_str() {
            "case_of" => rule.case_of(rest),
            "url" | "known" | "unique" => {
                refuse_rest(&rest, &name, COMMON, cx.errors);
                Some(rule.plain(&name))
            }
            _ => limit::read(cx, &item.name, rest).map(|limited| rule.limited(&limited)),
        };
        if on == On::Text { &mut texts } else { &mut others }.extend(check);
    }
    let krate = cx.krate;
    if !texts.is_empty() {
        let text = quote!(#krate::cond::AsText::as_text(value));
        others = quote!(if let ::core::option::Option::Some(text) = #text { #texts } #others);
    }
    if others.is_empty() { others } else { opened(shape, others) }
}

/// One rule with what it says.
struct Rule<'a, 'c> {
    cx: &'a Cx<'c>,
    member: &'a Member,
    at: &'a At,
    name: &'a Ident,
    options: Options,
}

impl Rule<'_, '_> {
    fn push(&self, limit: Option<TokenStream>, at_hand: Option<&TokenStream>) -> TokenStream {
        let code = self.name.to_string();
        let draft = Draft {
            field: Some(&self.member.wire),
            code: &code,
            warning: false,
            because: None,
            limit,
            options: &self.options,
        };
        self.cx.push(self.at, &draft, at_hand)
    }

    fn plain(&self, name: &str) -> TokenStream {
        let krate = self.cx.krate;
        let push = self.push(None, None);
        let broken = match name {
            "url" => quote!(!#krate::rules::is_url(text)),
            "known" => quote!(!#krate::OpenEnum::is_known(value)),
            _ => quote!(#krate::rules::duplicate(value).is_some()),
        };
        quote!(if #broken { #push })
    }

    fn limited(&self, limited: &Limited) -> TokenStream {
        let push = self.push(Some(limited.limit.clone()), limited.at_hand.as_ref());
        let (before, broken) = (&limited.before, &limited.broken);
        quote!({ #before if #broken { #push } })
    }

    /// `case_of(sibling)`: the value answers for itself.
    fn case_of(&self, rest: Vec<crate::parts::Part>) -> Option<TokenStream> {
        let errors = self.cx.errors;
        let mut rest = rest.into_iter();
        let Some(sibling) = rest.next().and_then(|part| part.word()) else {
            let help = "write `case_of(kind)`";
            errors.with_help(self.name.span(), "`case_of` takes the name of a sibling", help);
            return None;
        };
        refuse_rest(&rest.collect::<Vec<_>>(), "case_of", COMMON, errors);
        let chooser = self.cx.member(&sibling)?;
        let krate = self.cx.krate;
        let wire = quoted(&[&chooser.wire]);
        let push = self.push(Some(quote!(#krate::Limit::Text(#wire))), None);
        let ident = &chooser.ident;
        // What an absent sibling calls for is not known, so the rule does not apply.
        let test = quote!(if !union.fits(value) { #push });
        let test = opened(&chooser.shape, test);
        Some(quote!({ let union = value; let value = &self.#ident; #test }))
    }
}

/// Opens options and boxes around `value`.
pub(crate) fn opened(shape: &Shape, inner: TokenStream) -> TokenStream {
    match shape {
        Shape::Optional(of) => {
            let inner = opened(of, inner);
            quote!(if let ::core::option::Option::Some(value) = value { #inner })
        }
        Shape::Boxed(of) => {
            let inner = opened(of, inner);
            quote!(let value = &**value; #inner)
        }
        _ => inner,
    }
}

/// A rule that is not one, or does not stand here.
fn stray(cx: &Cx<'_>, name: &Ident) {
    let text = name.to_string();
    if RULES.contains(&text.as_str()) {
        let message = format!("`{name}` is a rule of the field, not of what it holds");
        cx.errors.with_help(name.span(), message, "write it beside `items` or `keys`");
        return;
    }
    match stipula_cond::suggest(&text, RULES.iter().copied()) {
        Some(near) => {
            let help = format!("did you mean `{near}`?");
            cx.errors.with_help(name.span(), format_args!("unknown rule `{name}`"), help);
        }
        None => cx.errors.at(name.span(), format_args!("unknown rule `{name}`")),
    }
}

fn unsuitable(cx: &Cx<'_>, name: &Ident, on: On, shape: &Shape) {
    let message = format!("`{name}` is for {}, and this is {}", on.words(), shape.words());
    let help = match (shape, name.to_string().as_str()) {
        (Shape::List(_) | Shape::Map(..), "max_chars") => "did you mean `max_items` or `items(max_chars = …)`?",
        (Shape::List(_) | Shape::Map(..), "min_chars") => "did you mean `min_items` or `items(min_chars = …)`?",
        (Shape::List(_) | Shape::Map(..), _) => {
            return cx.errors.with_help(
                name.span(),
                message,
                format_args!("`items({name} …)` looks at what it holds"),
            );
        }
        (Shape::Integer, "max_chars" | "min_chars" | "max_bytes") => "did you mean `range`?",
        (Shape::Text, "range" | "max_items") => "did you mean `max_chars`?",
        (Shape::Text, "min_items") => "did you mean `min_chars`?",
        _ => return cx.errors.at(name.span(), message),
    };
    cx.errors.with_help(name.span(), message, help);
}
