//! One Rust file in the making: how it names types, and what it imports for that.

use std::collections::{BTreeMap, BTreeSet};

use super::code::Code;
use crate::model::{Api, Module, Operation, Type, TypeId};

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
pub(super) enum Place {
    /// The file of a type, below `request` or `response`.
    Type(TypeId),
    /// A file beside `request`, `response` and `enums`.
    Top,
}

/// One file in the making.
#[derive(Debug)]
pub(super) struct File<'a> {
    pub(super) api: &'a Api,
    place: Place,
    pub(super) code: Code,
    imports: BTreeMap<String, BTreeSet<String>>,
}

impl<'a> File<'a> {
    pub(super) fn new(api: &'a Api, place: Place) -> Self {
        Self {
            api,
            place,
            code: Code::new(),
            imports: BTreeMap::new(),
        }
    }

    /// The type that the file is for.
    fn owner(&self) -> Option<&'a Type> {
        match self.place {
            Place::Type(id) => Some(self.api.type_(id)),
            Place::Top => None,
        }
    }

    /// How the file names a type.
    pub(super) fn type_name(&mut self, id: TypeId) -> String {
        let type_ = self.api.type_(id);
        match self.owner() {
            Some(owner) if owner.id == id => type_.rust.clone(),
            Some(owner) if owner.module == type_.module => self.ours("super", &type_.rust),
            Some(_) => self.ours("super::super::enums", &type_.rust),
            // Both directions may have a type of this name, so the module is always said.
            None => {
                let module = match type_.module {
                    Module::Request => "request",
                    Module::Response => "response",
                    Module::Enums => "enums",
                };
                self.import("super", module);
                format!("{module}::{}", type_.rust)
            }
        }
    }

    /// How the file names the context of an operation.
    pub(super) fn context_name(&mut self, operation: &Operation) -> Option<String> {
        let context = operation.context.as_ref()?;
        Some(match self.place {
            Place::Type(id) if id == operation.request => context.rust.clone(),
            Place::Type(_) => self.ours("super", &context.rust),
            Place::Top => {
                self.import("super", "request");
                format!("request::{}", context.rust)
            }
        })
    }

    /// How the file names something of another crate.
    pub(super) fn foreign(&mut self, path: &str, name: &str) -> String {
        if self.place != Place::Top && self.api.types.iter().any(|type_| type_.rust == name) {
            return format!("{path}::{name}");
        }
        self.import(path, name);
        name.to_owned()
    }

    /// How the file names a module beside it.
    pub(super) fn sibling(&mut self, module: &'static str) -> &'static str {
        self.import("super", module);
        module
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

    /// The text: imports, then what was written.
    pub(super) fn into_text(self) -> String {
        let mut code = Code::new();
        for group in [Group::Std, Group::Crates, Group::Ours] {
            code.separate();
            // In reverse for our own: `rustfmt` puts `super::super` before `super`.
            let mut imports: Vec<_> = self.imports.iter().collect();
            if group == Group::Ours {
                imports.reverse();
            }
            for (path, names) in imports {
                if Group::of(path) == group {
                    let names: Vec<_> = names.iter().cloned().collect();
                    code.import(path, &names);
                }
            }
        }
        code.separate();
        code.into_text() + &self.code.into_text()
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
