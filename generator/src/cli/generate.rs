//! `stipula generate` and `stipula lint`.

use std::{
    path::{Path, PathBuf},
    thread,
};

use anstream::{eprintln, print};

use super::{
    CLEAN, FAILED, FINDINGS,
    args::{GenerateArgs, SpecArgs},
    cache::Cache,
    new_crate::{NewCrate, missing_features},
    report,
    spec::{chosen, exit_code, loaded},
};
use stipula_emit::{
    FileSet, Model, Target, emit,
    output::{self, MANIFEST, Plan},
};
use stipula_facts::VERDICTS;
use stipula_spec::diag::Level;

use crate::{Loaded, load};

/// Reports findings and writes nothing.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn lint(args: &SpecArgs) -> u8 {
    let loaded = match loaded(args.spec.as_deref()) {
        Ok(loaded) => loaded,
        Err(code) => return code,
    };
    report::findings(&loaded.diagnostics, &loaded.sources, Level::Note);
    if loaded.count(Level::Error) + loaded.count(Level::Warning) == 0 {
        eprintln!("no findings");
        return CLEAN;
    }
    exit_code(&loaded)
}

/// Writes what changed, or with `--check` shows it.
pub(super) fn run(args: &GenerateArgs) -> u8 {
    let folder = match chosen(args.spec.spec.as_deref()) {
        Ok(folder) => folder,
        Err(code) => return code,
    };
    let is_plain = !args.check && args.runtime.is_none();
    let cache = Cache::of(&folder, &args.out).filter(|_| is_plain);
    if let Some(count) = cache.as_ref().and_then(Cache::unchanged) {
        tell_unchanged(count, args);
        return CLEAN;
    }
    let loaded = load(&folder);
    report::findings(&loaded.diagnostics, &loaded.sources, Level::Warning);
    let Some(model) = &loaded.model else {
        return exit_code(&loaded);
    };
    let files = everything(model);
    let new = match NewCrate::of(model, args) {
        Ok(new) => new,
        Err(error) => return fail(&error),
    };
    match output::plan(&files, &args.out) {
        Ok(plan) if args.check => check(&plan, args),
        Ok(plan) => match write(plan, args) {
            CLEAN => {
                let missing = missing_features(&args.out, &model.api.groups());
                let is_quiet = loaded.count(Level::Warning) == 0 && missing.is_empty();
                if let Some(cache) = cache.filter(|_| is_quiet) {
                    keep(&cache, &loaded, &files, args);
                }
                finish(new, args, &missing)
            }
            code => code,
        },
        Err(error) => fail(&error),
    }
}

/// Keeps what the next run needs to see that nothing changed.
fn keep(cache: &Cache, loaded: &Loaded, files: &FileSet, args: &GenerateArgs) {
    let mut read = loaded.sources.paths();
    // It may come later.
    read.extend(loaded.sources.folder().map(|it| it.join(VERDICTS)));
    let written = files.iter().map(|(path, _)| args.out.join(path));
    let written: Vec<PathBuf> = written.chain([args.out.join(MANIFEST)]).collect();
    // Without it, the next run takes longer.
    let _ = cache.keep(&read, &written);
}

#[allow(clippy::print_stderr)] // this is the command
fn tell_unchanged(count: usize, args: &GenerateArgs) {
    eprintln!("nothing changed: {count} files in {}", args.out.display());
}

/// Writes what makes a crate of a new folder.
#[allow(clippy::print_stderr)] // this is the command
fn finish(new: Option<NewCrate>, args: &GenerateArgs, missing: &[String]) -> u8 {
    match new.map(|new| new.write(&args.out)) {
        Some(Ok(told)) => eprintln!("{told}"),
        Some(Err(error)) => return fail(&error),
        None if !missing.is_empty() => eprintln!(
            "`Cargo.toml` of {} lacks the features of groups; without them their operations are not there: {}",
            args.out.display(),
            missing.join(", ")
        ),
        None if args.runtime.is_some() => eprintln!(
            "{} has a crate already, so `--runtime` says nothing: change its `Cargo.toml`",
            args.out.display()
        ),
        None => {}
    }
    CLEAN
}

/// Every output of the command.
fn everything(model: &Model) -> FileSet {
    let targets = [Target::Rust, Target::Docs, Target::OpenApi, Target::Site];
    let mut files = FileSet::of_api(&model.api.name);
    // No output needs another, so each has a thread. The set sorts by path: the order of ends is no
    // matter.
    thread::scope(|scope| {
        let running = targets.map(|target| scope.spawn(move || emit(model, target)));
        for one in running {
            match one.join() {
                Ok(one) => files.extend(one),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    files
}

#[allow(clippy::print_stdout, clippy::print_stderr)] // this is the command
fn check(plan: &Plan, args: &GenerateArgs) -> u8 {
    if plan.is_clean() {
        eprintln!("up to date: {} files", plan.unchanged);
        return CLEAN;
    }
    for change in &plan.changes {
        print!("{}", report::diff(&change.path, &change.old, &change.new));
    }
    for refused in &plan.refused {
        print!(
            "{}",
            report::diff(&refused.path, &refused.old, &refused.new)
        );
        eprintln!("{} was edited by hand", refused.path);
    }
    let overwrite = if plan.refused.is_empty() {
        ""
    } else {
        " --overwrite"
    };
    eprintln!("out of date; run `{}{overwrite}`", command(args));
    FINDINGS
}

#[allow(clippy::print_stderr)] // this is the command
fn write(mut plan: Plan, args: &GenerateArgs) -> u8 {
    if !plan.refused.is_empty() && !args.overwrite {
        for refused in &plan.refused {
            eprintln!(
                "{}",
                report::diff(&refused.path, &refused.new, &refused.old)
            );
            eprintln!(
                "{} was edited by hand, so nothing was written",
                refused.path
            );
        }
        eprintln!(
            "move the edit into the spec or into a file of your own, or run `{} --overwrite` to lose it",
            command(args)
        );
        return FINDINGS;
    }
    plan.overwrite();
    if let Err(error) = output::write(&plan, &args.out) {
        return fail(&error);
    }
    report::changes(&plan);
    if plan.changes.is_empty() {
        tell_unchanged(plan.unchanged, args);
    } else {
        eprintln!("{} in {}", report::summary(&plan), args.out.display());
    }
    CLEAN
}

fn command(args: &GenerateArgs) -> String {
    let mut text = "cargo run --release -- generate".to_owned();
    if let Some(spec) = &args.spec.spec {
        text = format!("{text} {}", spec.display());
    }
    if args.out != Path::new("generated-client") {
        text = format!("{text} --out {}", args.out.display());
    }
    text
}

#[allow(clippy::print_stderr)] // this is the command
fn fail(error: &std::io::Error) -> u8 {
    eprintln!("cannot write: {error}");
    FAILED
}
