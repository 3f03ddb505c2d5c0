//! A kind of notification, as constant data.

use std::fmt;

use super::{Head, Incoming};
use crate::client::{Credential, Scheme, SealedMember};
use crate::read::{Read, ReadError};

/// One kind of notification of `N`: how it is told from others, proven, read and answered.
pub struct Notice<N: 'static> {
    name: &'static str,
    read: fn(&Incoming<'_>) -> Result<Read<N>, ReadError>,
    pub(super) when: Option<fn(&Head<'_>) -> bool>,
    proof: NoticeProof,
    sealed: &'static [SealedMember],
    pub(super) reply: Reply,
}

/// How a notification proves who sent it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum NoticeProof {
    /// Nothing does.
    None,
    /// It is signed as answers are.
    Scheme(&'static Scheme),
    /// A header holds a secret.
    Secret(&'static str, &'static Credential),
}

/// What is answered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) content_type: &'static str,
    pub(super) body: &'static str,
}

impl Reply {
    pub(super) const USUAL: Self = Self {
        status: 200,
        content_type: "",
        body: "",
    };
}

impl<N> Notice<N> {
    /// A kind of this name, which is read so. Nothing proves it, and it is answered with status 200,
    /// unless the rest says so.
    pub const fn new(
        name: &'static str,
        read: fn(&Incoming<'_>) -> Result<Read<N>, ReadError>,
    ) -> Self {
        Self {
            name,
            read,
            when: None,
            proof: NoticeProof::None,
            sealed: &[],
            reply: Reply::USUAL,
        }
    }

    /// Sets what of a body tells that it is this kind; each is, unless set.
    #[must_use]
    pub const fn when(mut self, is_it: fn(&Head<'_>) -> bool) -> Self {
        self.when = Some(is_it);
        self
    }

    /// Says that it is signed as the answers of this scheme are.
    #[must_use]
    pub const fn signed(mut self, scheme: &'static Scheme) -> Self {
        self.proof = NoticeProof::Scheme(scheme);
        self
    }

    /// Says that this header holds this secret.
    #[must_use]
    pub const fn secret(mut self, header: &'static str, is: &'static Credential) -> Self {
        self.proof = NoticeProof::Secret(header, is);
        self
    }

    /// Sets its members that travel sealed; see [`Api::sealed`](crate::client::Api::sealed).
    #[must_use]
    pub const fn sealed(mut self, members: &'static [SealedMember]) -> Self {
        self.sealed = members;
        self
    }

    /// Sets the HTTP status of the answer.
    #[must_use]
    pub const fn reply(mut self, status: u16) -> Self {
        self.reply.status = status;
        self
    }

    /// Sets the body of the answer to this JSON text.
    #[must_use]
    pub const fn json(mut self, json: &'static str) -> Self {
        self.reply.content_type = "application/json";
        self.reply.body = json;
        self
    }

    /// Sets the body of the answer to this text.
    #[must_use]
    pub const fn text(mut self, text: &'static str) -> Self {
        self.reply.content_type = "text/plain; charset=utf-8";
        self.reply.body = text;
        self
    }

    /// Its name in the API.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    pub(crate) const fn sealed_members(&self) -> &'static [SealedMember] {
        self.sealed
    }

    pub(crate) const fn proof(&self) -> NoticeProof {
        self.proof
    }

    pub(super) fn read(&self, from: &Incoming<'_>) -> Result<Read<N>, ReadError> {
        (self.read)(from)
    }
}

impl NoticeProof {
    /// Whether it is the same proof.
    pub(super) fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::None, Self::None) => true,
            (Self::Scheme(one), Self::Scheme(other)) => std::ptr::eq(one, other),
            (Self::Secret(one, is), Self::Secret(other, also)) => one == other && is == also,
            _ => false,
        }
    }
}

impl<N> fmt::Debug for Notice<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notice")
            .field("name", &self.name)
            .field("proof", &self.proof)
            .field("reply", &self.reply)
            .finish_non_exhaustive()
    }
}
