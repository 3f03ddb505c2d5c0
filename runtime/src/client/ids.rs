//! The seam to fresh ids, for business keys.

use std::error::Error as StdError;
use std::fmt;

/// Where fresh ids come from. A closure that gives a text is one, too.
pub trait Ids: Send + Sync + 'static {
    /// An id that nobody has had before.
    fn fresh(&self) -> Result<String, IdError>;
}

impl<F: Fn() -> String + Send + Sync + 'static> Ids for F {
    fn fresh(&self) -> Result<String, IdError> {
        Ok(self())
    }
}

/// 128 bits of the operating system's randomness, as 32 lower-case hexadecimal digits.
#[cfg(feature = "aws-lc")]
#[derive(Debug, Clone, Copy, Default)]
pub struct RandomIds;

#[cfg(feature = "aws-lc")]
impl Ids for RandomIds {
    fn fresh(&self) -> Result<String, IdError> {
        let mut bytes = [0; 16];
        aws_lc_rs::rand::fill(&mut bytes)
            .map_err(|_| IdError::new("the system gives no random numbers"))?;
        Ok(super::digest::hex(&bytes))
    }
}

/// No id could be made.
#[derive(Debug)]
pub struct IdError {
    why: String,
}

impl IdError {
    /// `why` is for people.
    pub fn new(why: impl Into<String>) -> Self {
        Self { why: why.into() }
    }
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot make an id: {}", self.why)
    }
}

impl StdError for IdError {}
