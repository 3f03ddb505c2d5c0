//! Who caused a change: the pages, the spec, or the generator.

use super::{BASE, compare, edited, known, rows};
use stipula_generator::change::{Known, rows::Origin};

const SPEC: &str = "\
api: demo
sources:
  page: { title: A page., url: \"https://docs.example.com\", covers: all, about: send }
operations:
  send:
    post: /send
    source: page
    request:
      name: { type: string, max_chars: 40, doc: A name., source: page }
  stay:
    post: /stay
    request: {}
";

fn fact(at: &str, kind: &str, value: &str) -> String {
    format!(
        "{{\"source\":\"page\",\"at\":\"{at}\",\"kind\":\"{kind}\",\"value\":{value},\"digest\":\"0000000000000000\",\"confidence\":\"exact\"}}\n"
    )
}

fn side(spec: &str, facts: &str) -> Known {
    let known = Known::of_texts("", &[("api.yaml", spec), ("facts/page.jsonl", facts)]);
    assert!(known.model().is_some(), "{:?}", known.loaded.diagnostics);
    known
}

fn origin(facts: (&str, &str)) -> Origin {
    let old = side(SPEC, facts.0);
    let new = side(&SPEC.replace("max_chars: 40", "max_chars: 30"), facts.1);
    let found = compare(&old, &new);
    assert_eq!(found.changes.len(), 1);
    found.changes[0].origin
}

#[test]
fn a_fact_that_moved_at_the_place_says_upstream() {
    let facts = |limit: &str| {
        [
            fact("request/name", "field", "\"name\""),
            fact("request/name", "max_chars", limit),
        ]
        .concat()
    };
    let (was, is) = (facts("40"), facts("30"));
    assert_eq!(origin((&was, &is)), Origin::Upstream);
    assert_eq!(origin((&was, &was)), Origin::Curation);
    assert_eq!(
        origin(("", &is)),
        Origin::Curation,
        "nobody kept what the page said"
    );
}

#[test]
fn an_operation_that_its_page_lost_is_gone_upstream() {
    let facts = [
        fact("operation", "endpoint", "\"POST /send\""),
        fact("request/name", "field", "\"name\""),
    ]
    .concat();
    let start = SPEC.find("  send:").unwrap();
    let end = SPEC.find("  stay:").unwrap();
    let without = format!("{}{}", &SPEC[..start], &SPEC[end..]).replace(", about: send", "");
    let other = fact("other", "field", "\"name\"");
    let (old, new) = (side(SPEC, &facts), side(&without, &other));
    assert!(rows(&old, &new).contains(&"E2"), "{:?}", rows(&old, &new));
    let new = side(&without, &facts);
    assert!(rows(&old, &new).contains(&"E2b"), "{:?}", rows(&old, &new));
}

#[test]
fn the_same_contract_of_another_build_is_a_change_of_the_generator() {
    let build = |it: &str| known(BASE).made_by(Some(it.to_owned()));
    let (old, new) = (build("stipula 0.1.0"), build("stipula 0.2.0"));
    let found = compare(&old, &new);
    assert_eq!(found.changes.len(), 1);
    assert_eq!(found.changes[0].origin, Origin::Generator);
    assert_eq!(rows(&old, &build("stipula 0.1.0")), [""; 0]);
}

const SIGNED: &str = "\
api: demo
outcome: { code: code, status: status, message: message, success: [S], failed: [F], unknown: [U] }
signing:
  scheme: signature
  client_header: Client-Id
  request_time_header: Request-Time
  response_time_header: Response-Time
  signature_header: Signature
  content_type: application/json
  string_to_sign: \"{method} {path}\\n{client_id}.{time}.{body}\"
  algorithm: RSA256
  key_version: 1
operations:
  send: { post: /send, request: {}, response: {} }
";

#[test]
fn letters_of_a_header_say_nothing_and_letters_of_what_is_signed_do() {
    let old = known(SIGNED);
    let of = |from: &str, to: &str| rows(&old, &known(&SIGNED.replace(from, to)));
    assert_eq!(
        of("client_header: Client-Id", "client_header: client-id"),
        ["H3"]
    );
    assert_eq!(of("algorithm: RSA256", "algorithm: rsa256"), ["H3b"]);
    assert_eq!(of("{client_id}.{time}", "{client_id}-{time}"), ["H4"]);
    assert_eq!(of("key_version: 1", "key_version: 2"), ["H4"]);
}

#[test]
fn lines_of_both_sides_and_of_the_page_are_told() {
    let old = known(BASE);
    let new = known(&format!(
        "# One line more.\n{}",
        edited(&[("max_chars: 40", "max_chars: 30")])
    ));
    let found = compare(&old, &new);
    let change = &found.changes[0];
    let line = BASE
        .lines()
        .position(|it| it.contains("max_chars: 40"))
        .unwrap()
        + 1;
    assert_eq!(found.old_line(change).map(|it| it.line), Some(line));
    assert_eq!(found.new_line(change).map(|it| it.line), Some(line + 1));
    let facts = fact("request/name", "max_chars", "30");
    let (old, new) = (side(SPEC, &facts), side(&SPEC.replace("40", "30"), &facts));
    let found = compare(&old, &new);
    let pages = found.pages(&found.changes[0]);
    assert_eq!(pages.len(), 1);
    assert_eq!(
        (pages[0].source.as_str(), pages[0].at.as_str()),
        ("page", "request/name")
    );
}
