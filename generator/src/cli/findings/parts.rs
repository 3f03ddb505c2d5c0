//! The two parts of a report, and their figures.

use stipula_evidence::{Change, Finding, Report, Upstream};

/// Findings by who has to act on them first: the page changed, or the spec and what is kept are not right.
pub(super) struct Parts<'a> {
    pub(super) upstream: Vec<(&'a Finding, &'a Upstream)>,
    /// What has to be looked at, then what may be tidied.
    pub(super) ours: Vec<&'a Finding>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(report: &'a Report) -> Self {
        let all = report.findings.iter().chain(&report.stale);
        let upstream = all
            .clone()
            .filter_map(|it| Some((it, it.upstream.as_ref()?)));
        Self {
            upstream: upstream.collect(),
            ours: all.filter(|it| it.upstream.is_none()).collect(),
        }
    }

    /// How many entries with an edit there are of a change.
    pub(super) fn count(&self, change: Change) -> usize {
        let work = self.upstream.iter().filter(|(_, it)| !it.edit.is_empty());
        work.filter(|(_, it)| it.change == change).count()
    }

    /// How many entries ask for no edit.
    pub(super) fn without_edit(&self) -> usize {
        let done = self.upstream.iter().filter(|(_, it)| it.edit.is_empty());
        done.count()
    }

    /// "changed upstream: 3 added, 1 removed, 2 changed, 1 without an edit"
    pub(super) fn upstream_line(&self) -> String {
        let changes = Change::ALL.map(|it| (self.count(it), it.name()));
        let rest = (self.without_edit(), "without an edit");
        line("changed upstream", changes.into_iter().chain([rest]))
    }

    /// "ours: 1 differs, 2 unread"
    pub(super) fn ours_line(&self) -> String {
        let runs = self.ours.chunk_by(|a, b| a.topic == b.topic);
        line("ours", runs.map(|it| (it.len(), it[0].topic.name())))
    }
}

fn line<'a>(what: &str, counts: impl Iterator<Item = (usize, &'a str)>) -> String {
    let told: Vec<String> = counts
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    format!("{what}: {}", told.join(", "))
}
