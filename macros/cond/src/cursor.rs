//! A cursor over token trees that knows the few things the parser asks for.

use proc_macro2::{Delimiter, Group, Spacing, Span, TokenStream, TokenTree};

use crate::error::{Error, ErrorKind};

/// Position in one level of brackets.
pub(crate) struct Cursor {
    tokens: Vec<TokenTree>,
    position: usize,
    end: Span,
}

impl Cursor {
    /// `end` is blamed when the tokens run out before the first one.
    pub(crate) fn new(stream: TokenStream, end: Span) -> Self {
        let mut tokens = Vec::new();
        flatten(stream, &mut tokens);
        Self {
            tokens,
            position: 0,
            end,
        }
    }

    pub(crate) fn peek(&self) -> Option<&TokenTree> {
        self.tokens.get(self.position)
    }

    pub(crate) fn peek_second(&self) -> Option<&TokenTree> {
        self.tokens.get(self.position + 1)
    }

    pub(crate) fn advance(&mut self) -> Option<TokenTree> {
        let token = self.tokens.get(self.position).cloned();
        self.position += usize::from(token.is_some());
        token
    }

    /// The next token's span; at the end that of the last token.
    pub(crate) fn span(&self) -> Span {
        self.peek()
            .or_else(|| self.tokens.last())
            .map_or(self.end, TokenTree::span)
    }

    /// The next token, when it is this word and not `r#` it.
    pub(crate) fn at_word(&self, word: &str) -> bool {
        matches!(self.peek(), Some(TokenTree::Ident(ident)) if ident == word)
    }

    /// Takes the word when it stands next.
    pub(crate) fn word(&mut self, word: &str) -> Option<Span> {
        let span = self.at_word(word).then(|| self.span())?;
        self.advance();
        Some(span)
    }

    pub(crate) fn at_punct(&self, punct: char) -> bool {
        is_punct(self.peek(), punct)
    }

    /// Whether these two characters stand next, without space between.
    pub(crate) fn at_pair(&self, first: char, second: char) -> bool {
        let joint = matches!(self.peek(), Some(TokenTree::Punct(p))
            if p.as_char() == first && p.spacing() == Spacing::Joint);
        joint && is_punct(self.peek_second(), second)
    }

    /// Takes the character when it stands next.
    pub(crate) fn punct(&mut self, punct: char) -> Option<Span> {
        let span = self.at_punct(punct).then(|| self.span())?;
        self.advance();
        Some(span)
    }

    /// Takes the group when one with this delimiter stands next.
    pub(crate) fn group(&mut self, delimiter: Delimiter) -> Option<Group> {
        match self.peek() {
            Some(TokenTree::Group(group)) if group.delimiter() == delimiter => {
                let group = group.clone();
                self.advance();
                Some(group)
            }
            _ => None,
        }
    }

    /// The error that something else was expected at the next token.
    pub(crate) fn expected(&self, what: &'static str) -> Error {
        let found = match self.peek() {
            None => "the end".to_owned(),
            Some(TokenTree::Group(group)) => match group.delimiter() {
                Delimiter::Parenthesis => "`(`".to_owned(),
                Delimiter::Bracket => "`[`".to_owned(),
                Delimiter::Brace => "`{`".to_owned(),
                Delimiter::None => "a group".to_owned(),
            },
            Some(token) => format!("`{token}`"),
        };
        Error::new(ErrorKind::Expected { what, found }, self.span())
    }
}

pub(crate) fn is_punct(token: Option<&TokenTree>, punct: char) -> bool {
    matches!(token, Some(TokenTree::Punct(p)) if p.as_char() == punct)
}

/// Whether a token opens a group in round brackets.
pub(crate) fn is_parenthesis(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Group(g)) if g.delimiter() == Delimiter::Parenthesis)
}

/// Invisible groups come from `macro_rules` and mean nothing here.
fn flatten(stream: TokenStream, out: &mut Vec<TokenTree>) {
    for token in stream {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                flatten(group.stream(), out);
            }
            other => out.push(other),
        }
    }
}
