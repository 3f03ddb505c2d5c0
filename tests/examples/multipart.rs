//! What a client sends in parts, for `.ci/multipart.py`: one JSON object per request, with the content type,
//! the body in Base64, and the parts that another reader has to find in it.

#![allow(clippy::print_stdout)] // it talks to a script

use std::error::Error;

use base64::{Engine as _, prelude::BASE64_STANDARD as BASE64};
use serde_json::{Value, json};
use stipula::client::{Client as Core, DefaultTransport};
use stipula::{File, fake::Fake};

stipula_tests::generated!(generated, "/sending");

use generated::{
    client::Client,
    request::{InputFile, Markup, SendPhotoRequest},
};

/// Contents that a reader of parts could take for something else.
fn contents() -> Vec<Vec<u8>> {
    let all: [&[u8]; 8] = [
        b"",
        b"plain",
        b"\r\n",
        b"\r\n--",
        b"\x00\xff\r\n\r\n\x1a",
        b"----stipula-000000000000",
        b"\r\n------stipula-000000000000--\r\n----stipula-000000000001",
        b"Content-Disposition: form-data; name=\"x\"\r\n\r\n",
    ];
    let all = all.iter().map(|it| it.to_vec());
    all.chain([(0..=255).cycle().take(70_000).collect()])
        .collect()
}

const NAMES: [&str; 6] = [
    "a.png",
    "",
    "two words.txt",
    "a \"quote\"",
    "é中🎫.png",
    "a\r\nb",
];

/// A part that has to be found.
fn part(name: &str, file: Option<&File>, content: &[u8], kind: &str) -> Value {
    let content = BASE64.encode(content);
    json!({ "name": name, "file_name": file.map(File::name), "type": kind, "content": content })
}

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    for (nth, content) in contents().into_iter().enumerate() {
        let name = NAMES[nth % NAMES.len()];
        let file = File::new(name, content.clone()).with_content_type("image/png");
        let text = String::from_utf8_lossy(&content).into_owned();
        let short: String = text.chars().take(100).collect();
        let request = SendPhotoRequest::new()
            .album("a")
            .photo(file.clone())
            .said(file.clone())
            .more([file.clone(), file.clone()])
            .pages([
                InputFile::from(short.as_str()),
                InputFile::from(file.clone()),
            ])
            .caption(short.as_str())
            .size(3)
            .loud(true)
            .markup(Markup::new().text(text.as_str()).rows([1, 2]))
            .chat(-5);
        // Texts may be empty, which counts as absent: the rules are not what is looked at.
        let fake = Fake::settings(&generated::fake::TABLE)
            .without_validation()
            .start()?;
        let core: Core<DefaultTransport> = fake.builder().build()?;
        runtime.block_on(Client::from(core).send_photo(&request).unchecked().send())?;
        let sent = fake.requests().swap_remove(0);
        let of_file = |name: &str| part(name, Some(&file), &content, "image/png");
        let of_text = |name: &str, text: &str| part(name, None, text.as_bytes(), "text/plain");
        let markup = serde_json::to_string(&json!({ "text": text, "rows": [1, 2] }))?;
        let parts = [
            of_file("photo"),
            of_file("say \"it\""),
            of_file("more"),
            of_file("more"),
            of_text("pages[]", &short),
            of_file("pages[]"),
            of_text("caption", &short),
            of_text("size", "3"),
            of_text("loud", "true"),
            part("markup", None, markup.as_bytes(), "application/json"),
            of_text("chat", "-5"),
        ];
        let kind = sent.headers["content-type"].to_str()?;
        let body = BASE64.encode(&sent.body);
        println!("{}", json!({ "type": kind, "body": body, "parts": parts }));
    }
    Ok(())
}
