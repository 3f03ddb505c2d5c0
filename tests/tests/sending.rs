//! A client whose requests take every form that there is.

use stipula::File;
use stipula::client::{Client as Core, DefaultTransport, Outcome};
use stipula::fake::{Answer, Fake};
use stipula_tests::run;

stipula_tests::generated!(generated, "/sending");

use generated::{client::Client, request::*};

fn fake() -> (Fake, Client) {
    let fake = generated::fake::start().expect("a fake");
    let core: Core<DefaultTransport> = fake.builder().build().expect("a client");
    (fake, Client::from(core))
}

#[test]
fn a_head_has_a_query_and_gets_headers() {
    let (fake, client) = fake();
    let request = ProbeRequest::new().id("a b").version(3);
    let answer = run(client.probe(&request).send()).expect("an answer");
    assert_eq!(answer.headers()["content-type"], "application/json");
    let sent = fake.requests().swap_remove(0);
    assert_eq!(
        (sent.method.as_str(), sent.path.as_str()),
        ("HEAD", "/things/a%20b?version=3")
    );
    assert!(sent.body.is_empty() && !sent.headers.contains_key("content-type"));
    fake.next(Answer::status(404));
    let error = run(client.probe(&request).send()).unwrap_err();
    assert_eq!(error.outcome(), Outcome::Failed);
    assert_eq!(
        error.to_string(),
        "`probe` was answered with HTTP 404 Not Found"
    );
    // What only asks may be asked again.
    fake.next(Answer::status(503));
    let answer = run(client.probe(&request).send()).expect("an answer");
    assert_eq!(answer.attempts(), 2);
}

fn photo() -> SendPhotoRequest {
    SendPhotoRequest::new()
        .album("a")
        .photo(File::new("cat \"1\".png", *b"\x89PNG\r\n\0").with_content_type("image/png"))
}

#[test]
fn a_body_in_parts_byte_for_byte() {
    let (fake, client) = fake();
    let request = photo()
        .caption("é & \"x\"\r\n")
        .said(File::new("s", *b"----stipula-000000000000"))
        .more([File::new("1", []), File::new("2", [])])
        .pages([
            InputFile::from("id"),
            InputFile::from(File::new("p", *b"p")),
        ])
        .size(3)
        .loud(true)
        .clear_note()
        .markup(Markup::new().text("t").rows([1, 2]))
        .tags(["a", "b"])
        .chat(5);
    run(client.send_photo(&request).send()).expect("an answer");
    let sent = fake.requests().swap_remove(0);
    assert!(sent.verdict.refusal().is_none(), "{:?}", sent.verdict);
    assert_eq!(sent.path, "/photos/a");
    // The first boundary stands in a file.
    assert_eq!(
        sent.headers["content-type"],
        "multipart/form-data; boundary=----stipula-000000000001"
    );
    let body: String = sent.body.iter().map(|it| char::from(*it)).collect();
    let body = body.replace("------stipula-000000000001", "--B");
    insta::assert_snapshot!(body.escape_default().to_string().replace("\\r\\n", "\n"));
    // Debug tells neither names nor bytes.
    let shown = format!("{request:?}");
    assert!(
        shown.contains("File(7 bytes)") && !shown.contains("cat"),
        "{shown}"
    );
}

#[test]
fn rules_hold_in_parts() {
    let (fake, client) = fake();
    let error = run(client.send_photo(&photo().caption("x").size(10)).send()).unwrap_err();
    let told: Vec<_> = error.violations().iter().map(|it| it.pointer()).collect();
    assert_eq!(told, ["/say \"it\"", "/size"]);
    // The fake judges what came, too.
    let unchecked = photo().caption("x").size(10);
    run(client.send_photo(&unchecked).unchecked().send()).unwrap_err();
    let refused = fake.requests().swap_remove(0);
    let refusal = refused.verdict.refusal().expect("a refusal");
    assert_eq!(refusal.violations().errors().count(), 2, "{refusal:?}");
    // An id in place of a file.
    run(client.send_photo(&photo().photo("id_1")).send()).expect("an answer");
    let odd = File::new("x", []).with_content_type("a\r\nX-Evil: 1");
    let error = run(client.send_photo(&photo().photo(odd)).send()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`sendPhoto` was not sent: the content type of the file `photo` cannot be written: give one such as `image/png`"
    );
}

#[test]
fn attempts_send_the_same_parts() {
    let (fake, client) = fake();
    fake.next(Answer::status(429));
    let answer = run(client.send_photo(&photo()).send()).expect("an answer");
    assert_eq!(answer.attempts(), 2);
    let sent = fake.requests();
    assert_eq!(sent[0].body, sent[1].body);
    assert_eq!(
        sent[0].headers["content-type"],
        sent[1].headers["content-type"]
    );
}
