//! Each part of each condition matters: two bodies that differ in it alone get two verdicts.

use stipula_logic::witness::{self, Witness};
use stipula_tests::{client, flagship};

#[test]
fn every_part_of_a_condition_flips_the_verdict_of_the_client() {
    let api = flagship::model();
    let (mut count, mut without) = (0, Vec::new());
    for operation in &api.operations {
        for pair in witness::pairs(&api, operation) {
            let Some((bad, good)) = &pair.bodies else {
                without.push(format!("{}: {}", pair.rule, pair.part));
                continue;
            };
            let breaks = |it: &Witness| {
                let told = client::verdict(&operation.name, &it.body, &it.context);
                told.expect("read").iter().any(|it| it.rule == pair.rule)
            };
            assert!(breaks(bad), "{}: {} in {}", pair.rule, pair.part, bad.body);
            assert!(
                !breaks(good),
                "{}: {} in {}",
                pair.rule,
                pair.part,
                good.body
            );
            count += 1;
        }
    }
    assert_eq!(without, Vec::<String>::new());
    assert!(count > 40, "{count} parts are few");
}
