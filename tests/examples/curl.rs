//! Runs the calls of `curl` that the pages of `tests/rest` print, through `sh` against the fake, and
//! says which of them it accepted: see `.ci/curl`.

#![allow(clippy::print_stdout, clippy::print_stderr)] // it talks to a script

use std::{error::Error, path::Path, process::Command};

use stipula::fake::Received;
use stipula_generator::{Target, emit, load};

stipula_tests::generated!(generated, "/rest");

/// The address that the pages have.
const ADDRESS: &str = "https://api.example.com/'\"$ACCOUNT\"'/v1";

/// What every credential is for the fake.
const SECRET: &str = "FAKE0SECRET";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rest");
    let model = load(&folder).model.ok_or("tests/rest has errors")?;
    let pages = emit(&model, Target::Docs);
    let fake = generated::fake::start()?;
    let scratch = std::env::temp_dir().join(format!("stipula-curl-{}", std::process::id()));
    std::fs::create_dir_all(&scratch)?;
    let mut wrong = 0;
    for operation in &model.api.operations {
        let mut pages = pages.iter();
        let title = format!("# {}\n", operation.name);
        let page = pages
            .find(|(_, text)| text.starts_with(&title) || text.contains(&format!("\n{title}")));
        let call = page.and_then(|(_, text)| call(text));
        let call = call.ok_or_else(|| format!("no page has a call of `{}`", operation.name))?;
        if call.contains(SECRET) || !call.contains(ADDRESS) {
            return Err(format!(
                "the call of `{}` is not as expected:\n{call}",
                operation.name
            )
            .into());
        }
        let before = fake.requests().len();
        let ran = Command::new("sh")
            .args(["-euc", &call.replace(ADDRESS, &fake.url())])
            .current_dir(&scratch)
            .env("SECRET_KEY", SECRET)
            .env("ACCOUNT", SECRET)
            .output()?;
        let requests = fake.requests();
        let refused = requests[before..].iter().find_map(refusal);
        let is_there = requests[before..]
            .last()
            .is_some_and(|it| it.method == operation.method.as_str());
        if ran.status.success() && is_there && refused.is_none() {
            println!("{}: accepted", operation.name);
            continue;
        }
        wrong += 1;
        let said = String::from_utf8_lossy(&ran.stderr);
        eprintln!(
            "{}: {}\n{call}\n{said}",
            operation.name,
            refused.unwrap_or_default()
        );
    }
    std::fs::remove_dir_all(&scratch)?;
    if wrong > 0 {
        return Err(format!("{wrong} calls were not accepted").into());
    }
    Ok(())
}

/// The first block of shell on a page.
fn call(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("```sh\n")?;
    let (call, _) = rest.split_once("\n```")?;
    Some(call.to_owned())
}

fn refusal(request: &Received) -> Option<String> {
    let refusal = request.verdict.refusal()?;
    Some(format!("{}: {}", refusal.code(), refusal.message()))
}
