//! Text of Rust, laid out as `rustfmt` would.
//!
//! Not tokens through a pretty printer: that breaks lines at 89 columns and takes attributes
//! apart, `rustfmt` does neither, and what is emitted has few shapes.

use super::prose;

/// Columns of a line.
const WIDTH: usize = 100;
/// Columns of the arguments of an attribute on one line.
const SHORT: usize = 70;

/// An argument of an attribute: a text, or a word with arguments of its own.
#[derive(Debug, Clone)]
pub(super) struct Arg {
    text: String,
    args: Option<Vec<Self>>,
}

impl Arg {
    /// `text`.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            args: None,
        }
    }

    /// `name = value`.
    pub(super) fn named(name: &str, value: impl std::fmt::Display) -> Self {
        Self::text(format!("{name} = {value}"))
    }

    /// `name(args)`; `name` alone without arguments.
    pub(super) fn call(name: &str, args: Vec<Self>) -> Self {
        Self {
            text: name.to_owned(),
            args: (!args.is_empty()).then_some(args),
        }
    }
}

fn joined(args: &[Arg]) -> String {
    let args: Vec<_> = args
        .iter()
        .map(|arg| match &arg.args {
            Some(inner) => format!("{}({})", arg.text, joined(inner)),
            None => arg.text.clone(),
        })
        .collect();
    args.join(", ")
}

/// Lines of Rust with their indentation.
#[derive(Debug, Default)]
pub(super) struct Code {
    text: String,
    depth: usize,
}

impl Code {
    pub(super) fn new() -> Self {
        Self::default()
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// One line, indented; an empty one stays empty.
    pub(super) fn line(&mut self, line: impl AsRef<str>) {
        let line = line.as_ref();
        if !line.is_empty() {
            self.indent();
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    /// An empty line.
    pub(super) fn blank(&mut self) {
        self.line("");
    }

    /// An empty line, unless this is the start of a block or of the text.
    pub(super) fn separate(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("{\n") && !self.text.ends_with("\n\n") {
            self.blank();
        }
    }

    /// A line that starts a block.
    pub(super) fn open(&mut self, line: impl AsRef<str>) {
        self.line(line);
        self.depth += 1;
    }

    /// A line that ends a block.
    pub(super) fn close(&mut self, line: impl AsRef<str>) {
        self.depth = self.depth.saturating_sub(1);
        self.line(line);
    }

    /// Markdown as a doc comment.
    pub(super) fn doc(&mut self, markdown: &str) {
        let width = WIDTH - 4 * self.depth - "/// ".len();
        for line in prose::wrapped(&prose::escaped(markdown), width) {
            if line.is_empty() {
                self.line("///");
            } else {
                self.line(format!("/// {line}"));
            }
        }
    }

    /// `#[name(args)]`, on one line where it is short.
    pub(super) fn attribute(&mut self, name: &str, args: &[Arg]) {
        self.broken(&format!("#[{name}"), args, "]");
    }

    /// `head(args)tail`: on one line, around the only argument, or with one argument a line.
    fn broken(&mut self, head: &str, args: &[Arg], tail: &str) {
        let joined = joined(args);
        let line = format!("{head}({joined}){tail}");
        // One column is kept for the comma that could follow.
        if joined.chars().count() <= SHORT && self.fits(&format!("{line},")) {
            self.line(line);
            return;
        }
        if let [
            Arg {
                text,
                args: Some(inner),
            },
        ] = args
        {
            self.broken(&format!("{head}({text}"), inner, &format!("){tail}"));
            return;
        }
        self.open(format!("{head}("));
        for (index, arg) in args.iter().enumerate() {
            let comma = if index + 1 < args.len() { "," } else { "" };
            match &arg.args {
                Some(inner) => self.broken(&arg.text, inner, comma),
                None => self.line(format!("{}{comma}", arg.text)),
            }
        }
        self.close(format!("){tail}"));
    }

    /// The head of a function and its opening brace.
    pub(super) fn signature(&mut self, head: &str, args: &[String], result: &str) {
        let tail = if result.is_empty() {
            ") {".to_owned()
        } else {
            format!(") -> {result} {{")
        };
        let line = format!("{head}({}{tail}", args.join(", "));
        if self.fits(&line) {
            self.open(line);
            return;
        }
        self.open(format!("{head}("));
        for arg in args {
            self.line(format!("{arg},"));
        }
        self.close(tail);
        self.depth += 1;
    }

    /// `use path::{names};` with the names in order.
    pub(super) fn import(&mut self, path: &str, names: &[String]) {
        self.import_as("use", path, names);
    }

    /// The same with another keyword, such as `pub use`.
    pub(super) fn import_as(&mut self, keyword: &str, path: &str, names: &[String]) {
        let line = match names {
            [name] => format!("{keyword} {path}::{name};"),
            _ => format!("{keyword} {path}::{{{}}};", names.join(", ")),
        };
        if self.fits(&line) {
            self.line(line);
            return;
        }
        self.open(format!("{keyword} {path}::{{"));
        self.filled(names);
        self.close("};");
    }

    /// Names with commas, as many on a line as fit.
    pub(super) fn filled(&mut self, names: &[String]) {
        let mut line = String::new();
        for name in names {
            let longer = format!("{line}{}{name},", if line.is_empty() { "" } else { " " });
            if self.fits(&longer) {
                line = longer;
            } else {
                self.line(line);
                line = format!("{name},");
            }
        }
        self.line(line);
    }

    /// Whether the line fits at this depth.
    pub(super) fn fits(&self, line: &str) -> bool {
        4 * self.depth + line.chars().count() <= WIDTH
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.text.push_str("    ");
        }
    }
}

/// A text as a Rust literal.
pub(super) fn literal(text: &str) -> String {
    format!("{text:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attribute(args: &[Arg]) -> String {
        let mut code = Code::new();
        code.attribute("validate", args);
        code.into_text()
    }

    #[test]
    fn short_attributes_stand_on_one_line() {
        let args = [Arg::text("required"), Arg::named("max_chars", 32)];
        assert_eq!(attribute(&args), "#[validate(required, max_chars = 32)]\n");
    }

    #[test]
    fn long_attributes_break_around_the_only_argument() {
        let reason = Arg::named("because", literal(&"long ".repeat(14)));
        let rule = Arg::call("required_if", vec![Arg::text("a == B"), reason]);
        let text = attribute(std::slice::from_ref(&rule));
        assert!(text.starts_with("#[validate(required_if(\n    a == B,\n    because = "));
        assert!(text.ends_with("\"\n))]\n"));
        let text = attribute(&[Arg::text("required"), rule]);
        assert!(
            text.starts_with("#[validate(\n    required,\n    required_if(\n        a == B,\n")
        );
    }

    #[test]
    fn long_heads_have_one_argument_a_line() {
        let mut code = Code::new();
        let args = ["mut self".to_owned(), format!("value: {}", "T".repeat(80))];
        code.signature("pub fn name", &args, "Self");
        code.close("}");
        let expected = format!(
            "pub fn name(\n    mut self,\n    {},\n) -> Self {{\n}}\n",
            args[1]
        );
        assert_eq!(code.into_text(), expected);
    }
}
