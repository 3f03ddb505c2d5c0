//! What build scripts get.

mod scratch;

use std::{fs, path::Path};

use scratch::Scratch;
use stipula_generator::{Build, Mistakes};

/// Writes a spec of one operation.
fn spec(folder: &Scratch, api: &str, member: &str) {
    let spec = format!(
        "api: {api}\ntitle: A shop\noperations:\n  find:\n    get: /find\n    request:\n      id: {member}\n"
    );
    folder.write(&format!("{api}/api.yaml"), spec);
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("a file that was made")
}

fn build(folder: &Scratch, api: &str) -> Build {
    Build::from_spec(folder.path().join(api)).out_dir(folder.path())
}

#[test]
fn two_specs_do_not_overwrite_each_other() {
    let folder = Scratch::new();
    for api in ["shop", "bank"] {
        spec(&folder, api, "{ type: string }");
    }
    build(&folder, "shop").run().expect("a client");
    let told = build(&folder, "bank").run();
    let told = told.expect_err("the place is taken");
    let (root, shop) = (folder.path().join("root.rs"), folder.path().join("shop"));
    let wanted = format!(
        "`{}` is the client of the spec in `{}`; give each spec a place of its own, by `folder`",
        root.display(),
        shop.display()
    );
    assert_eq!(told.to_string(), wanted);
    let made = build(&folder, "bank").folder("made").run();
    made.expect("a client");
    let again = build(&folder, "shop").run();
    again.expect("the same once more");
    assert!(text(&root).contains("\"shop\""));
    let other = folder.path().join("made/root.rs");
    assert!(text(&other).contains("\"bank\""));
}

#[test]
fn mistakes_are_told_where_the_client_is_included() {
    let folder = Scratch::new();
    spec(&folder, "shop", "{ tpye: string }");
    let told = build(&folder, "shop").run().expect_err("a misspelt key");
    assert_eq!(told.to_string().matches("E0201").count(), 1, "{told}");
    let at_include = build(&folder, "shop").mistakes(Mistakes::AtInclude);
    at_include.run().expect("the compiler tells it");
    let text = text(&folder.path().join("root.rs"));
    assert!(text.starts_with("compile_error!(\"error[E0201]"), "{text}");
    let found = text.matches("compile_error!").count();
    assert_eq!(found, text.lines().count(), "{text}");
}
