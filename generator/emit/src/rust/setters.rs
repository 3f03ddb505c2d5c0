//! Chained setters of request objects, and `build` of bodies.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    constants,
    file::File,
    tokens::{doc, rust},
    types,
};
use stipula_contract::{Field, Object, Type, TypeId, TypeRef};

/// The `impl` block of a request object.
pub(super) fn write(file: &mut File<'_>, type_: &Type, object: &Object) {
    let fields = object.fields.iter().filter(|it| it.fixed().is_none());
    let setters: Vec<_> = fields.map(|field| setter(file, field)).collect();
    let is_body = file.api.requested_by(type_.id).next().is_some();
    let build = is_body.then(|| build(file, object));
    let name = rust(file.names.type_(type_.id));
    let has_fixed = types::has_fixed(type_, object);
    if has_fixed {
        constants::default(file, type_, object);
    }
    let says = if has_fixed {
        "Its constants, and no other field."
    } else {
        "A value without any field."
    };
    let doc = doc(says, 1);
    file.add(quote! {
        impl #name {
            #doc
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            #(#setters)*
            #build
        }
    });
}

fn setter(file: &mut File<'_>, field: &Field) -> TokenStream {
    let Given {
        name,
        ty,
        step,
        mut value,
    } = given(file, &field.item.ty);
    if field.recursive {
        value = quote!(Box::new(#value));
    }
    if field.sensitive {
        let sensitive = file.foreign("stipula", "Sensitive");
        value = quote!(#sensitive(#value));
    }
    let member = rust(file.names.field(field.id));
    let setter = rust(file.names.setter(field.id));
    let doc_of_setter = doc(&format!("Sets `{}`.", field.wire), 1);
    let (given, clearer) = if field.clears {
        let clearable = file.foreign("stipula", "Clearable");
        let doc = doc(
            &format!("Clears `{}`: it is sent as `null`.", field.wire),
            1,
        );
        let clearer = rust(&file.names.clearer(field.id));
        let clearer = quote! {
            #doc
            #[must_use]
            pub fn #clearer(mut self) -> Self {
                self.#member = #clearable::Cleared;
                self
            }
        };
        (quote!(#clearable::Given), Some(clearer))
    } else {
        (quote!(Some), None)
    };
    quote! {
        #doc_of_setter
        #[must_use]
        pub fn #setter(mut self, #name: #ty) -> Self {
            #step
            self.#member = #given(#value);
            self
        }

        #clearer
    }
}

/// What a setter takes, and how that becomes the value.
pub(super) struct Given {
    pub(super) name: TokenStream,
    pub(super) ty: TokenStream,
    step: Option<TokenStream>,
    value: TokenStream,
}

pub(super) fn given(file: &mut File<'_>, ty: &TypeRef) -> Given {
    match ty {
        TypeRef::List(of) => {
            let item = taken(file, &of.ty);
            let converted = types::is_converted(&of.ty).then(|| quote!(.map(Into::into)));
            Given {
                name: quote!(values),
                ty: quote!(impl IntoIterator<Item = #item>),
                step: None,
                value: quote!(values.into_iter()#converted.collect()),
            }
        }
        TypeRef::Map { key, of } => entries(file, *key, &of.ty),
        _ => {
            let converted = types::is_converted(ty).then(|| quote!(.into()));
            Given {
                name: quote!(value),
                ty: taken(file, ty),
                step: None,
                value: quote!(value #converted),
            }
        }
    }
}

fn entries(file: &mut File<'_>, key: Option<TypeId>, of: &TypeRef) -> Given {
    let value = taken(file, of);
    let (key, made_key) = match key {
        Some(id) => (rust(&file.type_name(id)), quote!(k)),
        None => (quote!(impl Into<String>), quote!(k.into())),
    };
    let made_value = if types::is_converted(of) {
        quote!(v.into())
    } else {
        quote!(v)
    };
    let as_given = made_key.to_string() == "k" && made_value.to_string() == "v";
    let (step, value_text) = if as_given {
        (None, quote!(entries.into_iter().collect()))
    } else {
        let step = quote! {
            let entries = entries.into_iter().map(|(k, v)| (#made_key, #made_value));
        };
        (Some(step), quote!(entries.collect()))
    };
    Given {
        name: quote!(entries),
        ty: quote!(impl IntoIterator<Item = (#key, #value)>),
        step,
        value: value_text,
    }
}

/// The type of one value that a setter takes.
fn taken(file: &mut File<'_>, ty: &TypeRef) -> TokenStream {
    let written = types::written(file, ty);
    if types::is_converted(ty) {
        quote!(impl Into<#written>)
    } else {
        written
    }
}

/// Ends the chain with every violation at once.
fn build(file: &mut File<'_>, object: &Object) -> TokenStream {
    let violations = file.foreign("stipula", "Violations");
    let validate = file.foreign("stipula", "Validate");
    let context = context(file, object);
    let (context, call) = match context {
        Some(context) => (
            quote!(context: &#context),
            quote!(validate_in(&self, context)),
        ),
        None => (TokenStream::new(), quote!(validate(&self))),
    };
    quote! {
        /// The request, unless it breaks a rule that stops it: then everything found.
        ///
        /// Warnings do not stop it; `check` tells them.
        pub fn build(self, #context) -> Result<Self, #violations> {
            #validate::#call?;
            Ok(self)
        }
    }
}

/// The type of the context that the rules of a body read.
pub(super) fn context(file: &mut File<'_>, object: &Object) -> Option<TokenStream> {
    let operation = object.context.map(|id| file.api.operation(id))?;
    file.context_name(operation).as_deref().map(rust)
}
