//! Answers that are pages of one list: what leads from one to the next, and walks over all of them.
//!
//! A walk ends where the API says that there is no more, and at the first error. A cursor that comes
//! again is an error, so that no walk goes round in circles.

mod data;
mod link;
mod sheet;
#[cfg(feature = "hyper")]
mod stream;
mod walk;

use std::fmt;
use std::time::Duration;
use std::vec;

use serde_json::{Map, Value};

use super::attempt::Exchange;
use super::{Call, Error, Request, Response, Transport, fixed, run};
use crate::read::Slot;
use crate::{Violations, read};

pub use data::{PageBy, Paging};
pub(super) use sheet::Sheet;
#[cfg(feature = "hyper")]
pub use stream::PageStream;
pub(super) use walk::{Turn, Walk};

/// A request whose answer is one page of a list.
#[diagnostic::on_unimplemented(message = "the answer to `{Self}` is no page of a list")]
pub trait Paged: Request + Slot {
    /// How its pages hang together.
    const PAGING: &'static Paging;
    /// What the list holds.
    type Item;

    /// The items of a page.
    fn items(page: Self::Response) -> Vec<Self::Item>;
}

/// The pages of a list, each asked for when it is wanted; made by [`Call::pages`].
///
/// In a client that blocks it is an iterator.
#[must_use = "nothing is sent before a page is asked for"]
pub struct Pages<'a, R: Paged, T> {
    pub(super) call: Call<'a, R, T>,
    pub(super) walk: Walk,
}

/// The items of all pages, each page asked for when it is wanted; made by [`Call::items`].
///
/// In a client that blocks it is an iterator.
#[must_use = "nothing is sent before an item is asked for"]
pub struct Items<'a, R: Paged, T> {
    pub(super) pages: Pages<'a, R, T>,
    pub(super) page: vec::IntoIter<R::Item>,
}

impl<'a, R: Paged, T> Call<'a, R, T> {
    /// Every page from this one on.
    ///
    /// Each is a call of its own, with the settings of this one. The request is asked for its own
    /// page first; members that it has besides are the same on every page.
    pub fn pages(self) -> Pages<'a, R, T> {
        Pages {
            walk: Walk::new(R::PAGING),
            call: self,
        }
    }

    /// The items of every page from this one on.
    pub fn items(self) -> Items<'a, R, T> {
        Items {
            pages: self.pages(),
            page: Vec::new().into_iter(),
        }
    }
}

impl<'a, R: Paged, T> Call<'a, R, T> {
    /// The same for one page: the one that the request asks for, or the one after it.
    pub(super) fn ready_at(
        &self,
        now: Duration,
        turn: Option<&Turn>,
    ) -> Result<(Exchange<'a>, Violations), Error> {
        self.ready_with(now, |target| match turn {
            None => self.written(self.request, target),
            Some(Turn::Path(path)) => {
                let written = self.written(self.request, target)?;
                target.path = fixed::with_query(R::OPERATION.api, path)
                    .into_owned()
                    .into();
                Ok(written)
            }
            Some(Turn::Member(name, value)) => {
                let mut members = self.body();
                members.insert((*name).to_owned(), value.clone());
                let body = Value::from(members).to_string();
                let request = read::request_of_texts::<R>(body.as_bytes()).map_err(|error| {
                    let why = format!("the next page cannot be asked for: {error}");
                    Error::encode(target.name, &why)
                })?;
                self.written(&request, target)
            }
        })
    }

    /// The request as JSON.
    pub(super) fn body(&self) -> Map<String, Value> {
        match serde_json::to_value(self.request) {
            Ok(Value::Object(members)) => members,
            _ => Map::new(),
        }
    }
}

impl<R: Paged, T: Transport> Pages<'_, R, T> {
    /// The next page; none after the last one, or after an error.
    ///
    /// A future that is dropped has asked for nothing: the same page is the next one.
    pub async fn next(&mut self) -> Option<Result<Response<R::Response>, Error>> {
        let turn = match self.walk.begin(R::OPERATION)? {
            Ok(turn) => turn,
            Err(error) => return Some(Err(error)),
        };
        let client = self.call.client();
        let ready = self.call.timed();
        let ready = ready.and_then(|()| self.call.ready_at(client.shared.elapsed(), turn));
        let answer = match ready {
            Ok((exchange, warnings)) => {
                let answer = run::run::<T, Sheet<R>>(client, exchange).await;
                answer.map(|it| it.warned(warnings))
            }
            Err(error) => Err(error),
        };
        Some(self.walk.end(&self.call.body(), answer, client.config()))
    }
}

impl<R: Paged, T: Transport> Items<'_, R, T> {
    /// The next item; none after the last one, or after an error.
    pub async fn next(&mut self) -> Option<Result<R::Item, Error>> {
        loop {
            if let Some(item) = self.page.next() {
                return Some(Ok(item));
            }
            match self.pages.next().await? {
                Ok(page) => self.page = R::items(page.into_data()).into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<R: Paged, T> fmt::Debug for Pages<'_, R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("call", &self.call)
            .finish_non_exhaustive()
    }
}

impl<R: Paged, T> fmt::Debug for Items<'_, R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("call", &self.pages.call)
            .field("ready", &self.page.len())
            .finish_non_exhaustive()
    }
}
