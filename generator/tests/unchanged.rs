//! A run over what the last run left ends at once, and a run over anything else does not.

mod command;
mod scratch;

use std::fs;

use command::stipula;
use scratch::Scratch;

const SPEC: &str = "\
api: demo
operations:
  send:
    post: /send
    request:
      name: { type: string, doc: Whose., required: true, max_chars: 8 }
";

/// A spec and its client, in a folder where cargo keeps a target folder.
fn generated() -> Scratch {
    let folder = Scratch::new();
    folder.write("spec/api.yaml", SPEC);
    folder.write("target/CACHEDIR.TAG", "");
    let told = run(&folder);
    assert!(told.contains("a new crate"), "{told}");
    folder
}

fn run(folder: &Scratch) -> String {
    let ran = stipula(folder.path(), &["generate"]);
    String::from_utf8(ran.stderr).expect("text")
}

/// The file that says what the last run left.
fn kept(folder: &Scratch) -> Vec<std::path::PathBuf> {
    let below = folder.path().join("target/stipula");
    let files = fs::read_dir(below).into_iter().flatten();
    files.map(|it| it.expect("a file").path()).collect()
}

#[test]
fn what_is_kept_decides() {
    let folder = generated();
    let [kept] = kept(&folder).try_into().expect("one file");
    let text = fs::read_to_string(&kept).expect("a text");
    // A count that no look at the files would give.
    let (_, rest) = text.split_once('\n').expect("lines");
    fs::write(&kept, format!("4711\n{rest}")).expect("written");
    assert_eq!(
        run(&folder),
        "nothing changed: 4711 files in generated-client\n"
    );
    // What cannot be read says nothing.
    fs::write(&kept, "nonsense").expect("written");
    let told = run(&folder);
    assert!(
        told.starts_with("nothing changed: ") && !told.contains("4711"),
        "{told}"
    );
}

#[test]
fn each_edit_is_seen() {
    let folder = generated();
    folder.write(
        "spec/api.yaml",
        SPEC.replace("max_chars: 8", "max_chars: 9"),
    );
    let told = run(&folder);
    assert!(told.contains(" changed, "), "{told}");

    let client = folder
        .path()
        .join("generated-client/src/generated/client.rs");
    let text = fs::read_to_string(&client).expect("a text");
    fs::write(&client, text.replace("client", "Client")).expect("written");
    let told = run(&folder);
    assert!(told.contains("was edited by hand"), "{told}");
    fs::write(&client, &text).expect("written");
    assert!(run(&folder).starts_with("nothing changed"));

    fs::remove_file(&client).expect("removed");
    let told = run(&folder);
    assert!(told.contains("  client    1 added\n"), "{told}");

    // Verdicts that come later are read.
    folder.write("spec/verdicts.jsonl", "nonsense");
    let told = run(&folder);
    assert!(told.contains("`verdicts.jsonl` cannot be read"), "{told}");
}

#[test]
fn a_run_with_warnings_tells_them_again() {
    let folder = generated();
    let unused =
        format!("{SPEC}types:\n  Unused: {{ doc: Nobody has it., enum: {{ A: One. }} }}\n");
    folder.write("spec/api.yaml", unused);
    let first = run(&folder);
    assert!(first.contains("warning"), "{first}");
    assert!(run(&folder).contains("warning"));
}

#[test]
fn without_a_target_folder_nothing_is_kept() {
    let folder = Scratch::new();
    folder.write("spec/api.yaml", SPEC);
    run(&folder);
    assert!(run(&folder).starts_with("nothing changed"));
    assert!(kept(&folder).is_empty());
    assert!(!folder.path().join("target").exists());
}
