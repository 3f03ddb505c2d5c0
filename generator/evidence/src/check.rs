//! A verdict for every claim of the spec and for every fact of the pages.

use std::collections::{BTreeMap, BTreeSet};
use stipula_facts::{Fact, Kind, Record, Verdict};

use serde_json::Value;

use stipula_spec::link::Linker;
use stipula_spec::raw::{RawSource, RawSpec};

use super::{
    Finding, Report, Seen, Topic,
    claims::{self, Claim},
    compare::{agrees, is_many, is_told},
    gaps::Gaps,
    report, told,
    waivers::{self, Waivers},
};

/// Claims and facts that speak of the same thing.
#[derive(Default)]
struct Group<'a> {
    claims: Vec<&'a Claim<'a>>,
    facts: Vec<&'a Fact>,
}

type Groups<'a> = BTreeMap<(String, Kind), Group<'a>>;

/// What a check reads and adds to.
struct Check<'a> {
    spec: &'a RawSpec,
    /// Facts with the places of the spec that they speak of.
    placed: Vec<(&'a Fact, String)>,
    waivers: Waivers<'a>,
    gaps: Gaps<'a>,
    /// Pages of which there are facts.
    captured: BTreeSet<&'a str>,
    /// Places of members that some page describes.
    described: BTreeSet<String>,
    report: Report,
}

/// Holds the facts of the pages against the spec.
pub(super) fn check(spec: &RawSpec, facts: &[Fact]) -> Report {
    let claims = claims::all(spec);
    let linkers: BTreeMap<&str, Linker<'_>> = spec
        .sources
        .iter()
        .map(|it| (it.id.value.as_str(), Linker::new(spec, it)))
        .collect();
    let mut groups = Groups::new();
    for claim in &claims {
        let key = (claim.at.clone(), claim.kind);
        groups.entry(key).or_default().claims.push(claim);
    }
    let mut check = Check {
        spec,
        placed: Vec::new(),
        waivers: Waivers::new(spec),
        gaps: Gaps::new(facts, &linkers),
        captured: facts.iter().map(|it| it.source.as_str()).collect(),
        described: BTreeSet::new(),
        report: Report::default(),
    };
    check.report.gaps = check.gaps.findings(spec);
    check.report.coverage.gaps = check.report.gaps.len();
    for fact in facts.iter().filter(|it| is_structured(it.kind)) {
        check.report.coverage.facts += 1;
        let place = linkers
            .get(fact.source.as_str())
            .and_then(|it| it.place(&fact.at, fact.kind));
        match place {
            Some(place) => {
                if fact.kind == Kind::Field {
                    check.described.insert(place.clone());
                }
                check.placed.push((fact, place.clone()));
                let kind = aligned(&groups, &place, fact.kind);
                groups.entry((place, kind)).or_default().facts.push(fact);
            }
            None => check.extra(fact, None),
        }
    }
    let docs = docs_by_place(&claims);
    for ((at, _), group) in &groups {
        check.group(at, group, docs.get(at.as_str()).map_or(&[][..], |it| it));
    }
    for fact in facts.iter().filter(|it| it.kind == Kind::Contradiction) {
        check.report.coverage.facts += 1;
        check.contradiction(fact);
    }
    check.report.stale = check.waivers.stale(facts, &claims);
    let mut report = check.report;
    report.records.sort_by(|a, b| {
        (&a.at, a.kind, a.value.to_string()).cmp(&(&b.at, b.kind, b.value.to_string()))
    });
    report.records.dedup();
    for record in report.records.iter().filter(|it| !it.value.is_null()) {
        report.coverage.count(record.verdict);
    }
    report
}

/// Facts that the spec has to have a claim for. Samples are chosen by whoever writes the spec.
const fn is_structured(kind: Kind) -> bool {
    !kind.is_prose() && !matches!(kind, Kind::Gap | Kind::Contradiction | Kind::Sample)
}

/// Keys of a map are the texts of an enum in the spec.
fn aligned(groups: &Groups<'_>, place: &str, kind: Kind) -> Kind {
    let has = |kind| groups.contains_key(&(place.to_owned(), kind));
    match kind {
        Kind::Key if !has(Kind::Key) && has(Kind::Value) => Kind::Value,
        other => other,
    }
}

