//! Pages and items as streams of `futures`.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::{Items, Paged, Pages};
use crate::client::{Error, Response, Transport};

/// What a step gives: the walk, to go on with, and what was found.
type Step<'a, S, O> = Pin<Box<dyn Future<Output = (S, Option<O>)> + Send + 'a>>;

/// Pages or items as a stream; made by [`Pages::into_stream`] and [`Items::into_stream`].
#[must_use = "nothing is sent before the stream is asked"]
pub struct PageStream<'a, S, O> {
    /// None once it is over.
    state: Option<State<'a, S, O>>,
    step: fn(S) -> Step<'a, S, O>,
}

enum State<'a, S, O> {
    Ready(S),
    Waiting(Step<'a, S, O>),
}

impl<S: Unpin, O> Stream for PageStream<'_, S, O> {
    type Item = O;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<O>> {
        let mut waiting = match self.state.take() {
            None => return Poll::Ready(None),
            Some(State::Ready(walk)) => (self.step)(walk),
            Some(State::Waiting(waiting)) => waiting,
        };
        match waiting.as_mut().poll(context) {
            Poll::Pending => {
                self.state = Some(State::Waiting(waiting));
                Poll::Pending
            }
            Poll::Ready((_, None)) => Poll::Ready(None),
            Poll::Ready((walk, found)) => {
                self.state = Some(State::Ready(walk));
                Poll::Ready(found)
            }
        }
    }
}

impl<'a, R, T> Pages<'a, R, T>
where
    R: Paged + Sync,
    R::Context: Sync,
    R::Response: Send,
    T: Transport,
{
    /// The same as a stream.
    pub fn into_stream(self) -> PageStream<'a, Self, Result<Response<R::Response>, Error>> {
        PageStream {
            state: Some(State::Ready(self)),
            step: |mut walk| {
                Box::pin(async move {
                    let found = walk.next().await;
                    (walk, found)
                })
            },
        }
    }
}

impl<'a, R, T> Items<'a, R, T>
where
    R: Paged + Sync,
    R::Context: Sync,
    R::Response: Send,
    R::Item: Send + 'a,
    T: Transport,
{
    /// The same as a stream.
    pub fn into_stream(self) -> PageStream<'a, Self, Result<R::Item, Error>> {
        PageStream {
            state: Some(State::Ready(self)),
            step: |mut walk| {
                Box::pin(async move {
                    let found = walk.next().await;
                    (walk, found)
                })
            },
        }
    }
}

impl<S, O> fmt::Debug for PageStream<'_, S, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageStream").finish_non_exhaustive()
    }
}
