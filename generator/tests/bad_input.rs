//! Whatever is in the folder, it gives clear findings and never a panic.

mod flagship;
mod scratch;

use std::fmt::Write;

use annotate_snippets::Renderer;
use proptest::prelude::*;
use scratch::Scratch;
use stipula_generator::{
    Loaded, Target,
    diag::{render, short},
    emit, load, load_str,
};

const OPERATION: &str = "operations: { ping: { get: /ping } }\n";

/// A name, and what `api.yaml` holds.
fn texts() -> Vec<(&'static str, String)> {
    let api = |rest: &str| format!("api: demo\n{rest}");
    vec![
        ("empty", String::new()),
        ("comment", "# nothing yet\n".to_owned()),
        ("text", "just words".to_owned()),
        ("list", "- api: demo\n".to_owned()),
        ("invalid", api("operations: { ping: get: /ping }")),
        ("tab", api("operations:\n\tping: { get: /ping }")),
        ("unclosed", api("title: \"never closed\n")),
        ("unknown key", api("oprations: {}\n") + OPERATION),
        ("duplicate key", api("title: a\ntitle: b\n") + OPERATION),
        ("key of a list", api("[a]: b\n")),
        ("tag", api("title: !!str x\n")),
        ("anchor", api("title: &name x\n")),
        ("unknown alias", api("title: *name\n")),
        ("merge key", api("<<: { title: x }\n") + OPERATION),
        ("anchor bomb", bomb()),
        (
            "brackets",
            api(&format!("title: {}\n", "[".repeat(100_000))),
        ),
        (
            "braces",
            api(&format!("title: {}\n", "{a: ".repeat(25_000))),
        ),
        (
            "dashes",
            api(&format!("title:\n  {}x\n", "- ".repeat(50_000))),
        ),
        (
            "encryption of an unknown sort",
            api("encryption: { header: E, algorithm: RSA_AES, profile: rsa_aes_cbc_oaep }\n")
                + OPERATION,
        ),
        (
            "encryption without signing",
            api("encryption: { header: E, algorithm: RSA_AES, profile: rsa_aes_ecb_pkcs1 }\n")
                + OPERATION,
        ),
        ("second document", api("---\ntitle: x\n")),
        ("directive", format!("%YAML 1.2\n---\n{}", api(OPERATION))),
        (
            "tag directive",
            format!("%TAG ! tag:x,2000:\n---\n{}", api(OPERATION)),
        ),
        ("NUL", api("title: a\0b\n") + OPERATION),
        ("bell", api("title: a\u{7}b\n") + OPERATION),
        (
            "include outside",
            api("include: [../other.yaml]\n") + OPERATION,
        ),
        (
            "include of root",
            api("include: [/etc/passwd]\n") + OPERATION,
        ),
        ("include of nothing", api("include: [\"\"]\n") + OPERATION),
        (
            "include of itself",
            api("include: [api.yaml]\n") + OPERATION,
        ),
    ]
}

/// A billion laughs.
fn bomb() -> String {
    let mut text = "api: demo\na0: &a0 [lol]\n".to_owned();
    for level in 1..30 {
        let inner = format!("*a{}, ", level - 1).repeat(9);
        writeln!(text, "a{level}: &a{level} [{inner}]").unwrap();
    }
    text
}

fn lines(loaded: &Loaded) -> Vec<String> {
    loaded
        .diagnostics
        .iter()
        .map(|it| short(it, &loaded.sources))
        .collect()
}

/// Renders every finding, and emits what can be emitted.
fn exercise(loaded: &Loaded) {
    let renderer = Renderer::plain();
    for it in &loaded.diagnostics {
        short(it, &loaded.sources);
        render(it, &loaded.sources, &renderer);
    }
    if let Some(api) = &loaded.model {
        for target in [
            Target::Rust,
            Target::RustRoot,
            Target::Docs,
            Target::OpenApi,
            Target::Site,
        ] {
            emit(api, target);
        }
    }
}

#[test]
fn texts_that_are_no_spec() {
    let mut all = String::new();
    for (name, text) in texts() {
        let loaded = load_str(&[("api.yaml", &text)]);
        assert!(loaded.model.is_none(), "{name}");
        exercise(&loaded);
        writeln!(all, "# {name}").unwrap();
        for line in lines(&loaded) {
            writeln!(all, "{line}").unwrap();
        }
    }
    insta::assert_snapshot!(all);
}

