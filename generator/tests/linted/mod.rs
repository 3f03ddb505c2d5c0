//! What lint says of a small spec.

use stipula_generator::{diag::short, load_str};

/// Every finding, in a line each.
pub(crate) fn findings(spec: &str) -> Vec<String> {
    let loaded = load_str(&[("api.yaml", spec)]);
    let all = loaded.diagnostics.iter();
    all.map(|it| short(it, &loaded.sources)).collect()
}
