//! The API as a whole.

use serde::Serialize;

use super::{
    About, Answer, BodyForm, Credential, CredentialId, Encrypted, Evidence, Field, FieldId,
    Location, Named, Notification, NotificationId, NotificationProof, Operation, OperationId,
    Outcome, Overrides, Quirk, ResultCode, Scalar, Scheme, SchemeId, Sealed, SealedWay, Source,
    Type, TypeId, TypeKind, TypeRef, sealed,
};

/// Everything the emitters read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Api {
    /// Name of the API: `a-z`, `0-9` and `-`.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// What the API is, in Markdown.
    pub doc: String,
    /// Version, date and whom to ask.
    pub about: About,
    /// Names of the client in single languages.
    pub names: Overrides,
    /// What an empty text in a body means.
    pub empty: Empty,
    /// Hosts, in order.
    pub environments: Vec<Environment>,
    /// Where an answer says how it went.
    pub outcome: Option<Outcome>,
    /// Ways in which messages prove who sent them; the first is that of operations that name none.
    pub schemes: Vec<Scheme>,
    /// What the builder of a client is given by name.
    pub credentials: Vec<Credential>,
    /// Content type of the body of a request.
    pub content_type: String,
    /// Headers that may hold a trace id, first found wins.
    pub trace_headers: Vec<String>,
    /// How bodies are encrypted; only beside a signature.
    pub encryption: Option<Encryption>,
    /// How members are sealed, if some are.
    pub sealed: Option<Sealed>,
    /// How members of requests are encrypted, if some are.
    pub encrypted: Option<Encrypted>,
    /// Where it was read how members are sealed and encrypted.
    pub sealing: Evidence,
    /// Documented headers.
    pub headers: Vec<Header>,
    /// Parameters of the query that every request carries.
    pub queries: Vec<FixedQuery>,
    /// Named types that an operation reaches, by id.
    pub types: Vec<Type>,
    /// Operations, in order.
    pub operations: Vec<Operation>,
    /// What the vendor calls us with, in order.
    pub notifications: Vec<Notification>,
    /// Result codes every operation may answer with.
    pub errors: Vec<ResultCode>,
    /// Pages the spec rests on.
    pub sources: Vec<Source>,
    /// Where the spec departs from a page, and why.
    pub quirks: Vec<Quirk>,
}

impl Api {
    /// The type with this id.
    pub fn type_(&self, id: TypeId) -> &Type {
        &self.types[id.0]
    }

    /// Whether a member with this value counts as absent.
    pub fn counts_as_absent(&self, value: &serde_json::Value) -> bool {
        value.is_null() || (self.empty == Empty::Absent && value.as_str() == Some(""))
    }

    /// The name that the spec has for something.
    pub fn name_of(&self, it: Named) -> &str {
        match it {
            Named::Api => &self.name,
            Named::Type(id) => &self.type_(id).name,
            Named::Field(id) => self.field(id).map_or("", |it| &it.wire),
            Named::Value(id, at) => {
                let values = self.type_(id).enum_().map_or(&[][..], |it| &it.values);
                values.get(at).map_or("", |it| &it.wire)
            }
            Named::Operation(id) => &self.operation(id).name,
            Named::Context(id, at) => {
                let fields = self.operation(id).context.iter().flat_map(|it| &it.fields);
                fields
                    .skip(at)
                    .map(|it| it.name.as_str())
                    .next()
                    .unwrap_or("")
            }
            Named::Scenario(id, at) => {
                let scenarios = &self.operation(id).scenarios;
                scenarios.get(at).map_or("", |it| &it.name)
            }
            Named::Scheme(id) => &self.scheme(id).name,
            Named::Credential(id) => &self.credential(id).name,
            Named::Notification(id) => &self.notification(id).name,
            Named::Code(id) => self.codes_of(id.of).get(id.at).map_or("", |it| &it.code),
        }
    }

    /// Headers that every request carries, each with its text.
    pub fn fixed_headers(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.headers.iter();
        all.filter_map(|it| Some((it.name.as_str(), it.value.as_deref()?)))
    }

    /// Parameters of the query that every request carries, each with its text.
    pub fn fixed_queries(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.queries.iter();
        all.map(|it| (it.name.as_str(), it.value.as_str()))
    }

    /// The parameters that every request carries, as an operation has them: none where its address comes
    /// from an answer, which has said all of it.
    pub fn queries_of(&self, operation: &Operation) -> &[FixedQuery] {
        if operation.hosts.is_empty() {
            &self.queries
        } else {
            &[]
        }
    }

    /// The codes of an operation, or those that every operation may answer with.
    fn codes_of(&self, id: Option<OperationId>) -> &[ResultCode] {
        id.map_or(&self.errors, |id| &self.operation(id).errors)
    }

    /// The field with this id; none when its type is no object.
    pub fn field(&self, id: FieldId) -> Option<&Field> {
        self.type_(id.of).object()?.fields.get(id.at)
    }

    /// The scheme with this id.
    pub fn scheme(&self, id: SchemeId) -> &Scheme {
        &self.schemes[id.0]
    }

    /// The credential with this id.
    pub fn credential(&self, id: CredentialId) -> &Credential {
        &self.credentials[id.0]
    }

    /// The kind of notification with this id.
    pub fn notification(&self, id: NotificationId) -> &Notification {
        &self.notifications[id.0]
    }

    /// The schemes that requests can be proven by; the others prove notifications only.
    pub fn schemes_of_requests(&self) -> impl Iterator<Item = &Scheme> {
        self.schemes.iter().filter(|it| it.proves_requests())
    }

