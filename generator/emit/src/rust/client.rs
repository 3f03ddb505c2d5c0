//! The client: one method per operation, each of one expression.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    file::{File, FileKind},
    groups::Groups,
    operations,
    tokens::{doc, rust},
};
use crate::Model;
use stipula_contract::Operation;

/// The text of module `client`.
pub(super) fn module(model: &Model, groups: &Groups) -> String {
    let mut file = File::new(model, FileKind::Top);
    definition(&mut file);
    let methods: Vec<_> = model
        .api
        .operations
        .iter()
        .filter(|it| groups.has(it))
        .map(|operation| method(&mut file, operation, groups.of(operation).as_ref()))
        .collect();
    file.add(quote!(impl<T> Client<T> { #(#methods)* }));
    traits(&mut file);
    file.into_text()
}

fn definition(file: &mut File<'_>) {
    for name in ["Builder", "Call", "DefaultTransport", "Makes"] {
        file.foreign("stipula::client", name);
    }
    let api = file.sibling("api");
    let text = format!(
        "A client of {}: one method per operation.\n\n\
         Each gives a call that is validated and sent by `send`; `unchecked` leaves the \
         validation out. Cloning is cheap.",
        file.api.title
    );
    let doc = doc(&text, 0);
    file.add(quote! {
        #doc
        pub struct Client<T = DefaultTransport> {
            core: stipula::client::Client<T>,
        }

        impl Client {
            /// Starts the settings, which build it.
            pub fn builder() -> Builder<DefaultTransport, Self> {
                Builder::new(&#api::API)
            }
        }

        impl<T> Client<T> {
            /// The client without the methods of this API.
            pub fn core(&self) -> &stipula::client::Client<T> {
                &self.core
            }
        }
    });
}

fn method(file: &mut File<'_>, operation: &Operation, only: Option<&TokenStream>) -> TokenStream {
    let doc = doc(&operations::brief(operation), 1);
    let name = rust(file.names.method(operation.id));
    let request = rust(&file.type_name(operation.request));
    let object = file.api.type_(operation.request).object();
    let context = object
        .and_then(|object| object.context)
        .and_then(|index| file.context_name(file.api.operation(index)));
    let (context, call) = match context.as_deref().map(rust) {
        Some(context) => (
            quote!(context: &'a #context),
            quote!(call_in(request, context)),
        ),
        None => (TokenStream::new(), quote!(call(request))),
    };
    quote! {
        #doc
        #only
        pub fn #name<'a>(&'a self, request: &'a #request, #context) -> Call<'a, #request, T> {
            self.core.#call
        }
    }
}

fn traits(file: &mut File<'_>) {
    file.foreign("std", "fmt");
    file.add(quote! {
        impl Makes for Client {
            type Client<T> = Client<T>;

            fn made_of<T>(core: stipula::client::Client<T>) -> Client<T> {
                Client { core }
            }
        }

        impl<T> From<stipula::client::Client<T>> for Client<T> {
            fn from(core: stipula::client::Client<T>) -> Self {
                Self { core }
            }
        }

        impl<T> Clone for Client<T> {
            fn clone(&self) -> Self {
                Self::from(self.core.clone())
            }
        }

        impl<T> fmt::Debug for Client<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.core.fmt(f)
            }
        }
    });
}
