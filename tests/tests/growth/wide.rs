//! Types of many fields.

use stipula::Validate;

#[allow(clippy::too_many_lines, reason = "a line for each field")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/wide.rs"));
}

use generated::Wide;

/// What is broken is found wherever the first broken rule is.
#[test]
fn a_thousand_fields_are_each_judged() {
    for first in (0..1_000)
        .step_by(7)
        .chain([1, 63, 64, 65, 127, 128, 998, 999])
    {
        let mut wide = Wide::default();
        let mut expected = Vec::new();
        for (at, text) in wide.all().into_iter().enumerate().skip(first).step_by(41) {
            *text = "long".to_owned();
            expected.push(format!("/f{at}"));
        }
        let found = wide.check();
        let found: Vec<&str> = found.iter().map(|it| it.pointer()).collect();
        assert_eq!(found, expected);
    }
    assert_eq!(Wide::default().check().len(), 0);
}
