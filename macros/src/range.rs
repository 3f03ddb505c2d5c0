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

/// Whether an end of a range is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    Included,
    Excluded,
}

/// An end of a range.
pub(crate) struct End {
    /// As messages tell it.
    pub(crate) text: String,
    pub(crate) value: Value,
    pub(crate) edge: Edge,
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

const FORMS: &str = "expected a range: `1..=100`, `0..100`, `1..`, `0<..`, `..=9.99`, `1s..=1h`, \
                     `\"2024-01-01T00:00:00Z\"..`";

impl Range {
    pub(crate) fn read(tokens: &TokenStream) -> Result<Self, Mistake> {
        let [(min, low), (max, high)] = split(tokens)?;
        let (min, max) = (end(&min, low)?, end(&max, high)?);
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
        };
        range.holds_something()?;
        Ok(range)
    }

    fn holds_something(&self) -> Result<(), Mistake> {
        let (Some(min), Some(max)) = (&self.min, &self.max) else {
            return Ok(());
        };
        let order = min.value.compare(max.value);
        let is_empty = match (min.edge, max.edge) {
            (Edge::Included, Edge::Included) => order.is_gt(),
            _ => order.is_ge(),
        };
        if !is_empty {
            return Ok(());
        }
        let help = match (order.is_eq(), min.edge) {
            (false, _) => "the lower end comes first",
            (true, Edge::Included) => "`..` leaves out the upper end; `..=` has it in the range",
            (true, Edge::Excluded) => {
                "`<` leaves out the lower end; without it, that is in the range"
            }
        };
        Err((
            format!("nothing lies between {} and {}", min.text, max.text),
            help,
        ))
    }

    /// No whole number lies between the ends, though other numbers do.
    pub(crate) fn holds_no_whole(&self) -> bool {
        let (Of::Numbers, Some(min), Some(max)) = (self.of, &self.min, &self.max) else {
            return false;
        };
        let (Value::Whole(low), Value::Whole(high)) = (min.value, max.value) else {
            return false;
        };
        let steps = |edge| i128::from(edge == Edge::Excluded);
        low.saturating_add(steps(min.edge)) > high.saturating_sub(steps(max.edge))
    }

    /// Both ends, when each is a whole number of 64 bits and in the range.
    pub(crate) fn simple(&self) -> Option<(Option<i64>, Option<i64>)> {
        let whole = |end: &Option<End>| match end {
            None => Some(None),
            Some(End {
                value: Value::Whole(whole),
                edge: Edge::Included,
                ..
            }) => i64::try_from(*whole).ok().map(Some),
            Some(_) => None,
        };
        (self.of == Of::Numbers).then_some(())?;
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

/// What stands before and behind the dots, each with whether it is in the range.
fn split(tokens: &TokenStream) -> Result<[(Vec<TokenTree>, Edge); 2], Mistake> {
    let tokens = flat(tokens.clone());
    let is = |token: Option<&TokenTree>, text: char| matches!(token, Some(TokenTree::Punct(it)) if it.as_char() == text);
    let dots = (0..tokens.len()).find(|&at| is(tokens.get(at), '.') && is(tokens.get(at + 1), '.'));
    let Some(dots) = dots else {
        return Err((FORMS.to_owned(), "the dots are missing"));
    };
    let (low, least) = match tokens[..dots].split_last() {
        Some((last, [])) if is(Some(last), '<') => {
            return Err((
                FORMS.to_owned(),
                "`<` stands behind the end that it leaves out",
            ));
        }
        Some((last, before)) if is(Some(last), '<') => (Edge::Excluded, before.to_vec()),
        _ => (Edge::Included, tokens[..dots].to_vec()),
    };
    let (high, rest) = match tokens.get(dots + 2) {
        equals if is(equals, '=') => (Edge::Included, dots + 3),
        _ => (Edge::Excluded, dots + 2),
    };
    Ok([(least, low), (tokens[rest..].to_vec(), high)])
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
fn end(tokens: &[TokenTree], edge: Edge) -> Result<Option<(Of, End)>, Mistake> {
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
        return Ok(Some((of, End { text, value, edge })));
    }
    let text = format!("{sign}{literal}").replace('_', "");
    number::number(&text, edge).map(Some)
}
