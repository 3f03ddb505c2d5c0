//! What the vendor calls with: an enum of the kinds, each kind as constant data, and a receiver.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    docs,
    fake::raw,
    file::{File, FileKind},
    sealed, seen,
    tokens::{doc, rust},
    types,
};
use crate::Model;
use stipula_contract::{Answer, Notification, NotificationProof, Reply, ReplyBody};

/// The text of module `notifications`; empty where there are none.
pub(super) fn module(model: &Model) -> String {
    if model.api.notifications.is_empty() {
        return String::new();
    }
    let mut file = File::new(model, FileKind::Top);
    file.foreign("stipula::notifications", "Notice");
    definition(&mut file);
    for it in &model.api.notifications {
        kind(&mut file, it);
    }
    table(&mut file);
    file.into_text()
}

fn definition(file: &mut File<'_>) {
    let notifications = &file.api.notifications;
    let mut kinds = Vec::new();
    for it in notifications {
        let doc = doc(&docs::period(&it.summary), 1);
        let name = rust(file.names.notification(it.id).0);
        let body = body(file, it);
        kinds.push(quote!(#doc #name(#body)));
    }
    let title = &file.api.title;
    let doc_of_all = doc(&format!("Notifications: what {title} sends to you."), 0);
    let text = format!(
        "Takes the notifications of {title}: checks who sent them, reads them, and says what to \
         answer.\n\n`Receiver::builder()` starts the settings."
    );
    let doc_of_receiver = doc(&text, 0);
    file.add(quote! {
        #doc_of_all
        #[derive(Debug, Clone, PartialEq)]
        #[allow(clippy::large_enum_variant, reason = "few are held at a time")]
        #[non_exhaustive]
        pub enum Notification {
            #(#kinds,)*
            /// Of no documented kind, as it came.
            Other(serde_json::Value),
        }

        #doc_of_receiver
        pub type Receiver = stipula::notifications::Receiver<Notification>;
    });
}

/// What a body is read as.
fn body(file: &mut File<'_>, it: &Notification) -> TokenStream {
    match &it.body {
        Answer::Own(id) => rust(&file.type_name(*id)),
        Answer::Json(item) => types::written(file, &item.ty),
        // Those that are no JSON are findings.
        _ => quote!(serde_json::Value),
    }
}

fn kind(file: &mut File<'_>, it: &Notification) {
    let (variant, constant) = file.names.notification(it.id);
    let (variant, constant) = (rust(variant), rust(constant));
    let doc = doc(&told(file, it), 0);
    let name = &it.name;
    let when = it.when.as_ref().map(|when| {
        let test = seen::test(file, it, when);
        quote!(.when(|body| #test))
    });
    let proof = proof(file, &it.proof);
    let reply = reply(&it.reply);
    let sealed = sealed::members(file, &it.body, &[&[]]);
    file.add(quote! {
        #doc
        pub static #constant: Notice<Notification> =
            Notice::new(#name, |body| body.read(Notification::#variant)) #when #proof #sealed #reply;
    });
}

/// What happened, what proves it, how it is told from others, what is answered.
fn told(file: &File<'_>, it: &Notification) -> String {
    let when = it.when.as_ref();
    let when = when.map(|it| format!("It is this kind when {}.", it.english));
    docs::paragraphs([
        docs::period(&it.summary),
        it.doc.clone(),
        file.api.told_of_proof(it),
        when.unwrap_or_default(),
        format!("The response is {}.", it.reply.words()),
        docs::source(file.api, &it.evidence),
        docs::quirks(file.api, &it.evidence),
    ])
}

fn proof(file: &mut File<'_>, it: &NotificationProof) -> Option<TokenStream> {
    match it {
        NotificationProof::None => None,
        NotificationProof::Scheme(id) => {
            let (api, scheme) = (file.sibling("api"), rust(file.names.scheme(*id)));
            Some(quote!(.signed(&#api::#scheme)))
        }
        NotificationProof::Secret { header, is } => {
            let (api, is) = (file.sibling("api"), rust(file.names.credential(*is)));
            Some(quote!(.secret(#header, &#api::#is)))
        }
    }
}

fn reply(it: &Reply) -> TokenStream {
    let status = (it.http != 200).then(|| {
        let status = Literal::u16_unsuffixed(it.http);
        quote!(.reply(#status))
    });
    let body = match &it.body {
        ReplyBody::Nothing => None,
        ReplyBody::Json(json) => {
            let text = raw(&json.to_string());
            Some(quote!(.json(#text)))
        }
        ReplyBody::Text(text) => Some(quote!(.text(#text))),
    };
    quote!(#status #body)
}

fn table(file: &mut File<'_>) {
    let trait_ = file.foreign("stipula::notifications", "Notifications");
    let type_ = file.foreign("stipula::client", "Api");
    let api = file.sibling("api");
    let notifications = file.api.notifications.iter();
    let constants = notifications.map(|it| rust(file.names.notification(it.id).1));
    let constants: Vec<_> = constants.collect();
    file.add(quote! {
        impl #trait_ for Notification {
            const API: &'static #type_ = &#api::API;
            const KINDS: &'static [&'static Notice<Self>] = &[#(&#constants),*];

            fn other(json: serde_json::Value) -> Self {
                Self::Other(json)
            }
        }
    });
}
