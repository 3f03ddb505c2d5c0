use serde_json::{Value as Any, json};

use super::{names::Names, unsayable};
use stipula_contract::Api;

/// One body with everything that is lowered in its own way.
const SPEC: &str = r#"
api: demo
title: Demo
types:
  Kind: { enum: { A: '', B: '', C: '' } }
  Locale: { enum: { de_DE: '', fr_FR: '' } }
  Status: { enum: { OPEN: '', SHUT: '' } }
  Texts:
    fields:
      title: { type: string, max_chars: { de_DE: 3, fr_FR: 5 } }
      sub: { type: string, required: 'root.kind == A and title == "x"' }
      note: { type: string, allowed: key == de_DE }
  Film:
    fields:
      seats: { type: integer, required: 'parent.flag == "on"' }
operations:
  create:
    summary: Create
    post: /create
    context: { status: Status }
    request:
      kind: { type: Kind, required: true }
      flag: { type: string }
      page: { type: string, required: kind == B or not present(flag) }
      start: { type: integer }
      end: { type: integer, required: ctx.status == SHUT, effective: kind == A }
      texts: { type: { map: Locale, of: Texts } }
      extra: { type: { by: kind, cases: { A: Film } } }
    rules:
      - { id: order, at: end, expect: end > start }
      - { id: on-for-c, at: flag, when: kind == C, expect: 'flag == "on"' }
      - { id: one, at: start, at_most_one: [start, page] }
    response:
      kind: { type: Kind }
"#;

fn api() -> Api {
    let loaded = stipula_spec::load_str(&[("api.yaml", SPEC)]);
    loaded
        .api
        .unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
}

fn value(api: &Api) -> Any {
    super::value(api, &Names::new(api))
}

/// The entry of a rule in the schema of the request.
fn entry(id: &str) -> Any {
    let document = value(&api());
    let request = &document["components"]["schemas"]["CreateRequest"];
    let entries = request["allOf"].as_array().cloned().unwrap_or_default();
    let mut found = entries.into_iter().filter(|entry| {
        entry["$comment"]
            .as_str()
            .is_some_and(|it| it.ends_with(id))
    });
    let entry = found
        .next()
        .unwrap_or_else(|| panic!("no entry for `{id}` in {request:#}"));
    assert!(found.next().is_none(), "more than one entry for `{id}`");
    entry
}

fn is(member: &str, value: &str) -> Any {
    json!({ "required": [member], "properties": { member: { "const": value } } })
}

fn given(member: &str) -> Any {
    json!({ "required": [member], "properties": { member: true } })
}

fn in_texts(inside: &Any) -> Any {
    json!({ "properties": { "texts": inside } })
}

#[test]
fn condition_of_a_member_is_if_then() {
    let entry = entry("page.required_if");
    assert_eq!(
        entry["if"],
        json!({ "anyOf": [is("kind", "B"), { "not": given("flag") }] })
    );
    assert_eq!(entry["then"], given("page"));
}

#[test]
fn condition_on_the_root_is_lifted_and_parted() {
    let entry = entry("sub.required_if");
    let inside = json!({ "if": is("title", "x"), "then": given("sub"), "x-stipula-at": "sub" });
    assert_eq!(entry["if"], is("kind", "A"));
    assert_eq!(
        entry["then"],
        in_texts(&json!({ "additionalProperties": inside }))
    );
}

#[test]
fn condition_on_the_key_names_the_keys() {
    let entry = entry("note.allowed_if");
    let absent = json!({ "properties": { "note": false }, "x-stipula-at": "note" });
    let inside = json!({ "properties": { "de_DE": true }, "additionalProperties": absent });
    assert_eq!(entry["if"], given("texts"));
    assert_eq!(entry["then"], in_texts(&inside));
}

#[test]
fn length_by_key_stands_at_the_map() {
    let entry = entry("title.max_chars");
    let id = json!({ "maxLength": "Texts.title.max_chars" });
    let title = |most: u64| json!({ "maxLength": most, "x-stipula-ids": id });
    let most = |most: u64| json!({ "properties": { "title": title(most) } });
    let inside = json!({
        "properties": { "de_DE": most(3), "fr_FR": most(5) },
        "additionalProperties": most(3),
    });
    assert_eq!(entry["if"], given("texts"));
    assert_eq!(entry["then"], in_texts(&inside));
}

