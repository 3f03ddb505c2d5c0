//! Patterns as JSON Schema has them: regular expressions of ECMA-262 with the flag `u`.
//!
//! Specs are written in the syntax of `regex-lite`. What the two read differently is translated, and
//! what cannot be said is refused.

use std::{fmt, iter::Peekable, str::CharIndices};

/// White space of the pattern language, which is less than that of ECMA-262.
const SPACE: &str = r"\t\n\v\f\r ";

/// Digits and letters of words, said in full: not every reader of schemas takes ASCII only.
const DIGIT: &str = "0-9";
const WORD: &str = "0-9A-Z_a-z";

/// Signs that ECMA-262 lets a backslash stand before.
const SIGNS: &str = r"^$\.*+?()[]{}|/";

/// A part that the client and a schema would read differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The part as it is written.
    pub part: String,
    /// What to write instead.
    pub instead: &'static str,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { part, instead } = self;
        write!(
            f,
            "`{part}` means nothing to a JSON Schema, or something else: {instead}"
        )
    }
}

/// The pattern for a schema. It has to be one that `regex-lite` reads.
///
/// # Errors
/// A part that has no counterpart.
pub fn ecma(pattern: &str) -> Result<String, Difference> {
    let mut reader = Reader {
        pattern,
        rest: pattern.char_indices().peekable(),
        out: String::with_capacity(pattern.len()),
        last: Last::Nothing,
    };
    while let Some((at, letter)) = reader.rest.next() {
        reader.step(at, letter)?;
    }
    Ok(reader.out)
}

/// What a count would repeat.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// The start, or a position such as `^`.
    Nothing,
    One,
    Counted,
}

struct Reader<'a> {
    pattern: &'a str,
    rest: Peekable<CharIndices<'a>>,
    out: String,
    last: Last,
}

