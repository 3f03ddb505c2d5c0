//! Digests of captures, in the places that the files of a spec have for them.

use std::collections::BTreeMap;

use stipula_spec::{
    raw::{RawSource, RawSpec},
    source::SourceMap,
};

/// Files of sources with new digests in the places of the old ones; no others. All bytes beside a digest
/// stay.
pub(super) fn in_place(
    spec: &RawSpec,
    sources: &SourceMap,
    digest: impl Fn(&RawSource) -> Option<String>,
) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    // From the end of each file to its start, so that places stay right.
    for source in spec.sources.iter().rev() {
        let Some(old) = &source.sha256 else { continue };
        let Some(new) = digest(source).filter(|it| *it != old.value) else {
            continue;
        };
        let path = sources.below(old.span.file).to_owned();
        let text = files
            .entry(path)
            .or_insert_with(|| sources.text(old.span.file).to_owned());
        text.replace_range(old.span.start..old.span.end, &new);
    }
    files
}
