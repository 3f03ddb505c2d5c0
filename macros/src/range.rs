//! Ends of ranges, as they are written.

mod moment;
mod number;

use proc_macro2::{TokenStream, TokenTree};

pub(crate) use moment::{duration, moment};

/// A range that a rule gives.
pub(crate) struct Range {
    pub(crate) of: Of,
    pub(crate) min: Option<End>,
    pub(crate) max: Option<End>,
    /// The upper end is in it.
    pub(crate) top: Top,
}

/// What is in a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    Numbers,
    /// In nanoseconds.
    Durations,
    /// In nanoseconds since 1970.
    Moments,
}

/// Whether the upper end of a range is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Top {
    Included,
    Excluded,
}

/// An end of a range.
pub(crate) struct End {
    /// As messages tell it.
    pub(crate) text: String,
    pub(crate) value: Value,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Value {
    Whole(i128),
    /// Beyond the signed ones.
    Large(u128),
    Decimal(f64, f32),
}

/// What is wrong, and what to do.
pub(crate) type Mistake = (String, &'static str);

const FORMS: &str = "expected a range: `1..=100`, `0..100`, `1..`, `..=9.99`, `1s..=1h`, \
                     `\"2024-01-01T00:00:00Z\"..`";

impl Range {
    pub(crate) fn read(tokens: &TokenStream) -> Result<Self, Mistake> {
        let (min, top, max) = split(tokens)?;
        let (min, max) = (end(&min)?, end(&max)?);
        let of = match (&min, &max) {
            (None, None) => {
                return Err((
                    FORMS.to_owned(),
                    "give it an end: without one it holds every value",
                ));
            }
            (Some((of, _)), None) | (None, Some((of, _))) => *of,
            (Some((of, _)), Some((other, _))) if of == other => *of,
            (Some(_), Some(_)) => {
                return Err((
                    "the ends are of different sorts".to_owned(),
                    "write two numbers, two durations or two moments",
                ));
            }
        };
        let range = Self {
            of,
            min: min.map(|(_, end)| end),
            max: max.map(|(_, end)| end),
            top,
        };
        range.holds_something()?;
        Ok(range)
    }

    fn holds_something(&self) -> Result<(), Mistake> {
        let (Some(min), Some(max)) = (&self.min, &self.max) else {
            return Ok(());
        };
        let order = min.value.compare(max.value);
        let is_empty = match self.top {
            Top::Included => order.is_gt(),
            Top::Excluded => order.is_ge(),
        };
        if !is_empty {
            return Ok(());
        }
        let help = if order.is_eq() {
            "`..` leaves out the upper end; `..=` has it in the range"
        } else {
            "the lower end comes first"
        };
        Err((
            format!("nothing lies between {} and {}", min.text, max.text),
            help,
        ))
    }

    /// Both ends, when each is a whole number of 64 bits and in the range.
    pub(crate) fn simple(&self) -> Option<(Option<i64>, Option<i64>)> {
        let whole = |end: &Option<End>| match end {
            None => Some(None),
            Some(End {
                value: Value::Whole(whole),
                ..
            }) => i64::try_from(*whole).ok().map(Some),
            Some(_) => None,
        };
        let is_simple = self.of == Of::Numbers && (self.top == Top::Included || self.max.is_none());
        is_simple.then_some(())?;
        Some((whole(&self.min)?, whole(&self.max)?))
    }
}

impl Value {
    fn compare(self, other: Self) -> std::cmp::Ordering {
        let digits = |value| match value {
            Self::Whole(whole) => (whole >= 0, whole.unsigned_abs()),
            Self::Large(whole) => (true, whole),
            Self::Decimal(..) => (false, 0),
        };
        match (self, other) {
            (Self::Decimal(left, _), right) => left.total_cmp(&right.rounded()),
            (left, Self::Decimal(right, _)) => left.rounded().total_cmp(&right),
            (left, right) => match (digits(left), digits(right)) {
                ((true, left), (true, right)) => left.cmp(&right),
                ((false, left), (false, right)) => right.cmp(&left),
                ((left, _), (right, _)) => left.cmp(&right),
            },
        }
    }

    #[allow(clippy::cast_precision_loss, reason = "it is compared with a float")]
    fn rounded(self) -> f64 {
        match self {
            Self::Whole(whole) => whole as f64,
            Self::Large(whole) => whole as f64,
            Self::Decimal(double, _) => double,
        }
    }
}

/// What stands before and behind the dots.
fn split(tokens: &TokenStream) -> Result<(Vec<TokenTree>, Top, Vec<TokenTree>), Mistake> {
    let tokens = flat(tokens.clone());
    let is = |token: Option<&TokenTree>, text: char| matches!(token, Some(TokenTree::Punct(it)) if it.as_char() == text);
    let dots = (0..tokens.len()).find(|&at| is(tokens.get(at), '.') && is(tokens.get(at + 1), '.'));
    let Some(dots) = dots else {
        return Err((FORMS.to_owned(), "the dots are missing"));
    };
    let min = tokens[..dots].to_vec();
    let (top, rest) = match tokens.get(dots + 2) {
        equals if is(equals, '=') => (Top::Included, dots + 3),
        _ => (Top::Excluded, dots + 2),
    };
    Ok((min, top, tokens[rest..].to_vec()))
}

/// The tokens without the brackets of a macro.
fn flat(tokens: TokenStream) -> Vec<TokenTree> {
    let open = |token| match token {
        TokenTree::Group(group) if group.delimiter() == proc_macro2::Delimiter::None => {
            flat(group.stream())
        }
        token => vec![token],
    };
    tokens.into_iter().flat_map(open).collect()
}

/// An end and what it is an end of; `None` for an open one.
fn end(tokens: &[TokenTree]) -> Result<Option<(Of, End)>, Mistake> {
    let (sign, rest) = match tokens {
        [] => return Ok(None),
        [TokenTree::Punct(minus), rest @ ..] if minus.as_char() == '-' => ("-", rest),
        rest => ("", rest),
    };
    let [TokenTree::Literal(literal)] = rest else {
        let text: TokenStream = tokens.iter().cloned().collect();
        return Err((
            format!("`{text}` is no number"),
            "the ends of a range are written out, so that it can be told here that they make sense",
        ));
    };
    let literal: TokenStream = TokenTree::Literal(literal.clone()).into();
    if let Ok(text) = syn::parse2::<syn::LitStr>(literal.clone()) {
        let text = text.value();
        let (of, nanos) = if text.starts_with('P') {
            (Of::Durations, moment::long(&text)?)
        } else {
            (Of::Moments, moment(&text)?)
        };
        let value = Value::Whole(nanos);
        return Ok(Some((of, End { text, value })));
    }
    let text = format!("{sign}{literal}").replace('_', "");
    number::number(&text).map(Some)
}
