//! Captures of documentation pages, read into facts.
//!
//! A capture is evidence and never an input of the generator. What is read from it is a sorted list
//! of [`Fact`]s, and what the capture lost is in that list too, as gaps.

pub mod fact;
pub mod text;

pub use fact::{Confidence, Fact, Kind};
