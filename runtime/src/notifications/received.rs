//! A notification that was taken.

use http::header::{CONTENT_TYPE, HeaderValue};
use http::{Response, StatusCode};

use super::notice::Reply;
use crate::read::Misfits;

/// A notification whose proof is good.
#[derive(Debug)]
pub struct Received<N> {
    pub(super) notification: N,
    pub(super) kind: Option<&'static str>,
    pub(super) misfits: Misfits,
    pub(super) reply: Reply,
}

impl<N> Received<N> {
    /// What it says.
    pub fn notification(&self) -> &N {
        &self.notification
    }

    /// What it says, without the rest.
    pub fn into_notification(self) -> N {
        self.notification
    }

    /// The name of its kind in the API; none of one that is not documented.
    pub fn kind(&self) -> Option<&'static str> {
        self.kind
    }

    /// What of the body did not fit its type, and was left out.
    pub fn misfits(&self) -> &Misfits {
        &self.misfits
    }

    /// What the vendor expects to be answered once the notification was taken.
    ///
    /// Answer it when your own work is done, or is kept where it is not lost: the vendor does not send
    /// the notification again after that. If you cannot do the work, answer with a status of 500.
    pub fn answer<B: From<Vec<u8>>>(&self) -> Response<B> {
        let mut response = Response::new(B::from(self.reply.body.as_bytes().to_vec()));
        *response.status_mut() = StatusCode::from_u16(self.reply.status).unwrap_or(StatusCode::OK);
        if !self.reply.content_type.is_empty() {
            let value = HeaderValue::from_static(self.reply.content_type);
            response.headers_mut().insert(CONTENT_TYPE, value);
        }
        response
    }
}
