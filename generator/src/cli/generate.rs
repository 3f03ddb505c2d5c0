//! `stipula generate` and `stipula lint`.

use std::path::{Path, PathBuf};

use anstream::{eprintln, print};

use super::{
    CLEAN, FAILED, FINDINGS,
    args::{GenerateArgs, SpecArgs},
    report,
};
use crate::{
    FileSet, Loaded, Target,
    diag::{Code, Level},
    emit, load,
    model::Api,
    output::{self, Plan},
    source,
};

/// Reports findings and writes nothing.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn lint(args: &SpecArgs) -> u8 {
    let loaded = match loaded(args) {
        Ok(loaded) => loaded,
        Err(code) => return code,
    };
    report::findings(&loaded, Level::Note);
    if loaded.count(Level::Error) + loaded.count(Level::Warning) == 0 {
        eprintln!("no findings");
        return CLEAN;
    }
    exit_code(&loaded)
}

/// Writes what changed, or with `--check` shows it.
pub(super) fn run(args: &GenerateArgs) -> u8 {
    let loaded = match loaded(&args.spec) {
        Ok(loaded) => loaded,
        Err(code) => return code,
    };
    report::findings(&loaded, Level::Warning);
    let Some(api) = &loaded.api else {
        return exit_code(&loaded);
    };
    let files = everything(api);
    match output::plan(&files, &args.out) {
        Ok(plan) if args.check => check(&plan, args),
        Ok(plan) => write(plan, args),
        Err(error) => fail(&error),
    }
}

/// Every output of the command.
fn everything(api: &Api) -> FileSet {
    let mut files = FileSet::new();
    for target in [Target::Rust, Target::Docs, Target::OpenApi] {
        files.extend(emit(api, target));
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

/// Errors that concern the folder itself are input that cannot be read.
fn exit_code(loaded: &Loaded) -> u8 {
    let unreadable = loaded.diagnostics.iter().any(|it| it.code == Code::Folder);
    match (unreadable, loaded.count(Level::Error)) {
        (true, _) => FAILED,
        (false, 0) => CLEAN,
        (false, _) => FINDINGS,
    }
}

#[allow(clippy::print_stderr)] // this is the command
fn loaded(args: &SpecArgs) -> Result<Loaded, u8> {
    let folder = match &args.spec {
        Some(folder) => folder.clone(),
        None => only_spec().map_err(|message| {
            eprintln!("{message}");
            FAILED
        })?,
    };
    Ok(load(&folder))
}

/// The only folder below `spec` that holds `api.yaml`.
fn only_spec() -> Result<PathBuf, String> {
    let mut found = source::specs_below(Path::new("spec"))
        .map_err(|error| format!("cannot read `spec`: {error}; name the spec's folder"))?;
    match (found.pop(), found.is_empty()) {
        (Some(only), true) => Ok(only),
        (None, _) => Err("there is no spec below `spec`; name the spec's folder".to_owned()),
        (Some(_), false) => {
            Err("there is more than one spec below `spec`; name the spec's folder".to_owned())
        }
    }
}
