//! What the OpenAPI document cannot say of the flagship is exactly this list.

use std::path::Path;

use stipula_generator::{load, unsayable};

#[test]
fn openapi_leaves_out_exactly_these_rules() {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/alipayhk-ipass");
    let api = load(&spec).model.expect("the flagship spec loads");
    // One compares two members, the others read the status that is given beside the body.
    let expected = [
        "CreateTemplateRequest.end-after-start",
        "SwitchStatusRequest.from-final",
        "SwitchStatusRequest.from-frozen",
        "SwitchStatusRequest.from-valid",
        "SwitchStatusRequest.from-paused",
        "MovieExtInfo.code_info.required_if",
        "MovieExtInfo.template_code.required_if",
        "MovieExtInfo.available_time.required_if",
        "MovieExtInfo.expired_time.required_if",
        "MovieExtInfo.start_time.required_if",
        "MovieExtInfo.end_time.required_if",
        "MovieLocale.address.required_if",
    ];
    assert_eq!(unsayable(&api), expected);
}
