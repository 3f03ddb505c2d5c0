//! A page that cannot be read is an error.

use stipula_generator::pages::{self, Shape, UnknownShape};

#[test]
fn texts_without_a_known_shape() {
    for text in [
        "",
        "\n\n",
        "Just a letter.\nWith two lines.",
        "{}",
        "{\"content\":{\"request\":[]}}",
        "a | b | c\n1 | 2 | 3",
    ] {
        let error = pages::read("x", text).unwrap_err();
        assert!(
            matches!(error, UnknownShape::Unrecognised { .. }),
            "{text}: {error}"
        );
        let shown = error.to_string();
        assert!(
            shown.contains("looked for") && shown.contains("found"),
            "{shown}"
        );
    }
}

#[test]
fn known_shapes_without_a_field() {
    let table = "Code | Status | Message |\nGONE | F | it is gone |";
    let error = pages::read("x", table).unwrap_err();
    assert!(
        matches!(
            error,
            UnknownShape::NoField {
                shape: Shape::PipeTables,
                ..
            }
        ),
        "{error}"
    );
    assert!(error.to_string().contains("no field could be read"));
}

#[test]
fn names_of_shapes_are_those_of_the_file() {
    for shape in [Shape::PortalJson, Shape::PipeTables, Shape::Paragraphs] {
        assert_eq!(serde_json::to_value(shape).unwrap(), shape.name());
    }
}
