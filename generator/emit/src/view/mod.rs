//! What documentation tells, as data, below every output that tells it.
//!
//! A view borrows from the model and answers the questions that all outputs share: which members
//! there are and where, what each needs, which rules it has, where that was read. It knows no
//! Markdown table and no HTML: an output turns a [`Link`](link::Link) into one of its own, a
//! [`Mark`](marks::Mark) into a chip or a few words, and [`Prose`](prose::Prose) into its own marks.
//!
//! Each kind of thing that the model may tell otherwise one day is read in one module: rules in
//! [`rules`], what pages make of a claim in [`standing`], names in Rust in [`names`].

#[cfg_attr(not(all(feature = "markdown", feature = "site")), allow(dead_code))]
pub(crate) mod changelog;
pub(crate) mod codes;
pub(crate) mod curl;
pub(crate) mod examples;
pub(crate) mod link;
pub(crate) mod marks;
pub(crate) mod members;
pub(crate) mod names;
pub(crate) mod need;
pub(crate) mod notes;
pub(crate) mod notification;
pub(crate) mod operation;
pub(crate) mod overview;
pub(crate) mod prose;
pub(crate) mod quirks;
pub(crate) mod rules;
pub(crate) mod scenarios;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod standing;
pub(crate) mod tree;
pub(crate) mod values;

#[cfg(all(test, feature = "site"))]
mod tests;
