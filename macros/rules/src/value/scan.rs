//! Simple patterns as comparisons of bytes, without an engine.

/// What is left of a text while a derived rule takes it apart from the front.
///
/// The derive makes these calls of a pattern such as `^[A-Z]{3}$`, which is a row of characters
/// that can be read in one way only.
///
/// ```
/// use stipula_rules::checks::Scan;
/// let code = |text| Scan::new(text).take(3, 3, |byte| byte.is_ascii_uppercase()).is_done();
/// assert!(code("HKD") && !code("HK") && !code("HKDX"));
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Scan<'a>(Option<&'a [u8]>);

impl<'a> Scan<'a> {
    /// The whole text.
    #[inline]
    pub const fn new(text: &'a str) -> Self {
        Self(Some(text.as_bytes()))
    }

    /// Takes one byte that is in the set, or fails.
    #[inline]
    pub fn one(self, set: impl Fn(u8) -> bool) -> Self {
        let rest = self.0.and_then(<[u8]>::split_first);
        Self(rest.filter(|(first, _)| set(**first)).map(|(_, rest)| rest))
    }

    /// Takes all bytes up to the first that is not in the set; fails below `min`.
    #[inline]
    pub fn all(self, min: usize, set: impl Fn(u8) -> bool) -> Self {
        let mut rest = self;
        let mut count = 0;
        loop {
            let next = rest.one(&set);
            if next.0.is_none() {
                return if count < min { Self(None) } else { rest };
            }
            rest = next;
            count += 1;
        }
    }

    /// Takes as many bytes as are in the set, but not more than `max`; fails below `min`.
    #[inline]
    pub fn take(self, min: usize, max: usize, set: impl Fn(u8) -> bool) -> Self {
        let mut rest = self;
        for count in 0..max {
            let next = rest.one(&set);
            if next.0.is_none() {
                return if count < min { Self(None) } else { rest };
            }
            rest = next;
        }
        rest
    }

    /// Whether nothing failed and nothing is left.
    #[inline]
    pub fn is_done(self) -> bool {
        self.0.is_some_and(<[u8]>::is_empty)
    }
}

#[cfg(test)]
mod tests {
    use super::Scan;

    #[test]
    fn counts() {
        let letter = |byte: u8| byte.is_ascii_alphabetic();
        let done = |text, min, max| Scan::new(text).take(min, max, letter).is_done();
        assert!(done("", 0, 0) && done("", 0, 2) && done("ab", 0, 2) && done("ab", 2, 2));
        assert!(!done("", 1, 2) && !done("abc", 0, 2) && !done("a1", 0, 2));
        assert!(Scan::new("").all(0, letter).is_done());
        assert!(
            !Scan::new("").all(1, letter).is_done() && !Scan::new("é").all(0, letter).is_done()
        );
        assert!(
            !Scan::new("")
                .one(letter)
                .take(0, 9, letter)
                .all(0, letter)
                .is_done()
        );
    }

    #[test]
    fn reads_a_decimal() {
        let digit = |byte: u8| byte.is_ascii_digit();
        let is_decimal = |text| {
            Scan::new(text)
                .all(1, digit)
                .one(|byte| byte == b'.')
                .one(digit)
                .is_done()
        };
        for good in ["4.3", "10.0"] {
            assert!(is_decimal(good), "{good}");
        }
        for bad in ["", "5", "4.", ".3", "4.33", "4.3\n", " 4.3", "٤.٣"] {
            assert!(!is_decimal(bad), "{bad}");
        }
    }
}
