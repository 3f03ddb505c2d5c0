//! `stipula generate` and `stipula lint`.

use std::path::{Path, PathBuf};

use anstream::{eprint, eprintln, print};

use super::{
    args::{GenerateArgs, SpecArgs},
    cache::Cache,
    exit::Exit,
    new_crate::{NewCrate, missing_features},
    outputs, report, since,
    spec::{chosen, exit_code, loaded},
};
use stipula_change::Change;
use stipula_emit::{
    FileSet, emit_all,
    output::{self, MANIFEST, Plan},
};
use stipula_facts::{HISTORY, VERDICTS};
use stipula_spec::diag::Level;

use crate::{Loaded, change::Known, load};

/// Reports findings and writes nothing.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn lint(args: &SpecArgs) -> Exit {
    let loaded = match loaded(args.spec.as_deref()) {
        Ok(loaded) => loaded,
        Err(code) => return code,
    };
    report::findings(&loaded.diagnostics, &loaded.sources, Level::Note);
    if loaded.count(Level::Error) + loaded.count(Level::Warning) == 0 {
        eprintln!("no findings");
        return Exit::Clean;
    }
    exit_code(&loaded)
}

/// Writes what changed, or with `--check` shows it.
pub(super) fn run(args: &GenerateArgs) -> Exit {
    let folder = match chosen(args.spec.spec.as_deref()) {
        Ok(folder) => folder,
        Err(code) => return code,
    };
    let is_plain = !args.check && args.runtime.is_none();
    let cache = Cache::of(&folder, &args.out).filter(|_| is_plain);
    if let Some(count) = cache.as_ref().and_then(Cache::unchanged) {
        tell_unchanged(count, args);
        return Exit::Clean;
    }
    if args.check {
        return check(&folder, args);
    }
    let loaded = load(&folder);
    report::findings(&loaded.diagnostics, &loaded.sources, Level::Warning);
    let Some(model) = &loaded.model else {
        return exit_code(&loaded);
    };
    let files = emit_all(model);
    let new = match NewCrate::of(model, args) {
        Ok(new) => new,
        Err(error) => return fail(&error),
    };
    let is_new = new.is_some();
    // What is read of the folder holds until it is written.
    let _lock = match output::lock(&args.out, || tell_waiting(args)) {
        Ok(lock) => lock,
        Err(error) => return fail(&error),
    };
    let plan = match output::plan(&files, &args.out) {
        Ok(plan) => plan,
        Err(error) => return fail(&error),
    };
    if let Err(code) = write(plan, new, args) {
        return code;
    }
    let missing = missing_features(&args.out, &model.api.groups());
    let is_quiet = loaded.count(Level::Warning) == 0 && missing.is_empty();
    if let Some(cache) = cache.filter(|_| is_quiet) {
        keep(&cache, &loaded, &files, args);
    }
    tell_rest(is_new, args, &missing);
    Exit::Clean
}

#[allow(clippy::print_stderr)] // this is the command
fn tell_waiting(args: &GenerateArgs) {
    eprintln!(
        "another run writes into {}; waiting for it",
        args.out.display()
    );
}

/// Keeps what the next run needs to see that nothing changed.
fn keep(cache: &Cache, loaded: &Loaded, files: &FileSet, args: &GenerateArgs) {
    let mut read = loaded.sources.paths();
    // It may come later.
    for name in [VERDICTS, HISTORY] {
        read.extend(loaded.sources.folder().map(|it| it.join(name)));
    }
    // It is no output, and not counted as one.
    read.push(args.out.join(MANIFEST));
    let written: Vec<PathBuf> = files.iter().map(|(path, _)| args.out.join(path)).collect();
    // Without it, the next run takes longer.
    let _ = cache.keep(&read, &written);
}

#[allow(clippy::print_stderr)] // this is the command
fn tell_unchanged(count: usize, args: &GenerateArgs) {
    eprintln!("nothing changed: {count} files in {}", args.out.display());
}

