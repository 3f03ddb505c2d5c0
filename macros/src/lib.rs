//! `#[derive(Validate)]`: presence, conditional and value rules on plain structs.
//!
//! Re-exported by `stipula`, which holds the traits, rule functions and violations that the
//! output of this derive calls.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod attr;
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
mod range;
mod read;
mod scope;
mod shape;
mod spans;
mod table;
mod unjudged;
mod wire;

use proc_macro::TokenStream;
use syn::{Data, DeriveInput, parse_macro_input};

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
/// `range(1..=100)`, of durations `range(1s..=1h)` or `range("PT1S"..="PT1H")`; `const = ".."` or `const = 5`; `prefix = ".."`, `pattern = ".."`, `unique`,
/// `contains = ".."` or `contains = 5`, `url`, `segment` (of a path), `known`,
/// and the formats `email`, `uri`, `uuid`, `ipv4`, `ipv6`, `hostname`, `country`, `currency`, `phone`;
/// `case_of(sibling)`; `check = path::to::function` for a rule of your own, whose function gets the
/// value and answers with a `Verdict`; `items(..)` and `keys(..)` with rules for each item and key, as in `keys(max_chars = 40)`. A field whose
/// type has rules, itself or in a container, says `nested`, which judges them, or `skip`, which
/// does not; without one of them it does not compile, and neither does one whose type is a
/// parameter. Value rules do not apply to an absent field. Numbers are judged exactly,
/// whatever their type: `range(..=100)` refuses `u128::MAX`. A pattern needs the feature
/// `pattern` of `stipula`, unless it is as simple as `^[A-Z]{3}$` and becomes plain comparisons.
/// `decimal_places` takes texts of digits without a sign, and `Decimal`, which it counts by its
/// value: `1.500` has one place.
///
/// In a request that is more than a body, `place(path)`, `place(query)`, `place(header)` and
/// `place(payload)` say where a field travels, and `name = ".."` its name there, where that is not
/// the one of serde: `place(path, name = "id")`. A violation has it as its `location`. Conditions and
/// groups reach over all places.
///
/// `unique` takes time that grows with the list where its items are `Hash` or `Ord`. Items that are
/// `PartialEq` only are compared in pairs: without a `max_items`, a list of more than 4096 of them
/// breaks the rule. A list that is longer than its `max_items` is not looked through.
///
/// # Ranges
///
/// | ends | fields |
/// | --- | --- |
/// | `1..=100`, `1..`, `..=9` of up to 128 bits; `0..100` without 100, `0<..` without 0 | numbers, `UnixMillis` |
/// | `0.01..=99.99` | numbers; an `f32` is compared with `0.01_f32` |
/// | `1s..=1h`, in `ns`, `us`, `ms`, `s`, `min`, `h`, `d` | `Duration`, `SignedDuration` of `jiff`, `TimeDelta` of `chrono` |
/// | `"2024-01-01T00:00:00Z"..` | `SystemTime`, `UnixMillis`, `Timestamp` and `Zoned` of `jiff`, `DateTime` of `chrono` |
///
/// NaN and infinities lie in no range. Types of `jiff` and `chrono` need the feature of `stipula` with
/// that name; conditions compare their dates and times, too, with others of the same type.
///
/// # On the struct
///
/// `root(A, B)`, `parent(A)`, `context(T)`: the types that `root.`, `parent.` and `ctx.` stand
/// for; `rule(id = "..", at = field, when(cond), expect(cond))`; `at_least_one`, `exactly_one`,
/// `at_most_one`, `all_or_none` `(a, b, at = a, id = "..")`; `at_least(a, b, c, count = 2)`; `check(path::to::function, at = field)`,
/// whose function gets the whole struct; `crate = path`.
///
/// Every rule takes `severity = warning`, `id = ".."`, `because = ".."`, `evidence = ".."`.
///
/// # Tuples
///
/// The fields of a tuple take the same rules. They have no names, so that conditions, groups and
/// `rule(..)` cannot ask for them.
///
/// # On an enum
///
/// The fields of a variant take the same rules as those of a struct, and the variant itself takes
/// groups and `rule(..)` between them. `Name(Type)` needs no `nested`: its value is judged by its
/// own rules, in the place of the enum, so that their `parent` is the object that holds the enum.
/// `#[validate(skip)]` on a variant leaves it out.
///
/// # Type parameters
///
/// A `nested` member may hold a parameter: `struct Page<T> { #[validate(nested)] rows: Vec<T> }` has
/// rules for every `T` that has some where it stands. A function for any `T` asks for the whole,
/// `where Page<T>: Validate<Context = ()>`, and not for `T`, whose rules may need to know what it
/// stands in.
///
/// # Pointers
///
/// A violation names the place where serde writes the value: `rename`, `rename_all`,
/// `rename_all_fields`, `flatten` and `transparent` count, and so do `tag`, `content` and
/// `untagged` of an enum. `#[validate(untagged)]` says the same of an enum that is written by hand,
/// without its tag. Fields of tuples are numbered; the value of `struct Name(Type)` has no place of
/// its own.
#[proc_macro_derive(Validate, attributes(validate))]
pub fn derive_validate(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    spans::at_home(&input);
    let mut errors = Errors::default();
    let mut output = None;
    let mut frame = read::container(&input, &mut errors);
    match &input.data {
        Data::Struct(data) => {
            let object = read::object(&input, &mut frame, &data.fields, &mut errors);
            output = Some(expand::object(&frame, &object, &mut errors));
        }
        Data::Enum(data) => {
            let choice = read::cases(&input, &mut frame, data, &mut errors);
            output = Some(expand::cases(&frame, &choice, &mut errors));
        }
        Data::Union(_) => errors.at(&input.ident, "`Validate` cannot be derived for a union"),
    }
    match (errors.into_tokens(), output) {
        (None, Some(output)) => output.into(),
        (mistakes, _) => fallback::expand(&frame, mistakes.as_ref()).into(),
    }
}
