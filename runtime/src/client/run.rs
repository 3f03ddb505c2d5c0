//! The asynchronous shell around the attempts of a call: it sends and waits.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use super::attempt::{Exchange, Next};
use super::token::Asked;
use super::{
    Client, Error, FromAnswer, Proof, Response, SignError, Timer, Token, TokenError, Transport,
    TransportError, TransportErrorKind, Unsigned,
};

pub(super) async fn run<T: Transport, D: FromAnswer>(
    client: &Client<T>,
    mut exchange: Exchange<'_>,
) -> Result<Response<D>, Error> {
    let shared = &*client.shared;
    let timer = shared.timer.as_deref();
    loop {
        let next = match token(client, &exchange).await {
            Ok(token) => match answer(client, &mut exchange, token).await? {
                Ok(answer) => exchange.answered(answer, shared.elapsed(), (shared.jitter)()),
                Err(why) => exchange.unsigned(why, shared.elapsed(), (shared.jitter)()),
            },
            Err(why) => exchange.unfetched(why, shared.elapsed(), (shared.jitter)()),
        };
        match (next, timer) {
            (Next::Done(result), _) => return result,
            (Next::Wait(wait), Some(timer)) if !wait.is_zero() => timer.sleep(wait).await,
            (Next::Wait(_), _) => {}
        }
    }
}

/// What came back of an attempt.
type Came = Result<http::Response<Vec<u8>>, TransportError>;

/// Sends an attempt, and follows where its answer points to. Without a signature nothing was sent.
async fn answer<T: Transport>(
    client: &Client<T>,
    exchange: &mut Exchange<'_>,
    token: Option<Token>,
) -> Result<Result<Came, Error>, Error> {
    let shared = &*client.shared;
    let timer = shared.timer.as_deref();
    let mut unsigned = exchange.prepare(token)?;
    loop {
        let proof = match signed(timer, exchange, &unsigned).await {
            Ok(proof) => proof,
            Err(why) => return Ok(Err(why)),
        };
        let request = exchange.finish(unsigned, proof)?;
        let sent = exchange.span().around(shared.transport.execute(request));
        let came = within(timer, limit(client, exchange), sent).await;
        match exchange.redirected(&came)? {
            Some(next) => unsigned = next,
            None => return Ok(Ok(came)),
        }
    }
}

/// How long a signature is waited for, unless attempts have a time of their own.
const SIGNING: Duration = Duration::from_secs(30);

/// The proof of a request: its token, or a signature by the signer of the client.
async fn signed(
    timer: Option<&dyn Timer>,
    exchange: &Exchange<'_>,
    unsigned: &Unsigned,
) -> Result<Proof, Error> {
    if let Some(token) = exchange.token() {
        return Ok(token);
    }
    let Some((signer, bytes)) = unsigned.waits_for() else {
        return unsigned.sign();
    };
    let limit = exchange.timeout().unwrap_or(SIGNING);
    let late = || SignError::transient(format!("there was no signature within {limit:?}"));
    let signing = exchange.span().around(signer.sign(bytes));
    let signature = match timer {
        Some(timer) => unless_late(timer, limit, signing, late).await,
        None => signing.await,
    };
    let signature = signature.map_err(|why| unsigned.failed(why))?;
    Ok(Proof::Signature(signature))
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
    let late = || {
        let message = format!("no answer within {limit:?}");
        TransportError::new(TransportErrorKind::Timeout, message)
    };
    unless_late(timer, limit, work, late).await
}

/// What `work` gives, or `late` when it takes longer than `limit`.
async fn unless_late<A, E>(
    timer: &dyn Timer,
    limit: Duration,
    work: impl Future<Output = Result<A, E>>,
    late: impl Fn() -> E,
) -> Result<A, E> {
    let mut work = pin!(work);
    // Whoever is ready at once needs no timer.
    let mut over = None;
    poll_fn(|context| {
        if let Poll::Ready(result) = work.as_mut().poll(context) {
            return Poll::Ready(result);
        }
        let over = over.get_or_insert_with(|| timer.sleep(limit));
        over.as_mut().poll(context).map(|()| Err(late()))
    })
    .await
}
