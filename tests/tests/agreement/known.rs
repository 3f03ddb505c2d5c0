//! Each known difference is still there; one that is gone is to be taken off the list.

use serde_json::json;
use stipula_logic::judge::judge;
use stipula_tests::{Told, client, flagship, known};

use crate::schema::{Judge, document};

#[test]
fn schema_takes_whole_numbers_of_any_kind() {
    let api = flagship::model();
    let operation = flagship::operation(&api, "createTemplate");
    let schema = Judge::new(&api, operation, &document(&api));
    let is_type = |it: &Told| it.rule == "type";
    for number in [json!(1.0), json!(u64::MAX), json!(1e30)] {
        let body = json!({ "startDate": number });
        let found = judge(&api, operation, &body, &[]);
        assert!(
            found.iter().any(|it| known::is_whole_to_schema(it, &body)),
            "{number}"
        );
        assert!(
            client::verdict("createTemplate", &body, &[]).is_err(),
            "{number}"
        );
        assert!(
            !schema.told(&body).expect("rules").iter().any(is_type),
            "{number}"
        );
    }
    let body = json!({ "startDate": 0.5 });
    assert!(schema.told(&body).expect("rules").iter().any(is_type));
}
