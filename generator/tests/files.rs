//! What lint says about files and multipart bodies.

mod linted;

fn findings(spec: &str) -> String {
    linted::findings(&format!("api: demo\n{spec}")).join("\n")
}

#[test]
fn files_stand_in_multipart_bodies() {
    let spec = "
defaults: { body: multipart, lists: brackets, nested: json }
types:
  Part: { fields: { a: { type: string }, l: { type: { list: string } } } }
  Input: { doc: A file or an id., any: [file, string] }
operations:
  one: { post: /one, request: { f: { type: file, required: true }, l: { type: { list: file }, lists: repeat, max_items: 3 }, i: { type: Input, required: present(p) }, p: { type: Part } } }
  two: { patch: \"/two/{id}\", body: json, request: { id: { type: string, in: path, required: true }, p: { type: Part } } }
  three: { overlay: one, request: { more: { type: { list: Input } } } }
";
    assert_eq!(findings(spec), "");
}

/// Operations that cannot be sent as they say.
const MISTAKES: &[&str] = &[
    "post: /a, request: { f: { type: file } }",
    "post: /a, body: form, request: { f: { type: Input } }",
    "post: /a, body: multipart, request: { f: { type: file, in: query } }",
    "get: /a, request: { f: { type: file } }",
    "post: /a, request: { f: { type: file, in: payload } }",
    "post: /a, body: multipart, request: { p: { type: { list: Holder } } }",
    "post: /a, body: multipart, request: { f: { type: { map: string, of: file } } }",
    "post: /a, body: multipart, request: { f: { type: { list: file }, lists: comma } }",
    "post: /a, body: multipart, request: { f: { type: { list: string }, lists: comma } }",
    "post: /a, body: multipart, request: { f: { type: { any: [file, Holder] } } }",
    "post: /a, body: multipart, request: { f: { type: file, max_bytes: 9 } }",
    "post: /a, body: multipart, request: { f: { type: file, lenient: true } }",
    "post: /a, body: multipart, request: { f: { type: string, alias: g } }",
    "post: /a, body: multipart, request: { f: { type: file }, s: { type: string, required: f == s } }",
    "post: /a, response: { f: { type: file } }",
    "post: /a, response: file",
    "get: /a, body: multipart",
];

#[test]
fn mistakes_are_told_where_they_are() {
    let types =
        "types: { Holder: { fields: { x: { type: file } } }, Input: { any: [file, string] } }";
    let told = MISTAKES.iter().map(|operation| {
        let spec = format!("{types}\noperations:\n  one: {{ {operation} }}");
        let found = findings(&spec);
        let unused = |it: &&str| !it.contains("[W0701]");
        let lines: Vec<_> = found.lines().filter(unused).collect();
        format!("{operation}\n    {}\n", lines.join("\n    "))
    });
    insta::assert_snapshot!(told.collect::<String>());
}
