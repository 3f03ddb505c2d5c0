//! Where names of types stand, and those of their files.

use stipula_contract::{Module, Named, Type};

use super::{case, namespace::Namespace, own};

/// Where names of types stand, and those of their files.
pub(super) struct Spaces([(Module, Namespace, Namespace); 3]);

impl Default for Spaces {
    fn default() -> Self {
        let modules = [Module::Request, Module::Response, Module::Enums];
        Self(modules.map(|it| (it, Namespace::new(own::TYPES), Namespace::new(&[]))))
    }
}

impl Spaces {
    fn at(&mut self, module: Module) -> &mut (Module, Namespace, Namespace) {
        let at = self.0.iter().position(|it| it.0 == module);
        &mut self.0[at.unwrap_or_default()]
    }

    /// Where the names of the types of a module stand.
    pub(super) fn of(&mut self, module: Module) -> &mut Namespace {
        &mut self.at(module).1
    }

    /// The file of a type, which is a module beside it: without upper case letters both could have
    /// one name.
    pub(super) fn file(&mut self, type_: &Type, name: &str) -> String {
        let made = case::file(name);
        let otherwise = format!("{made}_");
        let first = if made == name { &otherwise } else { &made };
        let named = Named::Type(type_.id);
        self.at(type_.module).2.first_free(first, &otherwise, named)
    }
}
