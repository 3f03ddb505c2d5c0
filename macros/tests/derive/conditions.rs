//! What conditions can say.

use std::collections::BTreeMap;

use stipula::{UnixMillis, Validate};

use crate::{Product, sentences, told};

#[derive(Default, Clone, Validate)]
#[validate(
    rule(id = "all-texts", when(text starts_with "a" and len(list) >= 2), expect(text == "ab")),
    rule(id = "order", at = end, expect(end > start)),
    rule(id = "cap", expect(number <= 5 or flag)),
    rule(id = "both", expect((present(start)) == (present(end))), severity = warning),
    rule(id = "unequal", when(not (text == "x")), expect(plain != "y")),
    rule(id = "decimal", expect(ratio < 1.5)),
    rule(id = "lengths", expect(len(list) == number))
)]
struct All {
    text: Option<String>,
    list: Vec<i64>,
    start: Option<UnixMillis>,
    end: Option<UnixMillis>,
    number: Option<i64>,
    flag: Option<bool>,
    plain: String,
    ratio: Option<f64>,
}

fn ids(all: &All) -> Vec<String> {
    told(&all.check())
        .iter()
        .map(|line| line.trim_start_matches(' ').to_owned())
        .collect()
}

#[test]
fn an_expectation_waits_for_its_fields() {
    assert_eq!(ids(&All::default()), [""; 0]);
    let start = All {
        start: Some(UnixMillis(1)),
        ..All::default()
    };
    assert_eq!(ids(&start), ["! both"]);
    let order = All {
        end: Some(UnixMillis(1)),
        ..start.clone()
    };
    assert_eq!(ids(&order), ["/end order"]);
    let order = All {
        end: Some(UnixMillis(2)),
        ..start
    };
    assert_eq!(ids(&order), [""; 0]);
}

#[test]
fn every_form() {
    let all = All {
        text: Some("ac".into()),
        list: vec![1, 2],
        ..All::default()
    };
    assert_eq!(ids(&all), ["all-texts"]);
    let all = All {
        number: Some(6),
        flag: Some(false),
        list: vec![0; 6],
        ..All::default()
    };
    assert_eq!(ids(&all), ["cap"]);
    assert_eq!(
        ids(&All {
            number: Some(0),
            plain: "y".into(),
            ratio: Some(1.5),
            ..All::default()
        }),
        ["unequal", "decimal"]
    );
    assert_eq!(
        ids(&All {
            number: Some(1),
            ..All::default()
        }),
        ["lengths"]
    );
    assert_eq!(
        sentences(
            &All {
                ratio: Some(2.0),
                ..All::default()
            }
            .check()
        ),
        ["the body must hold: `ratio` is less than 1.5"]
    );
}

struct Facts {
    status: Option<Product>,
}

#[derive(Validate)]
#[validate(root(Self), context(Facts))]
struct Body {
    product: Option<Product>,
    #[validate(required_if(ctx.status == Product::Movie))]
    seat: Option<String>,
    button: Option<Button>,
    #[validate(required_if(button.link?.kind == "web"), allowed_if(button.link?.kind == "web"))]
    page: Option<String>,
    #[validate(nested)]
    lines: BTreeMap<String, Vec<Line>>,
}

struct Button {
    link: Option<Box<Link>>,
}

struct Link {
    kind: Option<String>,
}

#[derive(Validate)]
#[validate(root(Body), parent(Body))]
struct Line {
    #[validate(required_if(key == "zh"), effective_if(root.product == Product::Pass))]
    name: Option<String>,
    #[validate(required_if(present(parent.seat)))]
    row: Option<i64>,
}

#[test]
fn looks_around() {
    let line = || Line {
        name: None,
        row: None,
    };
    let mut body = Body {
        product: None,
        seat: None,
        button: None,
        page: None,
        lines: [
            ("zh".to_owned(), vec![line()]),
            ("en".to_owned(), vec![line()]),
        ]
        .into(),
    };
    let none = Facts { status: None };
    let movie = Facts {
        status: Some(Product::Movie),
    };
    assert_eq!(
        told(&body.check_in(&none)),
        ["/lines/zh/0/name Line.name.required_if"]
    );
    let found = body.check_in(&movie);
    assert_eq!(
        sentences(&found)[0],
        "`/seat` is required when the `status` of the call is `Movie`"
    );
    body.seat = Some(String::new());
    body.lines = [(
        "en".to_owned(),
        vec![Line {
            name: Some(String::new()),
            row: None,
        }],
    )]
    .into();
    assert_eq!(
        told(&body.check_in(&movie)),
        [
            "!/lines/en/0/name Line.name.effective_if",
            "/lines/en/0/row Line.row.required_if"
        ]
    );
    body.lines.clear();
    body.page = Some(String::new());
    assert_eq!(told(&body.check_in(&none)), ["/page Body.page.allowed_if"]);
    let link = Some(Box::new(Link {
        kind: Some("web".into()),
    }));
    body.button = Some(Button { link });
    assert!(body.check_in(&none).is_empty());
    body.page = None;
    assert_eq!(told(&body.check_in(&none)), ["/page Body.page.required_if"]);
}
