//! Captures of pages, read into facts. The captures are of an API that does not exist.

mod account;
mod captures;
mod edits;
mod forms;
mod hostile;
mod html;
mod html_edits;
mod noise;
mod sentences;
mod shapes;
mod small;
mod snapshots;
mod unknown;
