//! Nothing panics, whatever the text.

use proptest::prelude::*;

use crate::captures::ALL;

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A page with characters taken out, put in, doubled or moved.
fn mutilated(text: &str, wounds: &[(usize, u8, char)]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (place, kind, letter) in wounds {
        let at = place % letters.len().max(1);
        match kind % 5 {
            0 => drop(letters.splice(at..(at + 1).min(letters.len()), [])),
            1 => letters.insert(at, *letter),
            2 => letters.truncate(at.max(1)),
            3 => {
                let end = (at + 40).min(letters.len());
                let part = letters[at..end].to_vec();
                letters.splice(at..at, part);
            }
            _ => {
                let end = (at + 40).min(letters.len());
                letters.splice(at..end, []);
            }
        }
    }
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(cases(400))]
    #[test]
    fn any_text(text in any::<String>()) {
        let _ = stipula_pages::read("x", &text);
    }

    #[test]
    fn texts_of_marks(text in "([|{}\\[\\]\":,;•\\-/() \n]|Name|Type|Request|Code|String|REQUIRED|when|a|1|参数|\u{ff1a}|é){0,80}") {
        let _ = stipula_pages::read("x", &text);
    }
}

proptest! {
    #![proptest_config(cases(150))]
    #[test]
    fn mutilated_pages(page in 0..ALL.len(), wounds in prop::collection::vec((any::<usize>(), any::<u8>(), any::<char>()), 1..12)) {
        let text = mutilated(ALL[page].1, &wounds);
        let _ = stipula_pages::read("x", &text);
    }
}

#[test]
fn deep_nesting_ends() {
    let deep = format!(
        "{{\"content\":{{\"request\":{}",
        "[{\"name\":\"a\",\"kvs\":".repeat(100_000)
    );
    assert!(stipula_pages::read("x", &deep).is_err());
    let body = format!(
        "Request\nName | Type |\na | String |\n1.1 Request\n{}",
        "{\"a\":".repeat(100_000)
    );
    let facts = stipula_pages::read("x", &body).unwrap().facts;
    assert!(facts.iter().any(|it| it.value == "not JSON"));
}

#[test]
fn shapes_inside_themselves_end() {
    let page = "Request\nBody\nName | Type |\ntop | Node |\nNode\nName | Type |\nleft | Node |\nright | Node |\n";
    let facts = stipula_pages::read("x", page).unwrap().facts;
    assert!(facts.iter().any(|it| it.at == "request/top/left"));
    assert!(facts.len() < 50, "{}", facts.len());
}

#[test]
fn a_quote_alone_is_no_text() {
    let page = "Request\nName | Type | Required | Description |\na | String | C | Required when b == \" |\n";
    let facts = stipula_pages::read("x", page).unwrap().facts;
    assert!(facts.iter().any(|it| it.value == "b == \""));
}

/// A page in HTML with a table whose last cells are these.
fn table(rows: &str) -> String {
    format!(
        "<html><body><h1>A</h1><p>POST /v1/a</p><h2>Request</h2><table><tr><th>Name</th>\
         <th>Type</th><th>Description</th></tr><tr><td>a</td><td>string</td><td>x</td></tr>{rows}\
         </table></body></html>"
    )
}

#[test]
fn cells_that_reach_everywhere_end() {
    let page = table(&"<tr><td colspan=64 rowspan=1000>b</td></tr>".repeat(5_000));
    let facts = stipula_pages::read("x", &page).unwrap().facts;
    assert!(facts.len() < 50, "{}", facts.len());
}

#[test]
fn a_description_without_end_is_a_gap() {
    let long = "Required if a is given. ".repeat(20_000);
    let page = table(&format!(
        "<tr><td>b</td><td>string</td><td>{long}</td></tr>"
    ));
    let facts = stipula_pages::read("x", &page).unwrap().facts;
    let gaps: Vec<&str> = facts
        .iter()
        .filter(|it| it.kind == stipula_facts::Kind::Gap)
        .map(|it| it.at.as_str())
        .collect();
    assert_eq!(gaps, ["request/b"]);
}
