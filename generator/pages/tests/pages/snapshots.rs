//! Every fact of every capture.

use std::fmt::Write as _;

use crate::captures::ALL;

#[test]
fn facts_of_every_capture() {
    for (name, text) in ALL {
        let page = stipula_pages::read(name, text).unwrap();
        let mut shown = format!("{}\n", page.shape);
        for it in &page.facts {
            let inferred = if it.confidence == stipula_facts::Confidence::Inferred {
                " (inferred)"
            } else {
                ""
            };
            let value = if it.value.is_null() {
                &it.digest
            } else {
                &it.value.to_string()
            };
            writeln!(
                shown,
                "{}: {} {} {value}{inferred}",
                it.line,
                it.at,
                it.kind.name()
            )
            .unwrap();
        }
        insta::assert_snapshot!(*name, shown);
    }
}
