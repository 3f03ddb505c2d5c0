//! Patterns: which are broken, and which need no engine. Those are a row of ASCII characters and sets of them, each with a count,
//! between `^` and `$`, that can be read in one way only.

use std::iter::Peekable;
use std::ops::RangeInclusive;
use std::str::Chars;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Path;

/// One element: how often which bytes come.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    set: Vec<RangeInclusive<u8>>,
    min: usize,
    max: usize,
}

/// What is wrong with a pattern. The engine is the one that would match it later.
#[cfg(feature = "pattern")]
pub(crate) fn mistake(pattern: &str) -> Option<String> {
    let compiled = regex_lite::Regex::new(pattern);
    compiled.err().map(|error| error.to_string())
}

/// Without the engine nobody can tell.
#[cfg(not(feature = "pattern"))]
pub(crate) fn mistake(_: &str) -> Option<String> {
    None
}

/// An expression for "`text` matches", or `None` when the pattern needs an engine.
pub(crate) fn matches(krate: &Path, pattern: &str) -> Option<TokenStream> {
    let steps = parts(pattern)?.into_iter().map(|part| {
        let ranges = part.set.iter().map(|range| {
            let (first, last) = (byte(*range.start()), byte(*range.end()));
            quote!(#first..=#last)
        });
        let set = quote!(|byte| ::core::matches!(byte, #(#ranges)|*));
        let (min, max) = (plain(part.min), plain(part.max));
        match (part.min, part.max) {
            (1, 1) => quote!(.one(#set)),
            (_, usize::MAX) => quote!(.all(#min, #set)),
            _ => quote!(.take(#min, #max, #set)),
        }
    });
    Some(quote!(#krate::rules::Scan::new(text)#(#steps)*.is_done()))
}

fn byte(byte: u8) -> Literal {
    Literal::byte_character(byte)
}

fn plain(number: usize) -> Literal {
    Literal::usize_unsuffixed(number)
}

fn parts(pattern: &str) -> Option<Vec<Part>> {
    let inside = pattern.strip_prefix('^')?.strip_suffix('$')?;
    let mut rest = inside.chars().peekable();
    let mut parts = Vec::new();
    while let Some(first) = rest.next() {
        let set = match first {
            '[' => class(&mut rest)?,
            '\\' => vec![escaped(rest.next()?)?],
            plain => vec![literal(plain)?],
        };
        let (min, max) = count(&mut rest)?;
        parts.push(Part { set, min, max });
    }
    is_plain(&parts).then_some(parts)
}

/// A character that stands for itself wherever it is.
fn literal(character: char) -> Option<RangeInclusive<u8>> {
    let itself = character.is_ascii_alphanumeric() || " _,:;/@%='\"<>!".contains(character);
    let byte = u8::try_from(character).ok().filter(|_| itself)?;
    Some(byte..=byte)
}

fn escaped(character: char) -> Option<RangeInclusive<u8>> {
    let byte = u8::try_from(character).ok()?;
    match character {
        'd' => Some(b'0'..=b'9'),
        '.' | '-' | '+' | '*' | '?' | '$' | '^' | '|' | '(' | ')' | '[' | ']' | '{' | '}'
        | '\\' => Some(byte..=byte),
        _ => None,
    }
}

/// The inside of `[..]`, as far as the closing bracket.
fn class(rest: &mut Peekable<Chars<'_>>) -> Option<Vec<RangeInclusive<u8>>> {
    let mut set = Vec::new();
    loop {
        let first = match rest.next()? {
            ']' if !set.is_empty() => return Some(set),
            '\\' => escaped(rest.next()?)?,
            '.' => b'.'..=b'.',
            plain => literal(plain)?,
        };
        if rest.peek() != Some(&'-') {
            set.push(first);
            continue;
        }
        rest.next();
        let last = literal(rest.next()?)?;
        // A set such as `\d` cannot begin a range.
        let is_range = first.start() == first.end() && first.start() <= last.end();
        set.push(Some(*first.start()..=*last.end()).filter(|_| is_range)?);
    }
}

/// What follows a set: `+`, `*`, `?`, `{2}`, `{2,}`, `{2,4}` or nothing.
fn count(rest: &mut Peekable<Chars<'_>>) -> Option<(usize, usize)> {
    let counts = match rest.peek() {
        Some('+') => (1, usize::MAX),
        Some('*') => (0, usize::MAX),
        Some('?') => (0, 1),
        Some('{') => braces(rest)?,
        _ => return Some((1, 1)),
    };
    // Past the `+` or the `}`; a second one would be a lazy count or a mistake.
    rest.next();
    let again = matches!(rest.peek(), Some('+' | '*' | '?' | '{'));
    Some(counts).filter(|(min, max)| !again && min <= max)
}

/// The numbers of `{2,4}`, up to the closing brace.
fn braces(rest: &mut Peekable<Chars<'_>>) -> Option<(usize, usize)> {
    let mut inside = String::new();
    rest.next();
    while let Some(next) = rest.next_if(|next| *next != '}') {
        inside.push(next);
    }
    rest.peek()?;
    let number = |digits: &str| {
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<usize>().ok().filter(|_| plain)
    };
    match inside.split_once(',') {
        None => number(&inside).map(|times| (times, times)),
        Some((min, "")) => Some((number(min)?, usize::MAX)),
        Some((min, max)) => Some((number(min)?, number(max)?)),
    }
}

/// Whether taking all one can never takes what a later part needs.
fn is_plain(parts: &[Part]) -> bool {
    let overlap = |a: &Part, b: &Part| {
        let apart = |a: &RangeInclusive<u8>, b: &RangeInclusive<u8>| {
            a.end() < b.start() || b.end() < a.start()
        };
        !a.set.iter().all(|a| b.set.iter().all(|b| apart(a, b)))
    };
    parts.iter().enumerate().all(|(at, part)| {
        let later = &parts[at + 1..];
        let reach = later.iter().position(|it| it.min > 0);
        let near = &later[..reach.map_or(later.len(), |last| last + 1)];
        part.min == part.max || !near.iter().any(|it| overlap(part, it))
    })
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn reads_rows() {
        for simple in [
            "^$",
            "^[A-Z]{3}$",
            r"^[0-9]+\.[0-9]$",
            r"^\d{1,2}:\d{2}$",
            "^[a-zA-Z_][a-zA-Z0-9_]{4}$",
            "^a?b*c{2,}$",
            "^[0-9.]*x$",
        ] {
            assert!(parts(simple).is_some(), "{simple}");
        }
    }

    #[test]
    fn leaves_the_rest_to_an_engine() {
        for other in [
            "abc",
            "^abc",
            "^a|b$",
            "^(ab)+$",
            "^.$",
            "^[^a]$",
            "^[a&&b]$",
            "^[[:alpha:]]$",
            r"^\w+$",
            r"^\b$",
            "^é$",
            "^a+?$",
            "^a++$",
            "^a{2$",
            "^a{3,2}$",
            "^[b-a]$",
            "^[a-]$",
            "^[]$",
            "^+$",
            // More than one way to read them.
            "^[a-z]+a$",
            "^a?b*a$",
            "^[0-9]*[0-9]$",
        ] {
            assert!(parts(other).is_none(), "{other}");
        }
    }
}
