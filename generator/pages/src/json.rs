//! A tolerant reader of JSON as pages have it: raw line breaks and bare quotes inside texts,
//! commas too many and commas missing.

/// Deeper nesting than this is refused.
const MAX_DEPTH: usize = 64;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(super) value: Json,
    /// Line of its beginning, from 0, in the text that was read.
    pub(super) line: usize,
    /// Bytes of the text.
    pub(super) span: std::ops::Range<usize>,
}

/// A value. Numbers keep their digits.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

/// Which marks end a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotes {
    /// Any quote that is not escaped.
    Plain,
    /// A quote before `:`, `,`, `}` or `]`.
    Loose,
}

impl Node {
    /// The member of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Node> {
        let Json::Object(members) = &self.value else {
            return None;
        };
        members
            .iter()
            .find(|(it, _)| it == name)
            .map(|(_, node)| node)
    }

    pub(super) fn text(&self) -> Option<&str> {
        if let Json::Text(text) = &self.value {
            Some(text)
        } else {
            None
        }
    }

    pub(super) fn items(&self) -> &[Node] {
        if let Json::List(items) = &self.value {
            items
        } else {
            &[]
        }
    }
}

/// Reads a value at the start of a text; `None` when it is none, even with good will.
pub(super) fn read(text: &str, quotes: Quotes) -> Option<Node> {
    let mut reader = Reader {
        text,
        at: 0,
        line: 0,
        quotes,
    };
    reader.value(0)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    quotes: Quotes,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let found = self.peek()?;
        self.at += found.len_utf8();
        self.line += usize::from(found == '\n');
        Some(found)
    }

    fn space(&mut self) {
        while self
            .peek()
            .is_some_and(|it| it.is_whitespace() || matches!(it, '\u{200b}' | '\u{feff}'))
        {
            self.next();
        }
    }

    fn value(&mut self, depth: usize) -> Option<Node> {
        if depth > MAX_DEPTH {
            return None;
        }
        self.space();
        let (start, line) = (self.at, self.line);
        let value = match self.peek()? {
            '{' => self.object(depth)?,
            '[' => self.list(depth)?,
            '"' => Json::Text(self.string()?),
            _ => self.word()?,
        };
        Some(Node {
            value,
            line,
            span: start..self.at,
        })
    }

    fn object(&mut self, depth: usize) -> Option<Json> {
        self.next();
        let mut members = Vec::new();
        loop {
            self.skip_commas();
            match self.peek()? {
                '}' => {
                    self.next();
                    return Some(Json::Object(members));
                }
                '"' => {
                    let name = self.string()?;
                    self.space();
                    (self.next()? == ':').then_some(())?;
                    members.push((name, self.value(depth + 1)?));
                }
                _ => return None,
            }
        }
    }

    fn list(&mut self, depth: usize) -> Option<Json> {
        self.next();
        let mut items = Vec::new();
        loop {
            self.skip_commas();
            if self.peek()? == ']' {
                self.next();
                return Some(Json::List(items));
            }
            items.push(self.value(depth + 1)?);
        }
    }

    fn skip_commas(&mut self) {
        self.space();
        while self.peek() == Some(',') {
            self.next();
            self.space();
        }
    }

    fn word(&mut self) -> Option<Json> {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '+' | '.'))
        {
            self.next();
        }
        match &self.text[start..self.at] {
            "null" => Some(Json::Null),
            "true" => Some(Json::Bool(true)),
            "false" => Some(Json::Bool(false)),
            word if word.parse::<f64>().is_ok()
                && word.contains(|it: char| it.is_ascii_digit()) =>
            {
                Some(Json::Number(word.to_owned()))
            }
            _ => None,
        }
    }

    fn string(&mut self) -> Option<String> {
        self.next();
        let mut text = String::new();
        loop {
            match self.next()? {
                '"' if self.closes() => return Some(text),
                '\\' => match self.next()? {
                    'n' => text.push('\n'),
                    't' => text.push('\t'),
                    'r' => text.push('\r'),
                    'b' | 'f' => text.push(' '),
                    'u' => text.push(self.escape()),
                    other => text.push(other),
                },
                other => text.push(other),
            }
        }
    }

    /// Four hexadecimal digits, and four more for a character outside of the basic plane.
    fn escape(&mut self) -> char {
        let Some(high) = self.hex() else {
            return '\u{fffd}';
        };
        if (0xd800..0xdc00).contains(&high) && self.text[self.at..].starts_with("\\u") {
            let back = (self.at, self.line);
            self.at += 2;
            if let Some(low) = self.hex().filter(|it| (0xdc00..0xe000).contains(it)) {
                return char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
                    .unwrap_or('\u{fffd}');
            }
            (self.at, self.line) = back;
        }
        char::from_u32(high).unwrap_or('\u{fffd}')
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        self.at += 4;
        Some(number)
    }

    /// Whether the quote that was just read ends the text.
    fn closes(&self) -> bool {
        if self.quotes == Quotes::Plain {
            return true;
        }
        let mut rest = self.text[self.at..]
            .chars()
            .filter(|it| !it.is_whitespace());
        match rest.next() {
            None | Some('}' | ']') => true,
            Some(',') => matches!(
                rest.next(),
                Some('"' | '{' | '[' | '}' | ']' | '-' | '0'..='9' | 't' | 'f' | 'n')
            ),
            Some(':') => matches!(
                rest.next(),
                Some('"' | '{' | '[' | '-' | '0'..='9' | 't' | 'f' | 'n')
            ),
            Some(_) => false,
        }
    }
}
