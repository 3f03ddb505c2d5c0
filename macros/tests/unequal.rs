//! `!=` beyond the struct: whether such a field may be absent is not seen, so it is allowed.

use stipula::Validate;

#[derive(Validate)]
#[validate(root(Self))]
struct Body {
    kind: String,
    #[validate(nested)]
    part: Part,
}

#[derive(Default, Validate)]
#[validate(root(Body), parent(Body))]
struct Part {
    #[validate(required_if(root.kind != "plain"), allowed_if(parent.kind not in ["a", "b"]))]
    note: Option<String>,
}

fn broken(kind: &str, note: Option<&str>) -> Vec<&'static str> {
    let part = Part {
        note: note.map(str::to_owned),
    };
    let body = Body {
        kind: kind.to_owned(),
        part,
    };
    body.check().iter().map(|v| v.code()).collect()
}

#[test]
fn compares_fields_of_other_structs() {
    assert_eq!(broken("plain", None), [""; 0]);
    assert_eq!(broken("a", None), ["required_if"]);
    assert_eq!(broken("a", Some("x")), ["allowed_if"]);
    assert_eq!(broken("c", Some("x")), [""; 0]);
}
