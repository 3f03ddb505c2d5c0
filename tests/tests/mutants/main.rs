//! A mistake in a condition is refused at the mistake, or changes the verdict of a witness.

mod conditions;
mod equivalent;
mod mutate;
mod verdicts;

use std::{collections::BTreeMap, fmt::Write, ops::Range, thread};

use stipula_generator::{Loaded, load_str};
use stipula_spec::diag::{Code, Level};
use stipula_tests::flagship;

use conditions::{Condition, File};
use mutate::{Class, Mutant};
use verdicts::Verdicts;

/// What came of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// An error inside the mistake.
    Refused,
    /// Read, and then refused with a case that shows it: an example, a scenario or another rule.
    Shown,
    /// A witness has another verdict.
    Noticed,
    /// Listed as meaning the same.
    Equivalent,
    /// None of these.
    Missed,
}

#[test]
#[allow(clippy::print_stdout, reason = "counts for whoever runs it")]
fn every_mistake_is_refused_or_changes_a_verdict() {
    let files = conditions::files();
    let api = flagship::model();
    let others = mutate::other_values(&api);
    let mut all: Vec<(Condition, Mutant)> = Vec::new();
    for condition in conditions::conditions(&files) {
        let mutants = mutate::mutants(&condition.text, &others);
        let mutants = mutants
            .into_iter()
            .enumerate()
            .filter(is_judged)
            .map(|it| it.1);
        all.extend(mutants.map(|it| (condition.clone(), it)));
    }
    assert!(all.len() >= 200, "{} mutants are few", all.len());
    let verdicts = Verdicts::of(&api);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = &|share: &[(Condition, Mutant)]| -> Vec<(Class, Outcome, String)> {
        let judged = share
            .iter()
            .map(|(condition, mutant)| judge(&files, &verdicts, condition, mutant));
        judged.collect()
    };
    let outcomes: Vec<(Class, Outcome, String)> = thread::scope(|scope| {
        let shares = all.chunks(all.len().div_ceil(threads));
        let running: Vec<_> = shares.map(|it| scope.spawn(move || share(it))).collect();
        running
            .into_iter()
            .flat_map(|it| it.join().expect("no panic"))
            .collect()
    });
    let mut counts: BTreeMap<(Class, Outcome), usize> = BTreeMap::new();
    for (class, outcome, _) in &outcomes {
        *counts.entry((*class, *outcome)).or_default() += 1;
    }
    for ((class, outcome), count) in &counts {
        println!("{class:?} {outcome:?}: {count}");
    }
    let missed = outcomes.iter().filter(|it| it.1 == Outcome::Missed);
    let missed: Vec<&str> = missed.map(|it| it.2.as_str()).collect();
    assert!(
        missed.is_empty(),
        "{} missed:\n{}",
        missed.len(),
        missed.join("\n")
    );
}

/// Of tokens that are missing or doubled, every third is enough, and takes a third of the time.
fn is_judged((index, mutant): &(usize, Mutant)) -> bool {
    !matches!(mutant.class, Class::Deleted | Class::Doubled) || index % 3 == 0
}

fn judge(
    files: &[File],
    verdicts: &Verdicts,
    condition: &Condition,
    mutant: &Mutant,
) -> (Class, Outcome, String) {
    let loaded = with(files, condition, mutant);
    let start = condition.at.start;
    let mut place = start + mutant.at.start..start + mutant.at.end;
    if mutant.at == (0..mutant.text.len()) {
        // The whole token, with its quotes.
        place = place.start.saturating_sub(1)..place.end + 1;
    }
    let path = &files[condition.file].path;
    let outcome = match &loaded.model {
        None if is_refused_inside(&loaded, path, &place) => Outcome::Refused,
        None if is_shown(&loaded) => Outcome::Shown,
        Some(api) if verdicts.differ(api) => Outcome::Noticed,
        Some(_) if equivalent::is_listed(&condition.text, &mutant.text) => Outcome::Equivalent,
        _ => Outcome::Missed,
    };
    let line = files[condition.file].text[..start].matches('\n').count() + 1;
    let mut told = format!(
        "{path}:{line} {:?}: `{}` for `{}`, mistake at {place:?}",
        mutant.class, mutant.text, condition.text
    );
    for it in loaded
        .diagnostics
        .iter()
        .filter(|it| it.code.level() == Level::Error)
    {
        let at = it.at.map(|at| at.start..at.end);
        let _ = write!(told, "\n    {at:?}: {}", it.message);
    }
    (mutant.class, outcome, told)
}

fn with(files: &[File], condition: &Condition, mutant: &Mutant) -> Loaded {
    let old = &files[condition.file].text;
    let (start, end) = (condition.at.start, condition.at.end);
    let new = format!("{}{}{}", &old[..start], mutant.text, &old[end..]);
    let texts = files.iter().enumerate().map(|(index, file)| {
        let is_changed = index == condition.file;
        let text = if is_changed { &new } else { &file.text };
        (file.path.as_str(), text.as_str())
    });
    load_str(&texts.collect::<Vec<_>>())
}

/// Every error is a verdict: on an example, a scenario, or rules that nothing can keep.
fn is_shown(loaded: &Loaded) -> bool {
    let mut errors = loaded
        .diagnostics
        .iter()
        .filter(|it| it.code.level() == Level::Error);
    let verdicts = [
        Code::ExampleBreaksRule,
        Code::ScenarioEmpty,
        Code::RulesContradict,
    ];
    errors.all(|it| verdicts.contains(&it.code))
}

fn is_refused_inside(loaded: &Loaded, path: &str, place: &Range<usize>) -> bool {
    let errors = loaded
        .diagnostics
        .iter()
        .filter(|it| it.code.level() == Level::Error);
    errors.filter_map(|it| it.at).any(|at| {
        loaded.sources.below(at.file) == path && place.start <= at.start && at.end <= place.end
    })
}
