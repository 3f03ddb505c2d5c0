//! Modules as files, or as one file.

use super::code::Code;
use crate::output::FileSet;

/// A Rust module: its text, then its children.
#[derive(Debug)]
pub(super) struct Module {
    pub(super) name: String,
    pub(super) doc: String,
    /// `Some(feature)`: compiled with this feature only.
    pub(super) feature: Option<&'static str>,
    /// Types that the parent shows as its own; `None`: the module itself is public.
    pub(super) shown: Option<Vec<String>>,
    pub(super) body: String,
    pub(super) children: Vec<Module>,
}

impl Module {
    /// A public module.
    pub(super) fn public(name: &str, doc: impl Into<String>, body: String) -> Self {
        Self {
            name: name.to_owned(),
            doc: doc.into(),
            feature: None,
            shown: None,
            body,
            children: Vec::new(),
        }
    }

    /// A private module whose types the parent shows.
    pub(super) fn private(name: String, shown: Vec<String>, body: String) -> Self {
        Self {
            name,
            doc: String::new(),
            feature: None,
            shown: Some(shown),
            body,
            children: Vec::new(),
        }
    }

    /// The same, compiled with the feature only.
    pub(super) fn with_feature(mut self, feature: &'static str) -> Self {
        self.feature = Some(feature);
        self
    }

    /// The same, with modules below.
    pub(super) fn with_children(mut self, mut children: Vec<Self>) -> Self {
        // The order in which `rustfmt` keeps `mod` lines.
        children.sort_by(|a, b| a.name.cmp(&b.name));
        self.children = children;
        self
    }

    /// One file per module below `folder`.
    pub(super) fn write_files(&self, folder: &str, header: &str, files: &mut FileSet) {
        let path = if self.children.is_empty() {
            format!("{folder}/{}.rs", self.name)
        } else {
            let folder = format!("{folder}/{}", self.name);
            for child in &self.children {
                child.write_files(&folder, header, files);
            }
            format!("{folder}/mod.rs")
        };
        let mut code = Code::new();
        code.line(header);
        code.blank();
        for child in &self.children {
            child.declare(&mut code);
            code.line(format!("{}mod {};", child.visibility(), child.name));
            if child.shown.is_none() {
                code.blank();
            }
        }
        self.show_children(&mut code);
        let mut text = code.into_text();
        text.push_str(&self.body);
        files.add(path, format!("{}\n", text.trim_end()));
    }

    /// Everything below this module as one text, without the module itself.
    pub(super) fn inline_children(&self, code: &mut Code) {
        for child in &self.children {
            code.separate();
            child.declare(code);
            code.open(format!("{}mod {} {{", child.visibility(), child.name));
            child.inline_children(code);
            for line in child.body.trim_end().lines() {
                code.line(line);
            }
            code.close("}");
        }
        code.separate();
        self.show_children(code);
    }

    fn declare(&self, code: &mut Code) {
        code.doc(&self.doc);
        if let Some(feature) = self.feature {
            code.line(format!("#[cfg(feature = \"{feature}\")]"));
        }
    }

    fn visibility(&self) -> &'static str {
        if self.shown.is_none() { "pub " } else { "" }
    }

    fn show_children(&self, code: &mut Code) {
        code.separate();
        for child in &self.children {
            if let Some(names) = &child.shown {
                code.import_as("pub use", &child.name, names);
            }
        }
    }
}
