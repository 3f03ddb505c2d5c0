//! From attributes to the model.

mod condition;
mod container;
mod field;
mod object;
mod options;
mod rules;

pub(crate) use container::container;
pub(crate) use object::object;