/// Prose beside the claims of each place.
fn docs_by_place<'a>(claims: &[Claim<'a>]) -> BTreeMap<String, Vec<&'a str>> {
    let mut docs: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for claim in claims {
        let here = docs.entry(claim.at.clone()).or_default();
        for doc in &claim.docs {
            if !here.contains(doc) {
                here.push(doc);
            }
        }
    }
    docs
}

impl<'a> Check<'a> {
    fn group(&mut self, at: &str, group: &Group<'a>, docs: &[&str]) {
        let says = |fact: &Fact, claim: &Claim<'_>| agrees(claim, &fact.value);
        let leftover: Vec<&Fact> = group
            .facts
            .iter()
            .filter(|fact| !group.claims.iter().any(|claim| says(fact, claim)))
            .copied()
            .collect();
        let many = group.claims.first().is_some_and(|it| is_many(it.kind));
        if group.claims.is_empty() || many {
            for fact in &leftover {
                if !is_told(fact, docs) {
                    self.extra(fact, Some(at));
                }
            }
        }
        for claim in &group.claims {
            let pages: Vec<&Fact> = group
                .facts
                .iter()
                .filter(|it| says(it, claim))
                .copied()
                .collect();
            let against = if many { &[][..] } else { &leftover[..] };
            self.claim(claim, &pages, against);
        }
    }

    /// The verdict on one claim: who says the same, and who says something else.
    fn claim(&mut self, claim: &Claim<'_>, same: &[&Fact], against: &[&Fact]) {
        let mut quirks = BTreeSet::new();
        let mut unexplained = Vec::new();
        for fact in against {
            match self.waivers.of_fact(fact) {
                Some(quirk) => {
                    quirks.insert(quirk.to_owned());
                }
                None => unexplained.push(*fact),
            }
        }
        let mut pages: BTreeSet<String> = same.iter().map(|it| it.source.clone()).collect();
        if pages.is_empty() && against.is_empty() {
            pages.extend(self.said_elsewhere(claim));
        }
        if unexplained.is_empty() {
            self.attributed(claim, &pages);
        }
        let verdict = match (pages.is_empty(), unexplained.is_empty()) {
            (false, true) => Verdict::Confirmed,
            (false, false) => Verdict::Conflict,
            (true, false) => Verdict::Differs,
            (true, true) if !quirks.is_empty() => Verdict::Waived,
            (true, true) if !claim.explicit => return,
            (true, true) => {
                let (verdict, quirk) = self.silent(claim);
                quirks.extend(quirk.map(str::to_owned));
                verdict
            }
        };
        if !matches!(
            verdict,
            Verdict::Confirmed | Verdict::Waived | Verdict::Unverifiable
        ) {
            let shown: Vec<&Fact> = unexplained.iter().chain(same).copied().collect();
            let finding = self.disagreement(verdict, claim, &shown, &unexplained);
            self.report.findings.push(finding);
        }
        self.report.records.push(Record {
            at: claim.at.clone(),
            kind: claim.kind,
            value: claim.value.clone(),
            verdict,
            pages: pages.into_iter().collect(),
            quirks: quirks.into_iter().collect(),
        });
    }

    /// Where a page was captured, a claim that names it as its source has to stand there.
    fn attributed(&mut self, claim: &Claim<'_>, pages: &BTreeSet<String>) {
        let Some(source) = claim.source().filter(|it| self.captured.contains(it)) else {
            return;
        };
        if !claim.explicit || pages.is_empty() || pages.contains(source) {
            return;
        }
        let others: Vec<&str> = pages.iter().map(String::as_str).collect();
        self.report.findings.push(Finding::of_claim(
            Topic::WrongSource,
            claim,
            Vec::new(),
            format!(
                "`source` is `{source}`, which does not say it; {} does",
                others.join(" and ")
            ),
            "name the page that says it",
        ));
    }

