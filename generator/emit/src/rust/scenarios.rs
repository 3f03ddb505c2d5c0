//! Scenarios as types: required fields are plain, fields that are not allowed do not exist.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    docs,
    file::{File, FileKind},
    groups::Groups,
    module::Module,
    setters,
    tokens::{doc, doc_with, rust},
    types, unions,
};
use crate::{Model, names::ScenarioNames};
use stipula_contract::{
    Case, Field, Object, Operation, Role, Scenario, ScenarioMember, TypeKind, TypeRef,
};

/// One module for each operation with scenarios; none without any.
pub(super) fn modules(model: &Model, groups: &Groups) -> Vec<Module> {
    let with = model
        .api
        .operations
        .iter()
        .filter(|it| !it.scenarios.is_empty() && groups.has(it));
    let module = |operation: &Operation| {
        let name = model.names.scenario_file(operation.id);
        let doc = format!("Scenarios of `{}`.", operation.name);
        let module = Module::public(name, doc, file(model, operation)?);
        Some(module.only(groups.of(operation)))
    };
    with.filter_map(module).collect()
}

fn file(model: &Model, operation: &Operation) -> Option<String> {
    let body = model.api.type_(operation.request).object()?;
    let mut file = File::new(model, FileKind::Below);
    for (at, scenario) in operation.scenarios.iter().enumerate() {
        let mut writer = Writer {
            request: rust(&file.type_name(operation.request)),
            file: &mut file,
            body,
            scenario,
            names: model.names.scenario(operation.id, at),
        };
        writer.definition();
        writer.conversion();
        writer.options();
    }
    Some(file.into_text())
}

struct Writer<'w, 'a> {
    file: &'w mut File<'a>,
    /// The request that the scenario becomes.
    request: TokenStream,
    body: &'a Object,
    scenario: &'a Scenario,
    names: &'a ScenarioNames,
}

