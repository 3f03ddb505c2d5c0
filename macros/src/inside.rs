//! `items(..)` and `keys(..)`: rules on what a list or a map holds.

use proc_macro2::TokenStream;
use quote::quote;

use crate::cx::{At, Cx, Member};
use crate::parts::{Item, Part};
use crate::shape::Shape;
use crate::value;

/// The statements that check every element, entry or key of `value`.
pub(crate) fn checks(
    cx: &Cx<'_>,
    member: &Member,
    at: &At,
    shape: &Shape,
    item: Item,
) -> Option<TokenStream> {
    let keys = item.name == "keys";
    let inner = match shape {
        Shape::Map(key, _) if keys => key,
        Shape::List(of) | Shape::Map(_, of) if !keys => of,
        _ => {
            let needed = if keys { "a `BTreeMap`" } else { "a `Vec` or a `BTreeMap`" };
            let message = format!("`{}` is for {needed}, and this is {}", item.name, shape.words());
            cx.errors.at(item.name.span(), message);
            return None;
        }
    };
    let parts = item.args.into_parts();
    if parts.is_empty() {
        let help = format!("write `{}(max_chars = 32)`", item.name);
        cx.errors.with_help(item.name.span(), "which rules?", help);
    }
    let rules = parts.iter().filter_map(|part| rule(cx, part)).collect();
    let here = At { path: quote!(here), field: None };
    let checks = value::checks(cx, member, &here, inner, rules);
    let whole = at.whole();
    let krate = cx.krate;
    let text = quote!(#krate::cond::AsText::as_text(name));
    Some(match shape {
        Shape::List(_) => quote!({
            let list = #whole;
            for (index, value) in value.iter().enumerate() {
                let here = &list.index(index);
                #checks
            }
        }),
        // Inside a map `key` is the key of this map.
        _ => {
            let value = if keys { quote!(let value = name;) } else { TokenStream::new() };
            let pattern = if keys { quote!(name) } else { quote!((name, value)) };
            let entries = if keys { quote!(value.keys()) } else { quote!(value.iter()) };
            quote!({
                let map = #whole;
                for #pattern in #entries {
                    let key = #text;
                    let here = &map.key(key.unwrap_or_default());
                    #value
                    #checks
                }
            })
        }
    })
}

fn rule(cx: &Cx<'_>, part: &Part) -> Option<Item> {
    let item = part.item();
    if item.is_none() {
        cx.errors.at(part.start(), "a rule is `name`, `name = value` or `name(…)`");
    }
    item
}
