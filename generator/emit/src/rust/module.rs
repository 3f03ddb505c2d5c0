//! Modules as files, or as one file.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    layout,
    tokens::{doc, import, rust},
};
use crate::output::FileSet;

/// A Rust module: its text, then its children.
#[derive(Debug)]
pub(super) struct Module {
    pub(super) name: String,
    pub(super) doc: String,
    /// `Some(feature)`: compiled with this feature only.
    pub(super) feature: Option<&'static str>,
    /// An attribute that says when it is compiled, besides.
    only: Option<TokenStream>,
    /// What its lints allow.
    allowance: Option<TokenStream>,
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
            only: None,
            allowance: None,
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
            only: None,
            allowance: None,
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

    /// The same, compiled only as the attribute says.
    pub(super) fn only(mut self, only: Option<TokenStream>) -> Self {
        self.only = only;
        self
    }

    /// The same, with what its lints allow.
    pub(super) fn allowing(mut self, allowance: Option<TokenStream>) -> Self {
        self.allowance = allowance;
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
        let modules = self.children.iter().map(Self::declaration).collect();
        let parts = [
            format!("{header}\n"),
            layout::items(&modules),
            layout::items(&self.shown_children()),
            self.body.clone(),
        ];
        files.add(path, layout::joined(parts));
    }

    /// Everything below this module as one text, without the module itself.
    pub(super) fn inline_children(&self) -> String {
        let modules = self.children.iter().map(|child| {
            let declaration = layout::items(&child.declaration());
            let head = declaration.trim_end().trim_end_matches(';');
            let body = layout::joined([child.inline_children(), child.body.clone()]);
            layout::block(head, &body)
        });
        layout::joined(modules.chain([layout::items(&self.shown_children())]))
    }

    /// `mod name;` with what stands above.
    fn declaration(&self) -> TokenStream {
        let doc = doc(&self.doc, 0);
        let feature = self.feature.map(|name| quote!(#[cfg(feature = #name)]));
        let public = self.shown.is_none().then(|| quote!(pub));
        let (only, allowance) = (&self.only, &self.allowance);
        let name = rust(&self.name);
        quote!(#doc #feature #only #allowance #public mod #name;)
    }

    /// `pub use` of the types that private children define.
    fn shown_children(&self) -> TokenStream {
        let shown = self.children.iter().filter_map(|child| {
            let names = child.shown.as_ref()?;
            let import = import(&child.name, names.iter().map(|name| rust(name)));
            let only = &child.only;
            Some(quote!(#only pub #import))
        });
        shown.collect()
    }
}
