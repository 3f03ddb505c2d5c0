//! Small specs that once made a client that did not compile, or judges that disagreed.

use serde_json::{Value, json};
use stipula_generator::load_str;
use stipula_logic::judge::judge;
use stipula_tests::{
    Told,
    compiled::{Clients, Spec},
    readable,
};

/// A spec without its `api`, and bodies with the rules that they break; none for a body that no client
/// reads.
type Case = (
    &'static str,
    &'static str,
    &'static [(&'static str, Option<&'static [&'static str]>)],
);

const CASES: &[Case] = &[
    (
        "a_member_called_default",
        "operations: { op: { post: /op, request: { default: { type: boolean, required: true } }, response: {} } }",
        &[
            (r#"{"default":false}"#, Some(&[])),
            ("{}", Some(&["OpRequest.default.required /default"])),
        ],
    ),
    (
        "an_amount_with_a_fraction",
        "operations: { op: { post: /op, request: { sum: { type: decimal, range: [0.05, 10.5], lenient: true } }, response: {} } }",
        &[
            (r#"{"sum":0.05}"#, Some(&[])),
            (r#"{"sum":"10.50"}"#, Some(&[])),
            (r#"{"sum":"10.51"}"#, Some(&["OpRequest.sum.range /sum"])),
            (r#"{"sum":0.049}"#, Some(&["OpRequest.sum.range /sum"])),
            (r#"{"sum":"ten"}"#, None),
        ],
    ),
    (
        "a_type_that_may_hold_itself",
        "types: { Reply: { fields: { text: { type: string, required: true }, to: { type: Reply } } } }\n\
         operations: { op: { post: /op, request: { reply: { type: Reply } }, response: { reply: { type: Reply } } } }",
        &[(
            r#"{"reply":{"text":"a","to":{"to":{"text":"b"}}}}"#,
            Some(&["Reply.text.required /reply/to/text"]),
        )],
    ),
    (
        "a_type_that_holds_itself_by_a_union",
        "types: { Of: { enum: { P: p., Q: q. } }, Tree: { fields: { of: { type: Of }, sub: { type: { by: of, cases: { P: Tree } } } } } }\n\
         operations: { op: { post: /op, request: { tree: { type: Tree, required: true } }, response: {} } }",
        &[
            (
                r#"{"tree":{"of":"P","sub":{"of":"P","sub":{}}}}"#,
                Some(&[]),
            ),
            ("{}", Some(&["OpRequest.tree.required /tree"])),
        ],
    ),
    (
        "a_list_of_what_a_sibling_chooses",
        "types: { Of: { enum: { P: p., Q: q. } }, Leaf: { fields: { n: { type: integer, range: [1, 2] } } } }\n\
         operations: { op: { post: /op, request: { of: { type: Of }, all: { type: { list: { by: of, cases: { P: Leaf } } } } }, response: {} } }",
        &[(
            r#"{"of":"P","all":[{"n":1},{"n":3}]}"#,
            Some(&["Leaf.n.range /all/1/n"]),
        )],
    ),
    (
        "a_secret_that_a_condition_asks",
        "types: { Of: { enum: { P: p., Q: q. } }, Card: { fields: { pan: { type: string, required: true, sensitive: true } } } }\n\
         operations: { op: { post: /op, request: { of: { type: Of, sensitive: true }, card: { type: Card, sensitive: true, required: of == P } }, response: {} } }",
        &[
            (r#"{"of":"P"}"#, Some(&["OpRequest.card.required_if /card"])),
            (
                r#"{"of":"P","card":{}}"#,
                Some(&["Card.pan.required /card/pan"]),
            ),
            (r#"{"of":"Q"}"#, Some(&[])),
        ],
    ),
    (
        "a_value_called_like_a_member",
        "types: { Of: { enum: { 1st: p., 甲: q. } } }\n\
         operations: { op: { post: /op, request: { of: { type: Of }, 1st: { type: Of }, 甲: { type: Of }, why: { type: string, required: of == \"1st\" }, how: { type: string, required: of == 甲 } }, response: {} } }",
        &[
            (
                r#"{"of":"1st","1st":"甲"}"#,
                Some(&["OpRequest.why.required_if /why"]),
            ),
            (
                r#"{"of":"甲","甲":"1st","1st":"甲"}"#,
                Some(&["OpRequest.how.required_if /how"]),
            ),
        ],
    ),
    (
        "a_type_of_another_script",
        "types: { 地址: { fields: { 城市: { type: string, max_chars: 2 } } } }\n\
         operations: { op: { post: /op, request: { 地: { type: 地址 } }, response: {} } }",
        &[
            (
                r#"{"地":{"城市":"北京市"}}"#,
                Some(&["地址.城市.max_chars /地/城市"]),
            ),
            (r#"{"地":{"城市":"北京"}}"#, Some(&[])),
        ],
    ),
    (
        "an_empty_text_that_is_a_value",
        "empty: value\noperations: { op: { post: /op, request: { note: { type: string, lenient: true, min_chars: 1 } }, response: {} } }",
        &[
            (r#"{"note":""}"#, Some(&["OpRequest.note.min_chars /note"])),
            (r#"{"note":7}"#, Some(&[])),
        ],
    ),
    (
        "a_null_that_clears",
        "operations: { op: { post: /op, request: { note: { type: string, null: clears }, why: { type: string, required: present(note) } }, response: {} } }",
        &[
            (r#"{"note":null}"#, Some(&[])),
            (r#"{"note":"x"}"#, Some(&["OpRequest.why.required_if /why"])),
        ],
    ),
    (
        "a_mistake_without_an_echo",
        "operations: { op: { post: /op, request: { tags: { type: { list: string } }, note: { type: string, required: 'len(tags) == 0 or not (len(tags) > 1)' } }, response: {} } }",
        &[
            (r#"{"tags":3}"#, None),
            (
                r#"{"tags":["a"]}"#,
                Some(&["OpRequest.note.required_if /note"]),
            ),
        ],
    ),
    (
        "the_same_pattern_for_everybody",
        r"operations: { op: { post: /op, request: { gap: { type: string, pattern: '^\s$' }, any: { type: string, pattern: '^a.b$' } }, response: {} } }",
        &[
            (
                "{\"gap\":\"\u{a0}\",\"any\":\"a\u{2028}b\"}",
                Some(&["OpRequest.gap.pattern /gap"]),
            ),
            (
                "{\"gap\":\"\\t\",\"any\":\"ab\"}",
                Some(&["OpRequest.any.pattern /any"]),
            ),
        ],
    ),
];

fn told(told: &[Told]) -> Vec<String> {
    told.iter()
        .map(|it| format!("{} {}", it.rule, it.path))
        .collect()
}

#[test]
fn clients_compile_and_judge_as_the_evaluator_does() {
    let specs = CASES.iter().map(|(name, spec, _)| {
        let loaded = load_str(&[("api.yaml", &format!("api: small\n{spec}"))]);
        let model = loaded
            .model
            .unwrap_or_else(|| panic!("{name}: {:?}", loaded.diagnostics));
        Spec::new((*name).to_owned(), model)
    });
    let specs: Vec<Spec> = specs.collect();
    let temporary = env!("CARGO_TARGET_TMPDIR");
    let clients = Clients::compile(temporary, "cases", &specs).unwrap_or_else(|it| panic!("{it}"));
    for (spec, (name, _, bodies)) in specs.iter().zip(CASES) {
        for (body, expected) in *bodies {
            let body: Value = serde_json::from_str(body).expect("JSON");
            let expected =
                expected.map(|it| it.iter().map(ToString::to_string).collect::<Vec<_>>());
            let by_client = clients.verdict(name, "op", &body).ok();
            assert_eq!(
                by_client.as_deref().map(told),
                expected,
                "client, {name}: {body}"
            );
            let found = judge(&spec.model, &spec.model.operations[0], &body, &[]);
            let by_evaluator = readable(&found).then(|| told(&Told::by_rules(&found)));
            assert_eq!(by_evaluator, expected, "evaluator, {name}: {body}");
        }
    }
}

/// What is of the wrong type is told once, and nothing that follows from it.
#[test]
fn the_wrong_type_has_no_echo() {
    let (_, spec, _) = CASES
        .iter()
        .find(|it| it.0 == "a_mistake_without_an_echo")
        .expect("a case");
    let loaded = load_str(&[("api.yaml", &format!("api: small\n{spec}"))]);
    let model = loaded.model.expect("the spec loads");
    let found = judge(&model, &model.operations[0], &json!({ "tags": 3 }), &[]);
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        ["/tags: expected a list, found a number; put it in brackets, as a list [type]"]
    );
}