/// Tells what a crate that is there lacks.
#[allow(clippy::print_stderr)] // this is the command
fn tell_rest(is_new: bool, args: &GenerateArgs, missing: &[String]) {
    let out = args.out.display();
    if is_new {
    } else if !missing.is_empty() {
        eprintln!(
            "`Cargo.toml` of {out} lacks the features of groups; without them their operations are not there: {}",
            missing.join(", ")
        );
    } else if args.runtime.is_some() {
        eprintln!(
            "{out} has a crate already, so `--runtime` says nothing: change its `Cargo.toml`"
        );
    }
}

/// Compares what would be written with what is there.
fn check(folder: &Path, args: &GenerateArgs) -> Exit {
    let new = Known::of_folder(folder);
    report::findings(&new.loaded.diagnostics, &new.loaded.sources, Level::Warning);
    let Some(model) = new.model() else {
        return exit_code(&new.loaded);
    };
    match output::plan(&emit_all(model), &args.out) {
        Ok(plan) => tell(&plan, since::changes(folder, &new, &plan), args),
        Err(error) => fail(&error),
    }
}

/// Tells what changed in the spec and what would in the outputs; with `--diff`, their texts as well.
#[allow(clippy::print_stdout, clippy::print_stderr)] // this is the command
fn tell(plan: &Plan, changes: Option<Vec<Change>>, args: &GenerateArgs) -> Exit {
    match changes {
        Some(changes) => eprint!("{}", since::told(&changes)),
        None if plan.is_clean() => {}
        None => {
            eprintln!(
                "git has no older text of the spec, so nothing is said of what changed in it"
            );
        }
    }
    if plan.is_clean() {
        eprintln!("up to date: {} files", plan.unchanged);
        return Exit::Clean;
    }
    if args.diff {
        let changed = plan.changes.iter().map(|it| (&it.path, &it.old, &it.new));
        let refused = plan.refused.iter().map(|it| (&it.path, &it.old, &it.new));
        for (path, old, new) in changed.chain(refused) {
            print!("{}", report::diff(path, old, new));
        }
    }
    for refused in &plan.refused {
        eprintln!("{} was edited by hand", refused.path);
    }
    eprint!("{}", outputs::told(plan));
    let force = if plan.refused.is_empty() {
        ""
    } else {
        " --force"
    };
    let diff = if args.diff {
        ""
    } else {
        "; `--check --diff` shows the texts"
    };
    eprintln!("out of date; run `{}{force}`{diff}", command(args));
    Exit::Findings
}

#[allow(clippy::print_stderr)] // this is the command
fn write(mut plan: Plan, new: Option<NewCrate>, args: &GenerateArgs) -> Result<(), Exit> {
    for refused in &plan.refused {
        eprintln!(
            "{}",
            report::diff(&refused.path, &refused.new, &refused.old)
        );
        let what = if args.force {
            "this edit of it is discarded"
        } else {
            "so nothing was written"
        };
        eprintln!("{} was edited by hand, {what}", refused.path);
    }
    if !plan.refused.is_empty() && !args.force {
        eprintln!(
            "move the edit into the spec or into a file of your own, or run `{} --force` to lose it",
            command(args)
        );
        return Err(Exit::Findings);
    }
    plan.overwrite();
    // What makes a crate comes first: a run that ends early is then finished by the next one.
    let told = new.map(|new| new.write(&args.out)).transpose();
    let told = told.map_err(|error| fail(&error))?;
    output::write(&plan, &args.out).map_err(|error| fail(&error))?;
    if plan.changes.is_empty() {
        tell_unchanged(plan.unchanged, args);
    } else {
        eprint!("{}", outputs::told(&plan));
        eprintln!("{} in {}", report::summary(&plan), args.out.display());
    }
    if let Some(told) = told {
        eprintln!("{told}");
    }
    Ok(())
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
fn fail(error: &std::io::Error) -> Exit {
    eprintln!("cannot write: {error}");
    Exit::Failed
}
