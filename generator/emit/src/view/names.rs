//! Names in Rust, for documentation that tells how to use the client. The one reader of them
//! beside the Rust output itself.

use stipula_contract::{EnumValue, Field, Operation, Scenario, Type, TypeId, TypeKind};

use crate::{Model, names::ScenarioNames};

/// Every name that documentation may tell, asked with what it belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names<'a> {
    model: &'a Model,
}

impl<'a> Names<'a> {
    pub(crate) const fn of(model: &'a Model) -> Self {
        Self { model }
    }

    /// What the crate is called in a path.
    pub(crate) fn krate(self) -> String {
        self.model.names.crate_().replace('-', "_")
    }

    /// The method of an operation, raw where it is a keyword.
    pub(crate) fn method(self, operation: &Operation) -> &'a str {
        self.model.names.method(operation.id)
    }

    /// The module of an operation, and the file of its page: never raw, as `#` would start the
    /// anchor of a link.
    pub(crate) fn module(self, operation: &Operation) -> &'a str {
        self.model.names.module(operation.id)
    }

    /// The module of the types of the scenarios of an operation.
    pub(crate) fn scenario_module(self, operation: &Operation) -> String {
        format!("scenario::{}", self.model.names.scenario_file(operation.id))
    }

    /// The type of a scenario.
    pub(crate) fn scenario(self, operation: &Operation, it: &Scenario) -> &'a str {
        self.of_scenario(operation, it).map_or("", |it| &it.name)
    }

    /// The type of what a body of a scenario may have besides.
    pub(crate) fn options(self, operation: &Operation, it: &Scenario) -> &'a str {
        self.of_scenario(operation, it).map_or("", |it| &it.options)
    }

    fn of_scenario(self, operation: &Operation, it: &Scenario) -> Option<&'a ScenarioNames> {
        let at = operation
            .scenarios
            .iter()
            .position(|own| own.name == it.name)?;
        Some(self.model.names.scenario(operation.id, at))
    }

    /// The member of a scenario that holds its options.
    pub(crate) fn options_member(self, operation: &Operation, it: &Scenario) -> &'a str {
        self.of_scenario(operation, it)
            .map_or("options", |it| &it.plain)
    }

    /// The struct of the values beside the body of an operation.
    pub(crate) fn context(self, operation: &Operation) -> Option<&'a str> {
        let names = &self.model.names;
        operation
            .context
            .as_ref()
            .map(|_| names.context(operation.id))
    }

    /// A named type.
    pub(crate) fn type_(self, ty: &Type) -> &'a str {
        self.model.names.type_(ty.id)
    }

    /// The variant of a case of a union with a tag; none where a sibling chooses.
    pub(crate) fn case(self, ty: &Type, case: TypeId) -> Option<&'a str> {
        let TypeKind::Union(union) = &ty.kind else {
            return None;
        };
        union.tag()?;
        let at = union.cases.iter().position(|it| it.of == case)?;
        Some(self.model.names.variant(ty.id, at))
    }

    /// The variant of a shape of a value.
    pub(crate) fn shape(self, ty: &Type, shape: &str) -> &'a str {
        let at = match &ty.kind {
            TypeKind::Any(any) => any.shapes.iter().position(|it| it.name == shape),
            _ => None,
        };
        at.map_or("Other", |at| self.model.names.variant(ty.id, at))
    }

    /// A member of a type.
    pub(crate) fn member(self, field: &Field) -> &'a str {
        self.model.names.field(field.id)
    }

    /// The setter of a member.
    pub(crate) fn setter(self, field: &Field) -> &'a str {
        self.model.names.setter(field.id)
    }

    /// A variant of an enum.
    pub(crate) fn variant(self, ty: &Type, value: &EnumValue) -> &'a str {
        let names = &self.model.names;
        names.variant_of(&self.model.api, ty.id, &value.wire)
    }
}
