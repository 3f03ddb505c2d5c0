//! The server: a thread with a small runtime of its own, so that any test can use it.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use http_body_util::{BodyExt as _, Limited};
use hyper::body::Incoming as Body;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use tokio::runtime;
use tokio::sync::oneshot;

use super::Shared;
use super::check::Incoming;
use super::reply::Ending;
use super::socket::{Sent, Socket};

/// The largest request that is read, in bytes.
const LIMIT: usize = 16 << 20;

/// A server that runs until this is dropped.
pub(super) struct Running {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic there has been told already.
            let _ = thread.join();
        }
    }
}

pub(super) fn start(address: SocketAddr, shared: Arc<Shared>) -> io::Result<(SocketAddr, Running)> {
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let (stop, stopped) = oneshot::channel();
    let thread = thread::Builder::new()
        .name("stipula-fake".to_owned())
        .spawn(move || {
            runtime.block_on(async {
                tokio::spawn(accept(listener, shared));
                // Either way it is over: told, or nobody is left who could tell.
                let _ = stopped.await;
            });
        })?;
    let running = Running {
        stop: Some(stop),
        thread: Some(thread),
    };
    Ok((address, running))
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
        return;
    };
    loop {
        // A client that is gone before it is accepted is no reason to stop.
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let _ = stream.set_nodelay(true);
        let reset = Arc::new(AtomicBool::new(false));
        let socket = Socket::new(stream, Arc::clone(&reset));
        let shared = Arc::clone(&shared);
        let service = service_fn(move |request| {
            let (shared, reset) = (Arc::clone(&shared), Arc::clone(&reset));
            async move { shared.answer(request, &reset).await }
        });
        tokio::spawn(async move {
            // What breaks here was to break, or the client hung up.
            let _ = http1::Builder::new()
                .serve_connection(socket, service)
                .await;
        });
    }
}

impl Shared {
    async fn answer(
        &self,
        request: http::Request<Body>,
        reset: &AtomicBool,
    ) -> io::Result<http::Response<Sent>> {
        let (head, body) = request.into_parts();
        let body = Limited::new(body, LIMIT).collect().await;
        let body = body.map_err(|error| io::Error::other(error.to_string()))?;
        let path = head
            .uri
            .path_and_query()
            .map(http::uri::PathAndQuery::as_str);
        let incoming = Incoming {
            method: head.method.as_str().to_owned(),
            path: path.unwrap_or_default().to_owned(),
            headers: head.headers,
            body: body.to_bytes().to_vec(),
        };
        let (delay, ending) = self.respond(incoming);
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
        match ending {
            Ending::Drop => Err(io::Error::other("the connection is to close")),
            Ending::Whole(response) => Ok(response.map(Sent::whole)),
            Ending::Reset(response, after) => {
                reset.store(true, Ordering::Relaxed);
                Ok(response.map(|body| Sent::broken(body, after)))
            }
        }
    }
}
