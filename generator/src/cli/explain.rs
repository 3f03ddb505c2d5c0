//! `stipula explain`.

use std::path::Path;

use anstream::{eprintln, print, println};

use super::{exit::Exit, report};
use crate::reference;
use stipula_change::Row;
use stipula_emit::output;
use stipula_spec::diag::Code;

/// Prints the example of a code, or the list of codes.
#[allow(clippy::print_stdout, clippy::print_stderr)] // this is the command
pub(super) fn run(code: Option<&str>) -> Exit {
    let Some(text) = code else {
        for code in Code::ALL {
            println!("{}  {}", code.as_str(), code.title());
        }
        return Exit::Clean;
    };
    if let Some(code) = Code::find(text) {
        print!("{}", code.explain());
        return Exit::Clean;
    }
    if let Some(row) = Row::by_id(text) {
        print!("{}", reference::explained(row));
        return Exit::Clean;
    }
    let near = stipula_cond::suggest(
        &text.to_uppercase(),
        Code::ALL.iter().map(|code| code.as_str()),
    );
    let help = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    eprintln!("there is no code `{text}`{help}; `stipula explain` lists them");
    Exit::Findings
}

/// Writes a page for each code.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn pages(folder: &Path) -> Exit {
    let written = output::plan(&reference::diagnostics(), folder).and_then(|mut plan| {
        plan.overwrite();
        output::write(&plan, folder)?;
        Ok(plan)
    });
    match written {
        Ok(plan) => {
            eprintln!("{} in {}", report::summary(&plan), folder.display());
            Exit::Clean
        }
        Err(error) => {
            eprintln!("cannot write `{}`: {error}", folder.display());
            Exit::Failed
        }
    }
}

/// Writes the keys of the language beside what people wrote about it.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn language(folder: &Path) -> Exit {
    for (name, text) in reference::language().iter() {
        let path = folder.join(name);
        if let Err(error) = output::replace(&path, text) {
            eprintln!("cannot write `{}`: {error}", path.display());
            return Exit::Failed;
        }
    }
    Exit::Clean
}
