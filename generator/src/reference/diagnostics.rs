//! A page for each diagnostic code: what, why, a spec that has it with what the tool prints, and
//! the same spec mended.

use annotate_snippets::Renderer;

use crate::{Loaded, load_str};
use stipula_emit::FileSet;
use stipula_spec::diag::{Code, Level, example_files, render};

/// How the pages are made again.
const REFRESH: &str = "stipula explain --markdown generator/docs/diagnostics";

/// Every page, and `README.md`, which lists them.
pub fn diagnostics() -> FileSet {
    let mut files = FileSet::new();
    let intro = "What `stipula lint` and `stipula generate` find.";
    let mut index = vec![format!("# Diagnostics\n\n{intro} Made by `{REFRESH}`.\n")];
    let mut group = "";
    for code in Code::ALL {
        let heading = about(*code);
        if heading != group {
            index.push(format!(
                "\n## {heading}\n\n| code | what |\n| --- | --- |\n"
            ));
            group = heading;
        }
        let text = code.as_str();
        index.push(format!("| [{text}]({text}.md) | {} |\n", code.title()));
        files.add(format!("{text}.md"), page(*code));
    }
    files.add("README.md", index.concat());
    files
}

/// What the codes of one hundred are about.
fn about(code: Code) -> &'static str {
    match code.as_str().as_bytes().get(2) {
        Some(b'1') => "Files",
        Some(b'2') => "Keys and values",
        Some(b'3') => "Names",
        Some(b'4') => "Conditions",
        Some(b'5') => "Rules",
        Some(b'6') => "Operations, hosts and examples",
        Some(b'7') => "Worth a look",
        _ => "Good to know",
    }
}

fn page(code: Code) -> String {
    let level = match code.level() {
        Level::Error => "An error: nothing is generated.",
        Level::Warning => "A warning: the outputs are written all the same.",
        Level::Note => "A note: there is nothing to do.",
    };
    format!(
        "# {}: {}\n\n{} {level}\n\n## For example\n\n{}\n`stipula lint` prints:\n\n```text\n{}\n```\n\n## Better\n\n{}\n[All codes](README.md)\n",
        code.as_str(),
        code.title(),
        code.why(),
        spec(code.bad()),
        printed(code),
        spec(code.good()),
    )
}

/// A spec as blocks, one for each file.
fn spec(text: &str) -> String {
    let block = |(path, body): (String, String)| {
        let language = path.rsplit_once('.').map_or("text", |(_, it)| it);
        format!("`{path}`:\n\n```{language}\n{}\n```\n", body.trim_end())
    };
    let blocks: Vec<String> = example_files(text).into_iter().map(block).collect();
    blocks.join("\n")
}

/// What the tool prints of the bad spec: the findings with this code.
fn printed(code: Code) -> String {
    let loaded = load_example(code.bad());
    let renderer = Renderer::plain();
    let shown: Vec<String> = loaded
        .diagnostics
        .iter()
        .filter(|it| it.code == code)
        .map(|it| render(it, &loaded.sources, &renderer))
        .collect();
    let lines = shown.join("\n\n");
    let lines: Vec<&str> = lines.lines().map(str::trim_end).collect();
    lines.join("\n")
}

/// Loads the example of a code.
pub fn load_example(text: &str) -> Loaded {
    if text.starts_with("# no api.yaml") {
        return load_str(&[]);
    }
    let files = example_files(text);
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    load_str(&files)
}
