//! The client that blocks: the methods are those of the client, only `send` waits.

use quote::quote;

use super::{
    file::{File, FileKind},
    tokens::doc,
};
use crate::Model;

/// The text of module `blocking`.
pub(super) fn module(model: &Model) -> String {
    let mut file = File::new(model, FileKind::Top);
    for name in ["Blocking", "Builder", "UreqTransport"] {
        file.foreign("stipula::blocking", name);
    }
    let (data, client) = (file.sibling("api"), file.sibling("client"));
    let doc = doc(
        &format!("A client of {} whose calls block.", file.api.title),
        0,
    );
    file.add(quote! {
        #doc
        pub type Client<T = UreqTransport> = #client::Client<Blocking<T>>;

        /// Starts the settings, which build it.
        pub fn builder() -> Builder<UreqTransport, #client::Client> {
            Builder::blocking(&#data::API)
        }
    });
    file.into_text()
}
