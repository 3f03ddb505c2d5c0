//! One Rust file in the making: how it names types, and what it imports for that.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;

use super::{layout, rules::Rules, tokens};
use crate::{Model, large, names::Names, provenance::Provenance};
use stipula_contract::{Api, Field, Module, Operation, Type, TypeId};

/// Names that mean something else without an import; a type with one is named by its path.
const PRELUDE: &[&str] = &[
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Drop",
    "Eq",
    "Err",
    "From",
    "Hash",
    "Into",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Some",
    "String",
    "Vec",
];

/// Where the file stands, as seen from which it names the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    /// The file of a type, below `request` or `response`.
    Type(TypeId),
    /// A file beside `request`, `response` and `enums`.
    Top,
    /// A file one module below those.
    Below,
}

/// One file in the making.
#[derive(Debug)]
pub(super) struct File<'a> {
    pub(super) api: &'a Api,
    pub(super) names: &'a Names,
    pub(super) provenance: &'a Provenance,
    kind: FileKind,
    /// Types of answers that take much room.
    large: &'a BTreeSet<TypeId>,
    /// Attributes that `prettyplease` does not lay out.
    pub(super) rules: Rules,
    items: TokenStream,
    imports: BTreeMap<String, BTreeSet<String>>,
}

impl<'a> File<'a> {
    pub(super) fn new(model: &'a Model, kind: FileKind) -> Self {
        Self {
            api: &model.api,
            names: &model.names,
            provenance: &model.provenance,
            kind,
            large: &model.large,
            rules: Rules::default(),
            items: TokenStream::new(),
            imports: BTreeMap::new(),
        }
    }

    /// The type that the file is for.
    fn owner(&self) -> Option<&'a Type> {
        match self.kind {
            FileKind::Type(id) => Some(self.api.type_(id)),
            FileKind::Top | FileKind::Below => None,
        }
    }

    /// Whether a member stands in a box for its size.
    pub(super) fn is_boxed(&self, owner: &Type, field: &Field) -> bool {
        owner.module == Module::Response && large::is_boxed(self.large, field)
    }

    /// How the file names a type.
    pub(super) fn type_name(&mut self, id: TypeId) -> String {
        let type_ = self.api.type_(id);
        let name = self.names.type_(id);
        match self.owner() {
            Some(owner) if owner.id == id => name.to_owned(),
            Some(owner) if owner.module == type_.module => self.ours("super", name),
            Some(_) => self.ours("super::super::enums", name),
            // Both directions may have a type of this name, so the module is always said.
            None => {
                let module = match type_.module {
                    Module::Request => "request",
                    Module::Response => "response",
                    Module::Enums => "enums",
                };
                self.import(self.outside(), module);
                format!("{module}::{name}")
            }
        }
    }

    /// The variant of a value of an enum, by its text.
    pub(super) fn variant(&self, id: TypeId, wire: &str) -> &'a str {
        self.names.variant_of(self.api, id, wire)
    }

    /// How the file names the context of an operation.
    pub(super) fn context_name(&mut self, operation: &Operation) -> Option<String> {
        operation.context.as_ref()?;
        let name = self.names.context(operation.id);
        Some(match self.kind {
            FileKind::Type(id) if id == operation.request => name.to_owned(),
            FileKind::Type(_) => self.ours("super", name),
            FileKind::Top | FileKind::Below => {
                self.import(self.outside(), "request");
                format!("request::{name}")
            }
        })
    }

    /// How the file names something of another crate.
    pub(super) fn foreign(&mut self, path: &str, name: &str) -> TokenStream {
        if self.owner().is_some() && self.names.is_type(name) {
            return tokens::rust(&format!("{path}::{name}"));
        }
        self.import(path, name);
        tokens::rust(name)
    }

    /// The way to `request`, `response` and `enums`.
    const fn outside(&self) -> &'static str {
        match self.kind {
            FileKind::Below => "super::super",
            FileKind::Type(_) | FileKind::Top => "super",
        }
    }

    /// How the file names a module beside it.
    pub(super) fn sibling(&mut self, module: &str) -> TokenStream {
        self.import("super", module);
        tokens::rust(module)
    }

    /// Items that follow those before.
    pub(super) fn add(&mut self, items: TokenStream) {
        self.items.extend(items);
    }

    fn ours(&mut self, path: &str, name: &str) -> String {
        if PRELUDE.contains(&name) {
            return format!("{path}::{name}");
        }
        self.import(path, name);
        name.to_owned()
    }

    fn import(&mut self, path: &str, name: &str) {
        let names = self.imports.entry(path.to_owned()).or_default();
        names.insert(name.to_owned());
    }

    /// The text: imports, then what was added.
    pub(super) fn into_text(self) -> String {
        let imports = [Group::Std, Group::Crates, Group::Ours].map(|group| self.group(group));
        let items = self.rules.put_in(&layout::items(&self.items));
        layout::joined(imports.into_iter().chain([items]))
    }

    fn group(&self, group: Group) -> String {
        let of_group = self
            .imports
            .iter()
            .filter(|(path, _)| Group::of(path) == group);
        let mut imports: Vec<_> = of_group
            .map(|(path, names)| tokens::import(path, names.iter().map(|name| tokens::rust(name))))
            .collect();
        // In reverse for our own: `super::super` stands before `super`.
        if group == Group::Ours {
            imports.reverse();
        }
        layout::items(&imports.into_iter().collect())
    }
}

/// Imports stand in groups, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Std,
    Crates,
    Ours,
}

impl Group {
    fn of(path: &str) -> Self {
        match path.split("::").next() {
            Some("std") => Self::Std,
            Some("super") => Self::Ours,
            _ => Self::Crates,
        }
    }
}
