//! Making a receiver, with all mistakes told at once.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use super::receiver::Settings;
use super::{NoticeProof, Notifications, Receiver};
use crate::client::{
    BuildError, CLIENT_ID, Clock, Credential, Credentials, Problems, SystemClock, Verifier,
};
#[cfg(feature = "aws-lc")]
use crate::client::{BuildProblemKind, PublicKey, Scheme};

/// The largest body unless set otherwise: 1 MiB.
const MAX_BODY: usize = 1 << 20;

/// Makes a [`Receiver`].
#[must_use = "nothing happens before `build`"]
pub struct ReceiverBuilder<N> {
    pub(crate) credentials: Credentials,
    clock: Arc<dyn Clock>,
    max_body: usize,
    problems: Problems,
    of: PhantomData<fn() -> N>,
}

impl<N: Notifications> Receiver<N> {
    /// Starts the settings.
    pub fn builder() -> ReceiverBuilder<N> {
        ReceiverBuilder {
            credentials: Credentials::default(),
            clock: Arc::new(SystemClock),
            max_body: MAX_BODY,
            problems: Problems::default(),
            of: PhantomData,
        }
    }
}

impl<N: Notifications> ReceiverBuilder<N> {
    /// Gives a credential that notifications need. Generated code has a constant for each.
    pub fn credential(mut self, which: &'static Credential, text: impl Into<String>) -> Self {
        self.credentials.give(which.name(), text);
        self
    }

    /// The id that the vendor gave you, where notifications say for whom they are.
    pub fn client_id(mut self, id: impl Into<String>) -> Self {
        self.credentials.give(CLIENT_ID, id);
        self
    }

    /// The vendor's public key, as text: PEM or bare base64. It stands for each id of a key; where there
    /// are several keys, give [`PlatformKeys`](crate::client::PlatformKeys) as
    /// [`verifier`](Self::verifier).
    #[cfg(feature = "aws-lc")]
    pub fn platform_key(mut self, text: &str) -> Self {
        match PublicKey::parse_for(text, algorithm::<N>()) {
            Ok(key) => self.credentials.verifier = Some(Arc::new(key)),
            Err(error) => self.problems.push(
                BuildProblemKind::Verifier,
                format!("`platform_key`: {error}"),
            ),
        }
        self
    }

    /// What verifies signatures, instead of a platform key. A client and a receiver may share one.
    pub fn verifier(mut self, verifier: impl Verifier + 'static) -> Self {
        self.credentials.verifier = Some(Arc::new(verifier));
        self
    }

    /// What the time of a signed notification is held against; the clock of the system unless set.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// The largest body, in bytes; 1 MiB unless set.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// Makes the receiver, or says everything that is missing or wrong.
    pub fn build(self) -> Result<Receiver<N>, BuildError> {
        let mut problems = self.problems;
        for proof in N::KINDS.iter().map(|it| it.proof()) {
            match proof {
                NoticeProof::None => {}
                NoticeProof::Scheme(scheme) => {
                    let scheme = scheme.implementation();
                    scheme.require_to_verify(&self.credentials, &mut problems);
                }
                NoticeProof::Secret(_, is) => {
                    self.credentials.require_visible(is, &mut problems);
                }
            }
        }
        let mut kinds = N::KINDS.iter();
        if let Some(sealed) = &N::API.sealed
            && kinds.any(|it| !it.sealed_members().is_empty())
        {
            sealed.require(&self.credentials, &mut problems);
        }
        if !problems.is_empty() {
            return Err(BuildError::of_receiver(N::API.name, problems));
        }
        Ok(Receiver {
            settings: Arc::new(Settings {
                credentials: self.credentials,
                clock: self.clock,
                max_body: self.max_body,
            }),
            of: PhantomData,
        })
    }
}

/// By what notifications are signed.
#[cfg(feature = "aws-lc")]
fn algorithm<N: Notifications>() -> crate::client::SignatureAlgorithm {
    let schemes = N::KINDS.iter().filter_map(|it| match it.proof() {
        NoticeProof::Scheme(scheme) => Some(scheme),
        _ => None,
    });
    let mut signatures = schemes.filter_map(Scheme::as_signature);
    signatures
        .next()
        .map_or_else(|| N::API.algorithm(), |it| it.method)
}

impl<N: Notifications> fmt::Debug for ReceiverBuilder<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReceiverBuilder")
            .field("api", &N::API.name)
            .field("problems", &self.problems)
            .finish_non_exhaustive()
    }
}
