//! How types are read: the tables of their members.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{file::File, tokens::rust, types};
use stipula_contract::{Empty, Field, Location, Module, Object, Type, TypeKind, TypeRef};

/// The reading of an object, by the table of its members.
pub(super) fn object(file: &mut File<'_>, type_: &Type, object: &Object) {
    let vacant = vacant(file, type_, object);
    let members = file.foreign("stipula::read", "Members");
    let fields = &object.fields;
    let table = fields
        .iter()
        .map(|field| member(file, type_, object, field));
    let table: Vec<_> = table.collect();
    let empty = (file.api.empty != Empty::Absent).then(|| quote!(.empty_is_value()));
    let is_closed = object.closed && type_.module == Module::Request;
    let closed = is_closed.then(|| quote!(.closed()));
    let slots = fields.iter().map(|field| rust(file.names.field(field.id)));
    let extra = match types::extra(file, type_) {
        Some(extra) => quote!(Some(&mut self.#extra)),
        None => quote!(None),
    };
    let body = quote! {
        const MEMBERS: #members = #members::new(&[#(#table),*]) #empty #closed;
        from.object(&MEMBERS, &mut [#(&mut self.#slots),*], #extra)
    };
    write(
        file,
        type_,
        &vacant,
        &body,
        needs_body(type_, object).as_ref(),
    );
}

/// The answer whether a body is needed, where the head has all members.
fn needs_body(type_: &Type, object: &Object) -> Option<TokenStream> {
    let is_body = |it: &Field| it.location == Location::Body;
    let is_head = type_.module == Module::Response
        && !object.fields.is_empty()
        && !object.fields.iter().any(is_body);
    is_head.then(|| {
        quote! {
            fn needs_body(&self) -> bool {
                false
            }
        }
    })
}

/// Where a member of an answer stands that is not in the body.
fn part(field: &Field) -> Option<TokenStream> {
    match field.location {
        Location::Header => {
            let name = field.sent_name();
            let list = matches!(field.item.ty, TypeRef::List(_)).then(|| quote!(.list()));
            Some(quote!(.header(#name) #list))
        }
        Location::Status => Some(quote!(.status())),
        _ => None,
    }
}

/// The members of an answer that do not stand in its body.
pub(super) fn head(file: &mut File<'_>, object: &Object) -> Vec<TokenStream> {
    let all = object.fields.iter();
    let head = all.filter(|it| it.location != Location::Body);
    head.map(|it| {
        let type_ = file.foreign("stipula::read", "Member");
        let (name, part) = (&it.wire, part(it));
        quote!(#type_::new(#name) #part)
    })
    .collect()
}

fn member(file: &mut File<'_>, type_: &Type, object: &Object, field: &Field) -> TokenStream {
    let part = part(field).filter(|_| type_.module == Module::Response);
    let member = file.foreign("stipula::read", "Member");
    let (name, aliases) = (&field.wire, &field.aliases);
    let aliases = (!aliases.is_empty()).then(|| quote!(.aliases(&[#(#aliases),*])));
    let lenient = field.lenient.then(|| quote!(.lenient()));
    let is_text = field.item.innermost().ty.as_text().is_some();
    let as_text = is_text.then(|| quote!(.as_text()));
    let by = types::union_in(&field.item.ty)
        .and_then(|id| match &file.api.type_(id).kind {
            TypeKind::Union(union) => Some(union),
            TypeKind::Object(_) | TypeKind::Enum(_) | TypeKind::Any(_) => None,
        })
        .and_then(|union| {
            let (by, _) = union.sibling()?;
            object.fields.iter().position(|it| it.wire == by)
        })
        .map(|index| {
            let index = Literal::usize_unsuffixed(index);
            quote!(.by(#index))
        });
    quote!(#member::new(#name) #part #aliases #lenient #as_text #by)
}

fn vacant(file: &mut File<'_>, type_: &Type, object: &Object) -> TokenStream {
    if types::has_default(type_, object) && !types::has_fixed(type_, object) {
        return quote!(Self::default());
    }
    let slot = file.foreign("stipula::read", "Slot");
    let names = object.fields.iter().map(|field| file.names.field(field.id));
    let names = names.map(rust).chain(types::extra(file, type_));
    quote!(Self { #(#names: #slot::vacant(),)* })
}

/// The two ways to read a type: as part of a body, and by serde.
pub(super) fn write(
    file: &mut File<'_>,
    type_: &Type,
    vacant: &TokenStream,
    body: &TokenStream,
    more: Option<&TokenStream>,
) {
    let [slot, reader, fit] =
        ["Slot", "Reader", "Fit"].map(|name| file.foreign("stipula::read", name));
    let [deserialize, deserializer] =
        ["Deserialize", "Deserializer"].map(|name| file.foreign("serde", name));
    let by_serde = match type_.module {
        Module::Response => quote!(stipula::read::deserialize_answer),
        Module::Request | Module::Enums => quote!(stipula::read::deserialize_request),
    };
    // A type of the API may be called `Result`.
    let result = match file.names.type_(type_.id) {
        "Result" => quote!(std::result::Result),
        _ => quote!(Result),
    };
    let name = rust(file.names.type_(type_.id));
    file.add(quote! {
        impl #slot for #name {
            fn vacant() -> Self {
                #vacant
            }

            fn read(&mut self, from: &mut #reader<'_>) -> #fit {
                #body
            }

            #more
        }

        impl<'de> #deserialize<'de> for #name {
            fn deserialize<D: #deserializer<'de>>(from: D) -> #result<Self, D::Error> {
                #by_serde(from)
            }
        }
    });
}
