//! Rules that compare with a number or a text.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::{LitInt, LitStr};

use crate::cx::Cx;
use crate::options::{COMMON, refuse_rest};
use crate::parts::Part;

/// A limit, ready to be written.
pub(crate) struct Limited {
    /// An expression of type `Limit`, constant.
    pub(crate) limit: TokenStream,
    /// The limit that applied, where it depends on the data.
    pub(crate) at_hand: Option<TokenStream>,
    /// Statements before the test.
    pub(crate) before: TokenStream,
    /// Whether the rule is broken.
    pub(crate) broken: TokenStream,
}

impl Limited {
    fn new(limit: TokenStream, broken: TokenStream) -> Self {
        Self { limit, at_hand: None, before: TokenStream::new(), broken }
    }
}

/// Reads the limit of a rule; `None` after its mistake has been noted.
pub(crate) fn read(cx: &Cx<'_>, name: &Ident, mut rest: Vec<Part>) -> Option<Limited> {
    let krate = cx.krate;
    let rule = name.to_string();
    let keyed = rest.first().is_some_and(|part| part.named().is_some());
    if rule == "max_chars" && keyed {
        return per_key(cx, name, &rest);
    }
    if rest.is_empty() || keyed {
        let message = format!("`{rule}` needs a value");
        let help = format!("write `{rule} = {}`", example(&rule));
        cx.errors.with_help(name.span(), message, help);
        refuse_rest(&rest, &rule, COMMON, cx.errors);
        return None;
    }
    let value = rest.remove(0);
    refuse_rest(&rest, &rule, COMMON, cx.errors);
    Some(match rule.as_str() {
        "range" => return range(cx, &value),
        "prefix" => {
            let text = text(cx, &rule, &value)?;
            Limited::new(quote!(#krate::Limit::Text(#text)), quote!(!text.starts_with(#text)))
        }
        "pattern" => pattern(cx, &text(cx, &rule, &value)?),
        "decimal_places" => {
            let n: u32 = number(cx, &rule, &value)?;
            let broken = quote!(!#krate::rules::decimal_places(text, #n));
            Limited::new(quote!(#krate::Limit::Decimals(#n)), broken)
        }
        _ => {
            let n: u32 = number(cx, &rule, &value)?;
            counted(cx, &rule, n)
        }
    })
}

fn counted(cx: &Cx<'_>, rule: &str, n: u32) -> Limited {
    let krate = cx.krate;
    let (size, limit) = (n as usize, u64::from(n));
    let length = quote!(#krate::cond::length(value));
    match rule {
        "max_chars" => Limited::new(
            quote!(#krate::Limit::Chars(#limit)),
            quote!(#krate::rules::too_long(text, #size)),
        ),
        "min_chars" => Limited::new(
            quote!(#krate::Limit::Chars(#limit)),
            quote!(#krate::rules::too_short(text, #size)),
        ),
        "max_bytes" => Limited::new(
            quote!(#krate::Limit::Bytes(#limit)),
            quote!(#krate::rules::too_many_bytes(text, #size)),
        ),
        "min_items" => Limited::new(
            quote!(#krate::Limit::Items(#limit)),
            quote!(#length.is_some_and(|length| length < #size)),
        ),
        _ => Limited::new(
            quote!(#krate::Limit::Items(#limit)),
            quote!(#length.is_some_and(|length| length > #size)),
        ),
    }
}

fn pattern(cx: &Cx<'_>, text: &LitStr) -> Limited {
    let krate = cx.krate;
    let mut limited = Limited::new(
        quote!(#krate::Limit::Text(#text)),
        quote!(!#krate::rules::matches(&PATTERN, text)),
    );
    limited.before =
        quote!(static PATTERN: #krate::rules::Pattern = #krate::rules::Pattern::new(#text););
    limited
}

/// `max_chars(zh_HK = 100, "zh-Hant" = 90, default = 120)`, by the nearest map key.
fn per_key(cx: &Cx<'_>, name: &Ident, rest: &[Part]) -> Option<Limited> {
    let krate = cx.krate;
    let mut arms = TokenStream::new();
    let mut default = None;
    let mut seen: Vec<String> = Vec::new();
    for part in rest {
        let Some((key, span, value)) = part.named() else {
            cx.errors.at(part.start(), "a limit for a key is `key = number`");
            continue;
        };
        if seen.contains(&key) {
            cx.errors.at(span, format_args!("`{key}` is given twice"));
        }
        let limit = number::<u32>(cx, "max_chars", &value);
        if key == "default" && part.item().is_some() {
            default = limit;
        } else if let Some(limit) = limit {
            let limit = limit as usize;
            arms.extend(quote!(::core::option::Option::Some(#key) => #limit,));
        }
        seen.push(key);
    }
    if !seen.iter().any(|key| key == "default") {
        let help = "add `default = …`, the limit of all other keys";
        cx.errors.with_help(name.span(), "limits for some keys leave the others open", help);
    }
    let default = default?;
    let (size, limit) = (default as usize, u64::from(default));
    Some(Limited {
        limit: quote!(#krate::Limit::Chars(#limit)),
        at_hand: Some(quote!(#krate::Limit::Chars(limit as u64))),
        before: quote!(let limit: usize = match key { #arms _ => #size };),
        broken: quote!(#krate::rules::too_long(text, limit)),
    })
}

/// `1..=100`, `1..`, `..=100`
fn range(cx: &Cx<'_>, value: &Part) -> Option<Limited> {
    let krate = cx.krate;
    let tokens: Vec<_> = value.tokens().into_iter().collect();
    let dots = tokens.windows(2).position(|two| two.iter().all(|token| is_punct(token, '.')));
    let Some(dots) = dots else {
        let help = "write `range(1..=100)`, or leave one end open";
        cx.errors.with_help(value.start(), "`range` takes a range", help);
        return None;
    };
    let (low, high) = (tokens.get(..dots)?, tokens.get(dots + 2..)?);
    let (inclusive, high) = match high {
        [equals, rest @ ..] if is_punct(equals, '=') => (true, rest),
        other => (false, other),
    };
    let (min, max) = (end(cx, low)?, end(cx, high)?);
    if max.is_some() && !inclusive {
        let help = "write `..=`; the upper end belongs to the range";
        cx.errors.with_help(value.start(), "a range that leaves out its end is easily misread", help);
        return None;
    }
    let problem = match (min, max) {
        (None, None) => "this range holds everything",
        (Some(min), Some(max)) if min > max => "this range holds nothing",
        _ => "",
    };
    if !problem.is_empty() {
        cx.errors.at(value.start(), problem);
        return None;
    }
    let [min, max] = [min, max].map(|end| match end {
        Some(end) => quote!(::core::option::Option::Some(#end)),
        None => quote!(::core::option::Option::None),
    });
    let number = quote!(#krate::cond::AsInteger::as_integer(value));
    let outside = quote!(#krate::rules::out_of_range(number, #min, #max));
    let broken = quote!(#number.is_some_and(|number| #outside));
    Some(Limited::new(quote!(#krate::Limit::Range { min: #min, max: #max }), broken))
}

/// One end of a range; the outer option is for mistakes.
fn end(cx: &Cx<'_>, tokens: &[TokenTree]) -> Option<Option<i64>> {
    let Some(first) = tokens.first() else { return Some(None) };
    let literal: TokenStream = tokens.iter().cloned().collect();
    let parsed = syn::parse2::<syn::LitInt>(literal).ok();
    let number = parsed.and_then(|literal| literal.base10_parse::<i64>().ok());
    if number.is_none() {
        cx.errors.at(first.span(), "the end of a range is a whole number of 64 bits");
    }
    number.map(Some)
}

fn number<N: std::str::FromStr<Err: std::fmt::Display>>(
    cx: &Cx<'_>,
    rule: &str,
    value: &Part,
) -> Option<N> {
    let number = value.parse::<LitInt>().ok().and_then(|literal| literal.base10_parse().ok());
    if number.is_none() {
        cx.errors.at(value.start(), format_args!("`{rule}` takes a whole number"));
    }
    number
}

fn text(cx: &Cx<'_>, rule: &str, value: &Part) -> Option<LitStr> {
    let text = value.parse::<LitStr>().ok();
    if text.is_none() {
        cx.errors.at(value.start(), format_args!("`{rule}` takes a text in quotes"));
    }
    text
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn example(rule: &str) -> &'static str {
    match rule {
        "range" => "1..=100",
        "prefix" => "\"https://\"",
        "pattern" => "\"^[A-Z]+$\"",
        "decimal_places" => "1",
        _ => "32",
    }
}
