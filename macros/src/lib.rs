//! `#[derive(Validate)]`: presence, conditional and value rules on plain structs.
//!
//! Re-exported by `stipula`, which holds the traits, rule functions and violations that the
//! output of this derive calls.

mod attr;
mod cases;
mod check;
mod errors;
mod expand;
mod fallback;
mod ids;
mod lower;
mod model;
mod names;
mod pattern;
mod place;
mod read;
mod scope;
mod shape;
mod table;
mod wire;

use proc_macro::TokenStream;
use syn::{Data, DeriveInput, Fields, parse_macro_input};

use crate::errors::Errors;

/// Derives the rules of a struct from its `#[validate(..)]` attributes.
///
/// Conditions use the names of Rust fields and stand unquoted:
///
/// ```ignore
/// #[derive(Validate)]
/// #[serde(rename_all = "camelCase")]
/// #[validate(rule(id = "end-after-start", at = end_date, expect(end_date > start_date)))]
/// struct Offer {
///     #[validate(required)]
///     product: Option<Product>,
///     #[validate(required_if(product in [Pass, Movie]), prefix = "app://", max_chars = 512)]
///     page_link: Option<String>,
///     start_date: Option<i64>,
///     end_date: Option<i64>,
///     #[validate(nested)]
///     button: Option<Button>,
/// }
/// ```
///
/// # Conditions
///
/// `a == X`, `a in [X, Y]`, `a > b`, `len(a) > 1`, `a starts_with "x"`, `present(a)`, a boolean
/// field alone, `and`, `or`, `not`, brackets. A field is a sibling (`product`), a part of one
/// (`button.kind`), or `root.x`, `parent.x`, `ctx.x`, `key`. Beside a sibling, a bare name is a
/// value of the sibling's type; elsewhere it is written with its type, `Product::Movie`. In
/// structs that the derive cannot see, `step?` marks a step that is an `Option`.
///
/// # On a field
///
/// `required`, `required_if(cond)`, `allowed_if(cond)`, `effective_if(cond)` (a warning);
/// `min_chars`, `max_chars`, `min_bytes`, `max_bytes`, `multiple_of`, `min_items`, `max_items`,
/// `decimal_places` `= n`; `max_chars(de_DE = 100, default = 50)` by the key of the nearest map;
/// `range(1..=100)`; `prefix = ".."`, `pattern = ".."`, `unique`, `url`, `known`;
/// formats: `email`, `uri`, `uuid`, `ipv4`, `ipv6`, `hostname`, `country`, `currency`, `phone`;
/// `case_of(sibling)`; `nested` for structs with rules; `items(..)` and `keys(..)` with rules for
/// each item and key. Value rules do not apply to an absent field. Numbers are judged exactly,
/// whatever their type: `range(..=100)` refuses `u128::MAX`. A pattern needs the feature
/// `pattern` of `stipula`, unless it is as simple as `^[A-Z]{3}$` and becomes plain comparisons.
///
/// # On the struct
///
/// `root(A, B)`, `parent(A)`, `context(T)`: the types that `root.`, `parent.` and `ctx.` stand
/// for; `rule(id = "..", at = field, when(cond), expect(cond))`; `at_least_one`, `exactly_one`,
/// `at_most_one`, `all_or_none` `(a, b, at = a, id = "..")`; `crate = path`.
///
/// Every rule takes `severity = warning`, `id = ".."`, `because = ".."`, `evidence = ".."`.
///
/// # On an enum
///
/// Each variant holds one value, whose rules are judged in its place; `#[validate(skip)]` on a
/// variant leaves it out. An enum that is a whole body says `root(Self)`.
#[proc_macro_derive(Validate, attributes(validate))]
pub fn derive_validate(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let mut errors = Errors::default();
    let mut output = None;
    let mut frame = read::container(&input, &mut errors);
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(named) => {
                let object = read::object(&input, &mut frame, named, &mut errors);
                output = Some(expand::object(&frame, &object, &mut errors));
            }
            Fields::Unnamed(_) | Fields::Unit => {
                errors.at(&input.ident, "`Validate` needs a struct with named fields");
            }
        },
        Data::Enum(data) => output = Some(cases::expand(&frame, data, &mut errors)),
        Data::Union(_) => errors.at(&input.ident, "`Validate` cannot be derived for a union"),
    }
    match (errors.into_tokens(), output) {
        (None, Some(output)) => output.into(),
        (mistakes, _) => fallback::expand(&frame, mistakes.as_ref()).into(),
    }
}
