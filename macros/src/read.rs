//! From attributes to the model.

mod cases;
mod check;
mod condition;
mod container;
mod field;
mod fields;
mod object;
mod options;
mod rules;
mod stand;

pub(crate) use cases::cases;
pub(crate) use container::container;
pub(crate) use object::object;
