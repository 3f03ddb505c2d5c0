//! What build scripts get.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{Build, Mistakes};

/// A folder of this test, which goes away with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("stipula-build-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("the folder is ours");
        Self(folder)
    }

    /// The folder of a spec of one operation.
    fn spec(&self, api: &str, member: &str) -> PathBuf {
        let folder = self.0.join(api);
        fs::create_dir_all(&folder).expect("the folder is ours");
        let spec = format!(
            "api: {api}\ntitle: A shop\noperations:\n  find:\n    get: /find\n    request:\n      id: {member}\n"
        );
        fs::write(folder.join("api.yaml"), spec).expect("the folder is ours");
        folder
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).expect("a file that was made")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn build(spec: &Path, out: &Folder) -> Build {
    Build::from_spec(spec).out_dir(&out.0)
}

#[test]
fn two_specs_do_not_overwrite_each_other() {
    let out = Folder::new("two");
    let good = "{ type: string }";
    let (shop, bank) = (out.spec("shop", good), out.spec("bank", good));
    build(&shop, &out).run().expect("a client");
    let told = build(&bank, &out).run().expect_err("the place is taken");
    let (root, shop_) = (out.0.join("root.rs"), shop.display());
    let wanted = format!(
        "`{}` is the client of the spec in `{shop_}`; give each spec a place of its own, by `folder`",
        root.display()
    );
    assert_eq!(told.to_string(), wanted);
    build(&bank, &out).folder("made").run().expect("a client");
    build(&shop, &out).run().expect("the same once more");
    assert!(out.text("root.rs").contains("\"shop\""));
    assert!(out.text("made/root.rs").contains("\"bank\""));
}

#[test]
fn mistakes_are_told_where_the_client_is_included() {
    let out = Folder::new("mistakes");
    let spec = out.spec("shop", "{ tpye: string }");
    let told = build(&spec, &out).run().expect_err("a misspelt key");
    assert_eq!(told.to_string().matches("E0201").count(), 1, "{told}");
    let at_include = build(&spec, &out).mistakes(Mistakes::AtInclude);
    at_include.run().expect("the compiler tells it");
    let text = out.text("root.rs");
    assert!(text.starts_with("compile_error!(\"error[E0201]"), "{text}");
    let found = text.matches("compile_error!").count();
    assert_eq!(found, text.lines().count(), "{text}");
}