impl Reader<'_> {
    fn step(&mut self, at: usize, letter: char) -> Result<(), Difference> {
        self.last = match letter {
            '\\' => self.escape(at)?,
            '.' => self.one(r"[^\n]"),
            '[' => self.class(at)?,
            '(' => self.group(at)?,
            '^' | '$' | '|' => {
                self.out.push(letter);
                Last::Nothing
            }
            '*' | '+' | '?' | '{' => self.count(at, letter)?,
            ']' | '}' => self.one(&format!("\\{letter}")),
            plain => self.one(plain.encode_utf8(&mut [0; 4])),
        };
        Ok(())
    }

    fn one(&mut self, text: &str) -> Last {
        self.out.push_str(text);
        Last::One
    }

    /// The part from `at` as far as it was read.
    fn refused<T>(&mut self, at: usize, instead: &'static str) -> Result<T, Difference> {
        let end = self.rest.peek().map_or(self.pattern.len(), |it| it.0);
        Err(Difference {
            part: self.pattern[at..end].to_owned(),
            instead,
        })
    }

    fn escape(&mut self, at: usize) -> Result<Last, Difference> {
        let Some((_, letter)) = self.rest.next() else {
            return self.refused(at, "end it with `\\\\`");
        };
        Ok(match letter {
            's' => self.one(&format!("[{SPACE}]")),
            'S' => self.one(&format!("[^{SPACE}]")),
            'd' => self.one(&format!("[{DIGIT}]")),
            'D' => self.one(&format!("[^{DIGIT}]")),
            'w' => self.one(&format!("[{WORD}]")),
            'W' => self.one(&format!("[^{WORD}]")),
            'A' => self.position("^"),
            'z' => self.position("$"),
            'b' | 'B' if self.rest.peek().is_none_or(|it| it.1 != '{') => {
                self.position(if letter == 'b' { r"\b" } else { r"\B" })
            }
            'b' | '<' | '>' => return self.refused(at, "use `\\b`"),
            _ => {
                let text = self.letter(at, letter)?;
                self.one(&text)
            }
        })
    }

    fn position(&mut self, text: &str) -> Last {
        self.out.push_str(text);
        Last::Nothing
    }

    /// An escape that means the same inside a class and outside of it.
    fn letter(&mut self, at: usize, letter: char) -> Result<String, Difference> {
        Ok(match letter {
            'n' | 'r' | 't' | 'f' | 'v' => format!("\\{letter}"),
            'a' => r"\u{7}".to_owned(),
            'x' => self.code(at, 2)?,
            'u' => self.code(at, 4)?,
            'U' => self.code(at, 8)?,
            sign if SIGNS.contains(sign) => format!("\\{sign}"),
            sign if !sign.is_alphanumeric() => sign.to_string(),
            _ => return self.refused(at, "write the character itself"),
        })
    }

    /// `7F` or `{7F}` behind `\x`.
    fn code(&mut self, at: usize, digits: usize) -> Result<String, Difference> {
        let mut hex = String::new();
        if self.rest.next_if(|it| it.1 == '{').is_some() {
            while let Some((_, digit)) = self.rest.next_if(|it| it.1 != '}') {
                hex.push(digit);
            }
            self.rest.next();
        } else {
            hex.extend(self.rest.by_ref().take(digits).map(|it| it.1));
        }
        match u32::from_str_radix(&hex, 16) {
            Ok(number) => Ok(format!("\\u{{{number:x}}}")),
            Err(_) => self.refused(at, "write the character itself"),
        }
    }

    fn group(&mut self, at: usize) -> Result<Last, Difference> {
        if self.rest.next_if(|it| it.1 == '?').is_none() {
            self.out.push('(');
            return Ok(Last::Nothing);
        }
        self.rest.next_if(|it| it.1 == 'P');
        let Some((_, sign)) = self.rest.next() else {
            return self.refused(at, "close the group");
        };
        match sign {
            ':' => {}
            '<' => while self.rest.next().is_some_and(|it| it.1 != '>') {},
            _ => return self.refused(at, "write both cases, as in `[Aa]`, and leave flags out"),
        }
        // Nobody asks for what a group caught.
        self.out.push_str("(?:");
        Ok(Last::Nothing)
    }

    fn count(&mut self, at: usize, letter: char) -> Result<Last, Difference> {
        if self.last != Last::One {
            return self.refused(
                at,
                "count a character, a class or a group, and count it once",
            );
        }
        if letter == '{' {
            self.braces(at)?;
        } else {
            self.out.push(letter);
        }
        if self.rest.next_if(|it| it.1 == '?').is_some() {
            self.out.push('?');
        }
        Ok(Last::Counted)
    }

    fn braces(&mut self, at: usize) -> Result<(), Difference> {
        let mut inside = String::new();
        while let Some((_, digit)) = self.rest.next_if(|it| it.1 != '}') {
            inside.push(digit);
        }
        self.rest.next();
        let (min, max) = inside.split_once(',').unwrap_or((&inside, "0"));
        let is_number = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
        if is_number(min) && (max.is_empty() || is_number(max)) {
            self.out.extend(["{", &inside, "}"]);
            return Ok(());
        }
        self.refused(at, "write `{2}`, `{2,}` or `{2,4}`")
    }

    /// A set of characters, as far as its closing bracket.
    fn class(&mut self, at: usize) -> Result<Last, Difference> {
        self.out.push('[');
        if self.rest.next_if(|it| it.1 == '^').is_some() {
            self.out.push('^');
        }
        let mut is_first = true;
        loop {
            let Some((start, letter)) = self.rest.next() else {
                return self.refused(at, "close the bracket");
            };
            match letter {
                ']' if !is_first => break,
                '[' if self.rest.peek().is_some_and(|it| it.1 == ':') => {
                    return self.refused(at, "write the characters, as in `[A-Za-z]`");
                }
                _ => self.item(start, letter)?,
            }
            is_first = false;
        }
        self.out.push(']');
        Ok(Last::One)
    }

    /// One character or set of a class, or a range.
    fn item(&mut self, at: usize, letter: char) -> Result<(), Difference> {
        let (first, is_set) = self.member(at, letter)?;
        self.out.push_str(&first);
        let mut ahead = self.rest.clone();
        let is_range = ahead.next().is_some_and(|it| it.1 == '-')
            && ahead.next().is_some_and(|it| it.1 != ']');
        if !is_range {
            return Ok(());
        }
        self.rest.next();
        let Some((start, last)) = self.rest.next() else {
            return self.refused(at, "close the bracket");
        };
        let (end, ends_set) = self.member(start, last)?;
        if is_set || ends_set || letter == '-' || last == '-' {
            return self.refused(at, "escape the hyphen, or put it at the end");
        }
        self.out.push('-');
        self.out.push_str(&end);
        Ok(())
    }

    /// One character of a class, or a set of them.
    fn member(&mut self, at: usize, letter: char) -> Result<(String, bool), Difference> {
        let next = self.rest.peek().map(|it| it.1);
        Ok(match letter {
            '\\' => match self.rest.next().map(|it| it.1) {
                None => return self.refused(at, "close the bracket"),
                Some('s') => (SPACE.to_owned(), true),
                Some('d') => (DIGIT.to_owned(), true),
                Some('w') => (WORD.to_owned(), true),
                Some('S' | 'D' | 'W') => return self.refused(at, "write the characters"),
                Some('-') => (r"\-".to_owned(), false),
                Some(other) => (self.letter(at, other)?, false),
            },
            '&' | '~' if next == Some(letter) => return self.refused(at, "escape it"),
            '-' | '[' | ']' | '^' => (format!("\\{letter}"), false),
            plain => (plain.to_string(), false),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_the_same_in_the_other_language() {
        for (given, expected) in [
            ("^[A-Z]{3}$", "^[A-Z]{3}$"),
            (r"\A\s+\z", r"^[\t\n\v\f\r ]+$"),
            (r"^a.b$", r"^a[^\n]b$"),
            (r"[\s\d-]\S", r"[\t\n\v\f\r 0-9\-][^\t\n\v\f\r ]"),
            (r"\-\#\x41\u{1F3AC}\/", r"-#\u{41}\u{1f3ac}\/"),
            ("(?P<a>x)(?<b>y)(?:z)(w)", "(?:x)(?:y)(?:z)(w)"),
            ("[]a]}", r"[\]a]\}"),
            ("[^-a]", r"[^\-a]"),
            ("a{2,}?b*?", "a{2,}?b*?"),
            (r"\w\D[é-🎬]", "[0-9A-Z_a-z][^0-9][é-🎬]"),
        ] {
            assert_eq!(ecma(given).as_deref(), Ok(expected), "{given}");
        }
    }

    #[test]
    fn refuses_what_it_cannot_say() {
        for (given, part) in [
            ("(?i)^abc$", "(?i"),
            ("a(?x: b )", "(?x"),
            ("[[:alpha:]]", "[["),
            (r"\b{start}a", r"\b"),
            ("a**", "*"),
            ("^*", "*"),
            (r"[\w-z]", r"\w-z"),
            (r"[\S]", r"\S"),
            ("[a&&b]", "&"),
        ] {
            let refused = ecma(given).expect_err(given);
            assert_eq!(refused.part, part, "{given}");
        }
    }
}
