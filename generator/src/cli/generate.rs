//! `stipula generate` and `stipula lint`.

use std::path::Path;

use anstream::{eprintln, print};

use super::{
    CLEAN, FAILED, FINDINGS,
    args::{GenerateArgs, SpecArgs},
    new_crate::{NewCrate, missing_features},
    report,
    spec::{exit_code, loaded},
};
use stipula_emit::{
    FileSet, Model, Target, emit,
    output::{self, Plan},
};
use stipula_spec::diag::Level;

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
    let loaded = match loaded(args.spec.spec.as_deref()) {
        Ok(loaded) => loaded,
        Err(code) => return code,
    };
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
            CLEAN => finish(new, args, &missing_features(&args.out, &model.api.groups())),
            code => code,
        },
        Err(error) => fail(&error),
    }
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
    let mut files = FileSet::new();
    for target in [Target::Rust, Target::Docs, Target::OpenApi, Target::Site] {
        files.extend(emit(model, target));
    }
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
        eprintln!(
            "nothing changed: {} files in {}",
            plan.unchanged,
            args.out.display()
        );
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
