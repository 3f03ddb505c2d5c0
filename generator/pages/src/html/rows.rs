//! Tables, wherever they come from.

/// Columns of the tables that are made of boxes.
pub(super) const HEADS: [&str; 7] = [
    "Name",
    "Type",
    "Required",
    "In",
    "Default",
    "Example",
    "Description",
];
pub(super) const NEED: usize = 2;
pub(super) const DEFAULT: usize = 4;
pub(super) const EXAMPLE: usize = 5;
pub(super) const ABOUT: usize = 6;

/// A table as a reader sees it: merged cells are repeated where they reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) line: usize,
    /// Cells of the row of headings; none where the table has no such row.
    pub(crate) heads: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) line: usize,
    pub(crate) cells: Vec<String>,
    /// How far the markup moves it to the right.
    pub(crate) depth: usize,
    /// Tables and members that stand in a cell, or in a row of their own below it.
    pub(crate) inner: Vec<Table>,
}
