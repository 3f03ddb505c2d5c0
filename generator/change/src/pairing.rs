//! What of one side is what of the other: by name, and by what a renaming leaves as it was.

/// Two lists laid side by side, by their indexes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Pairing {
    /// Of one name, in the order of the new side.
    pub(crate) kept: Vec<(usize, usize)>,
    /// Taken for a renaming.
    pub(crate) renamed: Vec<(usize, usize)>,
    /// Only on the old side.
    pub(crate) removed: Vec<usize>,
    /// Only on the new side.
    pub(crate) added: Vec<usize>,
}

/// Pairs things of one name, then those that are taken for one: each of exactly one other.
pub(crate) fn pair<T>(
    old: &[T],
    new: &[T],
    name: impl Fn(&T) -> &str,
    is_renamed: impl Fn(&T, &T) -> bool,
) -> Pairing {
    let mut pairing = Pairing::default();
    let by_name: std::collections::BTreeMap<&str, usize> = old
        .iter()
        .enumerate()
        .map(|(at, it)| (name(it), at))
        .collect();
    let mut is_kept = vec![false; old.len()];
    for (at, it) in new.iter().enumerate() {
        match by_name.get(name(it)) {
            Some(&was) if !is_kept[was] => {
                is_kept[was] = true;
                pairing.kept.push((was, at));
            }
            _ => pairing.added.push(at),
        }
    }
    pairing.removed = (0..old.len()).filter(|it| !is_kept[*it]).collect();
    let fits = |was: usize, at: usize| is_renamed(&old[was], &new[at]);
    let only = |all: &[usize], wanted: &dyn Fn(usize) -> bool| {
        let mut found = all.iter().copied().filter(|it| wanted(*it));
        found.next().filter(|_| found.next().is_none())
    };
    let mut renamed = Vec::new();
    for &was in &pairing.removed {
        let Some(at) = only(&pairing.added, &|at| fits(was, at)) else {
            continue;
        };
        if only(&pairing.removed, &|was| fits(was, at)) == Some(was) {
            renamed.push((was, at));
        }
    }
    pairing
        .removed
        .retain(|it| !renamed.iter().any(|pair| pair.0 == *it));
    pairing
        .added
        .retain(|it| !renamed.iter().any(|pair| pair.1 == *it));
    pairing.renamed = renamed;
    pairing
}

impl Pairing {
    /// Everything that is on both sides; whether it was renamed.
    pub(crate) fn both(&self) -> impl Iterator<Item = (usize, usize, bool)> {
        let kept = self.kept.iter().map(|it| (it.0, it.1, false));
        kept.chain(self.renamed.iter().map(|it| (it.0, it.1, true)))
    }

    /// Whether what is on both sides stands in another order.
    pub(crate) fn is_reordered(&self) -> bool {
        !self.kept.is_sorted_by_key(|it| it.0)
    }
}
