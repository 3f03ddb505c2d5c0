//! The README of a new crate, whose example is compiled as its first test.

use std::fmt::Write;

use stipula_contract::{Operation, Scheme, SchemeKind};

use crate::{Model, rust::paragraphs};

pub(super) fn text(model: &Model, name: &str) -> String {
    let api = &model.api;
    let title = paragraphs(&api.title).join(" ");
    let mut out = format!("# {name}\n\nA Rust client of {title}.\n");
    let doc = paragraphs(&api.doc);
    if !doc.is_empty() {
        let _ = writeln!(out, "\n{}", doc.join("\n"));
    }
    for (nth, (label, text)) in api.about.told().into_iter().enumerate() {
        let before = if nth == 0 { "\n" } else { "" };
        let text = paragraphs(text).join(" ");
        let _ = writeln!(out, "{before}- {label}: {text}");
    }
    let _ = write!(out, "\n{}\n{FEATURES}", example(model));
    for name in api.groups() {
        let _ = writeln!(out, "| `{name}` (default) | the operations of this group |");
    }
    out + OURS
}

const FEATURES: &str = "\
`build` of a request gives it back, or every rule that it breaks at once. `send` asks for the same
before anything is sent.

## Features

| feature | what it brings |
| --- | --- |
| `hyper` (default) | `client`, over HTTPS by hyper and rustls on tokio |
| `blocking` | the module `blocking`: calls that wait, over HTTPS by ureq and rustls |
| `client` | the client without a transport: bring your own |
| `fake` | the module `fake`: a server on this machine that plays the API, for tests |
| `tracing` | a span per call and an event per attempt |
";

const OURS: &str = "
`Cargo.toml`, `src/lib.rs` and this page are yours. What is below `src/generated`, `docs` and `schema` is
made by [stipula](https://github.com/stipula/stipula) from a spec: change the spec and run
`stipula generate` again.
";

/// A call of one operation, or the client alone.
fn example(model: &Model) -> String {
    let krate = model.names.crate_();
    let called = called(model);
    let (imported, body) = match called {
        Some(operation) => (
            format!(", request::{}", model.names.type_(operation.request)),
            call(model, operation),
        ),
        None => (String::new(), "    let _ = client;\n".to_owned()),
    };
    let keyed = if model.api.credentials_of_client().next().is_none() {
        ""
    } else {
        "api, "
    };
    format!(
        "```rust,no_run\nuse {krate}::{{{keyed}Client{imported}}};\n\n\
         async fn example() -> Result<(), Box<dyn std::error::Error>> {{\n\
         {}{body}    Ok(())\n}}\n```\n",
        client(model)
    )
}

/// The first that reads, or the first; one whose rules read nothing beside the request.
fn called(model: &Model) -> Option<&Operation> {
    let is_alone = |it: &&Operation| {
        let object = model.api.type_(it.request).object();
        object.is_some_and(|it| it.context.is_none())
    };
    let all = || model.api.operations.iter().filter(is_alone);
    all().find(|it| it.safe).or_else(|| all().next())
}

fn call(model: &Model, operation: &Operation) -> String {
    let request = model.names.type_(operation.request);
    let method = model.names.method(operation.id);
    let has_setters = model.api.type_(operation.request).object();
    let has_setters = has_setters.is_some_and(|it| !it.fields.is_empty());
    let comment = if has_setters {
        " // then a setter for each field"
    } else {
        ""
    };
    format!(
        "    let request = {request}::new();{comment}\n    \
         let answer = client.{method}(&request).send().await?;\n    \
         println!(\"{{:?}}\", answer.data);\n"
    )
}

fn client(model: &Model) -> String {
    let mut out = "    let client = Client::builder()\n".to_owned();
    let mut line = |text: String| {
        let _ = writeln!(out, "        {text}");
    };
    match model.api.environments.first() {
        Some(it) => line(format!(".environment({:?})", it.name)),
        None => line(".base_url(\"https://api.example.com\")".to_owned()),
    }
    for it in model.api.credentials_of_client() {
        let constant = model.names.credential(it.id);
        let variable = it.variable().replacen('$', "", 1);
        line(format!(
            ".credential(&api::{constant}, std::env::var(\"{variable}\")?)"
        ));
    }
    for it in keys(&model.api.schemes_of_requests().collect::<Vec<_>>()) {
        line(it.to_owned());
    }
    out + "        .build()?;\n"
}

/// What signatures need beside credentials.
fn keys(schemes: &[&Scheme]) -> Vec<&'static str> {
    let mut keys = Vec::new();
    let signs = |it: &&Scheme| match &it.kind {
        SchemeKind::Signed(it) => it.key.is_none(),
        _ => it.signs(),
    };
    if schemes.iter().any(|it| it.signature().is_some()) {
        keys.push(".client_id(std::env::var(\"CLIENT_ID\")?)");
    }
    if schemes.iter().any(signs) {
        keys.push(".private_key(&std::fs::read_to_string(\"private.pem\")?)");
    }
    if schemes.iter().any(|it| it.signs_answers()) {
        keys.push(".platform_key(&std::fs::read_to_string(\"platform.pem\")?)");
    }
    keys
}
