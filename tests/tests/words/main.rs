//! No Rust of the tool knows an API that is described here: its names are data of the spec.

mod style;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use stipula_contract::TypeKind;
use stipula_generator::load;

/// The specs, with the words for who made the API.
const SPECS: [(&str, &[&str]); 3] = [
    (
        "alipayhk-ipass",
        &["alipay", "alipayhk", "ipass", "AlipayHK", "iPass"],
    ),
    (
        "wechat-pay",
        &[
            "wechat",
            "wechatpay",
            "weixin",
            "tenpay",
            "WeChat",
            "Wechatpay",
        ],
    ),
    ("telegram-bot", &["telegram", "Telegram", "tgbot"]),
];

/// Names of an API that are ordinary words of the trade as well.
const ORDINARY: [&str; 8] = [
    "date_time",
    "file_name",
    "is_closed",
    "is_member",
    "is_private",
    "retry_after",
    "start_date",
    "unix_time",
];

#[test]
fn generator_macros_and_runtime_hold_no_name_of_an_api() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut words = BTreeSet::new();
    for (spec, makers) in SPECS {
        let count = words.len();
        words.extend(makers.iter().map(|it| (*it).to_owned()));
        words.extend(names(&root.join("spec").join(spec)));
        assert!(
            words.len() > count + 80,
            "the list is made from the spec: {spec}"
        );
    }
    for it in ORDINARY {
        assert!(words.remove(it), "`{it}` is a name of no API any more");
    }
    let mut found = Vec::new();
    let folders = sources(&root);
    assert!(folders.len() > 10, "sources of every crate: {folders:#?}");
    for folder in folders {
        for file in files(&folder) {
            let text = fs::read_to_string(&file).expect("a readable file");
            for (at, line) in text.lines().enumerate() {
                for word in tokens(line).filter(|word| words.contains(*word)) {
                    found.push(format!("{}:{}: {word}", file.display(), at + 1));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// Folders of the tool that hold what is compiled into it: sources, templates and assets.
fn sources(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = ["generator", "macros", "runtime"]
        .map(|it| root.join(it))
        .into();
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder).expect("a folder").flatten();
        for path in entries.map(|it| it.path()).filter(|it| it.is_dir()) {
            match path.file_name().and_then(|it| it.to_str()) {
                Some("src" | "templates" | "assets") => found.push(path),
                Some("tests" | "docs" | "examples" | "fuzz" | "target") => {}
                _ => open.push(path),
            }
        }
    }
    found
}

/// Words of a line, and their parts between underscores and capitals would hide nothing more.
fn tokens(line: &str) -> impl Iterator<Item = &str> {
    line.split(|it: char| !it.is_alphanumeric() && it != '_')
        .filter(|it| !it.is_empty())
}

/// Names that only this API has: two words or more, so that no plain English is among them.
fn names(spec: &Path) -> BTreeSet<String> {
    let api = load(spec).model.expect("the spec loads");
    let mut words = BTreeSet::new();
    let mut add = |name: &str| {
        let compound = name.contains('_')
            || name.chars().skip(1).any(char::is_uppercase) && name.chars().any(char::is_lowercase);
        if compound {
            words.insert(name.to_owned());
        }
    };
    for it in &api.types {
        match &it.kind {
            TypeKind::Object(object) => object.fields.iter().for_each(|field| add(&field.wire)),
            TypeKind::Enum(values) => values.values.iter().for_each(|value| add(&value.wire)),
            TypeKind::Union(_) | TypeKind::Any(_) => {}
        }
    }
    for operation in &api.operations {
        add(&operation.name);
        operation.errors.iter().for_each(|code| add(&code.code));
    }
    api.errors.iter().for_each(|code| add(&code.code));
    words
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}
