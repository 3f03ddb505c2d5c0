//! A code with all that is known of it.

use super::Code;

impl Code {
    /// The page that `stipula explain` prints.
    pub fn explain(self) -> String {
        let indent = |text: &str| {
            text.lines()
                .map(|line| format!("    {line}"))
                .collect::<Vec<_>>()
                .join("\n")
        };
        format!(
            "{}: {}\n\n{}\n\nFor example:\n\n{}\n\nBetter:\n\n{}\n",
            self.as_str(),
            self.title(),
            self.why(),
            indent(self.bad()),
            indent(self.good()),
        )
    }
}
