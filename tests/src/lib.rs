//! Tests that see the generator and the client together. They are in `tests/`; this crate holds
//! nothing itself.