    /// A claim that names another page as its source is confirmed by a member of that name there.
    fn said_elsewhere(&self, claim: &Claim<'_>) -> Option<String> {
        let source = claim.own_source()?;
        let name = claim.at.rsplit('.').next()?;
        let mut facts = self.placed.iter().filter(|(fact, place)| {
            fact.source == source
                && fact.kind == claim.kind
                && place.rsplit('.').next() == Some(name)
                && agrees(claim, &fact.value)
        });
        facts.next().map(|(fact, _)| fact.source.clone())
    }

    /// A claim of which no page speaks.
    fn silent(&self, claim: &Claim<'_>) -> (Verdict, Option<&'a str>) {
        let elsewhere = claim
            .source()
            .is_some_and(|source| !self.captured.contains(source));
        let is_described = self.described.contains(&claim.at);
        if self.gaps.cover(&claim.at, claim.kind, is_described) || elsewhere {
            return (Verdict::Unverifiable, None);
        }
        match self.waivers.of_claim(claim) {
            Some(quirk) => (Verdict::Waived, Some(quirk)),
            None => (Verdict::SpecOnly, None),
        }
    }

    /// A fact of which the spec says nothing.
    fn extra(&mut self, fact: &Fact, at: Option<&str>) {
        if let Some(quirk) = self.waivers.of_fact(fact) {
            // Readers of the member should know that its page says more.
            let record = at.map(|at| Record {
                at: at.to_owned(),
                kind: fact.kind,
                value: Value::Null,
                verdict: Verdict::Waived,
                pages: Vec::new(),
                quirks: vec![quirk.to_owned()],
            });
            self.report.records.extend(record);
            return;
        }
        let kind = fact.kind.name();
        self.report.coverage.count(Verdict::CaptureOnly);
        self.report.findings.push(Finding::of_page(
            Topic::Verdict(Verdict::CaptureOnly),
            at.unwrap_or(&fact.at),
            (fact.kind, vec![self.seen(fact)]),
            match at {
                Some(at) => format!("the page gives `{kind}` of `{at}`, and the spec does not"),
                None => "nothing of the spec stands at this place of the page".to_owned(),
            },
            format!(
                "say it in the spec, or waive it: `{}`",
                waivers::of_page(fact)
            ),
        ));
    }

    fn contradiction(&mut self, fact: &Fact) {
        if self.waivers.of_fact(fact).is_some() {
            return;
        }
        self.report.findings.push(Finding::of_page(
            Topic::Contradiction,
            &fact.at,
            (fact.kind, vec![self.seen(fact)]),
            "an example breaks a rule of its own page",
            format!(
                "decide which of the two holds, and waive the other: `{}`",
                waivers::of_page(fact)
            ),
        ));
    }

    fn disagreement(
        &self,
        verdict: Verdict,
        claim: &Claim<'_>,
        shown: &[&Fact],
        against: &[&Fact],
    ) -> Finding {
        let message = match verdict {
            Verdict::Conflict => self.by_authority(shown),
            Verdict::Differs => "the page says something else".to_owned(),
            _ => "no page says it".to_owned(),
        };
        let waiver = match against.first() {
            Some(fact) => waivers::of_page(fact),
            None => waivers::of_spec(claim),
        };
        Finding::of_claim(
            Topic::Verdict(verdict),
            claim,
            shown.iter().map(|it| self.seen(it)).collect(),
            message,
            format!("change the spec, or waive it: `{waiver}`"),
        )
    }

    /// Which of several pages is believed.
    fn by_authority(&self, shown: &[&Fact]) -> String {
        let authority = |fact: &&&Fact| self.page(&fact.source).map_or(0, |it| it.authority);
        let Some(first) = shown.iter().max_by_key(authority) else {
            return String::new();
        };
        let highest = authority(&first);
        let rivals = shown.iter().filter(|it| authority(it) == highest);
        let values: BTreeSet<String> = rivals.map(|it| told(&it.value)).collect();
        if values.len() > 1 {
            return "pages of the same authority disagree".to_owned();
        }
        let value = told(&first.value);
        format!(
            "pages disagree; by authority `{}` is right with {value}",
            first.source
        )
    }

    fn page(&self, source: &str) -> Option<&RawSource> {
        self.spec.sources.iter().find(|it| it.id.value == source)
    }

    fn seen(&self, fact: &Fact) -> Seen {
        report::seen(self.spec, fact)
    }
}
