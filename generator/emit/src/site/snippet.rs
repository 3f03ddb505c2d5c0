//! A body as Rust that builds and sends it with the generated client.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::{Map, Value as Any};

use crate::{Model, rust::rust};
use stipula_contract::{Field, Operation, Role, Scenario, TypeId, TypeKind, TypeRef};
use stipula_logic::judge::{canonical, chosen};

/// Rust for the body of a request, as the type of its scenario where there is one. None when the
/// body holds what only JSON can say.
pub(super) fn rust_of(
    api: &Model,
    operation: &Operation,
    scenario: Option<&Scenario>,
    body: &Any,
    context: &[(String, String)],
) -> Option<String> {
    let body = canonical(api, operation.request, body);
    let root = body.as_object()?;
    let maker = Maker {
        api,
        used: RefCell::default(),
    };
    let made = match scenario {
        Some(scenario) => maker.scenario(operation, scenario, root)?,
        None => maker.object(operation.request, root)?,
    };
    let context = maker.context(operation, context);
    let reads_context = api
        .type_(operation.request)
        .object()
        .is_some_and(|it| it.context.is_some());
    let argument = (reads_context && context.is_some()).then(|| quote!(&context));
    let second = argument.as_ref().map(|it| quote!(, #it));
    let context = context.filter(|_| reads_context);
    let method = rust(api.names.method(operation.id));
    layout(
        &maker.imports(),
        quote! {
            fn example() {
                #context
                let request = #made.build(#argument)?;
                let answer = client.#method(&request #second).send().await?;
            }
        },
    )
}

/// The imports, and the lines of the function.
fn layout(imports: &str, function: TokenStream) -> Option<String> {
    let text = prettyplease::unparse(&syn::parse2(function).ok()?);
    let mut out = imports.to_owned();
    for line in text.lines().skip(1).filter(|line| *line != "}") {
        out.push('\n');
        out.push_str(line.strip_prefix("    ").unwrap_or(line));
    }
    Some(out)
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

    fn krate(&self) -> String {
        self.api.names.crate_().replace('-', "_")
    }

    fn imports(&self) -> String {
        let mut out = format!("use {}::{{\n", self.krate());
        for (module, names) in self.used.borrow().iter() {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let line = match (module.as_str(), names.as_slice()) {
                ("", names) => format!("    {},\n", names.join(", ")),
                (module, [one]) => format!("    {module}::{one},\n"),
                (module, names) => wrapped(module, names),
            };
            out.push_str(&line);
        }
        out.push_str("};\n");
        out
    }

    fn context(&self, operation: &Operation, given: &[(String, String)]) -> Option<TokenStream> {
        let context = operation.context.as_ref()?;
        let values = context.fields.iter().map(|field| {
            let wire = given.iter().find(|it| it.0 == field.name);
            self.enum_value(field.enum_, wire.map_or("", |it| it.1.as_str()))
        });
        let values: Vec<_> = values.collect();
        let name = self.name("request", self.api.names.context(operation.id));
        Some(quote!(let context = #name::new(#(#values),*);))
    }

    /// A chain of setters.
    fn object(&self, id: TypeId, members: &Map<String, Any>) -> Option<TokenStream> {
        let ty = self.api.type_(id);
        let object = ty.object()?;
        let name = self.name("request", self.api.names.type_(id));
        let mut made = quote!(#name::new());
        for (wire, value) in members {
            let Some(field) = object.field(wire) else {
                continue;
            };
            let setter = rust(self.api.names.setter(field.id));
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
        let object = self.api.type_(operation.request).object()?;
        let module = format!("scenario::{}", self.api.names.module(operation.id));
        let at = operation
            .scenarios
            .iter()
            .position(|it| it.name == scenario.name)?;
        let names = self.api.names.scenario(operation.id, at);
        let name = self.name(&module, &names.name);
        let options = self.name(&module, &names.options);
        let mut needed = Vec::new();
        let mut others = quote!(#options::new());
        for member in &scenario.members {
            let field = object.fields.get(member.field)?;
            let Some(value) = root.get(&field.wire) else {
                continue;
            };
            match member.role {
                Role::Fixed { .. } => {}
                Role::Needed => {
                    let name = rust(self.api.names.field(field.id));
                    let value = self.member(field, value, root, member.case.is_some())?;
                    needed.push(quote!(#name: #value));
                }
                Role::Optional => {
                    let setter = rust(self.api.names.setter(field.id));
                    let value = self.value(&field.item.ty, value, root, Taker::Setter)?;
                    others = quote!(#others.#setter(#value));
                }
            }
        }
        let taken = self.api.names.has_field(operation.request, "options");
        let plain = rust(if taken { "other_options" } else { "options" });
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
        if matches!(field.item.ty, TypeRef::Union(_)) && !is_case {
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
        let made = match (ty, value) {
            (TypeRef::Enum(id), Any::String(text)) => return Some(self.enum_value(*id, text)),
            (TypeRef::Object(id), Any::Object(members)) => return self.object(*id, members),
            (TypeRef::Union(id), Any::Object(members)) => {
                let case = chosen(self.api, *id, siblings)?;
                return self.object(case, members);
            }
            (TypeRef::Boolean, Any::Bool(it)) => return Some(quote!(#it)),
            (TypeRef::Integer, Any::Number(it)) => return integer(it.as_i64()?),
            (TypeRef::Millis, Any::Number(it)) => {
                let (name, number) = (self.name("", "UnixMillis"), integer(it.as_i64()?)?);
                return Some(quote!(#name(#number)));
            }
            (TypeRef::List(of), Any::Array(items)) => return self.list(&of.ty, items, taker),
            (TypeRef::Map { key, of }, Any::Object(entries)) => {
                return self.map(*key, &of.ty, entries, taker);
            }
            (TypeRef::Text | TypeRef::Url, Any::String(text)) => quote!(#text),
            (TypeRef::Decimal, Any::Number(it)) => integer(it.as_i64()?)?,
            (TypeRef::Json, value) => {
                let json = rust(&value.to_string());
                return Some(quote!(serde_json::json!(#json)));
            }
            _ => return None,
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
        let name = self.name("enums", self.api.names.type_(id));
        let known = match &ty.kind {
            TypeKind::Enum(it) => it.values.iter().position(|it| it.wire == wire),
            _ => None,
        };
        match known {
            Some(at) => {
                let variant = rust(self.api.names.variant(id, at));
                quote!(#name::#variant)
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

fn integer(number: i64) -> Option<TokenStream> {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len() > 4 && (digits.len() - index).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    let literal: Literal = text.parse().ok()?;
    Some(if number < 0 {
        quote!(-#literal)
    } else {
        quote!(#literal)
    })
}

/// An import of many names, in lines of a readable length.
fn wrapped(module: &str, names: &[&str]) -> String {
    let one = format!("    {module}::{{{}}},\n", names.join(", "));
    if one.len() <= 70 {
        return one;
    }
    let mut out = format!("    {module}::{{\n       ");
    let mut width = 7;
    for name in names {
        if width + name.len() + 2 > 66 {
            out.push_str("\n       ");
            width = 7;
        }
        let _ = write!(out, " {name},");
        width += name.len() + 2;
    }
    out.push_str("\n    },\n");
    out
}
