//! Notifications that the fake makes and signs.

use std::time::SystemTime;

use http::header::{CONTENT_TYPE, HeaderValue};
use http::{Method, Request, Uri};
use serde::Serialize;
use serde::de::IgnoredAny;

use super::reply::put;
use super::{Fake, Shared};
use crate::client::{
    Api, Credentials, Flaw, Header, Ids as _, Message, RandomIds, Sealed, SealedMember, SystemClock,
};
use crate::notifications::{Notice, NoticeProof, Notifications, ReceiverBuilder};

/// A notification of a fake, before it is made.
#[must_use = "nothing happens before `request`"]
pub struct Notify<'f> {
    fake: &'f Fake,
    proof: NoticeProof,
    body: Vec<u8>,
    uri: Uri,
    fault: NotifyFault,
}

/// What is to be wrong with a notification, on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum NotifyFault {
    /// Nothing.
    #[default]
    None,
    /// It has no proof.
    Unsigned,
    /// Its proof is that of another body; a secret is another one.
    BadSignature,
    /// It is signed with another key; a secret is another one.
    WrongKey,
    /// Its proof tells an old time.
    WrongTime,
    /// It was signed long ago, and rightly.
    Old,
}

impl Fake {
    /// Makes a notification of this kind with this body, proven as the API says.
    ///
    /// Nothing is sent: give the [request](Notify::request) to whatever takes notifications.
    pub fn notify<N>(&self, kind: &'static Notice<N>, body: &impl Serialize) -> Notify<'_> {
        Notify {
            fake: self,
            proof: kind.proof(),
            // What cannot be JSON is told by whoever reads the empty body.
            body: self.sealed(
                kind.sealed_members(),
                serde_json::to_vec(body).unwrap_or_default(),
            ),
            uri: Uri::from_static("/"),
            fault: NotifyFault::None,
        }
    }

    /// The key that members are sealed with, where the API seals some.
    pub fn seal_key(&self) -> &'static str {
        Sealed::FAKE_KEY
    }

    /// A receiver that takes the notifications of this fake: its keys and secrets are set.
    pub fn receiver<N: Notifications>(&self) -> ReceiverBuilder<N> {
        let mut builder = crate::notifications::Receiver::builder();
        builder.credentials = self.shared.keys.client_end(self.client_id());
        give_key(N::API, &mut builder.credentials);
        builder
    }
}

impl Fake {
    fn sealed(&self, members: &[SealedMember], body: Vec<u8>) -> Vec<u8> {
        self.shared.sealed(members, body)
    }
}

impl Shared {
    /// A body with its members sealed that are to be.
    pub(super) fn sealed(&self, members: &[SealedMember], body: Vec<u8>) -> Vec<u8> {
        let (api, text) = (self.table.api, std::str::from_utf8(&body));
        let (Some(sealed), Ok(text)) = (&api.sealed, text) else {
            return body;
        };
        if members.is_empty() || serde_json::from_str::<IgnoredAny>(text).is_err() {
            return body;
        }
        let mut credentials = self.keys.platform_end(&self.settings.client_id);
        give_key(api, &mut credentials);
        // Without randomness there would be no keys either.
        let nonce = RandomIds.fresh().unwrap_or_default();
        sealed
            .seal(text, members, &credentials, &nonce)
            .into_bytes()
    }
}

/// Gives a key to open with, where the API has one.
pub(super) fn give_key(api: &Api, credentials: &mut Credentials) {
    if let Some(sealed) = &api.sealed {
        credentials.give(sealed.key.name(), Sealed::FAKE_KEY);
    }
}

impl Notify<'_> {
    /// Where it is sent; `/` unless set.
    pub fn to(mut self, uri: Uri) -> Self {
        self.uri = uri;
        self
    }

    /// What is to be wrong with it.
    pub fn fault(mut self, fault: NotifyFault) -> Self {
        self.fault = fault;
        self
    }

    /// The request as the vendor would send it, with a body of bytes: `Vec<u8>` or `Bytes`, for instance.
    pub fn request<B: From<Vec<u8>>>(self) -> Request<B> {
        let headers = self.headers();
        let mut request = Request::new(B::from(self.body));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = self.uri;
        let json = HeaderValue::from_static("application/json");
        request.headers_mut().insert(CONTENT_TYPE, json);
        for header in headers {
            put(request.headers_mut(), header.name, &header.value);
            if let Some(value) = request.headers_mut().get_mut(header.name) {
                value.set_sensitive(header.sensitive);
            }
        }
        request
    }

    /// The headers that prove it.
    fn headers(&self) -> Vec<Header> {
        if self.fault == NotifyFault::Unsigned {
            return Vec::new();
        }
        let (keys, client) = (self.fake.shared.keys, self.fake.client_id());
        let credentials = match self.fault {
            NotifyFault::WrongKey => keys.wrong_end(client),
            _ => keys.platform_end(client),
        };
        match self.proof {
            NoticeProof::None => Vec::new(),
            NoticeProof::Secret(name, is) => {
                let mut value = credentials.text(is.name()).to_owned();
                if self.fault == NotifyFault::BadSignature {
                    value.push('0');
                }
                vec![Header::secret(name, value)]
            }
            NoticeProof::Scheme(scheme) => {
                let flaw = match self.fault {
                    NotifyFault::BadSignature => Flaw::OtherBody,
                    NotifyFault::WrongTime => Flaw::OtherTime,
                    _ => Flaw::None,
                };
                let scheme = scheme.implementation();
                let time = match self.fault {
                    NotifyFault::Old => scheme.time(&SystemTime::UNIX_EPOCH),
                    _ => scheme.time(&SystemClock),
                };
                // Without randomness there would be no keys either.
                let nonce = RandomIds.fresh().unwrap_or_default();
                let path = self.uri.path_and_query().map_or("/", |it| it.as_str());
                let message = Message {
                    method: Method::POST.as_str(),
                    path,
                    headers: &http::HeaderMap::new(),
                    body: &self.body,
                };
                scheme.attest(message.at(&time, &nonce), &credentials, flaw)
            }
        }
    }
}

impl std::fmt::Debug for Notify<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Notify")
            .field("proof", &self.proof)
            .field("fault", &self.fault)
            .finish_non_exhaustive()
    }
}
