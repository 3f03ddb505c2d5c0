//! `stipula draft`.

use std::{fs, path::Path};

use anstream::eprintln;

use super::{BAD_INPUT, CLEAN, UNKNOWN_SHAPE, args::DraftArgs, facts::stem};
use crate::load;
use stipula_emit::output;
use stipula_evidence::draft::{Draftable, draft};
use stipula_pages::{self, Page};
use stipula_spec::{diag::Level, source::plain};

/// Writes a draft into a new folder.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn run(args: &DraftArgs) -> u8 {
    if args.out.exists() {
        eprintln!("{} is there already; name a new folder", args.out.display());
        return BAD_INPUT;
    }
    let mut texts = Vec::new();
    let mut code = CLEAN;
    for path in &args.captures {
        match read(path) {
            Ok(it) => texts.push((path, it)),
            Err((message, failure)) => {
                eprintln!("{}: {message}", path.display());
                code = code.max(failure);
            }
        }
    }
    if code != CLEAN {
        return code;
    }
    let pages: Vec<Draftable<'_>> = texts
        .iter()
        .map(|(path, (text, page))| {
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            Draftable::new(stem(path), file, text, page.clone())
        })
        .collect();
    for (path, text) in draft(&api_name(&args.out), &pages) {
        if let Err(error) = output::replace(&args.out.join(path), &text) {
            eprintln!("cannot write: {error}");
            return BAD_INPUT;
        }
    }
    let loaded = load(&args.out);
    let todos = loaded.count(Level::Warning);
    let out = args.out.display();
    eprintln!("drafted {out}: {todos} TODOs; `stipula lint {out}` lists them");
    CLEAN
}

fn read(path: &Path) -> Result<(String, Page), (String, u8)> {
    let text = fs::read_to_string(path)
        .map_err(plain)
        .map_err(|error| (error.to_string(), BAD_INPUT))?;
    match stipula_pages::read(&stem(path), &text) {
        Ok(page) => Ok((text, page)),
        Err(error) => Err((error.to_string(), UNKNOWN_SHAPE)),
    }
}

/// The name of the folder with what a name may hold: `a-z`, `0-9` and `-`.
fn api_name(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let kept: String = name
        .to_lowercase()
        .chars()
        .map(|it| if it.is_ascii_alphanumeric() { it } else { '-' })
        .collect();
    match kept.trim_matches('-') {
        "" => "api".to_owned(),
        kept => kept.to_owned(),
    }
}
