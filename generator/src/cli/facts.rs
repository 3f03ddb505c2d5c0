//! `stipula facts`.

use anstream::{eprintln, print};

use super::{args::FactsArgs, captures, exit::Exit};
use stipula_facts::{Kind, to_lines};
use stipula_pages::{Account, Fate, Page};

/// Prints the facts of each capture. All captures are read, whatever happens to one of them.
#[allow(clippy::print_stdout, clippy::print_stderr)] // this is the command
pub(super) fn run(args: &FactsArgs) -> Exit {
    if args.source.is_some() && args.captures.len() > 1 {
        eprintln!("`--source` names the source of one capture; give one");
        return Exit::Usage;
    }
    let mut code = Exit::Clean;
    for path in &args.captures {
        let source = args.source.clone().unwrap_or_else(|| captures::stem(path));
        let shown = path.display();
        match captures::one(path, &source) {
            Ok((_, page)) => {
                print!("{}", to_lines(&page.facts));
                eprintln!("{shown}: {}", summary(&page));
            }
            Err((message, failure)) => {
                eprintln!("{shown}: {message}");
                code = code.max(failure);
            }
        }
    }
    code
}

/// "pipe-tables; 444 facts, 120 paragraphs, 15 gaps; of 812 texts, facts were read from 590, 140 are
/// prose, 12 gaps, 70 furniture: around the page 40, a heading of a column 30"
fn summary(page: &Page) -> String {
    let count = |wanted: fn(Kind) -> bool| page.facts.iter().filter(|it| wanted(it.kind)).count();
    let prose = count(Kind::is_prose);
    let gaps = count(|kind| kind == Kind::Gap);
    let facts = page.facts.len() - prose - gaps;
    format!(
        "{}; {facts} facts, {prose} paragraphs, {gaps} gaps; {}",
        page.shape.name(),
        texts(&page.account)
    )
}

/// What became of the texts of a page.
fn texts(account: &Account) -> String {
    let counts = account.counts();
    let of = |fate: Fate| counts.get(&fate).copied().unwrap_or_default();
    let rules = counts.iter().filter_map(|(fate, count)| match fate {
        Fate::Furniture(rule) => Some((*rule, *count)),
        _ => None,
    });
    let rules: Vec<(&str, usize)> = rules.collect();
    let furniture: usize = rules.iter().map(|it| it.1).sum();
    let told: Vec<String> = rules
        .iter()
        .map(|it| format!("{} {}", it.0, it.1))
        .collect();
    let told = if told.is_empty() {
        String::new()
    } else {
        format!(": {}", told.join(", "))
    };
    format!(
        "of {} texts, facts were read from {}, {} are prose, {} gaps, {furniture} furniture{told}",
        account.texts.len(),
        of(Fate::Fact),
        of(Fate::Prose),
        of(Fate::Gap),
    )
}
