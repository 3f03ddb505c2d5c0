//! A body as Rust that builds and sends it with the generated client.

mod text;

use crate::Model;
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::{Map, Value as Any};

use crate::{
    rust::rust,
    view::{examples::Sample, names::Names},
};
use stipula_contract::{
    EnumOf, Field, Operation, Role, Scalar, Scenario, TypeId, TypeKind, TypeRef,
};
use stipula_logic::judge::{canonical, chosen, shape};

/// Rust for the body of a request, as the type of its scenario where there is one. None when the
/// body holds what only JSON can say.
pub(crate) fn rust_of(
    api: &Model,
    names: Names<'_>,
    operation: &Operation,
    sample: &Sample<'_>,
) -> Option<String> {
    let body = canonical(api, operation.request, &sample.json);
    let root = body.as_object()?;
    let maker = Maker {
        api,
        names,
        used: RefCell::default(),
    };
    let made = match sample.scenario {
        Some(scenario) => maker.scenario(operation, scenario, root)?,
        None => maker.object(operation.request, root)?,
    };
    let context = maker.context(operation, &sample.context);
    let reads_context = api
        .type_(operation.request)
        .object()
        .is_some_and(|it| it.context.is_some());
    let argument = (reads_context && context.is_some()).then(|| quote!(&context));
    let second = argument.as_ref().map(|it| quote!(, #it));
    let context = context.filter(|_| reads_context);
    let method = rust(names.method(operation));
    text::layout(
        &text::imports(&names.krate(), &maker.used.borrow()),
        quote! {
            fn example() {
                #context
                let request = #made.build(#argument)?;
                let answer = client.#method(&request #second).send().await?;
            }
        },
    )
}

/// Who takes a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taker {
    /// A setter, which converts.
    Setter,
    /// A member of a struct, or what is inside a list or map that nobody converts.
    Owner,
}

struct Maker<'a> {
    api: &'a Model,
    names: Names<'a>,
    /// Names that were used, by module.
    used: RefCell<BTreeMap<String, BTreeSet<String>>>,
}

