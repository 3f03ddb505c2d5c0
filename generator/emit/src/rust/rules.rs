//! `#[validate(..)]` as text, and how it gets into a struct that `prettyplease` lays out.
//!
//! `prettyplease` takes the tokens of an attribute one by one and writes `a = = B` for `a == B`
//! and `a> = b` for `a >= b`, which is neither readable nor the same tokens. So a struct is laid
//! out with a comment in the place of each such attribute, and the attribute is put in after.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Columns of a line.
const WIDTH: usize = 100;
/// Columns of the arguments of an attribute on one line.
const SHORT: usize = 70;
/// Starts the comment that holds the place of an attribute. Other comments start with a space.
const MARK: &str = "validate:";

/// An argument of an attribute: a text, or a word with arguments of its own.
#[derive(Debug, Clone)]
pub(super) struct Arg {
    text: String,
    args: Option<Vec<Self>>,
}

impl Arg {
    /// `text`.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            args: None,
        }
    }

    /// `name = value`.
    pub(super) fn named(name: &str, value: impl std::fmt::Display) -> Self {
        Self::text(format!("{name} = {value}"))
    }

    /// `name(args)`; `name` alone without arguments.
    pub(super) fn call(name: &str, args: Vec<Self>) -> Self {
        Self {
            text: name.to_owned(),
            args: (!args.is_empty()).then_some(args),
        }
    }
}

/// A text as a Rust literal.
pub(super) fn literal(text: &str) -> String {
    Literal::string(text).to_string()
}

/// The attributes of one file, by the number in the comment.
#[derive(Debug, Default)]
pub(super) struct Rules(Vec<Vec<Arg>>);

impl Rules {
    /// What holds the place of `#[validate(args)]`; nothing without arguments.
    pub(super) fn attribute(&mut self, args: Vec<Arg>) -> TokenStream {
        if args.is_empty() {
            return TokenStream::new();
        }
        let mark = format!("{MARK}{}", self.0.len());
        self.0.push(args);
        quote!(#[comment = #mark])
    }

    /// The text with the attributes in their places.
    pub(super) fn put_in(&self, text: &str) -> String {
        let mut lines = Vec::new();
        for line in text.lines() {
            let start = line.trim_start();
            let args = start
                .strip_prefix("//")
                .and_then(|rest| rest.strip_prefix(MARK)?.parse::<usize>().ok())
                .and_then(|number| self.0.get(number));
            match args {
                Some(args) => {
                    let indent = line.len() - start.len();
                    broken(&mut lines, indent, "#[validate", args, "]");
                }
                None => lines.push(line.to_owned()),
            }
        }
        // So that the last line ends like the others.
        lines.push(String::new());
        lines.join("\n")
    }
}

/// `head(args)tail`: on one line, around the only argument, or with one argument a line.
fn broken(lines: &mut Vec<String>, indent: usize, head: &str, args: &[Arg], tail: &str) {
    let space = " ".repeat(indent);
    let joined = joined(args);
    let line = format!("{space}{head}({joined}){tail}");
    // One column is kept for the comma that could follow.
    if joined.chars().count() <= SHORT && line.chars().count() < WIDTH {
        lines.push(line);
        return;
    }
    if let [
        Arg {
            text,
            args: Some(inner),
        },
    ] = args
    {
        let (head, tail) = (format!("{head}({text}"), format!("){tail}"));
        broken(lines, indent, &head, inner, &tail);
        return;
    }
    lines.push(format!("{space}{head}("));
    for (index, arg) in args.iter().enumerate() {
        let comma = if index + 1 < args.len() { "," } else { "" };
        match &arg.args {
            Some(inner) => broken(lines, indent + 4, &arg.text, inner, comma),
            None => lines.push(format!("{space}    {}{comma}", arg.text)),
        }
    }
    lines.push(format!("{space}){tail}"));
}

fn joined(args: &[Arg]) -> String {
    let args: Vec<_> = args
        .iter()
        .map(|arg| match &arg.args {
            Some(inner) => format!("{}({})", arg.text, joined(inner)),
            None => arg.text.clone(),
        })
        .collect();
    args.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attribute(args: Vec<Arg>) -> String {
        let mut rules = Rules::default();
        rules.attribute(args);
        rules.put_in("//validate:0\n")
    }

    #[test]
    fn short_attributes_stand_on_one_line() {
        let args = vec![Arg::text("required"), Arg::named("max_chars", 32)];
        assert_eq!(attribute(args), "#[validate(required, max_chars = 32)]\n");
    }

    #[test]
    fn long_attributes_break_around_the_only_argument() {
        let reason = Arg::named("because", literal(&"long ".repeat(14)));
        let rule = Arg::call("required_if", vec![Arg::text("a == B"), reason]);
        let text = attribute(vec![rule.clone()]);
        assert!(text.starts_with("#[validate(required_if(\n    a == B,\n    because = "));
        assert!(text.ends_with("\"\n))]\n"));
        let text = attribute(vec![Arg::text("required"), rule]);
        assert!(
            text.starts_with("#[validate(\n    required,\n    required_if(\n        a == B,\n")
        );
    }

    /// Why this module is there: when it fails, `prettyplease` may do all of it.
    #[test]
    fn the_printer_takes_operators_apart() {
        let text = super::super::layout::items(&quote!(
            #[validate(a == B)]
            struct S;
        ));
        assert_eq!(text, "#[validate(a = = B)]\nstruct S;\n");
    }

    #[test]
    fn attributes_get_into_the_place_that_was_held() {
        let mut rules = Rules::default();
        let held = rules.attribute(vec![Arg::text("a == B")]);
        let text = super::super::layout::items(&quote! {
            struct S { #[serde(default)] #held pub a: u8 }
        });
        assert_eq!(
            rules.put_in(&text),
            "struct S {\n    #[serde(default)]\n    #[validate(a == B)]\n    pub a: u8,\n}\n"
        );
    }
}
