//! The vocabulary of evidence: what pages say, and what became of the claims of a spec.
//!
//! Plain data and its files of JSON lines. Who reads pages, who checks claims and who tells the
//! verdicts share these words and nothing else.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod fact;
mod history;
mod kind;
mod lines;
pub mod place;
mod verdict;

pub use fact::{Confidence, Fact, sort};
pub use history::{HISTORY, Noted, Part, Release};
pub use kind::Kind;
pub use lines::{from_lines, to_lines};
pub use verdict::{Record, VERDICTS, Verdict};
