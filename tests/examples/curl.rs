//! Runs the calls of `curl` that pages print, through `sh` against the fake, and says which of them it
//! accepted: those of `tests/rest`, and of `tests/signed`, which `openssl` signs. See
//! `.ci/curl`.

#![allow(clippy::print_stdout, clippy::print_stderr)] // it talks to a script

use std::{error::Error, path::Path, process::Command};

use stipula::fake::{Fake, Received};
use stipula_generator::{Target, emit, load};

stipula_tests::generated!(rest, "/rest");
stipula_tests::generated!(signed, "/signed");

/// What every credential is for the fake.
const SECRET: &str = "FAKE0SECRET";

/// A spec with its fake.
struct Told {
    /// Below this package.
    spec: &'static str,
    /// The address that the pages have.
    address: &'static str,
    fake: Fake,
}

fn main() -> Result<(), Box<dyn Error>> {
    let all = [
        Told {
            spec: "rest",
            address: "https://api.example.com/'\"$ACCOUNT\"'/v1",
            fake: rest::fake::start()?,
        },
        Told {
            spec: "signed",
            address: "https://api.example.com/pay",
            fake: signed::fake::start()?,
        },
    ];
    let scratch = std::env::temp_dir().join(format!("stipula-curl-{}", std::process::id()));
    std::fs::create_dir_all(&scratch)?;
    let mut wrong = 0;
    for told in &all {
        wrong += run(told, &scratch)?;
    }
    std::fs::remove_dir_all(&scratch)?;
    if wrong > 0 {
        return Err(format!("{wrong} calls were not accepted").into());
    }
    Ok(())
}

/// Runs the call of every operation; how many were not accepted.
fn run(told: &Told, scratch: &Path) -> Result<usize, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(told.spec);
    let model = load(&folder).model.ok_or("the spec has errors")?;
    let pages = emit(&model, Target::Docs);
    let fake = &told.fake;
    std::fs::write(scratch.join("private.pem"), fake.private_key())?;
    let mut wrong = 0;
    for operation in &model.api.operations {
        let mut pages = pages.iter();
        let title = format!("# {}\n", operation.name);
        let page = pages
            .find(|(_, text)| text.starts_with(&title) || text.contains(&format!("\n{title}")));
        let call = page.and_then(|(_, text)| call(text));
        let call = call.ok_or_else(|| format!("no page has a call of `{}`", operation.name))?;
        if call.contains(SECRET) || !call.contains(told.address) {
            let why = format!(
                "the call of `{}` is not as expected:\n{call}",
                operation.name
            );
            return Err(why.into());
        }
        let before = fake.requests().len();
        let ran = Command::new("sh")
            .args(["-euc", &placed(&call, told.address, &fake.url())])
            .current_dir(scratch)
            .envs(["SECRET_KEY", "ACCOUNT", "MERCHANT", "SERIAL"].map(|it| (it, SECRET)))
            .env("CLIENT_ID", fake.client_id())
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
        let why = refused.unwrap_or_default();
        eprintln!("{}: {why}\n{call}\n{said}", operation.name);
    }
    Ok(wrong)
}

/// The call with the address of the fake, which has no path: what is signed loses it as well.
fn placed(call: &str, address: &str, url: &str) -> String {
    let path = address.splitn(4, '/').nth(3).unwrap_or_default();
    let call = call.replace(address, url);
    if path.is_empty() || path.contains('\'') {
        return call;
    }
    call.replace(&format!("'/{path}/"), "'/")
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
