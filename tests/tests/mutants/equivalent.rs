//! Mistakes that mean the same, each with the reason.

/// The condition, what was made of it, and why no body tells the two apart.
pub(crate) const EQUIVALENT: &[(&str, &str, &str)] = &[(
    "present(currentAmountCent) and present(originalAmountCent)",
    "present(currentAmountCent) or present(originalAmountCent)",
    "what is expected compares the two, and waits for both anyway",
)];

/// Whether a mutant is known to mean the same.
pub(crate) fn is_listed(condition: &str, mutant: &str) -> bool {
    EQUIVALENT
        .iter()
        .any(|(one, other, _)| *one == condition && *other == mutant)
}
