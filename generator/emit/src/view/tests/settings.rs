use stipula_contract::ClassOfResult;

use super::demo;
use crate::{
    fixtures::{SPEC, api},
    view::{
        codes::{self, Action},
        names::Names,
        operation::operation,
        overview::overview,
        prose,
    },
};

const SIGNING: &str = "signing:\n  scheme: signature\n  client_header: Client\n  request_time_header: Time\n  response_time_header: Back\n  signature_header: Sign\n  content_type: application/json\n  string_to_sign: \"{method} {path} {client_id} {time} {body}\"\n  algorithm: RS\n";

#[test]
fn transient_code_is_sent_again_later() {
    let api = demo();
    let codes = codes::common(&api);
    assert_eq!(codes[0].text, "BUSY");
    assert_eq!(codes[0].class, ClassOfResult::Unknown);
    assert_eq!(codes[0].action, Action::SendLater);
}

#[test]
fn status_machine_has_its_moves() {
    let api = demo();
    let told = operation(&api, Names::of(&api), &api.operations[0]);
    let values = told.context[0].values.as_ref();
    let machine = values
        .and_then(|it| it.machine.as_ref())
        .expect("transitions");
    let rows: Vec<_> = machine.rows().collect();
    assert_eq!(
        rows,
        [
            ("OPEN", vec!["HELD", "SHUT"]),
            ("HELD", vec!["OPEN"]),
            ("SHUT", vec![])
        ]
    );
}

#[test]
fn key_of_a_repeat_is_told_in_a_line() {
    let line = |idempotency: &str| {
        let added = format!("    post: /create\n    idempotency: {idempotency}");
        let api = api(&SPEC.replace("    post: /create", &added));
        prose::plain(&operation(&api, Names::of(&api), &api.operations[0]).idempotency)
    };
    assert_eq!(
        line("{ key: [kind, note], repeat: undocumented }"),
        "Requests with the same kind and note are the same request. What a repeat gives is not documented, so that it is never sent again by itself."
    );
    assert_eq!(
        line("{ key: [note], repeat: { code: BUSY, means: done } }"),
        "Requests with the same note are the same request. A repeat answers with BUSY: the first attempt was done."
    );
    assert_eq!(
        line("{ key: [kind, note, ext], repeat: same }"),
        "Requests with the same kind, note and ext are the same request. A repeat gets the first answer again, so that a call whose answer was lost is sent again."
    );
    assert_eq!(
        line("{ header: Idempotency-Key }"),
        "Requests with the same key in the header Idempotency-Key are the same request. A client makes a key for each call, and keeps it when it sends the call again. What a repeat gives is not documented, so that it is never sent again by itself."
    );
    let api = demo();
    assert!(
        operation(&api, Names::of(&api), &api.operations[0])
            .idempotency
            .is_empty()
    );
}

#[test]
fn signature_is_told_step_by_step() {
    let api = api(&format!("{SPEC}{SIGNING}"));
    let overview = overview(&api);
    let signing = overview.signing.expect("signing");
    assert_eq!(signing.text, "<method> <path> <client id> <time> <body>");
    assert_eq!(signing.steps[1].markdown(), "base64 with padding");
    let settings = signing.settings();
    assert_eq!(settings[0], ("Client id", vec!["Client".to_owned()]));
    assert!(settings.iter().all(|it| it.0 != "Read as the same"));
}