    /// The credentials that a client is given; the others are for whoever receives notifications.
    pub fn credentials_of_client(&self) -> impl Iterator<Item = &Credential> {
        let only_received = |it: &&Credential| {
            let mut schemes = self.schemes_of_requests();
            let mut hosts = self.environments.iter();
            let of_client = schemes.any(|scheme| scheme.credentials().contains(&it.id))
                || hosts.any(|host| host.url.contains(&format!("{{{}}}", it.name)))
                || self.opens_answers_with(it.id);
            !of_client && self.receives(it.id)
        };
        let all = self.credentials.iter();
        all.filter(move |it| !only_received(it))
    }

    /// Whether whoever receives notifications needs a credential.
    pub fn receives(&self, id: CredentialId) -> bool {
        let mut all = self.notifications.iter();
        let opens = self.sealed.as_ref().is_some_and(|it| it.key == id);
        all.any(|it| {
            let proves = it.proof.credentials(&self.schemes).contains(&id);
            proves || (opens && !self.sealed_in(&it.body).is_empty())
        })
    }

    /// The sealed members of what an answer or a notification holds.
    pub fn sealed_in(&self, body: &Answer) -> Vec<SealedWay> {
        sealed::sealed_in(&self.types, &body.items())
    }

    /// The members of a request that are encrypted.
    pub fn encrypted_in(&self, request: TypeId) -> Vec<SealedWay> {
        sealed::encrypted(&self.types, request)
    }

    /// Whether a client opens answers with a credential.
    fn opens_answers_with(&self, id: CredentialId) -> bool {
        let opens = self.sealed.as_ref().is_some_and(|it| it.key == id);
        let mut all = self.operations.iter();
        opens && all.any(|it| !self.sealed_in(&it.answer).is_empty())
    }

    /// How a notification proves who sent it, in sentences.
    pub fn told_of_proof(&self, it: &Notification) -> String {
        it.proof.told(&self.schemes, &self.credentials)
    }

    /// The notifications that are signed by a scheme.
    pub fn notifications_by(&self, id: SchemeId) -> impl Iterator<Item = &Notification> {
        let all = self.notifications.iter();
        all.filter(move |it| it.proof == NotificationProof::Scheme(id))
    }

    /// Whether the request of an operation is JSON in the body, and nothing else.
    pub fn is_plain(&self, operation: &Operation) -> bool {
        let object = self.type_(operation.request).object();
        let mut fields = object.into_iter().flat_map(|it| &it.fields);
        let is_in_body = |it: &Field| it.location == Location::Body;
        operation.body == BodyForm::Json && fields.all(is_in_body)
    }

    /// Whether a value of the type is a file, can be one, or is a list of such.
    pub fn holds_file(&self, ty: &TypeRef) -> bool {
        match ty {
            TypeRef::Scalar(it) => *it == Scalar::File,
            TypeRef::List(of) => self.holds_file(&of.ty),
            TypeRef::Any(id) => match &self.type_(*id).kind {
                TypeKind::Any(any) => {
                    let mut shapes = any.shapes.iter();
                    shapes.any(|it| it.item.ty == TypeRef::Scalar(Scalar::File))
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// The operation with this id.
    pub fn operation(&self, id: OperationId) -> &Operation {
        &self.operations[id.0]
    }

    /// The operations whose request this type is.
    pub fn requested_by(&self, id: TypeId) -> impl Iterator<Item = &Operation> {
        self.operations.iter().filter(move |it| it.request == id)
    }
}

/// What `""` and `null` mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Empty {
    /// They count as absent.
    Absent,
    /// `""` is a value.
    Value,
}

/// One host.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Environment {
    /// Name, such as `production`.
    pub name: String,
    /// Base address without a trailing slash.
    pub url: String,
    /// What it is for.
    pub doc: String,
    /// Where it was read.
    pub evidence: Evidence,
}

/// Encrypted bodies.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Encryption {
    /// Header with the wrapped key.
    pub header: String,
    /// Name of the algorithm in the header.
    pub algorithm: String,
    /// Cipher, padding and key wrap.
    pub profile: EncryptionProfile,
    /// Key version unless configured.
    pub key_version: u32,
    /// Content type of an encrypted request.
    pub content_type: String,
    /// Where it was read.
    pub evidence: Evidence,
}

/// Cipher, padding and key wrap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum EncryptionProfile {
    /// AES in ECB mode with PKCS#7 padding, its key wrapped with RSA PKCS#1 v1.5.
    RsaAesEcbPkcs1,
}

/// A documented header.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Header {
    /// Name as written.
    pub name: String,
    /// Sent with requests.
    pub in_request: bool,
    /// Comes with answers.
    pub in_response: bool,
    /// When it is there.
    pub need: HeaderNeed,
    /// The text that every request carries in it; none where something else says what it holds.
    pub value: Option<String>,
    /// A value from the page.
    pub sample: Option<String>,
    /// What it holds.
    pub doc: String,
    /// Where it was read.
    pub evidence: Evidence,
}

/// A parameter of the query that every request carries with one text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FixedQuery {
    /// Name on the wire.
    pub name: String,
    /// Its text.
    pub value: String,
    /// What it says.
    pub doc: String,
    /// Where it was read.
    pub evidence: Evidence,
}

/// When a header is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum HeaderNeed {
    /// Always.
    Required,
    /// When the text says.
    When(String),
    /// Perhaps.
    Optional,
}
