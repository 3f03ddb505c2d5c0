//! A body in a file, with the place of every member.

use std::{
    fs,
    io::{self, Read},
    ops::Range,
    path::Path,
};

use jsonc_parser::{CollectOptions, ParseOptions, ast, common::Ranged, parse_to_ast};
use serde_json::Value as Any;

use stipula_logic::judge::{below, unescaped};
use stipula_spec::source;

/// Longest body that is read, in bytes.
const LIMIT: u64 = 16 * 1024 * 1024;

/// JSON and nothing more: whatever is an option here is off.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// A text that may hold a body.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) name: String,
    pub(super) text: String,
}

/// Why a text is no body.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) at: Range<usize>,
    /// JSON Pointer, as far as it is known.
    pub(super) path: String,
    pub(super) message: String,
}

/// A body and its places.
#[derive(Debug)]
pub(super) struct Body<'a> {
    pub(super) value: Any,
    tree: Option<ast::Value<'a>>,
}

impl Source {
    /// Reads a file, or standard input for `-`.
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let is_input = path == Path::new("-");
        let name = if is_input {
            "standard input".to_owned()
        } else {
            path.display().to_string()
        };
        let read = || {
            let mut text = String::new();
            let read = if is_input {
                io::stdin().take(LIMIT + 1).read_to_string(&mut text)?
            } else {
                fs::File::open(path)?
                    .take(LIMIT + 1)
                    .read_to_string(&mut text)?
            };
            if read as u64 > LIMIT {
                let message = format!("it is longer than {LIMIT} bytes");
                return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
            }
            Ok(text)
        };
        let text =
            read().map_err(|error| format!("cannot read {name}: {}", source::plain(error)))?;
        Ok(Self { name, text })
    }

    /// Line and column, both from 1; columns count characters.
    pub(super) fn line_column(&self, at: &Range<usize>) -> (usize, usize) {
        source::line_column(&self.text, at.start)
    }

    /// Reads the text as JSON; a member that stands twice is a fault, for nobody can say which
    /// of the two a server takes.
    pub(super) fn body(&self) -> Result<Body<'_>, Fault> {
        let value = serde_json::from_str(&self.text).map_err(|error| self.fault(&error))?;
        let parsed = parse_to_ast(&self.text, &CollectOptions::default(), &STRICT);
        let tree = parsed.ok().and_then(|it| it.value);
        match tree.as_ref().and_then(|tree| twice(tree, "")) {
            Some(fault) => Err(fault),
            None => Ok(Body { value, tree }),
        }
    }

    fn fault(&self, error: &serde_json::Error) -> Fault {
        let line_start: usize = self
            .text
            .split_inclusive('\n')
            .take(error.line().saturating_sub(1))
            .map(str::len)
            .sum();
        let start = (line_start + error.column().saturating_sub(1)).min(self.text.len());
        let message = error.to_string();
        // The place is told beside the message.
        let message = message.split(" at line ").next().unwrap_or_default();
        Fault {
            at: start..start,
            path: String::new(),
            message: format!("this is not JSON: {message}"),
        }
    }
}

impl Body<'_> {
    /// The bytes of a member; for one that is absent, the opening of the object that lacks it.
    pub(super) fn place(&self, pointer: &str) -> Range<usize> {
        let Some(mut at) = self.tree.as_ref() else {
            return 0..0;
        };
        for token in pointer.split('/').skip(1) {
            let token = unescaped(token);
            let next = match at {
                ast::Value::Object(object) => object.get(&token).map(|it| &it.value),
                ast::Value::Array(items) => {
                    let index = token.parse::<usize>().ok();
                    index.and_then(|index| items.elements.get(index))
                }
                _ => None,
            };
            match next {
                Some(next) => at = next,
                None => return at.start()..at.start() + 1,
            }
        }
        at.start()..at.end()
    }
}

fn twice(value: &ast::Value<'_>, pointer: &str) -> Option<Fault> {
    match value {
        ast::Value::Object(object) => {
            let mut seen = std::collections::BTreeSet::new();
            object.properties.iter().find_map(|member| {
                let name = member.name.as_str();
                let path = below(pointer, name);
                if seen.insert(name) {
                    return twice(&member.value, &path);
                }
                Some(Fault {
                    at: member.name.start()..member.name.end(),
                    message: "this member stands twice in one object".to_owned(),
                    path,
                })
            })
        }
        ast::Value::Array(items) => items
            .elements
            .iter()
            .enumerate()
            .find_map(|(index, value)| twice(value, &format!("{pointer}/{index}"))),
        _ => None,
    }
}
