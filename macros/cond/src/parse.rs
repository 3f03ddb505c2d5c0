//! The parser: recursive descent over Rust tokens.

mod op;
mod term;

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

use crate::ast::{Expr, ExprKind, Op, Path, Prefix, Term, Value, ValueKind};
use crate::cursor::{Cursor, is_parenthesis, is_punct};
use crate::error::{Error, ErrorKind};
use crate::limits::{MAX_DEPTH, MAX_TEXT};
use crate::literal;

/// Parses a condition from text; spans are byte ranges of that text.
pub fn parse(text: &str) -> Result<Expr, Error> {
    if text.len() > MAX_TEXT {
        return Err(Error::new(ErrorKind::TooLong, Span::call_site()));
    }
    let tokens: TokenStream = text
        .parse()
        .map_err(|e: proc_macro2::LexError| Error::new(ErrorKind::Tokens, e.span()))?;
    parse_tokens(tokens)
}

/// Parses a condition from tokens, such as the inside of an attribute.
pub fn parse_tokens(tokens: TokenStream) -> Result<Expr, Error> {
    Parser {
        cursor: Cursor::new(tokens, Span::call_site()),
        depth: 0,
    }
    .whole()
}

struct Parser {
    cursor: Cursor,
    depth: usize,
}

fn join(from: Span, to: Span) -> Span {
    from.join(to).unwrap_or(from)
}

impl Parser {
    fn whole(mut self) -> Result<Expr, Error> {
        let expr = self.or()?;
        match self.cursor.peek() {
            None => Ok(expr),
            Some(_) => Err(self.unexpected("`and`, `or` or the end")),
        }
    }

    fn deeper(&self, span: Span) -> Result<usize, Error> {
        let depth = self.depth + 1;
        if depth > MAX_DEPTH {
            Err(Error::new(ErrorKind::TooDeep, span))
        } else {
            Ok(depth)
        }
    }

    /// The parser of what stands inside a bracket.
    fn inside(&self, group: &Group) -> Result<Parser, Error> {
        let cursor = Cursor::new(group.stream(), group.span_close());
        Ok(Parser {
            cursor,
            depth: self.deeper(group.span_open())?,
        })
    }

    fn or(&mut self) -> Result<Expr, Error> {
        let first = self.and()?;
        self.chain("or", first, Self::and, ExprKind::Or)
    }

    fn and(&mut self) -> Result<Expr, Error> {
        let first = self.unary()?;
        self.chain("and", first, Self::unary, ExprKind::And)
    }

    fn chain(
        &mut self,
        word: &str,
        first: Expr,
        next: fn(&mut Self) -> Result<Expr, Error>,
        wrap: fn(Vec<Expr>) -> ExprKind,
    ) -> Result<Expr, Error> {
        if !self.cursor.at_word(word) {
            return Ok(first);
        }
        let mut span = first.span;
        let mut all = vec![first];
        while self.cursor.word(word).is_some() {
            let part = next(self)?;
            span = join(span, part.span);
            all.push(part);
        }
        Ok(Expr {
            kind: wrap(all),
            span,
        })
    }

    fn unary(&mut self) -> Result<Expr, Error> {
        // A loop, so that a thousand `not` are refused and not recursed into.
        let mut negations = Vec::new();
        while let Some(span) = self.cursor.word("not") {
            negations.push(span);
            if self.depth + negations.len() > MAX_DEPTH {
                return Err(Error::new(ErrorKind::TooDeep, span));
            }
        }
        self.depth += negations.len();
        let mut expr = self.test()?;
        self.depth -= negations.len();
        while let Some(not) = negations.pop() {
            let span = join(not, expr.span);
            expr = Expr {
                kind: ExprKind::Not(Box::new(expr)),
                span,
            };
        }
        Ok(expr)
    }

