//! Where a walk over pages stands.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::data::{PageBy, Paging};
use super::sheet::{Lead, Sheet};
use super::{Paged, link};
use crate::client::target::Target;
use crate::client::{Config, Error, Operation, Response};

/// How the next page is asked for.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::client) enum Turn {
    /// With this value of a member.
    Member(&'static str, Value),
    /// At this path, with its query.
    Path(String),
}

/// Where a walk stands.
#[derive(Debug)]
pub(in crate::client) struct Walk {
    paging: &'static Paging,
    next: Next,
    /// What has asked for a page already.
    seen: BTreeSet<String>,
}

#[derive(Debug)]
enum Next {
    /// The page that the request asks for.
    First,
    Turn(Turn),
    /// The last page was good, and does not say how to go on.
    Lost(&'static str),
    Nothing,
}

impl Walk {
    pub(in crate::client) fn new(paging: &'static Paging) -> Self {
        Self {
            paging,
            next: Next::First,
            seen: BTreeSet::new(),
        }
    }

    /// How to ask for the next page: none for the first. Nothing when the walk is over.
    pub(in crate::client) fn begin(
        &mut self,
        operation: &'static Operation,
    ) -> Option<Result<Option<&Turn>, Error>> {
        if let Next::Lost(why) = self.next {
            self.next = Next::Nothing;
            return Some(Err(Error::decode(&Target::of(operation), why)));
        }
        match &self.next {
            Next::First => Some(Ok(None)),
            Next::Turn(turn) => Some(Ok(Some(turn))),
            Next::Lost(_) | Next::Nothing => None,
        }
    }

    /// What came of it; `request` is the JSON that asked for the first page.
    pub(in crate::client) fn end<R: Paged>(
        &mut self,
        request: &Map<String, Value>,
        answer: Result<Response<Sheet<R>>, Error>,
        config: &Config,
    ) -> Result<Response<R::Response>, Error> {
        let (response, lead) = match answer {
            Ok(answer) => answer.parted(),
            Err(error) => {
                self.next = Next::Nothing;
                return Err(error);
            }
        };
        let turn = self.turn(request, lead, config);
        self.next = match turn {
            Ok(Some(turn)) => self.note(turn, request),
            Ok(None) => Next::Nothing,
            Err(why) => Next::Lost(why),
        };
        Ok(response)
    }

    /// What asks for the page after this one; none after the last.
    fn turn(
        &self,
        request: &Map<String, Value>,
        lead: Lead,
        config: &Config,
    ) -> Result<Option<Turn>, &'static str> {
        if lead.more == Some(false) {
            return Ok(None);
        }
        let is_promised = lead.more == Some(true);
        match (self.paging.by, lead.to) {
            (PageBy::Cursor { into, .. } | PageBy::LastId { into, .. }, Some(to)) => {
                Ok(Some(Turn::Member(into, to)))
            }
            (PageBy::Cursor { .. } | PageBy::LastId { .. }, None) if is_promised => {
                Err("it says that there is more, and not how to ask for it")
            }
            (PageBy::LastId { .. }, None) if lead.items > 0 => {
                Err("its last item lacks the member that asks for the next page")
            }
            (PageBy::Number { into, from }, _) if lead.items > 0 || is_promised => {
                let before = match &self.next {
                    Next::Turn(Turn::Member(_, number)) => number.as_i64(),
                    _ => request.get(into).and_then(Value::as_i64),
                };
                let next = before.unwrap_or(from).saturating_add(1);
                Ok(Some(Turn::Member(into, next.into())))
            }
            (PageBy::Link, Some(to)) => {
                let address = to.as_str().unwrap_or_default();
                Ok(Some(Turn::Path(link::below(&config.address, address)?)))
            }
            _ => Ok(None),
        }
    }

    /// Goes on, unless that leads to where the walk has been.
    fn note(&mut self, turn: Turn, request: &Map<String, Value>) -> Next {
        let text = |it: &Value| match it {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let key = match &turn {
            Turn::Member(_, value) => text(value),
            Turn::Path(path) => path.clone(),
        };
        if let Turn::Member(into, _) = &turn
            && let Some(first) = request.get(*into)
        {
            self.seen.insert(text(first));
        }
        if self.seen.insert(key) {
            Next::Turn(turn)
        } else {
            Next::Lost("it leads to a page that was read before, so that there would be no end")
        }
    }
}
