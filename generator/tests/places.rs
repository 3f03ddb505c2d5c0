//! What lint says about where the fields of a request travel.

mod linted;

fn findings(spec: &str) -> String {
    linted::findings(&format!("api: demo\n{spec}")).join("\n")
}

#[test]
fn every_place_can_be_said() {
    let spec = "
defaults: { body: form, lists: brackets, nested: json }
types: { Part: { fields: { a: { type: string } } } }
operations:
  one:
    patch: \"/one/{id}/{part}\"
    request:
      pathId: { type: string, in: path, name: id, required: true }
      part: { type: { list: integer }, in: path, lists: comma, required: true }
      q: { type: Part, in: query }
      version: { type: integer, in: header, name: X-Version }
      id: { type: string, null: clears }
      more: { type: string, required: version == 2 and q.a == x }
  two: { get: /two, request: { limit: { type: integer, range: [1, 9] } } }
  three: { get: /three, body: json, request: { it: { type: string, in: body } } }
  four: { post: /four, request: { dry: { type: boolean, in: query }, all: { type: { list: Part }, in: payload } } }
";
    assert_eq!(findings(&spec.replace(" and q.a == x", "")), "");
}

/// Operations that cannot be sent as they say.
const MISTAKES: &[&str] = &[
    "get: \"/a/{id}\"",
    "get: \"/a/{id\"",
    "get: /a, request: { id: { type: string, in: path, required: true } }",
    "get: \"/a/{id}\", request: { id: { type: string, in: path } }",
    "get: \"/a/{id}\", request: { id: { type: string, in: path, required: b == 1 }, b: { type: integer } }",
    "get: \"/a/{id}\", request: { id: { type: A, in: path, required: true } }",
    "get: \"/a/{id}\", request: { id: { type: string, in: path, required: true, null: clears } }",
    "get: /a, request: { h: { type: A, in: header } }",
    "get: /a, request: { \"x y\": { type: string, in: header } }",
    "get: /a, request: { h: { type: string, in: header, name: Authorization } }",
    "get: /a, request: { a: { type: string }, b: { type: string, name: a } }",
    "get: /a, request: { a: { type: string, lenient: true } }",
    "get: /a, request: { a: { type: string, alias: b } }",
    "get: /a, body: form, request: { a: { type: string } }",
    "post: /a, request: { a: { type: string, name: b } }",
    "post: /a, request: { a: { type: { list: string }, lists: comma } }",
    "post: /a, request: { a: { type: A, nested: json } }",
    "post: /a, request: { a: { type: A, in: payload }, b: { type: A, in: payload } }",
    "post: /a, request: { a: { type: A, in: payload }, b: { type: string } }",
    "post: /a, body: form, request: { a: { type: A, in: payload } }",
    "post: /a, request: { a: { type: string, in: querry } }",
    "head: /a, response: { a: { type: string } }",
    "head: /a, response: text",
    "head: /a, body: form, request: { a: { type: string } }",
    "options: /a",
    "trace: /a",
    "post: /a?x=1",
    "post: /a/%zz",
];

#[test]
fn mistakes_are_told_where_they_are() {
    let types = "types: { A: { fields: { x: { type: string } } } }";
    let told = MISTAKES.iter().map(|operation| {
        let spec = format!("{types}\noperations:\n  one: {{ {operation} }}");
        let found = findings(&spec);
        let unused = |it: &&str| !it.contains("[W0701]");
        let lines: Vec<_> = found.lines().filter(unused).collect();
        format!("{operation}\n    {}\n", lines.join("\n    "))
    });
    insta::assert_snapshot!(told.collect::<String>());
}

#[test]
fn a_head_has_no_body_to_tell_how_it_went() {
    let spec = |by: &str| {
        findings(&format!(
            "outcome: {{ {by} }}\noperations: {{ one: {{ head: \"/a/{{id}}\", request: {{ id: {{ type: string, in: path, required: true }}, v: {{ type: integer }} }}, response: nothing }} }}"
        ))
    };
    assert_eq!(spec("by: http"), "");
    insta::assert_snapshot!(spec("status: [s], success: [ok]"), @"api.yaml:3:28: error[E0206]: the answer to a `HEAD` has no body, in which `outcome` looks for a status; write `outcome: { by: http }`, or make it a `get`");
}

#[test]
fn a_field_of_a_type_travels_where_its_object_does() {
    let spec = "
types: { B: { fields: { y: { type: string, in: query } } } }
operations: { one: { post: /a, request: { a: { type: B } } } }";
    insta::assert_snapshot!(findings(spec), @"api.yaml:3:44: error[E0201]: `in` is not a key of a field");
}

#[test]
fn a_required_header_is_sent_by_something() {
    let spec = |headers: &str, request: &str| {
        findings(&format!(
            "headers: {{ {headers} }}\noperations: {{ one: {{ post: /a, request: {{ {request} }} }} }}"
        ))
    };
    let key = "Idempotency-Key: { in: request, required: true, doc: k. }";
    insta::assert_snapshot!(spec(key, ""), @"api.yaml:2:54: warning[W0707]: nothing sends the header `Idempotency-Key`; make it a field of `request` with `in: header`, or leave `required` out");
    let field = "key: { type: string, in: header, name: idempotency-key }";
    assert_eq!(spec(key, field), "");
    assert_eq!(
        spec("Idempotency-Key: { in: response, required: true }", ""),
        ""
    );
    assert_eq!(
        spec("Content-Type: { in: request, required: true }", ""),
        ""
    );
}
