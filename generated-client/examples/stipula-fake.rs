//! Plays the platform on this machine, for people with curl.
//!
//! `cargo run -p alipayhk-ipass --features fake --example stipula-fake` starts it, prints its
//! address, where its throw-away keys are, and a command that works. It logs each request.
//!
//! Options: `--port NUMBER`, and `--no-verify-signature` for commands without a signature. Nobody
//! checks then who sends what.

#![allow(clippy::print_stdout, clippy::print_stderr)] // a program for the terminal

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    thread,
};

use alipayhk_ipass::fake::TABLE;
use stipula::client::{Scheme, Signature};
use stipula::fake::{Fake, Served};

fn main() -> Result<(), Box<dyn Error>> {
    let mut settings = Fake::settings(&TABLE).watch(|request| eprintln!("{request}"));
    let mut signed = true;
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        settings = match argument.as_str() {
            "--no-verify-signature" => {
                signed = false;
                settings.without_authentication()
            }
            "--port" => {
                let port = arguments.next().ok_or("`--port` needs a number")?;
                let port = port
                    .parse()
                    .map_err(|_| format!("`--port {port}`: expected a number up to 65535"))?;
                settings.port(port)
            }
            other => {
                let known = "`--port NUMBER` and `--no-verify-signature`";
                return Err(format!("unknown option `{other}`; there are {known}").into());
            }
        };
    }
    let fake = settings.start()?;
    let folder = env::temp_dir().join(format!("stipula-fake-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let (private, platform) = (folder.join("private.pem"), folder.join("platform.pem"));
    fs::write(&private, fake.private_key())?;
    fs::write(&platform, fake.platform_key())?;

    println!("address:          {}", fake.url());
    println!("client id:        {}", fake.client_id());
    println!("your private key: {}", private.display());
    println!("its public key:   {}", platform.display());
    for served in TABLE.operations {
        println!(
            "{} {}  {}",
            served.operation.method, served.operation.path, served.operation.name
        );
    }
    let served = TABLE.operations.iter().find(|it| it.operation.safe);
    if let Some(served) = served.or(TABLE.operations.first()) {
        let body = body(&folder, served)?;
        println!("\nTry this:\n");
        let scheme = served.operation.authentication.filter(|_| signed);
        if let Some(signature) = scheme.and_then(Scheme::as_signature) {
            println!(
                "{}",
                with_signature(&fake, &private, served, signature, &body)
            );
        } else {
            println!("{}", without(&fake, served, &body));
            println!("\nSignatures are NOT checked: this proves nothing about a client.");
        }
    }
    println!("\nCtrl-C ends it.");
    loop {
        thread::park();
    }
}

/// The first documented body, as a file.
fn body(folder: &Path, served: &Served) -> Result<PathBuf, Box<dyn Error>> {
    let example = served.requests.first().ok_or("no example is documented")?;
    let path = folder.join(format!("{}.json", served.operation.name));
    fs::write(&path, example.body)?;
    Ok(path)
}

fn without(fake: &Fake, served: &Served, body: &Path) -> String {
    format!(
        "curl -i {}{} -H 'Content-Type: {}' --data-binary @{}",
        fake.url(),
        served.operation.path,
        TABLE.api.content_type,
        body.display()
    )
}

/// The same, after OpenSSL signed it.
fn with_signature(
    fake: &Fake,
    private: &Path,
    served: &Served,
    signature: &Signature,
    body: &Path,
) -> String {
    let (path, id) = (served.operation.path, fake.client_id());
    let form = signature.form;
    let mut lines = vec![
        "time=$(date -u +%Y-%m-%dT%H:%M:%SZ)".to_owned(),
        format!(
            "signature=$( (printf '{} {path}\\n{id}.%s.' \"$time\"; cat {}) | openssl dgst -sha256 -sign {} | base64 -w0 | sed 's/+/%2B/g; s/\\//%2F/g; s/=/%3D/g')",
            served.operation.method,
            body.display(),
            private.display()
        ),
        format!("{} \\", without(fake, served, body)),
    ];
    if let Some(name) = signature.client_header {
        lines.push(format!("  -H '{name}: {id}' \\"));
    }
    if let Some(name) = signature.request_time_header {
        lines.push(format!("  -H \"{name}: $time\" \\"));
    }
    lines.push(format!(
        "  -H \"{}: {}={},{}={},{}=$signature\"",
        signature.signature_header,
        form.algorithm,
        signature.algorithm,
        form.key_version,
        signature.key_version,
        form.value,
    ));
    lines.join("\n")
}
