//! What lint says about how answers tell how they went.

mod linted;

fn findings(spec: &str) -> String {
    linted::findings(&format!("api: demo\n{spec}")).join("\n")
}

const PING: &str = "operations: { ping: { post: /ping } }";

/// What is said before the operation, and what lint says.
const SAID: &[(&str, &str)] = &[
    (
        "outcome: { by: http, object: [error], code: [code], message: [message], data: [data.item], wait: [error.wait] }\nerrors: { slow: { http: 429 }, gone: { http: 404 }, later: { http: 503 } }",
        "",
    ),
    (
        "outcome: { status: [ok], success: [true], failed: [false], data: [result] }",
        "",
    ),
    (
        "outcome: { by: http, status: [status], failed: [F] }",
        "api.yaml:2:22: error[E0206]: `status` stands beside `by: http`, where HTTP says it; remove one of the two\n\
         api.yaml:2:40: error[E0206]: `failed` stands beside `by: http`, where HTTP says it; remove one of the two",
    ),
    (
        "outcome: { by: htp }",
        "api.yaml:2:12: error[E0202]: `outcome` lacks the key `status`; add `status:`\n\
         api.yaml:2:12: error[E0202]: `outcome` lacks the key `success`; add `success:`\n\
         api.yaml:2:16: error[E0205]: `by` is `htp`, which is not one of its words; did you mean `http`?",
    ),
    (
        "outcome: { by: http, data: [\"result.\"] }",
        "api.yaml:2:29: error[E0312]: `result.` names no member; write `member`, or `member.inner` for a member inside",
    ),
    (
        "outcome: { by: http }\nerrors: { gone: { class: F } }",
        "api.yaml:3:11: error[E0202]: a result code lacks the key `http`; add `http:`\n\
         api.yaml:3:26: error[E0206]: `class` says nothing here: `outcome` takes `http`; remove it",
    ),
    (
        "outcome: { status: [s], success: [S] }\nerrors: { gone: { http: 404 } }",
        "api.yaml:3:11: error[E0202]: a result code lacks the key `class`; add `class:`\n\
         api.yaml:3:25: error[E0206]: `http` says nothing here: `outcome` takes `class`; remove it",
    ),
    (
        "outcome: { by: http }\nerrors: { fine: { http: 200 }, odd: { http: 4040 } }",
        "api.yaml:3:25: error[E0308]: `200` is not an HTTP status of a failure; write one from 300 to 599; a code of success needs no row\n\
         api.yaml:3:45: error[E0308]: `4040` is not an HTTP status of a failure; write one from 300 to 599; a code of success needs no row",
    ),
    (
        "outcome: { by: http, detail: Wrong }\ntypes: { Wrong: { fields: { why: { type: string } } } }",
        "",
    ),
    (
        "outcome: { by: http, detail: Wrung }\ntypes: { Wrong: { fields: { why: { type: string } } } }",
        "api.yaml:2:30: error[E0302]: there is no type `Wrung`; did you mean `Wrong`?",
    ),
    (
        "outcome: { by: http, detail: string }",
        "api.yaml:2:30: error[E0309]: `string` is no object; `detail` names an object of `types`",
    ),
    (
        "outcome: { by: http, detail: Wrong }\ncredentials: { key: {} }\nencryption: { member: { sealed: { profile: aes_256_gcm, key: key, text: text, nonce: nonce } } }\ntypes: { Wrong: { fields: { why: { type: { sealed: string } } } } }",
        "api.yaml:2:30: error[E0608]: `Wrong` holds a sealed member, and failures are not opened; leave the member out of the type of a failure",
    ),
    (
        "errors: { gone: { http: 404 } }",
        "api.yaml:2:11: error[E0308]: result codes need `outcome` in `api.yaml`, which says what their class means",
    ),
];

#[test]
fn outcomes_are_checked() {
    let found = SAID.iter().map(|it| findings(&format!("{}\n{PING}", it.0)));
    let told = SAID.iter().map(|it| it.1.to_owned());
    assert_eq!(found.collect::<Vec<_>>(), told.collect::<Vec<_>>());
}
