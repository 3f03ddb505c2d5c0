//! The asynchronous shell around the attempts of a call: it sends and waits.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use super::attempt::{Exchange, Next};
use super::{
    Client, Error, FromAnswer, Response, Timer, Transport, TransportError, TransportErrorKind,
};

pub(super) async fn run<T: Transport, D: FromAnswer>(
    client: &Client<T>,
    mut exchange: Exchange<'_>,
) -> Result<Response<D>, Error> {
    let shared = &*client.shared;
    let timer = shared.timer.as_deref();
    loop {
        let unsigned = exchange.prepare()?;
        let proof = exchange.sign(&unsigned)?;
        let request = exchange.finish(unsigned, proof)?;
        let sent = exchange.span().around(shared.transport.execute(request));
        let answer = within(timer, exchange.timeout(), sent).await;
        let wait = match exchange.answered(answer, shared.elapsed(), (shared.jitter)()) {
            Next::Done(result) => return result,
            Next::Wait(wait) => wait,
        };
        if let Some(timer) = timer {
            timer.sleep(wait).await;
        }
    }
}

/// Gives up on `work` after `limit`. A limit without a timer was refused before.
async fn within<A>(
    timer: Option<&dyn Timer>,
    limit: Option<Duration>,
    work: impl Future<Output = Result<A, TransportError>>,
) -> Result<A, TransportError> {
    let (Some(timer), Some(limit)) = (timer, limit) else {
        return work.await;
    };
    let mut work = pin!(work);
    let mut over = timer.sleep(limit);
    poll_fn(|context| {
        if let Poll::Ready(result) = work.as_mut().poll(context) {
            return Poll::Ready(result);
        }
        over.as_mut().poll(context).map(|()| {
            let message = format!("no answer within {limit:?}");
            Err(TransportError::new(TransportErrorKind::Timeout, message))
        })
    })
    .await
}
