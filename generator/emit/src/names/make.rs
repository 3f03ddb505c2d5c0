//! Makes the table, one namespace after the other.

mod notifications;

use stipula_contract::{
    Api, Enum, EnumOf, Module, Named, Object, Operation, OperationId, Overrides, Type, TypeId,
    TypeKind, Union,
};

use self::notifications::kind;
use super::{
    Finding, Names, OperationNames, Problem, ScenarioNames, TypeNames,
    case::{self, clearer},
    namespace::{Holder, Namespace},
    outside, own,
    spaces::Spaces,
};

/// The language, as overrides name it.
const RUST: &str = "rust";

const OVERRIDE: &str = "give one of them a name of its own with `rust:`";
const OWN_NAME: &str = "give it a name of its own with `rust:`";

pub(super) fn names(api: &Api) -> Result<Names, Vec<Finding>> {
    let mut maker = Maker {
        api,
        found: Vec::new(),
    };
    let (schemes, credentials) = maker.constants();
    let types = maker.types();
    let names = Names {
        crate_: maker.crate_(),
        known_types: types.iter().map(|it| it.name.clone()).collect(),
        types,
        schemes,
        credentials,
        operations: maker.operations(),
        codes: maker.codes(None),
        notifications: maker.notifications(),
    };
    maker.contexts(&names);
    // Operations whose bodies have one name were told of already.
    let is_body = |it: Named| matches!(it, Named::Type(id) if api.operations.iter().any(|of| of.request == id || of.answer.own() == Some(id)));
    let is_told = |it: &Finding| is_body(it.at) && it.other.is_some_and(is_body);
    maker.found.retain(|it| !is_told(it));
    outside::check(api, &names, &mut maker.found);
    if maker.found.is_empty() {
        Ok(names)
    } else {
        Err(maker.found)
    }
}

struct Maker<'a> {
    api: &'a Api,
    found: Vec<Finding>,
}

