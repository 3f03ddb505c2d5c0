//! Captures of documentation pages, read into facts.
//!
//! A capture is evidence and never an input of the generator. What is read from it is a sorted list
//! of [`Fact`](stipula_facts::Fact)s, and what the capture lost is in that list too, as gaps.
//!
//! Each shape has a module that finds what the page describes. What is said about a member, in
//! cells or sentences, is read by `entry` and `prose`, which all shapes share.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod text;

mod account;
mod bodies;
mod book;
mod codes;
mod columns;
mod condition;
mod entry;
mod examples;
mod folds;
mod grid;
mod html;
mod json;
mod lines;
mod markdown;
mod opening;
mod owners;
mod paragraphs;
mod piece;
mod portal;
mod prose;
mod reference;
mod scope;
mod sections;
mod settle;
mod shape;
mod tables;
mod travel;
mod waiting;
mod words;

pub use account::{Account, Fate, Text};
pub use shape::{Page, Shape, UnknownShape, read};
