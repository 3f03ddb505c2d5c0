//! Values, cases, verdicts on bodies, and witnesses: what the conditions of a contract mean.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod cases;
pub mod judge;
pub mod values;
pub mod witness;
