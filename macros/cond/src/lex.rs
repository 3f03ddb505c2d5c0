//! Rust tokens as the words of the language.

use proc_macro2::{Delimiter, Spacing, Span, TokenStream, TokenTree};

use crate::{DEPTH_LIMIT, Error, ErrorKind};

/// One token.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A name; the flag says `r#name`.
    Name(String, bool),
    /// Text in quotes.
    Text(String),
    Integer(i64),
    Decimal(String),
    /// Punctuation, operators joined: `==`, `::`, `.`, `,`, `?`, `-`, brackets.
    Sign(&'static str),
}

const SIGNS: [&str; 12] = ["==", "!=", "<=", ">=", "::", "<", ">", ".", ",", "?", "-", "="];

/// Flattens a stream; brackets become signs.
pub(crate) fn lex(stream: TokenStream) -> Result<Vec<Token>, Error> {
    let mut out = Vec::new();
    flatten(stream, 0, &mut out)?;
    Ok(out)
}

fn flatten(stream: TokenStream, depth: usize, out: &mut Vec<Token>) -> Result<(), Error> {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                    Delimiter::Brace => {
                        return Err(Error::syntax("`{` has no meaning in a condition", group.span_open()));
                    }
                };
                if depth >= DEPTH_LIMIT {
                    let limit = format!("at most {DEPTH_LIMIT} levels of nesting");
                    return Err(Error { kind: ErrorKind::TooLarge { limit }, span: group.span_open() });
                }
                push_sign(out, open, group.span_open());
                flatten(group.stream(), depth + 1, out)?;
                push_sign(out, close, group.span_close());
            }
            TokenTree::Ident(ident) => {
                let text = ident.to_string();
                let (name, raw) = text.strip_prefix("r#").map_or((text.as_str(), false), |name| (name, true));
                out.push(Token { kind: TokenKind::Name(name.to_owned(), raw), span: ident.span() });
            }
            TokenTree::Literal(literal) => {
                let kind = literal_kind(&literal.to_string()).map_err(|message| Error::syntax(message, literal.span()))?;
                out.push(Token { kind, span: literal.span() });
            }
            TokenTree::Punct(punct) => {
                let mut text = punct.as_char().to_string();
                let mut span = punct.span();
                if punct.spacing() == Spacing::Joint
                    && let Some(TokenTree::Punct(next)) = trees.peek()
                {
                    let joined = format!("{text}{}", next.as_char());
                    if joined.len() == 2 && SIGNS.contains(&joined.as_str()) {
                        span = span.join(next.span()).unwrap_or(span);
                        text = joined;
                        trees.next();
                    }
                }
                let Some(sign) = SIGNS.iter().find(|sign| **sign == text) else {
                    return Err(unknown_sign(&text, span));
                };
                out.push(Token { kind: TokenKind::Sign(sign), span });
            }
        }
    }
    Ok(())
}

fn push_sign(out: &mut Vec<Token>, sign: &'static str, span: Span) {
    if !sign.is_empty() {
        out.push(Token { kind: TokenKind::Sign(sign), span });
    }
}

fn unknown_sign(text: &str, span: Span) -> Error {
    let word = match text {
        "&" => "and",
        "|" => "or",
        "!" => "not",
        _ => return Error::syntax(format!("`{text}` has no meaning in a condition"), span),
    };
    Error::syntax_help(format!("`{text}` has no meaning in a condition"), format!("write `{word}`"), span)
}

fn literal_kind(text: &str) -> Result<TokenKind, String> {
    if let Some(inner) = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        return unescape(inner).map(TokenKind::Text);
    }
    let digits = text.replace('_', "");
    if let Ok(number) = digits.parse() {
        return Ok(TokenKind::Integer(number));
    }
    let decimal = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && digits.contains('.');
    if decimal {
        return Ok(TokenKind::Decimal(digits));
    }
    if text.starts_with('\'') || text.starts_with('b') || text.starts_with('r') {
        return Err(format!("`{text}` is not a value: a text stands in double quotes"));
    }
    Err(format!("`{text}` is not a value that a condition can hold"))
}

fn unescape(inner: &str) -> Result<String, String> {
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(next) = chars.next() {
        if next != '\\' {
            out.push(next);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some(it @ ('"' | '\\' | '\'')) => out.push(it),
            Some(other) => return Err(format!("the escape `\\{other}` is not known: `\\\"`, `\\\\`, `\\n` and `\\t` are")),
            None => return Err("the text ends in the middle of an escape".to_owned()),
        }
    }
    Ok(out)
}
