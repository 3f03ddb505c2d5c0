//! The smaller parts: terms, paths, values.

use proc_macro2::{Delimiter, Span, TokenTree};

use super::{Parser, join};
use crate::ast::{Base, Path, Segment, Term, Value, ValueKind};
use crate::cursor::{is_parenthesis, is_punct};
use crate::error::{Error, ErrorKind};
use crate::literal;

impl Parser {
    pub(super) fn term(&mut self) -> Result<Term, Error> {
        if self.cursor.at_word("len") && is_parenthesis(self.cursor.peek_second()) {
            self.cursor.advance();
            let (path, _) = self.argument()?;
            return Ok(Term::Len(path));
        }
        if let Some(value) = self.literal()? {
            return Ok(Term::Value(value));
        }
        match self.cursor.peek() {
            Some(TokenTree::Ident(_)) if is_punct(self.cursor.peek_second(), ':') => {
                self.name().map(Term::Value)
            }
            Some(TokenTree::Ident(_)) => self.path().map(Term::Path),
            _ => Err(self.unexpected("a field or a value")),
        }
    }

    /// `(path)` after `present` or `len`, and the span of the bracket.
    pub(super) fn argument(&mut self) -> Result<(Path, Span), Error> {
        let Some(group) = self.cursor.group(Delimiter::Parenthesis) else {
            return Err(self.cursor.expected("a field in brackets"));
        };
        let mut inner = self.inside(&group)?;
        let path = inner.path()?;
        match inner.cursor.peek() {
            None => Ok((path, group.span())),
            Some(_) => Err(inner.cursor.expected("one field only")),
        }
    }

    pub(super) fn list(&mut self) -> Result<(Vec<Value>, Span), Error> {
        let Some(group) = self.cursor.group(Delimiter::Bracket) else {
            return Err(self.cursor.expected("a list of values, `[A, B]`"));
        };
        let mut inner = self.inside(&group)?;
        let mut values = Vec::new();
        while inner.cursor.peek().is_some() {
            values.push(inner.value()?);
            if inner.cursor.peek().is_some() && inner.cursor.punct(',').is_none() {
                return Err(inner.cursor.expected("`,` between values"));
            }
        }
        if values.is_empty() {
            return Err(Error::new(ErrorKind::EmptyList, group.span()));
        }
        Ok((values, group.span()))
    }

    fn value(&mut self) -> Result<Value, Error> {
        if let Some(value) = self.literal()? {
            return Ok(value);
        }
        match self.cursor.peek() {
            Some(TokenTree::Ident(_)) => self.name(),
            _ => Err(self.unexpected("a value")),
        }
    }

    /// `COUPON`, `Product::Movie`
    fn name(&mut self) -> Result<Value, Error> {
        let start = self.cursor.span();
        let mut end = start;
        let mut name = String::new();
        loop {
            let Some(TokenTree::Ident(ident)) = self.cursor.peek() else {
                return Err(self.cursor.expected("a name"));
            };
            name.push_str(&ident.to_string());
            end = join(end, ident.span());
            self.cursor.advance();
            if !self.cursor.at_pair(':', ':') {
                break;
            }
            self.cursor.advance();
            self.cursor.advance();
            name.push_str("::");
        }
        // A path keeps `r#`: it is used as written. A bare name is only the name.
        let bare = name.strip_prefix("r#").filter(|bare| !bare.contains("::"));
        let name = bare.map_or_else(|| name.clone(), str::to_owned);
        Ok(Value {
            kind: ValueKind::Name(name),
            span: join(start, end),
        })
    }

    /// A literal value when one stands here: text, number, `true`, `false`.
    pub(super) fn literal(&mut self) -> Result<Option<Value>, Error> {
        let start = self.cursor.span();
        for constant in [true, false] {
            if self
                .cursor
                .word(if constant { "true" } else { "false" })
                .is_some()
            {
                return Ok(Some(Value {
                    kind: ValueKind::Bool(constant),
                    span: start,
                }));
            }
        }
        let negative = self.cursor.punct('-').is_some();
        let Some(TokenTree::Literal(literal)) = self.cursor.peek() else {
            return if negative {
                Err(self.cursor.expected("a number"))
            } else {
                Ok(None)
            };
        };
        let span = join(start, literal.span());
        let kind = literal::read(literal, negative, span)?;
        self.cursor.advance();
        Ok(Some(Value { kind, span }))
    }

    pub(super) fn path(&mut self) -> Result<Path, Error> {
        let start = self.cursor.span();
        let stepped = is_punct(self.cursor.peek_second(), '.');
        if !stepped && self.cursor.word("key").is_some() {
            return Ok(Path {
                base: Base::Key,
                segments: Vec::new(),
                span: start,
            });
        }
        let mut base = Base::This;
        for (word, named) in [
            ("root", Base::Root),
            ("parent", Base::Parent),
            ("ctx", Base::Context),
        ] {
            if stepped && self.cursor.at_word(word) {
                self.cursor.advance();
                self.cursor.advance();
                base = named;
                break;
            }
        }
        let mut segments = vec![self.segment()?];
        while self.cursor.punct('.').is_some() {
            segments.push(self.segment()?);
        }
        let end = segments.last().map_or(start, |s| s.span);
        Ok(Path {
            base,
            segments,
            span: join(start, end),
        })
    }

    fn segment(&mut self) -> Result<Segment, Error> {
        let span = self.cursor.span();
        let name = match self.cursor.peek() {
            Some(TokenTree::Ident(ident)) => {
                let name = ident.to_string();
                name.strip_prefix("r#")
                    .map_or_else(|| name.clone(), str::to_owned)
            }
            Some(TokenTree::Literal(literal)) => match literal::text_of(literal) {
                Some(text) => text.map_err(|e| Error::new(ErrorKind::Literal(e), span))?,
                None => return Err(self.cursor.expected("the name of a field")),
            },
            _ => return Err(self.cursor.expected("the name of a field")),
        };
        self.cursor.advance();
        let optional = self.cursor.punct('?').is_some();
        Ok(Segment {
            name,
            optional,
            span,
        })
    }
}
