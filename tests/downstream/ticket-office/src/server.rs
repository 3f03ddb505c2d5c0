//! The door: HTTP in, one sale for each order, and no sale is cut off when the office closes.

use std::{convert::Infallible, future::Future, pin::pin, sync::Arc, time::Duration};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{
    Method, Request, Response, StatusCode, body::Incoming, header::CONTENT_TYPE,
    server::conn::http1, service::service_fn,
};
use hyper_util::{rt::TokioIo, server::graceful::GracefulShutdown};
use tokio::net::TcpListener;

use crate::office::{Office, Order, Sale};

/// No order is longer, in bytes.
const LONGEST: usize = 16 * 1024;

/// Serves until `stop`; then no new connection is taken, and sales under way have so long to end.
pub async fn serve(
    listener: TcpListener,
    office: Arc<Office>,
    stop: impl Future<Output = ()>,
    closing: Duration,
) {
    let open = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => {
                // Whoever hung up before is gone.
                let Ok((stream, _)) = accepted else { continue };
                let office = Arc::clone(&office);
                let service = service_fn(move |request| {
                    let office = Arc::clone(&office);
                    async move { Ok::<_, Infallible>(answer(&office, request).await) }
                });
                let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
                tokio::spawn(open.watch(connection));
            }
        }
    }
    drop(listener);
    let _ = tokio::time::timeout(closing, open.shutdown()).await;
}

async fn answer(office: &Arc<Office>, request: Request<Incoming>) -> Response<Full<Bytes>> {
    match (request.method(), request.uri().path()) {
        (&Method::POST, "/tickets") => sell(office, request).await,
        (&Method::GET, "/metrics") => said(StatusCode::OK, "text/plain", office.metrics.text()),
        _ => said(StatusCode::NOT_FOUND, "text/plain", "no such place\n".into()),
    }
}

async fn sell(office: &Arc<Office>, request: Request<Incoming>) -> Response<Full<Bytes>> {
    let body = Limited::new(request.into_body(), LONGEST).collect().await;
    let order = match body.map(|it| serde_json::from_slice::<Order>(&it.to_bytes())) {
        Ok(Ok(order)) => order,
        Ok(Err(why)) => return said(StatusCode::BAD_REQUEST, "text/plain", why.to_string()),
        Err(why) => return said(StatusCode::PAYLOAD_TOO_LARGE, "text/plain", why.to_string()),
    };
    // A task of its own: a buyer who hangs up does not cut off the sale.
    let seller = Arc::clone(office);
    let sale = tokio::spawn(async move { seller.sell(order).await }).await;
    let sale = sale.unwrap_or(Sale::Open);
    let status = match &sale {
        Sale::Sold { .. } => StatusCode::CREATED,
        Sale::Open => StatusCode::ACCEPTED,
        Sale::Refused { .. } => StatusCode::CONFLICT,
        Sale::Invalid { .. } => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let text = serde_json::to_string(&sale).unwrap_or_default();
    said(status, "application/json", text)
}

fn said(status: StatusCode, kind: &'static str, text: String) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::from(text));
    *response.status_mut() = status;
    let kind = hyper::header::HeaderValue::from_static(kind);
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}