#[test]
fn condition_on_the_parent_of_a_case_holds_in_that_case() {
    let entry = entry("seats.required_if");
    assert_eq!(entry["if"], is("kind", "A"));
    let mut seats = given("seats");
    seats["x-stipula-at"] = json!("seats");
    let film = json!({ "properties": { "extra": seats } });
    assert_eq!(
        entry["then"],
        json!({ "if": is("flag", "on"), "then": film })
    );
}

#[test]
fn sibling_chooses_the_case() {
    let entry = entry("extra.case_of");
    assert_eq!(entry["if"], is("kind", "A"));
    let film = json!({ "$ref": "#/components/schemas/Film" });
    assert_eq!(entry["then"], json!({ "properties": { "extra": film } }));
}

#[test]
fn expectation_waits_for_its_operands() {
    let entry = entry("on-for-c");
    let both = json!({ "required": ["kind", "flag"], "properties": { "kind": { "const": "C" }, "flag": true } });
    assert_eq!(entry["if"], both);
    assert_eq!(entry["then"], is("flag", "on"));
}

#[test]
fn group_names_its_members() {
    let pair = json!({ "anyOf": [{ "required": ["start", "page"] }] });
    assert_eq!(entry("one")["not"], pair);
}

#[test]
fn keywords_name_their_rules() {
    let document = value(&api());
    let schemas = &document["components"]["schemas"];
    let request = &schemas["CreateRequest"];
    let required = json!({ "kind": "CreateRequest.kind.required" });
    assert_eq!(request["x-stipula-ids"]["required"], required);
    let kind = json!({ "enum": "CreateRequest.kind.known" });
    assert_eq!(request["properties"]["kind"]["x-stipula-ids"], kind);
    assert_eq!(entry("on-for-c")["x-stipula-at"], "flag");
}

#[test]
fn what_json_schema_cannot_say_is_told_and_listed() {
    let api = api();
    assert_eq!(
        unsayable(&api),
        ["CreateRequest.end.required_if", "CreateRequest.order"]
    );
    let told = &value(&api)["components"]["schemas"]["CreateRequest"]["x-stipula-rules"];
    let told: Vec<&str> = told
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| it["severity"].as_str())
        .collect();
    assert_eq!(told, ["error", "warning", "error"]);
}

#[test]
fn enums_are_closed_in_requests_and_open_in_responses() {
    let document = value(&api());
    let schemas = &document["components"]["schemas"];
    let kind = json!("#/components/schemas/Kind");
    assert_eq!(schemas["CreateRequest"]["properties"]["kind"]["$ref"], kind);
    let open = json!([{ "$ref": kind }, { "type": "string" }]);
    assert_eq!(
        schemas["CreateResponse"]["properties"]["kind"]["anyOf"],
        open
    );
}

/// OpenAPI takes ASCII letters, digits and three signs; others also make a reference no URI.
#[test]
fn components_are_named_in_ascii() {
    let spec = "api: demo\ntypes: { 订单: { doc: '', fields: { m: { type: M² } } }, M²: { enum: { A: '' } }, M_b2: { enum: { A: '' } } }\n\
                operations: { send: { post: /send, request: { a: { type: 订单 }, b: { type: M_b2 } }, response: {} } }";
    let loaded = stipula_spec::load_str(&[("api.yaml", spec)]);
    let api = loaded.api.expect("the spec loads");
    let document = value(&api);
    let components = &document["components"]["schemas"];
    let request = &components["SendRequest"]["properties"];
    let order = json!({ "$ref": "#/components/schemas/_8ba2_5355" });
    assert_eq!(request["a"], order);
    let two = [
        &components["_8ba2_5355"]["properties"]["m"]["$ref"],
        &request["b"]["$ref"],
    ];
    let expected = ["#/components/schemas/M_b2", "#/components/schemas/M_b2_"];
    assert_eq!(two, expected);
}

#[test]
fn every_reference_leads_somewhere() {
    let document = value(&api());
    let mut open = vec![&document];
    while let Some(value) = open.pop() {
        if let Some(target) = value["$ref"].as_str() {
            let pointer = target.trim_start_matches('#');
            assert!(
                document.pointer(pointer).is_some(),
                "`{target}` leads nowhere"
            );
        }
        open.extend(value.as_array().into_iter().flatten());
        open.extend(
            value
                .as_object()
                .into_iter()
                .flat_map(|object| object.values()),
        );
    }
}
