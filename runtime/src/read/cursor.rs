//! Steps through JSON that is known to be valid.

#[cfg(feature = "client")]
use super::text::meant;

/// A place in a text that holds one JSON value and nothing else.
///
/// The text has been found to be valid, so the steps look for ends only. On any other text they
/// would stop somewhere, and panic nowhere.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The first byte of what comes next.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let blank = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        let blanks = rest.iter().position(|byte| !blank(byte))?;
        self.at += blanks;
        rest.get(blanks).copied()
    }

    /// Where the next value begins.
    pub(crate) fn place(&mut self) -> usize {
        self.peek();
        self.at
    }

    /// Goes to a place that [`place`](Self::place) told.
    pub(crate) fn go(&mut self, place: usize) {
        self.at = place;
    }

    /// Goes where nothing comes any more.
    pub(crate) fn end(&mut self) {
        self.at = self.text.len();
    }

    /// The text between a place and here.
    pub(crate) fn since(&self, place: usize) -> &'t str {
        self.text.get(place..self.at).unwrap_or_default()
    }

    /// Passes the next value, however deep it is.
    pub(crate) fn skip(&mut self) -> &'t str {
        let start = self.place();
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.string();
                }
                b'{' | b'[' => {
                    self.at += 1;
                    depth += 1;
                    continue;
                }
                b'}' | b']' => {
                    self.at += 1;
                    depth = depth.saturating_sub(1);
                }
                b',' | b':' => {
                    self.at += 1;
                    continue;
                }
                _ => {
                    self.word();
                }
            }
            if depth == 0 {
                break;
            }
        }
        self.since(start)
    }

    /// Passes a text, and gives it as it is written, with its quotes.
    pub(crate) fn string(&mut self) -> &'t str {
        let start = self.place();
        self.at += 1;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            match rest.iter().position(|byte| matches!(byte, b'"' | b'\\')) {
                Some(end) if rest.get(end) == Some(&b'"') => {
                    self.at += end + 1;
                    return self.since(start);
                }
                Some(escape) => self.at += escape + 2,
                None => {
                    self.end();
                    return self.since(start);
                }
            }
        }
    }

    /// Passes a number, `true`, `false` or `null`.
    pub(crate) fn word(&mut self) -> &'t str {
        let start = self.place();
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let ends = |byte: &u8| matches!(byte, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t');
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        // A step of none would be a step too few.
        self.at = start + length.max(usize::from(!rest.is_empty()));
        self.since(start)
    }

    /// Enters a list or an object, whose bracket this is.
    pub(crate) fn open(&mut self, bracket: u8) -> bool {
        let opens = self.peek() == Some(bracket);
        self.at += usize::from(opens);
        opens
    }

    /// Goes to the member of this name of the next value; of several the last, as readers take it.
    #[cfg(feature = "client")]
    pub(crate) fn member(&mut self, name: &str) -> bool {
        if !self.open(b'{') {
            return false;
        }
        let mut found = None;
        while let Some(it) = self.name() {
            let place = self.place();
            self.skip();
            if meant(it).is_some_and(|it| it == name) {
                found = Some(place);
            }
        }
        if let Some(place) = found {
            self.at = place;
        }
        found.is_some()
    }

    /// Whether a list has another item, which comes next; past its end otherwise.
    pub(crate) fn item(&mut self) -> bool {
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                true
            }
            Some(b']' | b'}') => {
                self.at += 1;
                false
            }
            Some(_) => true,
            None => false,
        }
    }

    /// The next name of an object, as it is written; past its end otherwise.
    pub(crate) fn name(&mut self) -> Option<&'t str> {
        if !self.item() {
            return None;
        }
        let name = self.string();
        self.open(b':');
        Some(name)
    }
}
