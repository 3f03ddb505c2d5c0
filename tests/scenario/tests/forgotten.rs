//! What a scenario needs cannot be forgotten, and what it cannot have cannot be given.

#[test]
fn does_not_compile() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*.rs");
}
