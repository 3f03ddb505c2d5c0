//! A film ticket stands on createPass, as its page states in a hidden setting, or on orderSync, as
//! pages of its kind show. One word of the spec chooses.

use std::{fs, path::Path};

use stipula_generator::{Loaded, diag::Level, load_str};
use stipula_tests::flagship;

fn walk(folder: &Path, below: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            walk(&path, &format!("{name}/"), found);
        } else {
            found.push((name, fs::read_to_string(path).expect("a text")));
        }
    }
}

/// The spec with this base below the film ticket, whose example begins with these members.
fn standing_on(base: &str, ids: &str) -> Loaded {
    let mut files = Vec::new();
    walk(&flagship::folder(), "", &mut files);
    let mut change = |file: &str, old: &str, new: &str| {
        let (_, text) = files.iter_mut().find(|(it, _)| it == file).expect("a file");
        assert!(text.contains(old), "{file}");
        *text = text.replacen(old, new, 1);
    };
    change(
        "operations/movie-ticket.yaml",
        "\noverlay: createPass\n",
        &format!("\noverlay: {base}\n"),
    );
    change("examples/movie-ticket.json", "{\n", &format!("{{\n{ids}"));
    let texts: Vec<(&str, &str)> = files.iter().map(|(a, b)| (&**a, &**b)).collect();
    load_str(&texts)
}

#[test]
fn one_word_moves_the_film_ticket() {
    for (base, ids, path, answer) in [
        (
            "createPass",
            "",
            "/api/open/alipay/v1/ipass/pass/manage/createPass",
            "passId",
        ),
        (
            "orderSync",
            r#""requestId": "R1", "merchantBizNo": "P2046","#,
            "/api/open/alipay/v1/merchant/order/sync",
            "orderId",
        ),
    ] {
        let loaded = standing_on(base, ids);
        assert_eq!(loaded.count(Level::Error), 0, "{base}");
        let api = loaded.model.expect("a model");
        let film = flagship::operation(&api, "movieTicket");
        assert_eq!(film.path, path);
        let fields = film.answer.own().expect("fields");
        let object = api.type_(fields).object().expect("an object");
        assert!(object.fields.iter().any(|it| it.wire == answer), "{base}");
        // The status is beside the body on either base, and decides the same.
        assert!(film.context.is_some(), "{base}");
    }
}
