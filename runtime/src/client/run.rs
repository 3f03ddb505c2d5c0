//! The asynchronous shell around the attempts of a call: it sends and waits.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use super::attempt::{Exchange, Next};
use super::token::Asked;
use super::{
    Client, Error, FromAnswer, Response, Timer, Token, TokenError, Transport, TransportError,
    TransportErrorKind,
};

pub(super) async fn run<T: Transport, D: FromAnswer>(
    client: &Client<T>,
    mut exchange: Exchange<'_>,
) -> Result<Response<D>, Error> {
    let shared = &*client.shared;
    let timer = shared.timer.as_deref();
    loop {
        let next = match token(client, &exchange).await {
            Ok(token) => {
                let unsigned = exchange.prepare(token)?;
                let proof = exchange.sign(&unsigned)?;
                let request = exchange.finish(unsigned, proof)?;
                let sent = exchange.span().around(shared.transport.execute(request));
                let limit = limit(client, &exchange);
                let mut answer = within(timer, limit, sent).await;
                while let Some(request) = exchange.redirected(&answer)? {
                    let sent = exchange.span().around(shared.transport.execute(request));
                    answer = within(timer, limit, sent).await;
                }
                exchange.answered(answer, shared.elapsed(), (shared.jitter)())
            }
            Err(why) => exchange.unfetched(why, shared.elapsed(), (shared.jitter)()),
        };
        match (next, timer) {
            (Next::Done(result), _) => return result,
            (Next::Wait(wait), Some(timer)) if !wait.is_zero() => timer.sleep(wait).await,
            (Next::Wait(_), _) => {}
        }
    }
}

/// The token of the next attempt, if it needs one: fetched here, or by another call.
async fn token<T: Transport>(
    client: &Client<T>,
    exchange: &Exchange<'_>,
) -> Result<Option<Token>, TokenError> {
    let Some(mut asking) = exchange.ask() else {
        return Ok(None);
    };
    let shared = &*client.shared;
    let asked = poll_fn(|context| asking.poll(shared.config.clock.now(), context.waker())).await;
    let mut lease = match asked {
        Asked::Known(result) => return result.map(Some),
        Asked::Fetch(lease) => lease,
    };
    let request = exchange.limited(lease.request()?);
    let asked = shared.config.clock.now();
    let sent = exchange.span().around(shared.transport.execute(request));
    let limit = limit(client, exchange);
    let answer = within(shared.timer.as_deref(), limit, sent).await;
    lease.ended(answer, asked).map(Some)
}

/// How long an attempt may take, where the transport does not see to it.
fn limit<T: Transport>(client: &Client<T>, exchange: &Exchange<'_>) -> Option<Duration> {
    let transport = &client.shared.transport;
    exchange.timeout().filter(|_| !transport.keeps_time())
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