#[test]
fn folders_that_are_no_spec() {
    let mut all = String::new();
    let mut show = |name: &str, folder: &Scratch, below: &str| {
        let loaded = load(&folder.path().join(below));
        assert!(loaded.model.is_none(), "{name}");
        exercise(&loaded);
        writeln!(all, "# {name}").unwrap();
        for line in lines(&loaded) {
            let path = folder.path().to_string_lossy().replace('\\', "/");
            writeln!(all, "{}", line.replace(&path, "FOLDER")).unwrap();
        }
    };
    let start = format!("api: demo\ninclude: [more.yaml]\n{OPERATION}");

    let folder = Scratch::new();
    show("no folder", &folder, "missing");
    show("empty folder", &folder, "");
    folder.write("api.yaml", &start);
    show("a file, not a folder", &folder, "api.yaml");
    show("include of a missing file", &folder, "");
    folder.write("more.yaml", "include: [api.yaml]\n");
    show("two files that include each other", &folder, "");
    folder.write("more.yaml", b"types:\n  \xff\xfe: {}\n");
    show("not UTF-8", &folder, "");
    folder.write("more.yaml", "# large\n".repeat(650_000));
    show("5 MB", &folder, "");
    folder.write("more.yaml", "errors: {}\n---\nerrors: {}\n");
    show("second document below", &folder, "");
    folder.write("api.yaml", start.replace("more.yaml", "below"));
    folder.write("below/x.yaml", "");
    show("include of a folder", &folder, "");
    folder.write("api.yaml", "api: demo\r\ntitel: x\r\n");
    show("CRLF", &folder, "");
    folder.write("api.yaml", "\u{feff}api: demo\ntitel: x\n");
    show("byte order mark", &folder, "");
    insta::assert_snapshot!(all);
}

/// A chain of includes could exhaust the stack.
#[test]
fn a_chain_of_includes_ends() {
    let chain: Vec<(String, String)> = (0..5000)
        .map(|at| {
            (
                format!("{at}.yaml"),
                format!("include: [{}.yaml]\n", at + 1),
            )
        })
        .collect();
    let mut files = vec![("api.yaml", "api: demo\ninclude: [0.yaml]\n")];
    files.extend(
        chain
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str())),
    );
    let loaded = load_str(&files);
    insta::assert_snapshot!(lines(&loaded).join("\n"), @"30.yaml:1:11: error[E0105]: more than 32 files include one another in a row; include the file from `api.yaml`");
}

/// So could a chain of types.
#[test]
fn a_chain_of_types_ends() {
    let mut spec = format!("api: demo\n{}types:\n", send("a: { type: T0 }"));
    for at in 0..5000 {
        writeln!(
            spec,
            "  T{at}: {{ fields: {{ a: {{ type: T{} }} }} }}",
            at + 1
        )
        .unwrap();
    }
    spec.push_str("  T5000: { fields: {} }\n");
    let loaded = load_str(&[("api.yaml", &spec)]);
    insta::assert_snapshot!(lines(&loaded).join("\n"), @"api.yaml:259:32: error[E0311]: more than 256 types are nested here; flatten them, or use `json` for what is inside");
}

fn send(fields: &str) -> String {
    format!("operations: {{ send: {{ post: /a, request: {{ {fields} }} }} }}\n")
}

/// And long conditions.
#[test]
fn long_conditions_end() {
    for condition in [
        format!("{}a == 1{}", "(".repeat(50_000), ")".repeat(50_000)),
        format!("{}a == 1{}", "(".repeat(2_000), ")".repeat(2_000)),
        format!("{}present(a)", "not ".repeat(1_000)),
        format!("a == 1{}", " and a == 1".repeat(300)),
        format!("a in [{}1]", "1, ".repeat(1_000)),
        "a.".repeat(2_000),
    ] {
        let fields =
            format!("a: {{ type: integer }}, b: {{ type: string, required: '{condition}' }}");
        let spec = format!("api: demo\n{}", send(&fields));
        exercise(&load_str(&[("api.yaml", &spec)]));
    }
}

/// Many enums in one condition have many cases.
#[test]
fn conditions_over_many_enums_end() {
    let values: Vec<String> = (0..12).map(|at| format!("V{at}: v")).collect();
    let names: Vec<String> = (0..12).map(|at| format!("f{at}")).collect();
    let fields: Vec<String> = names
        .iter()
        .map(|it| format!("{it}: {{ type: K }}"))
        .collect();
    let tests: Vec<String> = names.iter().map(|it| format!("{it} == V1")).collect();
    let fields = format!(
        "{}, b: {{ type: string, required: {} }}",
        fields.join(", "),
        tests.join(" or ")
    );
    let spec = format!(
        "api: demo\n{}types: {{ K: {{ enum: {{ {} }} }} }}\n",
        send(&fields),
        values.join(", ")
    );
    let loaded = load_str(&[("api.yaml", &spec)]);
    assert!(loaded.model.is_some(), "{:?}", lines(&loaded));
    exercise(&loaded);
}

