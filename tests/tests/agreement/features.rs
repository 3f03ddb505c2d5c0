//! What the flagship does not have: the evaluator and the schema agree on that as well.

use std::collections::BTreeSet;

use stipula_generator::{Model, load_str, unsayable};
use stipula_logic::witness;
use stipula_tests::{agreement::differing, bodies::Maker};

use crate::{SLICE, schema};

/// Rules of every kind, at every depth.
const SPEC: &str = r#"
api: demo
title: Demo
types:
  Kind: { enum: { A: '', B: '', C: '' } }
  Locale: { enum: { de_DE: '', fr_FR: '' } }
  Texts:
    fields:
      title: { type: string, max_chars: { de_DE: 3, fr_FR: 5 } }
      lines: { type: { list: { type: string, max_chars: { de_DE: 3, fr_FR: 5 } } } }
      sub: { type: string, required: 'root.kind == A and title == "x"' }
      note: { type: string, allowed: key == de_DE }
      size: { type: integer }
    rules:
      - { id: small-for-b, at: size, when: root.kind == B, expect: size < 3 }
      - { id: size-by-kind, at: size, expect: 'root.kind == A or size == 1' }
  Film:
    fields:
      seats: { type: integer, required: 'parent.flag == "on"', range: [1, 9] }
      names: { type: { list: { type: string, min_chars: 2, pattern: '^[a-z]+$' } }, min_items: 1, max_items: 2, unique: true }
  Coin:
    fields:
      amount: { type: string, decimal_places: 2, prefix: '1' }
      kinds: { type: { list: Kind } }
  Comment:
    fields:
      kind: { type: Kind, required: true }
      text: { type: string, max_chars: 3 }
      about: { type: Comment, required: kind == A, allowed: kind != C }
      answers: { type: { list: Comment }, max_items: 1 }
operations:
  create:
    summary: Create
    post: /create
    request:
      kind: { type: Kind, required: true }
      flag: { type: string }
      page: { type: string, required: kind == B or not present(flag) }
      link: { type: url, allowed: 'kind in [A, B]' }
      start: { type: integer }
      end: { type: integer, required: present(start) }
      texts: { type: { map: Locale, of: Texts }, known_keys: true, min_items: 1 }
      films: { type: { list: Film } }
      coin: { type: Coin, required: true }
      extra: { type: { by: kind, cases: { A: Film, B: Coin } } }
      comment: { type: Comment }
    rules:
      - { id: on-for-c, at: flag, when: kind == C, expect: 'flag == "on"' }
      - { id: one, at: start, at_most_one: [start, page] }
      - { id: some, at: link, at_least_one: [link, flag] }
      - { id: both, at: end, all_or_none: [end, start] }
    response: {}
"#;

pub(crate) fn model() -> Model {
    let loaded = load_str(&[("api.yaml", SPEC)]);
    let told = |it: &stipula_generator::diag::Diagnostic| format!("{}: {:?}", it.message, it.at);
    let told: Vec<String> = loaded.diagnostics.iter().map(told).collect();
    loaded
        .model
        .unwrap_or_else(|| panic!("{}", told.join("\n")))
}

#[test]
fn evaluator_and_schema_agree_on_every_kind_of_rule() {
    let api = model();
    assert_eq!(unsayable(&api), Vec::<String>::new());
    let operation = &api.operations[0];
    let document = schema::document(&api);
    let judge = schema::Judge::new(&api, operation, &document);
    let maker = Maker::new(&api, operation);
    assert_eq!(differing(&maker, SLICE, |case| judge.differs(case)), None);
    let broken = (0..SLICE).flat_map(|seed| {
        let case = maker.case(seed);
        stipula_logic::judge::judge(&api, operation, &case.body, &case.context)
    });
    let broken: BTreeSet<String> = broken.map(|it| it.rule).collect();
    let rules = witness::rules(&api, operation);
    let unseen: Vec<&String> = rules.iter().filter(|it| !broken.contains(*it)).collect();
    assert_eq!(
        unseen,
        ["CreateRequest.extra.case_of"],
        "no JSON breaks this one"
    );
}