    fn test(&mut self) -> Result<Expr, Error> {
        if let Some(group) = self.cursor.group(Delimiter::Parenthesis) {
            return self.grouped(&group);
        }
        if self.cursor.at_word("present") && is_parenthesis(self.cursor.peek_second()) {
            let start = self.cursor.span();
            self.cursor.advance();
            let (path, end) = self.argument()?;
            return Ok(Expr {
                kind: ExprKind::Present(path),
                span: join(start, end),
            });
        }
        let start = self.cursor.span();
        let left = self.left()?;
        if let Term::Path(path) = left {
            return self.after_path(path);
        }
        let Some(op) = self.op()? else {
            return match left {
                Term::Value(Value {
                    kind: ValueKind::Bool(constant),
                    span,
                }) => Ok(Expr {
                    kind: ExprKind::Constant(constant),
                    span,
                }),
                _ => Err(self.unexpected("a comparison")),
            };
        };
        self.comparison(start, left, op)
    }

    fn grouped(&mut self, group: &Group) -> Result<Expr, Error> {
        let inner = self.inside(group)?.whole()?;
        let here = self.cursor.span();
        let Some(op) = self.op()? else {
            return Ok(Expr {
                kind: inner.kind,
                span: group.span(),
            });
        };
        if op != Op::Eq {
            let what = "`== (…)` after a condition in brackets";
            let found = format!("`{}`", op.as_str());
            return Err(Error::new(ErrorKind::Expected { what, found }, here));
        }
        let Some(other) = self.cursor.group(Delimiter::Parenthesis) else {
            return Err(self.cursor.expected("a condition in brackets"));
        };
        let right = self.inside(&other)?.whole()?;
        let kind = ExprKind::Iff(Box::new(inner), Box::new(right));
        Ok(Expr {
            kind,
            span: join(group.span(), other.span()),
        })
    }

    fn after_path(&mut self, path: Path) -> Result<Expr, Error> {
        let start = path.span;
        if self.cursor.word("starts_with").is_some() {
            let span = self.cursor.span();
            let Some(Value {
                kind: ValueKind::Text(text),
                ..
            }) = self.literal()?
            else {
                return Err(self.cursor.expected("a string in quotes"));
            };
            let prefix = Prefix { text, span };
            let kind = ExprKind::StartsWith { path, prefix };
            return Ok(Expr {
                kind,
                span: join(start, span),
            });
        }
        let negated = self.cursor.word("not").is_some();
        if self.cursor.word("in").is_some() {
            let (values, end) = self.list()?;
            let kind = ExprKind::In {
                path,
                negated,
                values,
            };
            return Ok(Expr {
                kind,
                span: join(start, end),
            });
        }
        if negated {
            return Err(self.cursor.expected("`in` after `not`"));
        }
        match self.op()? {
            Some(op) => self.comparison(start, Term::Path(path), op),
            None => Ok(Expr {
                kind: ExprKind::Test(path),
                span: start,
            }),
        }
    }

    fn comparison(&mut self, start: Span, left: Term, op: Op) -> Result<Expr, Error> {
        let (right, end) = self.right()?;
        let here = self.cursor.span();
        if self.op()?.is_some() {
            return Err(Error::new(ErrorKind::Chained, here));
        }
        Ok(Expr {
            kind: ExprKind::Compare { left, op, right },
            span: join(start, end),
        })
    }

    /// On the left a quoted text is the name of a field.
    fn left(&mut self) -> Result<Term, Error> {
        let quoted = matches!(self.cursor.peek(),
            Some(TokenTree::Literal(l)) if literal::text_of(l).is_some());
        if quoted {
            return self.path().map(Term::Path);
        }
        self.term()
    }

    /// On the right a quoted text is a value, unless a step follows.
    fn right(&mut self) -> Result<(Term, Span), Error> {
        let quoted = matches!(self.cursor.peek(), Some(TokenTree::Literal(_)));
        let term = if quoted && is_punct(self.cursor.peek_second(), '.') {
            Term::Path(self.path()?)
        } else {
            self.term()?
        };
        let span = match &term {
            Term::Path(path) | Term::Len(path) => path.span,
            Term::Value(value) => value.span,
        };
        Ok((term, span))
    }
}
