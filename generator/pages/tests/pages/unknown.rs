//! A page that cannot be read is an error.

use stipula_pages::{Shape, UnknownShape};

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
        let error = stipula_pages::read("x", text).unwrap_err();
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
    let error = stipula_pages::read("x", table).unwrap_err();
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
fn what_is_too_long_or_no_text_is_refused_at_once() {
    let page = "Request\nName | Type |\nboxCode | String |\n";
    assert!(stipula_pages::read("x", page).is_ok());
    let most = 4 * 1024 * 1024;
    let long = format!("{page}{}", "\n".repeat(most - page.len()));
    assert!(stipula_pages::read("x", &long).is_ok());
    let error = stipula_pages::read("x", &format!("{long}\n")).unwrap_err();
    assert!(
        matches!(error, UnknownShape::TooLong { bytes } if bytes == most + 1),
        "{error}"
    );
    let error = stipula_pages::read("x", &format!("{page}a\0b | String |")).unwrap_err();
    assert_eq!(error, UnknownShape::NotText { line: 4 });
    assert!(error.to_string().contains("line 4 has a NUL byte"));
}

#[test]
fn names_of_shapes_are_those_of_the_file() {
    for shape in [Shape::PortalJson, Shape::PipeTables, Shape::Paragraphs] {
        assert_eq!(serde_json::to_value(shape).unwrap(), shape.name());
    }
}
