//! A page as it is read: the data, and what leads to the next one.

use serde_json::Value;

use super::Paged;
use super::data::{PageBy, Paging};
use super::link;
use crate::client::{Answered, FromAnswer, Response};
use crate::read::{Read, ReadError};

/// A page.
pub(in crate::client) struct Sheet<R: Paged> {
    data: R::Response,
    pub(super) lead: Lead,
}

/// What a page says of the next one.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Lead {
    /// What the next request sends, or where it goes.
    pub(super) to: Option<Value>,
    /// Whether there is a next page, where the answer says that.
    pub(super) more: Option<bool>,
    /// How many items there are.
    pub(super) items: usize,
}

impl<R: Paged> FromAnswer for Sheet<R> {
    fn from_answer(answer: &Answered<'_>) -> Result<Read<Self>, ReadError> {
        let read = R::Response::from_answer(answer)?;
        let json = answer.json::<Value>()?.value;
        let mut lead = Lead::of(R::PAGING, &json);
        if R::PAGING.by == PageBy::Link {
            lead.to = link::next(answer.headers()).map(Value::from);
        }
        Ok(Read {
            value: Self {
                data: read.value,
                lead,
            },
            misfits: read.misfits,
        })
    }
}

impl Lead {
    fn of(paging: &Paging, answer: &Value) -> Self {
        let items = at(answer, paging.items).and_then(Value::as_array);
        let to = match paging.by {
            PageBy::Cursor { of, .. } => at(answer, of),
            PageBy::LastId { of, .. } => items.and_then(|it| at(it.last()?, of)),
            PageBy::Number { .. } | PageBy::Link => None,
        };
        let is_given = |it: &&Value| !it.is_null() && it.as_str() != Some("");
        Self {
            to: to.filter(is_given).cloned(),
            more: paging.more.and_then(|it| at(answer, it)?.as_bool()),
            items: items.map_or(0, Vec::len),
        }
    }
}

/// What stands at the end of a way.
fn at<'v>(value: &'v Value, way: &[&str]) -> Option<&'v Value> {
    way.iter().try_fold(value, |value, name| value.get(*name))
}

impl<R: Paged> Response<Sheet<R>> {
    /// The answer without what leads to the next page, and that.
    pub(super) fn parted(self) -> (Response<R::Response>, Lead) {
        let mut lead = Lead::default();
        let response = self.map(|it| {
            lead = it.lead;
            it.data
        });
        (response, lead)
    }
}
