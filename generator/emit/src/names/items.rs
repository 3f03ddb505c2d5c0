//! Paths of items, as code that uses a client writes them.

use stipula_contract::{Api, Module, Named, TypeId};

use super::Names;

impl Names {
    /// What something is called, without what is around it.
    pub fn own(&self, it: Named) -> &str {
        match it {
            Named::Api => &self.crate_,
            Named::Type(id) => self.type_(id),
            Named::Field(id) => self.field(id),
            Named::Value(id, at) => self.variant(id, at),
            Named::Operation(id) => self.method(id),
            Named::Context(id, at) => self.context_field(id, at),
            Named::Scenario(id, at) => &self.scenario(id, at).name,
            Named::Code(id) => self.code(id),
            Named::Scheme(id) => self.scheme(id),
            Named::Credential(id) => self.credential(id),
            Named::Notification(id) => self.notification(id).0,
        }
    }

    /// The path of what a client has for something: `request::CreateOrderRequest::stock`.
    pub fn path(&self, api: &Api, it: Named) -> String {
        let own = self.own(it);
        match it {
            Named::Api => own.to_owned(),
            Named::Type(id) => self.type_path(api, id),
            Named::Field(id) => format!("{}::{own}", self.type_path(api, id.of)),
            Named::Value(id, _) => format!("{}::{own}", self.type_path(api, id)),
            Named::Operation(_) => format!("Client::{own}"),
            Named::Context(id, _) => format!("request::{}::{own}", self.context(id)),
            Named::Scenario(id, _) => format!("scenario::{}::{own}", self.scenario_file(id)),
            // A code of the API stands among those of each operation.
            Named::Code(id) => {
                let of = id.of.map_or("*", |of| self.codes_type(of));
                format!("codes::{of}::{own}")
            }
            Named::Scheme(_) | Named::Credential(_) => format!("api::{own}"),
            Named::Notification(_) => format!("Notification::{own}"),
        }
    }

    fn type_path(&self, api: &Api, id: TypeId) -> String {
        let module = match api.type_(id).module {
            Module::Request => "request",
            Module::Response => "response",
            Module::Enums => "enums",
        };
        format!("{module}::{}", self.type_(id))
    }
}
