//! For every code a spec that has the finding, and the same spec mended. Both are tested.

use super::Code;

macro_rules! op {
    ($request:literal) => {
        concat!(
            "operations:\n  send:\n    post: /send\n    request:\n",
            $request
        )
    };
}

const PING: &str = "operations:\n  ping: { get: /ping }";

/// Declares for each code the bad spec and the good one.
macro_rules! examples {
    ($($code:ident: $bad:expr => $good:expr;)*) => {
        impl Code {
            /// A spec that has this finding. Several files are divided by lines `--- PATH`.
            pub const fn bad(self) -> &'static str {
                match self { $(Self::$code => $bad,)* }
            }

            /// The same spec, mended.
            pub const fn good(self) -> &'static str {
                match self { $(Self::$code => $good,)* }
            }
        }
    };
}

examples! {
    Folder:
        "# no api.yaml: an empty folder"
        => PING;
    Yaml:
        "operations: ["
        => PING;
    DuplicateKey:
        "title: One\ntitle: Two\noperations:\n  ping: { get: /ping }"
        => "title: One\noperations:\n  ping: { get: /ping }";
    Anchor:
        "title: &name Demo\noperations:\n  ping: { get: /ping }"
        => "title: Demo\noperations:\n  ping: { get: /ping }";
    Include:
        "include: [missing.yaml]\noperations:\n  ping: { get: /ping }"
        => PING;
    IncludeCycle:
        "include: [more.yaml]\noperations:\n  ping: { get: /ping }\n--- more.yaml\ninclude: [more.yaml]"
        => "include: [more.yaml]\noperations:\n  ping: { get: /ping }\n--- more.yaml\nerrors: {}";
    IncludedTwice:
        "include: [more.yaml, more.yaml]\noperations:\n  ping: { get: /ping }\n--- more.yaml\nerrors: {}"
        => "include: [more.yaml]\noperations:\n  ping: { get: /ping }\n--- more.yaml\nerrors: {}";
    MissingApi:
        "# no api\noperations:\n  ping: { get: /ping }"
        => PING;
    Kept:
        "operations:\n  ping: { get: /ping }\n--- verdicts.jsonl\n{ \"at\": \"ping\" }"
        => "operations:\n  ping: { get: /ping }\n--- verdicts.jsonl\n{\"at\":\"ping\",\"kind\":\"endpoint\",\"value\":\"GET /ping\",\"verdict\":\"confirmed\",\"pages\":[\"guide\"]}";
    UnknownKey:
        op!("      id: { type: string, requried: true }")
        => op!("      id: { type: string, required: true }");
    MissingKey:
        op!("      id: { required: true }")
        => op!("      id: { type: string, required: true }");
    MissingValue:
        op!("      id:\n        type:")
        => op!("      id:\n        type: string");
    WrongKind:
        op!("      id: string")
        => op!("      id: { type: string }");
    BadScalar:
        op!("      id: { type: string, max_chars: many }")
        => op!("      id: { type: string, max_chars: 32 }");
    Exclusive:
        "types:\n  A: { enum: { X: One. }, fields: {} }\noperations:\n  send: { post: /send, request: { a: { type: A } } }"
        => "types:\n  A: { enum: { X: One. } }\noperations:\n  send: { post: /send, request: { a: { type: A } } }";
    RuleDemand:
        op!("      a: { type: integer }\n    rules:\n      - { id: a-positive, at: a }")
        => op!("      a: { type: integer }\n    rules:\n      - { id: a-positive, at: a, expect: a > 0 }");
    Method:
        "operations:\n  ping: { summary: Ping }"
        => PING;
    DeclaredTwice:
        op!("      a: { type: integer }\n    rules:\n      - { id: r, at: a, expect: a > 0 }\n      - { id: r, at: a, expect: a < 9 }")
        => op!("      a: { type: integer }\n    rules:\n      - { id: low, at: a, expect: a > 0 }\n      - { id: high, at: a, expect: a < 9 }");
    UnknownType:
        op!("      id: { type: strng }")
        => op!("      id: { type: string }");
    UnknownOperation:
        "operations:\n  ping: { get: /ping }\n  pong: { overlay: pingg }"
        => "operations:\n  ping: { get: /ping }\n  pong: { overlay: ping }";
    UnknownSource:
        "operations:\n  ping: { get: /ping, source: pag }\nsources:\n  page: { title: The page }\n"
        => "operations:\n  ping: { get: /ping, source: page }\nsources:\n  page: { title: The page }\n";
    UnknownQuirk:
        "operations:\n  ping: { get: /ping, quirk: Q-1 }"
        => PING;
    UnknownField:
        op!("      a: { type: integer }\n    rules:\n      - { id: r, at: b, expect: a > 0 }")
        => op!("      a: { type: integer }\n    rules:\n      - { id: r, at: a, expect: a > 0 }");
    UnknownValue:
        "types:\n  S: { enum: { NEW: New., OLD: Old. }, moves: { NEW: [OLDER] } }\noperations:\n  send: { post: /send, request: { s: { type: S } } }"
        => "types:\n  S: { enum: { NEW: New., OLD: Old. }, moves: { NEW: [OLD] } }\noperations:\n  send: { post: /send, request: { s: { type: S } } }";
    UnknownClass:
        "outcome: { status: [status], success: [S], failed: [F] }\nerrors: { BAD: { class: X } }\noperations:\n  ping: { get: /ping }"
        => "outcome: { status: [status], success: [S], failed: [F] }\nerrors: { BAD: { class: F } }\noperations:\n  ping: { get: /ping }";
    WrongType:
        op!("      a: { type: { map: integer, of: string } }")
        => op!("      a: { type: { map: string, of: string } }");
    OverlayChain:
        "operations:\n  ping: { get: /ping }\n  pong: { overlay: ping }\n  pang: { overlay: pong }"
        => "operations:\n  ping: { get: /ping }\n  pong: { overlay: ping }\n  pang: { overlay: ping }";
    RecursiveType:
        "types:\n  Tree: { fields: { left: { type: Tree, required: true } } }\noperations:\n  send: { post: /send, request: { tree: { type: Tree } } }"
        => "types:\n  Tree: { fields: { left: { type: Tree } } }\noperations:\n  send: { post: /send, request: { tree: { type: Tree } } }";
    BadName:
        "api: My API\noperations:\n  ping: { get: /ping }"
        => "api: my-api\noperations:\n  ping: { get: /ping }";
    BadRustName:
        op!("      $id$: { type: string, rust: $id }")
        => op!("      $id$: { type: string, rust: id }");
    RustNameTaken:
        op!("      firstDay: { type: string }\n      first_day: { type: string }")
        => op!("      firstDay: { type: string }\n      first_day: { type: string, rust: first_day_old }");
    AliasTaken:
        op!("      a: { type: string, alias: b }\n      b: { type: string }")
        => op!("      a: { type: string, alias: aa }\n      b: { type: string }");
    UnknownPart:
        "operations:\n  ping: { get: /ping, source: guide }\nsources:\n  guide: { title: Guide, about: ping, parts: { states: State } }"
        => "operations:\n  ping: { get: /ping, source: guide }\nsources:\n  guide: { title: Guide, about: ping, parts: { states: ping.response } }";
    TagMisfit:
        "types:\n  Card: { fields: { kind: { type: string, const: credit_card }, number: { type: string } } }\n  Pay: { tag: kind, cases: { card: Card } }\noperations:\n  send: { post: /send, request: { pay: { type: Pay } } }"
        => "types:\n  Card: { fields: { kind: { type: string, const: card }, number: { type: string } } }\n  Pay: { tag: kind, cases: { card: Card } }\noperations:\n  send: { post: /send, request: { pay: { type: Pay } } }";
    ShapesAlike:
        "types:\n  Card: { fields: { number: { type: string } } }\n  Bank: { fields: { account: { type: string } } }\noperations:\n  send: { post: /send, request: { pay: { type: { any: [Card, Bank] } } } }"
        => "types:\n  Card: { fields: { number: { type: string, required: true } } }\n  Bank: { fields: { account: { type: string } } }\noperations:\n  send: { post: /send, request: { pay: { type: { any: [Card, Bank] } } } }";
    ConditionSyntax:
        op!("      a: { type: boolean }\n      b: { type: string, required: a = true }")
        => op!("      a: { type: boolean }\n      b: { type: string, required: a == true }");
    ConditionField:
        op!("      kind: { type: string }\n      b: { type: string, required: knd == \"A\" }")
        => op!("      kind: { type: string }\n      b: { type: string, required: kind == \"A\" }");
    ConditionValue:
        "types:\n  Kind: { enum: { COUPON: One., TICKET: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind }, b: { type: string, required: kind == COUPN } } }"
        => "types:\n  Kind: { enum: { COUPON: One., TICKET: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind }, b: { type: string, required: kind == COUPON } } }";
    ConditionType:
        op!("      a: { type: string }\n      b: { type: string, required: a > 3 }")
        => op!("      a: { type: string }\n      b: { type: string, required: len(a) > 3 }");
    ConditionAbsent:
        op!("      a: { type: string }\n      b: { type: string, required: a != \"x\" }")
        => op!("      a: { type: string }\n      b: { type: string, required: not (a == \"x\") }");
    ConditionBase:
        op!("      a: { type: string, required: present(parent.b) }")
        => op!("      a: { type: string, required: present(b) }\n      b: { type: string }");
    ConditionPlaces:
        "types:\n  Part: { fields: { x: { type: string, required: present(parent.n) } } }\noperations:\n  one: { post: /one, request: { n: { type: string, required: true }, part: { type: Part } } }\n  two: { post: /two, request: { n: { type: string }, part: { type: Part } } }"
        => "types:\n  Part: { fields: { x: { type: string, required: present(parent.n) } } }\noperations:\n  one: { post: /one, request: { n: { type: string }, part: { type: Part } } }\n  two: { post: /two, request: { n: { type: string }, part: { type: Part } } }";
    ConditionNever:
        "types:\n  Kind: { enum: { A: One., B: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind }, b: { type: string, required: kind == A and kind == B } } }"
        => "types:\n  Kind: { enum: { A: One., B: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind }, b: { type: string, required: kind == A or kind == B } } }";
    ConditionAlways:
        "types:\n  Kind: { enum: { A: One., B: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind, required: true }, b: { type: string, required: \"kind in [A, B]\" } } }"
        => "types:\n  Kind: { enum: { A: One., B: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind, required: true }, b: { type: string, required: true } } }";
    RulesContradict:
        "types:\n  Kind: { enum: { A: One., B: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind, required: true }, b: { type: string, required: kind == A, allowed: kind == B } } }"
        => "types:\n  Kind: { enum: { A: One., B: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind, required: true }, b: { type: string, required: kind == A, allowed: kind == A } } }";
    RuleMisfit:
        op!("      n: { type: string, range: [1, 9] }")
        => op!("      n: { type: integer, range: [1, 9] }");
    BoundsCrossed:
        op!("      n: { type: integer, range: [9, 1] }")
        => op!("      n: { type: integer, range: [1, 9] }");
    BadPattern:
        op!("      n: { type: string, pattern: \"[a-\" }")
        => op!("      n: { type: string, pattern: \"^[a-z]$\" }");
    GroupTooSmall:
        op!("      a: { type: string }\n    rules:\n      - { id: r, at_least_one: [a] }")
        => op!("      a: { type: string }\n      b: { type: string }\n    rules:\n      - { id: r, at_least_one: [a, b] }");
    LimitExcludesValue:
        "types:\n  Kind: { enum: { COUPON: One. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind, max_chars: 3 } } }"
        => "types:\n  Kind: { enum: { COUPON: One. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind, max_chars: 8 } } }";
    ResponseRule:
        "operations:\n  ping: { get: /ping, response: { a: { type: string }, b: { type: string, required: present(a) } } }"
        => "operations:\n  ping: { get: /ping, response: { a: { type: string }, b: { type: string } } }";
    ScenarioEmpty:
        "types:\n  Kind: { enum: { A: One., B: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind } }, scenarios: { both: { when: kind == A and kind == B } } }"
        => "types:\n  Kind: { enum: { A: One., B: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind } }, scenarios: { first: { when: kind == A } } }";
    DefaultMisfit:
        "types:\n  Kind: { enum: { A: One., B: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind, required: true }, b: { type: Kind, default: C } } }"
        => "types:\n  Kind: { enum: { A: One., B: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind, required: true }, b: { type: Kind, default: B } } }";
    BadPath:
        "operations:\n  ping: { get: ping }"
        => PING;
    BadUrl:
        "environments: { live: { url: example.com } }\noperations:\n  ping: { get: /ping }"
        => "environments: { live: { url: \"https://example.com\" } }\noperations:\n  ping: { get: /ping }";
    SigningTemplate:
        "signing: { scheme: signature, client_header: C, request_time_header: T, response_time_header: R, signature_header: S, algorithm: RSA256, string_to_sign: \"{methd}{body}\" }\noperations:\n  ping: { get: /ping }"
        => "signing: { scheme: signature, client_header: C, request_time_header: T, response_time_header: R, signature_header: S, algorithm: RSA256, string_to_sign: \"{method}{body}\" }\noperations:\n  ping: { get: /ping }";
    UnsignedStatus:
        "outcome: { status: [status], success: [S], failed: [F] }\nsigning: { scheme: signature, client_header: C, request_time_header: T, response_time_header: R, signature_header: S, algorithm: RSA256, string_to_sign: \"{body}\", accept_unsigned: [S] }\noperations:\n  ping: { get: /ping }"
        => "outcome: { status: [status], success: [S], failed: [F] }\nsigning: { scheme: signature, client_header: C, request_time_header: T, response_time_header: R, signature_header: S, algorithm: RSA256, string_to_sign: \"{body}\", accept_unsigned: [F] }\noperations:\n  ping: { get: /ping }";
    ExampleFile:
        "operations:\n  ping: { get: /ping, examples: { one: { body: one.json } } }\n--- one.json\n{ \"a\": 1, }"
        => "operations:\n  ping: { get: /ping, examples: { one: { body: one.json } } }\n--- one.json\n{ \"a\": 1 }";
    NoOperation:
        "title: Demo"
        => PING;
    ExampleBreaksRule:
        "operations:\n  send: { post: /send, request: { n: { type: integer, range: [1, 9] } }, examples: { one: { body: one.json } } }\n--- one.json\n{ \"n\": 10 }"
        => "operations:\n  send: { post: /send, request: { n: { type: integer, range: [1, 9] } }, examples: { one: { body: one.json } } }\n--- one.json\n{ \"n\": 9 }";
    BadIdempotencyHeader:
        "operations:\n  send: { post: /send, request: { key: { type: string, in: header, name: Key } }, idempotency: { header: Key, repeat: same } }"
        => "operations:\n  send: { post: /send, request: { note: { type: string } }, idempotency: { header: Key, repeat: same } }";
    UnusedType:
        "types:\n  Lost: { fields: {} }\noperations:\n  ping: { get: /ping }"
        => "types:\n  Found: { fields: {} }\noperations:\n  ping: { get: /ping, response: { a: { type: Found } } }";
    UnusedQuirk:
        "quirks: { Q-1: { at: ping, page: says this, spec: says that, why: samples } }\noperations:\n  ping: { get: /ping }"
        => "quirks: { Q-1: { at: ping, page: says this, spec: says that, why: samples } }\noperations:\n  ping: { get: /ping, quirk: Q-1 }";
    RuleShadowed:
        "types:\n  Kind: { enum: { A: One., B: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind, required: true }, b: { type: string, required: [{ when: kind == A }, { when: \"true\" }] } } }"
        => "types:\n  Kind: { enum: { A: One., B: Two. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind, required: true }, b: { type: string, required: kind == A } } }";
    Todo:
        op!("      id: { type: string, doc: \"TODO: say what it is\" }")
        => op!("      id: { type: string, doc: Names the order. }");
    Ineffective:
        "operations:\n  send: { post: /send, request: { a: { type: string, presence: guaranteed } } }"
        => "operations:\n  send: { post: /send, request: { a: { type: string } } }";
    ImpliedLimit:
        "types:\n  Kind: { enum: { COUPON: One. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind, max_chars: 8 } } }"
        => "types:\n  Kind: { enum: { COUPON: One. } }\noperations:\n  send: { post: /send, request: { kind: { type: Kind } } }";
    BadPlace:
        "operations:\n  find: { get: \"/find/{id}\", request: { ident: { type: string, in: path, required: true } } }"
        => "operations:\n  find: { get: \"/find/{id}\", request: { id: { type: string, in: path, required: true } } }";
    BadPages:
        "operations:\n  list:\n    get: /list\n    request: { after: { type: string } }\n    response: { data: { type: string }, next: { type: string } }\n    pages: { cursor: { of: next, into: after }, items: data }"
        => "operations:\n  list:\n    get: /list\n    request: { after: { type: string } }\n    response: { data: { type: { list: string } }, next: { type: string } }\n    pages: { cursor: { of: next, into: after }, items: data }";
    BadFixed:
        "credentials: { key: { doc: The key. } }\nheaders: { X-Key: { value: \"{key}\" } }\noperations:\n  ping: { get: /ping }"
        => "credentials: { key: { doc: The key. } }\nauthentication: { main: { api_key: { header: X-Key, is: key } } }\noperations:\n  ping: { get: /ping }";
    BadRedirects:
        "operations:\n  send: { post: /send, redirects: follow, request: { id: { type: string } } }"
        => "operations:\n  send: { post: /send, request: { id: { type: string } } }\n  read: { get: /send, redirects: follow }";
    BadHandedOut:
        "operations:\n  load: { get: { url_from: link, hosts: [files.example.com] }, request: { link: { type: string, required: true } } }"
        => "operations:\n  load: { get: { url_from: link, hosts: [files.example.com] }, request: { link: { type: url, required: true } } }";
    UnknownCredential:
        "credentials: { token: { doc: Of the bot. } }\nauthentication: { main: { bearer: tokn } }\noperations:\n  ping: { get: /ping }"
        => "credentials: { token: { doc: Of the bot. } }\nauthentication: { main: { bearer: token } }\noperations:\n  ping: { get: /ping }";
    UnknownScheme:
        "credentials: { token: {} }\nauthentication: { main: { bearer: token } }\noperations:\n  ping: { get: /ping, authentication: mian }"
        => "credentials: { token: {} }\nauthentication: { main: { bearer: token } }\noperations:\n  ping: { get: /ping, authentication: main }";
    NotificationsAlike:
        "operations:\n  ping: { get: /ping }\nnotifications:\n  paid: { proof: none, when: kind == \"A\", body: { kind: { type: string } } }\n  lost: { proof: none, when: present(kind), body: { kind: { type: string } } }"
        => "operations:\n  ping: { get: /ping }\nnotifications:\n  paid: { proof: none, when: kind == \"A\", body: { kind: { type: string } } }\n  lost: { proof: none, when: kind == \"B\", body: { kind: { type: string } } }";
    Unproven:
        "credentials: { key: {} }\nauthentication: { main: { bearer: key } }\noperations:\n  ping: { get: /ping }\nnotifications:\n  paid: { proof: main, body: { id: { type: string } } }"
        => "credentials: { key: {}, secret: {} }\nauthentication: { main: { bearer: key } }\noperations:\n  ping: { get: /ping }\nnotifications:\n  paid: { proof: { header: X-Secret, is: secret }, body: { id: { type: string } } }";
    BadReply:
        "operations:\n  ping: { get: /ping }\nnotifications:\n  paid: { proof: none, body: { id: { type: string } }, answer: { http: 404 } }"
        => "operations:\n  ping: { get: /ping }\nnotifications:\n  paid: { proof: none, body: { id: { type: string } }, answer: { http: 204 } }";
    UnusedCredential:
        "credentials: { token: {}, secret: {} }\nauthentication: { main: { bearer: token } }\noperations:\n  ping: { get: /ping }"
        => "credentials: { token: {} }\nauthentication: { main: { bearer: token } }\noperations:\n  ping: { get: /ping }";
    UnusedSource:
        "sources: { page: { title: The page } }\noperations:\n  ping: { get: /ping }"
        => "sources: { page: { title: The page } }\noperations:\n  ping: { get: /ping, source: page }";
}

/// An example as files: `api: demo` is added where it is left out.
pub fn example_files(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = vec![("api.yaml".to_owned(), String::new())];
    for line in text.lines() {
        if let Some(path) = line.strip_prefix("--- ") {
            files.push((path.to_owned(), String::new()));
        } else if let Some((_, body)) = files.last_mut() {
            body.push_str(line);
            body.push('\n');
        }
    }
    if let Some((_, first)) = files.first_mut()
        && !first
            .lines()
            .any(|line| line.starts_with("api:") || line.starts_with("# no api"))
    {
        first.insert_str(0, "api: demo\n");
    }
    files
}