impl Maker<'_> {
    /// The crate: beside those that it depends on.
    fn crate_(&mut self) -> String {
        let api = self.api;
        let name = self.given_or(Named::Api, &api.names, || {
            let made = case::snake(&api.name);
            let plain = made.trim_start_matches("r#");
            if plain == made && !own::CRATES.contains(&plain) {
                return made;
            }
            format!("{plain}_client")
        });
        if own::CRATES.contains(&name.as_str()) {
            self.found.push(Finding {
                problem: Problem::Taken,
                at: Named::Api,
                message: format!("the crate would be `{name}`, as one that it depends on"),
                other: None,
                help: "give it another name with `crate:`",
            });
        }
        name
    }

    /// The name that the spec gives, or one that is made.
    fn given_or(
        &mut self,
        it: Named,
        overrides: &Overrides,
        made: impl FnOnce() -> String,
    ) -> String {
        let (name, said) = match overrides.get(RUST) {
            Some(given) => (
                case::guarded(given.trim_start_matches("r#").to_owned()),
                given.to_owned(),
            ),
            None => (made(), self.api.name_of(it).to_owned()),
        };
        self.check(it, &name, &said);
        name
    }

    /// Reports a name that is no identifier.
    fn check(&mut self, at: Named, name: &str, said: &str) {
        if case::is_identifier(name) {
            return;
        }
        self.found.push(Finding {
            problem: Problem::NotAnIdentifier,
            at,
            message: format!("`{said}` is not a Rust identifier"),
            other: None,
            help: "use letters, digits and `_`, with a letter or `_` at the start",
        });
    }

    /// Takes a name in a namespace, or reports who has it.
    fn claim(&mut self, space: &mut Namespace, name: &str, at: Named, help: Help) {
        let Err(holder) = space.claim(name, at) else {
            return;
        };
        let own = self.api.name_of(at);
        let (message, other, help) = match holder {
            Holder::Client => (
                format!("`{own}` would be `{name}` in Rust, which the client uses itself"),
                None,
                help.alone,
            ),
            Holder::Other(other) => (
                format!(
                    "`{}` and `{own}` would both be `{name}` in Rust",
                    self.api.name_of(other)
                ),
                Some(other),
                help.both,
            ),
        };
        self.found.push(Finding {
            problem: Problem::Taken,
            at,
            message,
            other,
            help,
        });
    }

    fn types(&mut self) -> Vec<TypeNames> {
        let mut spaces = Spaces::default();
        let types = &self.api.types;
        let mut all: Vec<_> = types.iter().map(|it| self.type_(it, &mut spaces)).collect();
        // No spec can rename a union, so it takes what the others leave. It has the variants of
        // the enum that chooses its case.
        for type_ in types {
            if let TypeKind::Union(union) = &type_.kind
                && let Some((_, by)) = union.sibling()
            {
                let names = of_union(type_, &mut spaces);
                all[type_.id.0] = names;
                self.cases(union, by, &all[by.0]);
            }
        }
        for type_ in types {
            let names = &mut all[type_.id.0];
            names.file = spaces.file(type_, &names.name);
        }
        all
    }

    fn type_(&mut self, type_: &Type, spaces: &mut Spaces) -> TypeNames {
        let (members, setters, extra) = match &type_.kind {
            TypeKind::Object(object) => self.fields(object, type_),
            TypeKind::Enum(it) => (self.values(type_.id, it), Vec::new(), String::new()),
            TypeKind::Union(union) if union.tag().is_some() => {
                let cases = union.cases.iter().map(|it| it.wire.as_str());
                (self.variants(type_.id, cases), Vec::new(), String::new())
            }
            TypeKind::Union(_) => return TypeNames::default(),
            TypeKind::Any(any) => {
                let shapes = any.shapes.iter().map(|it| it.name.as_str());
                (self.variants(type_.id, shapes), Vec::new(), String::new())
            }
        };
        let name = self.type_name(type_);
        let named = Named::Type(type_.id);
        // Files of bodies import enums.
        let modules: &[Module] = match type_.module {
            Module::Enums => &[Module::Enums, Module::Request, Module::Response],
            Module::Request => &[Module::Request],
            Module::Response => &[Module::Response],
        };
        let found = self.found.len();
        for module in modules {
            if self.found.len() == found {
                self.claim(spaces.of(*module), &name, named, RENAME_TYPE);
            }
        }
        TypeNames {
            name,
            file: String::new(),
            members,
            setters,
            extra,
        }
    }

    fn values(&mut self, id: TypeId, it: &Enum) -> Vec<String> {
        let mut space = Namespace::new(own::VARIANTS);
        let mut variants = Vec::new();
        for (at, value) in it.values.iter().enumerate() {
            let named = Named::Value(id, at);
            let name = self.given_or(named, &value.names, || match it.of {
                EnumOf::Text => case::camel(&value.wire),
                EnumOf::Integer => case::number(&value.wire),
            });
            self.claim(&mut space, &name, named, VALUE);
            variants.push(name);
        }
        variants
    }

    /// A body is called after its operation, so that a name of the operation is one of the body.
    fn type_name(&mut self, type_: &Type) -> String {
        let of = |id: TypeId, role: &str| {
            let mut all = self.api.operations.iter();
            let operation = all.find(|it| match role {
                "Request" => it.request == id,
                _ => it.answer.own() == Some(id),
            })?;
            Some(format!("{}{role}", base(operation)))
        };
        let received = || {
            let mut all = self.api.notifications.iter();
            let it = all.find(|it| it.body.own() == Some(type_.id))?;
            Some(format!("{}Notification", kind(it)))
        };
        let body = of(type_.id, "Request").or_else(|| of(type_.id, "Response"));
        let body = body.or_else(received);
        let name = body.unwrap_or_else(|| case::camel(&type_.name));
        self.check(Named::Type(type_.id), &name, &type_.name);
        name
    }

    /// Names of fields, of setters, and of the member for the rest of an answer.
    fn fields(&mut self, object: &Object, type_: &Type) -> (Vec<String>, Vec<String>, String) {
        let mut space = Namespace::new(&[]);
        let mut names = Vec::new();
        for field in &object.fields {
            let named = Named::Field(field.id);
            let name = self.given_or(named, &field.names, || case::snake(&field.wire));
            self.claim(&mut space, &name, named, FIELD);
            names.push(name);
        }
        if type_.module != Module::Request {
            let extra = space.first_free("extra", "extra_members", Named::Type(type_.id));
            return (names, Vec::new(), extra);
        }
        let mut setters = Vec::new();
        for (field, name) in object.fields.iter().zip(&names) {
            let setter = setter(name);
            // Another field may be called as this setter.
            if setter != *name {
                self.claim(&mut space, &setter, Named::Field(field.id), FIELD);
            }
            setters.push(setter);
            if field.clears {
                self.claim(&mut space, &clearer(name), Named::Field(field.id), FIELD);
            }
        }
        (names, setters, String::new())
    }

    /// The variants of a choice that no enum names.
    fn variants<'n>(&mut self, id: TypeId, all: impl Iterator<Item = &'n str>) -> Vec<String> {
        let mut space = Namespace::new(own::SHAPES);
        let mut variants = Vec::new();
        for said in all {
            let name = case::camel(said);
            self.check(Named::Type(id), &name, said);
            self.claim(&mut space, &name, Named::Type(id), VARIANT);
            variants.push(name);
        }
        variants
    }

    fn cases(&mut self, union: &Union, by_type: TypeId, by: &TypeNames) {
        let values = self
            .api
            .type_(by_type)
            .enum_()
            .map_or(&[][..], |it| &it.values);
        for case in &union.cases {
            let Some(at) = values.iter().position(|it| it.wire == case.wire) else {
                continue;
            };
            let mut space = Namespace::new(own::CASES);
            let named = Named::Value(by_type, at);
            self.claim(&mut space, &by.members[at], named, VALUE);
        }
    }

    fn operations(&mut self) -> Vec<OperationNames> {
        let mut methods = Namespace::new(own::METHODS);
        let [mut constants, mut codes, mut files] = [own::OPERATIONS, &[], &[]].map(Namespace::new);
        let mut all = Vec::new();
        for operation in &self.api.operations {
            let named = Named::Operation(operation.id);
            let made = || case::snake(&operation.name);
            let method = self.given_or(named, &operation.names, made);
            let found = self.found.len();
            self.claim(&mut methods, &method, named, FIELD);
            let mut names = self.operation(operation, method);
            // One name less is one finding, however many names are made of it.
            for (space, name) in [
                (&mut constants, &names.constant),
                (&mut codes, &names.codes_type),
            ] {
                if self.found.len() == found {
                    self.claim(space, name, named, FIELD);
                }
            }
            names.file = files.first_free(&names.file, &format!("{}_", names.file), named);
            all.push(names);
        }
        all
    }

    fn operation(&mut self, operation: &Operation, method: String) -> OperationNames {
        let base = base(operation);
        let mut space = Namespace::new(&[]);
        let fields = operation.context.iter().flat_map(|it| &it.fields);
        let mut context_fields = Vec::new();
        for (at, field) in fields.enumerate() {
            let (named, name) = (Named::Context(operation.id, at), case::snake(&field.name));
            self.check(named, &name, &field.name);
            self.claim(&mut space, &name, named, RENAME);
            context_fields.push(name);
        }
        OperationNames {
            file: case::file(method.trim_start_matches("r#")),
            method,
            constant: case::constant(&base),
            context: format!("{base}Context"),
            context_fields,
            codes_type: format!("{base}Code"),
            answer: format!("{base}Answer"),
            codes: self.codes(Some(operation.id)),
            scenarios: self.scenarios(operation),
        }
    }

    /// Schemes and credentials stand beside the constant of the API.
    fn constants(&mut self) -> (Vec<String>, Vec<String>) {
        let mut space = Namespace::new(own::CONSTANTS);
        let mut schemes = Vec::new();
        for scheme in &self.api.schemes {
            let (place, name) = (Named::Scheme(scheme.id), case::constant(&scheme.name));
            self.check(place, &name, &scheme.name);
            self.claim(&mut space, &name, place, RENAME);
            schemes.push(name);
        }
        let mut credentials = Vec::new();
        for it in &self.api.credentials {
            let place = Named::Credential(it.id);
            let name = self.given_or(place, &it.names, || case::constant(&it.name));
            self.claim(&mut space, &name, place, FIELD);
            credentials.push(name);
        }
        (schemes, credentials)
    }

    /// Contexts stand beside the types of requests.
    fn contexts(&mut self, names: &Names) {
        let mut space = Namespace::new(&[]);
        for type_ in &self.api.types {
            if type_.module == Module::Request {
                // Two types of one name were reported.
                let _ = space.claim(names.type_(type_.id), Named::Type(type_.id));
            }
        }
        for operation in self.api.operations.iter().filter(|it| it.context.is_some()) {
            let named = Named::Operation(operation.id);
            self.claim(&mut space, names.context(operation.id), named, FIELD);
        }
    }

    /// The own codes of an operation, which stand beside those of the API; or those of the API.
    fn codes(&mut self, of: Option<OperationId>) -> Vec<String> {
        let own = of.map_or(&self.api.errors, |id| &self.api.operation(id).errors);
        let mut space = Namespace::new(own::VARIANTS);
        let mut all = Vec::new();
        for code in own {
            let named = Named::Code(code.id);
            let name = self.given_or(named, &code.names, || case::camel(&code.code));
            self.claim(&mut space, &name, named, VALUE);
            all.push(name);
        }
        if of.is_some() {
            for code in &self.api.errors {
                if own.iter().all(|it| it.code != code.code) {
                    let given = code.names.get(RUST).map(str::to_owned);
                    let name = given.unwrap_or_else(|| case::camel(&code.code));
                    self.claim(&mut space, &name, Named::Code(code.id), VALUE);
                }
            }
        }
        all
    }

    /// The member of scenarios that holds what is optional.
    fn plain(&self, operation: &Operation) -> String {
        let mut space = Namespace::new(&[]);
        let object = self.api.type_(operation.request).object();
        for field in object.iter().flat_map(|it| &it.fields) {
            let given = field.names.get(RUST).map(str::to_owned);
            let name = given.unwrap_or_else(|| case::snake(&field.wire));
            // Two fields of one name were reported.
            let _ = space.claim(&name, Named::Field(field.id));
        }
        space.first_free("options", "other_options", Named::Operation(operation.id))
    }

    fn scenarios(&mut self, operation: &Operation) -> Vec<ScenarioNames> {
        let mut space = Namespace::new(own::SCENARIOS);
        let plain = self.plain(operation);
        let mut all = Vec::new();
        for (at, scenario) in operation.scenarios.iter().enumerate() {
            let named = Named::Scenario(operation.id, at);
            let name = case::camel(&scenario.name);
            self.check(named, &name, &scenario.name);
            let options = format!("{name}Options");
            for name in [&name, &options] {
                self.claim(&mut space, name, named, RENAME_SCENARIO);
            }
            all.push(ScenarioNames {
                name,
                options,
                plain: plain.clone(),
            });
        }
        all
    }
}