impl Maker<'_> {
    fn name(&self, module: &str, name: &str) -> TokenStream {
        let mut used = self.used.borrow_mut();
        used.entry(module.to_owned())
            .or_default()
            .insert(name.to_owned());
        rust(name)
    }

    fn context(&self, operation: &Operation, given: &[(String, String)]) -> Option<TokenStream> {
        let context = operation.context.as_ref()?;
        let values = context.fields.iter().map(|field| {
            let wire = given.iter().find(|it| it.0 == field.name);
            self.enum_value(field.enum_, wire.map_or("", |it| it.1.as_str()))
        });
        let values: Vec<_> = values.collect();
        let name = self.name("request", self.names.context(operation)?);
        Some(quote!(let context = #name::new(#(#values),*);))
    }

    /// A chain of setters.
    fn object(&self, id: TypeId, members: &Map<String, Any>) -> Option<TokenStream> {
        let ty = self.api.type_(id);
        let object = ty.object()?;
        let name = self.name("request", self.names.type_(ty));
        let mut made = quote!(#name::new());
        for (wire, value) in members {
            let Some(field) = object.field(wire).filter(|it| it.fixed().is_none()) else {
                continue;
            };
            let setter = rust(self.names.setter(field));
            let value = self.value(&field.item.ty, value, members, Taker::Setter)?;
            made = quote!(#made.#setter(#value));
        }
        Some(made)
    }

    fn scenario(
        &self,
        operation: &Operation,
        scenario: &Scenario,
        root: &Map<String, Any>,
    ) -> Option<TokenStream> {
        let body = self.api.type_(operation.request);
        let object = body.object()?;
        let module = self.names.scenario_module(operation);
        let name = self.name(&module, self.names.scenario(operation, scenario));
        let options = self.name(&module, self.names.options(operation, scenario));
        let mut needed = Vec::new();
        let mut others = quote!(#options::new());
        for member in &scenario.members {
            let field = object.fields.get(member.field)?;
            let Some(value) = root.get(&field.wire).filter(|_| field.fixed().is_none()) else {
                continue;
            };
            match member.role {
                Role::Fixed { .. } => {}
                Role::Needed => {
                    let name = rust(self.names.member(field));
                    let value = self.member(field, value, root, member.case.is_some())?;
                    needed.push(quote!(#name: #value));
                }
                Role::Optional => {
                    let setter = rust(self.names.setter(field));
                    let value = self.value(&field.item.ty, value, root, Taker::Setter)?;
                    others = quote!(#others.#setter(#value));
                }
            }
        }
        let plain = rust(self.names.options_member(operation, scenario));
        Some(quote!(#name { #(#needed,)* #plain: #others }))
    }

    /// A value as a member of the type of a scenario.
    fn member(
        &self,
        field: &Field,
        value: &Any,
        siblings: &Map<String, Any>,
        is_case: bool,
    ) -> Option<TokenStream> {
        let mut made = self.value(&field.item.ty, value, siblings, Taker::Owner)?;
        let is_converted = match field.item.ty {
            TypeRef::Union(id) => match &self.api.type_(id).kind {
                TypeKind::Union(union) => union.sibling().is_some() && !is_case,
                _ => false,
            },
            _ => false,
        };
        if is_converted {
            made = quote!(#made.into());
        }
        if field.sensitive {
            let name = self.name("stipula", "Sensitive");
            made = quote!(#name(#made));
        }
        Some(made)
    }

    fn value(
        &self,
        ty: &TypeRef,
        value: &Any,
        siblings: &Map<String, Any>,
        taker: Taker,
    ) -> Option<TokenStream> {
        match (ty, value) {
            (TypeRef::Enum(id), Any::String(text)) => Some(self.enum_value(*id, text)),
            (TypeRef::IntegerEnum(id), Any::Number(number)) => {
                Some(self.enum_value(*id, &number.to_string()))
            }
            (TypeRef::Object(id), Any::Object(members)) => self.object(*id, members),
            (TypeRef::Union(id), Any::Object(members)) => {
                let case = chosen(self.api, *id, members, siblings)?;
                let made = self.object(case, members)?;
                let ty = self.api.type_(*id);
                // Items of a list are of several cases, so that each says which.
                match self.names.case(ty, case) {
                    Some(variant) => {
                        let (name, variant) =
                            (self.name("request", self.names.type_(ty)), rust(variant));
                        Some(quote!(#name::#variant(#made)))
                    }
                    None => Some(made),
                }
            }
            (TypeRef::Any(id), value) => {
                let shape = shape(self.api, *id, value)?;
                let value = self.value(&shape.item.ty, value, siblings, Taker::Owner)?;
                let ty = self.api.type_(*id);
                let name = self.name("request", self.names.type_(ty));
                let variant = rust(self.names.shape(ty, &shape.name));
                Some(quote!(#name::#variant(#value)))
            }
            (TypeRef::Scalar(it), value) => self.scalar(*it, value, taker),
            (TypeRef::AsText(it), Any::String(text)) => {
                let number = serde_json::from_str(text).ok()?;
                self.scalar(*it, &number, taker)
            }
            (TypeRef::List(of), Any::Array(items)) => self.list(&of.ty, items, taker),
            (TypeRef::Map { key, of }, Any::Object(entries)) => {
                self.map(*key, &of.ty, entries, taker)
            }
            _ => None,
        }
    }

    fn scalar(&self, it: Scalar, value: &Any, taker: Taker) -> Option<TokenStream> {
        let whole = || text::integer(value.as_number()?.as_i128()?);
        let made = match it {
            Scalar::String | Scalar::Url => {
                let text = value.as_str()?;
                quote!(#text)
            }
            Scalar::Decimal => whole()?,
            Scalar::Boolean => {
                let it = value.as_bool()?;
                return Some(quote!(#it));
            }
            Scalar::Integer | Scalar::Unsigned => return whole(),
            Scalar::TimestampMillis => {
                let (name, number) = (self.name("", "UnixMillis"), whole()?);
                return Some(quote!(#name(#number)));
            }
            Scalar::TimestampSeconds => {
                let (name, number) = (self.name("stipula", "UnixSeconds"), whole()?);
                return Some(quote!(#name(#number)));
            }
            Scalar::DateTime | Scalar::Date | Scalar::Duration => {
                let name = match it {
                    Scalar::Date => "Date",
                    Scalar::Duration => "Duration",
                    _ => "DateTime",
                };
                let (name, text) = (self.name("stipula", name), value.as_str()?);
                return Some(quote!(#text.parse::<#name>()?));
            }
            // Pictures and the like: no text of a program.
            Scalar::Bytes | Scalar::File => return None,
            Scalar::Json => {
                let json = rust(&value.to_string());
                return Some(quote!(serde_json::json!(#json)));
            }
        };
        Some(match taker {
            Taker::Setter => made,
            Taker::Owner => quote!(#made.into()),
        })
    }

    fn list(&self, of: &TypeRef, items: &[Any], taker: Taker) -> Option<TokenStream> {
        let inside = inside(of, taker);
        let none = Map::new();
        let items = items.iter().map(|it| self.value(of, it, &none, inside));
        let items = items.collect::<Option<Vec<_>>>()?;
        Some(match taker {
            Taker::Setter => quote!([#(#items),*]),
            Taker::Owner => quote!(vec![#(#items),*]),
        })
    }

    fn map(
        &self,
        key: Option<TypeId>,
        of: &TypeRef,
        entries: &Map<String, Any>,
        taker: Taker,
    ) -> Option<TokenStream> {
        let inside = inside(of, taker);
        let none = Map::new();
        let entry = |(name, it): (&String, &Any)| {
            let name = match (key, taker) {
                (Some(id), _) => self.enum_value(id, name),
                (None, Taker::Setter) => quote!(#name),
                (None, Taker::Owner) => quote!(#name.into()),
            };
            let it = self.value(of, it, &none, inside)?;
            Some(quote!((#name, #it)))
        };
        let entries = entries.iter().map(entry).collect::<Option<Vec<_>>>()?;
        Some(match taker {
            Taker::Setter => quote!([#(#entries),*]),
            Taker::Owner => quote!([#(#entries),*].into()),
        })
    }

    /// A documented value by its name, any other by its text.
    fn enum_value(&self, id: TypeId, wire: &str) -> TokenStream {
        let ty = self.api.type_(id);
        let name = self.name("enums", self.names.type_(ty));
        let is_number = ty.enum_().is_some_and(|it| it.of == EnumOf::Integer);
        let known = match &ty.kind {
            TypeKind::Enum(it) => it.values.iter().find(|it| it.wire == wire),
            _ => None,
        };
        match known {
            Some(value) => {
                let variant = rust(self.names.variant(ty, value));
                quote!(#name::#variant)
            }
            None if is_number => {
                let number = rust(wire);
                quote!(#name::from(#number))
            }
            None => quote!(#name::from(#wire)),
        }
    }
}

/// Who takes what is inside a list or map: a setter converts texts in it, but nothing deeper.
fn inside(of: &TypeRef, taker: Taker) -> Taker {
    let is_deep = matches!(of, TypeRef::List(_) | TypeRef::Map { .. });
    if is_deep { Taker::Owner } else { taker }
}