#[test]
fn a_mapping_with_many_keys_ends() {
    let mut keys = String::new();
    for at in 0..20_000 {
        writeln!(keys, "k{at}: 1").unwrap();
    }
    let loaded = load_str(&[("api.yaml", &keys)]);
    assert!(loaded.model.is_none());
}

/// A change of one file: from, to (both in thousandths of its length), what to do, a text.
type Change = (u16, u16, u8, String);

fn change() -> impl Strategy<Value = Change> {
    let pieces = prop::sample::select(vec![
        "",
        " ",
        "\n",
        "\n  ",
        ": ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        "#",
        "&a ",
        "*a",
        "!!x ",
        "|",
        ">",
        "%",
        "\t",
        "\r",
        "\0",
        "é",
        "\u{2028}",
        "true",
        "null",
        "type",
        "required",
        "key",
        "parent.",
        "root.",
        "(",
        ")",
        " and ",
        "not ",
        "==",
        "<",
        "0",
        "-1",
        "99999999999999999999",
    ]);
    let text = prop_oneof![
        3 => pieces.prop_map(str::to_owned),
        1 => ".{0,12}",
    ];
    (0..1000_u16, 0..40_u16, 0..4_u8, text)
}

fn changed(text: &str, (at, length, what, new): &Change) -> String {
    let place = |byte: usize| {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    };
    let start = place(text.len() * usize::from(*at) / 1000);
    let end = place(start + usize::from(*length));
    let (head, part, tail) = (&text[..start], &text[start..end], &text[end..]);
    match what {
        0 => format!("{head}{tail}"),
        1 => format!("{head}{part}{part}{tail}"),
        2 => format!("{head}{new}{tail}"),
        _ => format!("{head}{new}{part}{tail}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        exercise(&load_str(&[("api.yaml", &text)]));
    }

    #[test]
    fn any_lines_are_read(lines in prop::collection::vec("[ ]{0,4}(- )?([a-z]{1,6}|\"[^\"]*\"|api|types|operations|fields)?(: )?[^\n]{0,12}", 0..12)) {
        exercise(&load_str(&[("api.yaml", &lines.join("\n"))]));
    }

    #[test]
    fn any_condition_is_read(condition in "([abk .()<=>!]|\"|'|-|[0-9]|and |or |not |in \\[|present\\(|parent|root|é|\\]|,){0,24}") {
        let quoted = condition.replace('\'', "''");
        let spec = format!(
            "api: demo\noperations:\n  send:\n    post: /a\n    request:\n      a: {{ type: integer }}\n      b: {{ type: string }}\n      k: {{ type: K, required: '{quoted}' }}\ntypes: {{ K: {{ enum: {{ a: A., k: K. }} }} }}\n"
        );
        exercise(&load_str(&[("api.yaml", &spec)]));
    }

    #[test]
    fn a_changed_spec_is_read(file in any::<prop::sample::Index>(), changes in prop::collection::vec(change(), 1..4)) {
        let mut files = flagship::files();
        let at = file.index(files.len());
        for it in &changes {
            files[at].1 = changed(&files[at].1, it);
        }
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        exercise(&load_str(&files));
    }
}

/// However the types are reached, and also in a ring.
#[test]
fn types_nest_so_deep_only() {
    let chain = |count: usize, last: &str| {
        let mut spec = String::from("types:\n");
        for at in 0..count {
            let next = at + 1;
            writeln!(spec, "  T{at}: {{ fields: {{ a: {{ type: T{next} }} }} }}").unwrap();
        }
        writeln!(spec, "  T{count}: {{ fields: {{ {last} }} }}").unwrap();
        spec
    };
    let spec = format!("api: demo\n{}{}", send("a: { type: T0 }"), chain(39, ""));
    assert_eq!(lines(&load_str(&[("api.yaml", &spec)])), [""; 0]);

    let both = "operations: { a: { post: /a, request: { a: { type: T20 } } }, b: { post: /b, request: { a: { type: T0 } } } }\n";
    let spec = format!("api: demo\n{both}{}", chain(60, ""));
    insta::assert_snapshot!(lines(&load_str(&[("api.yaml", &spec)])).join("\n"), @"api.yaml:24:3: error[E0311]: more than 40 types are nested in `T20`; flatten them, or use `json` for what is inside");

    let ring = chain(150, "a: { type: T0 }");
    let spec = format!("api: demo\n{}{ring}", send("a: { type: T0 }"));
    assert_eq!(lines(&load_str(&[("api.yaml", &spec)])), [""; 0]);
}
