//! "did you mean": the nearest of the known names.

/// The candidate nearest to `name`, when one is near enough to be a slip of the hand.
pub fn suggest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = fold(name);
    let limit = plain.len().div_ceil(3).min(4);
    let mut best = None;
    for candidate in candidates {
        let distance = distance(&plain, &fold(candidate));
        if distance <= limit && best.is_none_or(|(nearest, _)| distance < nearest) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Case and separators are the commonest slips of all, so they cost nothing.
fn fold(name: &str) -> Vec<char> {
    let plain = name.chars().filter(|c| !matches!(c, '_' | '-'));
    plain.flat_map(char::to_lowercase).take(64).collect()
}

/// Insertions, deletions, replacements and swaps of neighbours.
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut current = vec![i + 1; right.len() + 1];
        for (j, b) in right.iter().enumerate() {
            let replaced = previous[j] + usize::from(a != b);
            let mut least = replaced.min(previous[j + 1] + 1).min(current[j] + 1);
            let swapped = i > 0 && j > 0 && *a == right[j - 1] && left[i - 1] == *b;
            if swapped && a != b {
                least = least.min(before[j - 1] + 1);
            }
            current[j + 1] = least;
        }
        before = std::mem::replace(&mut previous, current);
    }
    previous[right.len()]
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn finds_slips_and_leaves_strangers() {
        let names = ["product", "type", "salesPageLink"];
        assert_eq!(suggest("prodcut", names), Some("product"));
        assert_eq!(suggest("sales_page_link", names), Some("salesPageLink"));
        assert_eq!(suggest("tpye", names), Some("type"));
        assert_eq!(suggest("stock", names), None);
        assert_eq!(suggest("", names), None);
    }
}
