//! A body that knows whether a connection took it.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use http_body_util::Full;
use hyper::body::{Body, Bytes, Frame, SizeHint};

/// Whether a request may have left: a connection asked for its body.
///
/// hyper asks just before it writes the head of a request. Until then nothing of it was sent.
#[derive(Clone, Default)]
pub(super) struct Taken(Arc<AtomicBool>);

impl Taken {
    pub(super) fn is(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    fn now(&self) {
        self.0.store(true, Ordering::Release);
    }
}

/// The body of a request.
pub(super) struct Watched {
    body: Full<Bytes>,
    taken: Taken,
}

impl Watched {
    pub(super) fn new(body: Vec<u8>, taken: &Taken) -> Self {
        Self {
            body: Full::new(body.into()),
            taken: taken.clone(),
        }
    }
}

impl Body for Watched {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        self.taken.now();
        Pin::new(&mut self.get_mut().body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.taken.now();
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