fn of_union(type_: &Type, spaces: &mut Spaces) -> TypeNames {
    let made = case::camel(&type_.name);
    let (space, named) = (spaces.of(type_.module), Named::Type(type_.id));
    TypeNames {
        name: space.first_free(&made, &format!("{made}Choice"), named),
        ..TypeNames::default()
    }
}

/// What to do when generated code has a name, or something else of the spec.
#[derive(Clone, Copy)]
struct Help {
    alone: &'static str,
    both: &'static str,
}

const FIELD: Help = Help {
    alone: OWN_NAME,
    both: OVERRIDE,
};
const VALUE: Help = Help {
    alone: "give it a name of its own: `{ doc: …, rust: Name }`",
    both: "give one of them a name of its own: `{ doc: …, rust: Name }`",
};
const RENAME: Help = Help {
    alone: "rename it",
    both: "rename one of them",
};
/// Of a shape or a case, which is called after its type or tag.
const VARIANT: Help = Help {
    alone: "rename the type that it is called after",
    both: "give one of the two another name",
};
const RENAME_TYPE: Help = Help {
    alone: "rename the type",
    both: "rename one of them",
};
const RENAME_SCENARIO: Help = Help {
    alone: "rename the scenario",
    both: "rename one of the scenarios",
};

/// What the types of an operation begin with.
fn base(operation: &Operation) -> String {
    case::camel(operation.names.get(RUST).unwrap_or(&operation.name))
}

/// The setter of a field.
fn setter(field: &str) -> String {
    let plain = field.trim_start_matches("r#");
    if own::SETTERS.contains(&plain) {
        format!("with_{plain}")
    } else {
        field.to_owned()
    }
}