impl<'a> Writer<'_, 'a> {
    /// The members of a role, each with its field.
    fn of(&self, role: &Role) -> Vec<(&'a ScenarioMember, &'a Field)> {
        let (members, fields) = (&self.scenario.members, &self.body.fields);
        // A constant is there from the beginning.
        let asked = members
            .iter()
            .filter(|it| fields[it.field].fixed().is_none());
        let of_role = asked.filter(|it| it.role == *role);
        of_role.map(|it| (it, &fields[it.field])).collect()
    }

    /// The member that holds what is optional.
    fn plain(&self) -> TokenStream {
        rust(&self.names.plain)
    }

    fn names(&self) -> (TokenStream, TokenStream) {
        (rust(&self.names.name), rust(&self.names.options))
    }

    /// The type of a member: the case of a union, when the scenario chooses it.
    fn ty(&mut self, member: &ScenarioMember, field: &Field) -> TokenStream {
        let ty = match &member.case {
            Some(case) => rust(&self.file.type_name(case.of)),
            None => types::written(self.file, &field.item.ty),
        };
        if field.sensitive {
            let sensitive = self.file.foreign("stipula", "Sensitive");
            return quote!(#sensitive<#ty>);
        }
        ty
    }

    fn definition(&mut self) {
        let (name, options) = self.names();
        let needed = self.of(&Role::Needed);
        let mut members = Vec::new();
        for (member, field) in needed {
            let (doc, ty, name) = (
                self.link(field),
                self.ty(member, field),
                rust(self.file.names.field(field.id)),
            );
            members.push(quote!(#doc pub #name: #ty));
        }
        let plain = self.plain();
        let about = doc(&self.about(), 0);
        self.file.add(quote! {
            #about
            #[derive(Debug, Clone, PartialEq)]
            pub struct #name {
                #(#members,)*
                /// Its optional fields.
                pub #plain: #options,
            }
        });
    }

    fn about(&self) -> String {
        let scenario = self.scenario;
        let fixed = scenario.members.iter().filter_map(|it| match &it.role {
            Role::Fixed { .. } => Some(format!("`{}`", self.body.fields[it.field].wire)),
            _ => None,
        });
        let fixed: Vec<String> = fixed.collect();
        let set = match fixed.as_slice() {
            [] => String::new(),
            [one] => format!("{one} is set for you."),
            [first @ .., last] => {
                format!("{} and {last} are set for you.", first.join(", "))
            }
        };
        docs::paragraphs([
            docs::or(&scenario.doc, || {
                format!("The scenario `{}`.", scenario.name)
            }),
            format!(
                "The request when {}. Required fields are fields here, and fields that are not allowed do not exist. {set}",
                scenario.when.english
            ),
        ])
    }

    /// What a member holds, and where its rules are told.
    fn link(&self, field: &Field) -> TokenStream {
        let (request, name) = (&self.request, self.file.names.field(field.id));
        let text = docs::or(&field.doc, || format!("`{}`.", field.wire));
        let request = request.to_string().replace(' ', "");
        let text = docs::period(&text);
        doc_with(&text, &format!("[Rules]({request}::{name})."), 1)
    }

    fn conversion(&mut self) {
        let (name, _) = self.names();
        let request = self.request.clone();
        let mut steps = Vec::new();
        for member in &self.scenario.members {
            let field = &self.body.fields[member.field];
            if field.fixed().is_some() {
                continue;
            }
            let own = rust(self.file.names.field(field.id));
            match &member.role {
                Role::Optional => {}
                Role::Needed => {
                    let value = self.needed(member, field, &quote!(value.#own));
                    steps.push(quote!(request.#own = Some(#value);));
                }
                Role::Fixed { of, value } => {
                    let variant = self.file.names.variant(*of, *value);
                    let value = rust(&format!("{}::{variant}", self.file.type_name(*of)));
                    let value = self.kept(field, value);
                    steps.push(quote!(request.#own = Some(#value);));
                }
            }
        }
        let plain = self.plain();
        let body = if steps.is_empty() {
            quote!(value.#plain.request)
        } else {
            quote! {
                let mut request = value.#plain.request;
                #(#steps)*
                request
            }
        };
        self.file.add(quote! {
            impl From<#name> for #request {
                fn from(value: #name) -> Self {
                    #body
                }
            }
        });
        self.build();
    }

    /// A value that is needed, as the request has it.
    fn needed(
        &mut self,
        member: &ScenarioMember,
        field: &Field,
        value: &TokenStream,
    ) -> TokenStream {
        let Some(case) = &member.case else {
            return value.clone();
        };
        if field.sensitive {
            let case = self.case(case, field, &quote!(#value.0));
            return self.kept(field, case);
        }
        self.case(case, field, value)
    }

    /// The union that a case becomes: by its name where another case holds the same object.
    fn case(&mut self, case: &Case, field: &Field, value: &TokenStream) -> TokenStream {
        match self.named(case, field) {
            Some(variant) => quote!(#variant(#value)),
            None => quote!(#value.into()),
        }
    }

    /// The variant of a case whose object does not tell it.
    fn named(&mut self, case: &Case, field: &Field) -> Option<TokenStream> {
        let id = types::union_in(&field.item.ty)?;
        let TypeKind::Union(union) = &self.file.api.type_(id).kind else {
            return None;
        };
        if unions::is_told_by_object(union, case) {
            return None;
        }
        let (_, by) = union.sibling()?;
        let variant = rust(self.file.variant(by, &case.wire));
        let name = rust(&self.file.type_name(id));
        Some(quote!(#name::#variant))
    }

    /// A value that is never shown, where the field holds one.
    fn kept(&mut self, field: &Field, value: TokenStream) -> TokenStream {
        if field.sensitive {
            let sensitive = self.file.foreign("stipula", "Sensitive");
            return quote!(#sensitive(#value));
        }
        value
    }

    fn build(&mut self) {
        let (name, _) = self.names();
        let request = self.request.clone();
        let violations = self.file.foreign("stipula", "Violations");
        let (context, given) = match setters::context(self.file, self.body) {
            Some(context) => (quote!(context: &#context), quote!(context)),
            None => Default::default(),
        };
        self.file.add(quote! {
            impl #name {
                /// The request, unless it breaks a rule that stops it: then everything found.
                ///
                /// Warnings do not stop it; `check` of the request tells them.
                pub fn build(self, #context) -> Result<#request, #violations> {
                    let request: #request = self.into();
                    request.build(#given)
                }
            }
        });
    }

    fn options(&mut self) {
        let (name, options) = self.names();
        let request = self.request.clone();
        let mut all = Vec::new();
        for (member, field) in self.of(&Role::Optional) {
            all.push(self.setter(member, field));
        }
        let about = doc(&format!("The optional fields of [`{name}`]."), 0);
        self.file.add(quote! {
            #about
            #[derive(Debug, Clone, Default, PartialEq)]
            #[must_use]
            pub struct #options {
                request: #request,
            }

            impl #options {
                /// Nothing besides.
                pub fn new() -> Self {
                    Self::default()
                }

                #(#all)*
            }
        });
    }

    fn setter(&mut self, member: &ScenarioMember, field: &Field) -> TokenStream {
        let setter = rust(self.file.names.setter(field.id));
        let chosen = member.case.as_ref().map(|it| TypeRef::Object(it.of));
        let given = setters::given(self.file, chosen.as_ref().unwrap_or(&field.item.ty));
        let (name, ty) = (given.name, given.ty);
        // The setter of the request takes a case that it can tell.
        let case = member.case.as_ref();
        let value = match case.and_then(|it| self.named(it, field)) {
            Some(variant) => quote!(#variant(#name)),
            None => name.clone(),
        };
        let doc = doc(&format!("Sets `{}`.", field.wire), 1);
        quote! {
            #doc
            pub fn #setter(mut self, #name: #ty) -> Self {
                self.request = self.request.#setter(#value);
                self
            }
        }
    }
}
