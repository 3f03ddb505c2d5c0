//! Calls of generated clients, in tests that wait.

use std::future::Future;

/// What comes of a future, on a runtime of its own.
///
/// # Panics
///
/// Where no runtime can be made.
pub fn run<T>(work: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build();
    runtime.expect("a runtime").block_on(work)
}
