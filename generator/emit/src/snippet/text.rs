//! Numbers, imports and the layout of a snippet.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The imports, and the lines of the function.
pub(super) fn layout(imports: &str, function: TokenStream) -> Option<String> {
    let text = prettyplease::unparse(&syn::parse2(function).ok()?);
    let mut out = imports.to_owned();
    for line in text.lines().skip(1).filter(|line| *line != "}") {
        out.push('\n');
        out.push_str(line.strip_prefix("    ").unwrap_or(line));
    }
    Some(out)
}

/// The imports of the names that were used, by module.
pub(super) fn imports(krate: &str, used: &BTreeMap<String, BTreeSet<String>>) -> String {
    let mut out = format!("use {krate}::{{\n");
    for (module, names) in used {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let line = match (module.as_str(), names.as_slice()) {
            ("", names) => format!("    {},\n", names.join(", ")),
            (module, [one]) => format!("    {module}::{one},\n"),
            (module, names) => wrapped(module, names),
        };
        out.push_str(&line);
    }
    out.push_str("};\n");
    out
}

/// A number with its digits in groups.
pub(super) fn integer(number: i128) -> Option<TokenStream> {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len() > 4 && (digits.len() - index).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    let literal: Literal = text.parse().ok()?;
    Some(if number < 0 {
        quote!(-#literal)
    } else {
        quote!(#literal)
    })
}

/// An import of many names, in lines of a readable length.
fn wrapped(module: &str, names: &[&str]) -> String {
    let one = format!("    {module}::{{{}}},\n", names.join(", "));
    if one.len() <= 70 {
        return one;
    }
    let mut out = format!("    {module}::{{\n       ");
    let mut width = 7;
    for name in names {
        if width + name.len() + 2 > 66 {
            out.push_str("\n       ");
            width = 7;
        }
        let _ = write!(out, " {name},");
        width += name.len() + 2;
    }
    out.push_str("\n    },\n");
    out
}
