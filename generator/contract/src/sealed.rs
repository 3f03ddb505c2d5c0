//! Members that travel sealed.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Credential, CredentialId, Field, Item, Scalar, Type, TypeId, TypeKind, TypeRef};

/// How members of answers and notifications are sealed: AES-256 in GCM.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sealed {
    /// The credential that is the key.
    pub key: CredentialId,
    /// Member with the sealed text.
    pub text: String,
    /// Member with the nonce.
    pub nonce: String,
    /// Member with what is authenticated beside the text.
    pub beside: Option<String>,
    /// Member with the name of the algorithm, and that name.
    pub algorithm: Option<(String, String)>,
}

impl Sealed {
    /// For people.
    pub fn told(&self, credentials: &[Credential]) -> String {
        let mut told = vec![format!(
            "A sealed member is an object: `{}` has the text by AES-256 in GCM with its code, in base64, \
             under the credential `{}`, a text of 32 bytes; `{}` has the nonce of 12 bytes.",
            self.text, credentials[self.key.0].name, self.nonce
        )];
        let beside = self.beside.iter();
        told.extend(beside.map(|it| format!("`{it}` is authenticated beside it.")));
        let algorithm = self.algorithm.iter();
        told.extend(algorithm.map(|(member, name)| format!("`{member}` is `{name}`.")));
        told.join(" ")
    }

    /// Its members, in order.
    pub fn members(&self) -> Vec<&str> {
        let algorithm = self.algorithm.iter().map(|(member, _)| member.as_str());
        let always = [self.text.as_str(), self.nonce.as_str()];
        algorithm
            .chain(always)
            .chain(self.beside.as_deref())
            .collect()
    }
}

/// How members of requests are encrypted under a key of the vendor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Encrypted {
    /// Padding.
    pub padding: Oaep,
    /// Header with the id of the key.
    pub key_header: String,
}

/// Padding of RSA.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Oaep {
    /// OAEP with SHA-1.
    Sha1,
    /// OAEP with SHA-256.
    Sha256,
}

impl Oaep {
    /// Each with its word of the language.
    pub const WORDS: [(&'static str, Self); 2] = [
        ("rsa_oaep_sha1", Self::Sha1),
        ("rsa_oaep_sha256", Self::Sha256),
    ];
}

impl Encrypted {
    /// For people.
    pub fn told(&self) -> String {
        let hash = match self.padding {
            Oaep::Sha1 => "SHA-1",
            Oaep::Sha256 => "SHA-256",
        };
        format!(
            "An encrypted member of a request is its text by RSA with OAEP and {hash}, in base64, under a \
             public key of the vendor, whose id stands in the header `{}`.",
            self.key_header
        )
    }
}

/// The way from a body to a sealed member.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SealedWay {
    /// Names; `*` stands for each item of a list or value of a map.
    pub steps: Vec<String>,
    /// What is inside is a text as it is, not JSON.
    pub is_text: bool,
}

/// The sealed members of what messages hold.
pub fn sealed_in(types: &[Type], items: &[Item]) -> Vec<SealedWay> {
    let mut walk = Walk {
        types,
        open: Vec::new(),
        found: BTreeSet::new(),
        is_it: |it| it.sealed,
    };
    for item in items {
        walk.item(item, &[]);
    }
    walk.found.into_iter().collect()
}

/// The encrypted members of a request.
pub(super) fn encrypted(types: &[Type], request: TypeId) -> Vec<SealedWay> {
    let mut walk = Walk {
        types,
        open: Vec::new(),
        found: BTreeSet::new(),
        is_it: |it| it.encrypted,
    };
    walk.type_(request, &[]);
    walk.found.into_iter().collect()
}

struct Walk<'a> {
    types: &'a [Type],
    /// Types around the current place.
    open: Vec<TypeId>,
    found: BTreeSet<SealedWay>,
    /// Which members are looked for.
    is_it: fn(&Field) -> bool,
}

impl Walk<'_> {
    fn item(&mut self, item: &Item, at: &[String]) {
        match &item.ty {
            TypeRef::Object(id) | TypeRef::Union(id) | TypeRef::Any(id) => self.type_(*id, at),
            TypeRef::List(of) | TypeRef::Map { of, .. } => {
                self.item(of, &[at, &["*".to_owned()]].concat());
            }
            _ => {}
        }
    }

    fn type_(&mut self, id: TypeId, at: &[String]) {
        if self.open.contains(&id) {
            return;
        }
        self.open.push(id);
        match &self.types[id.0].kind {
            TypeKind::Object(object) => {
                for field in &object.fields {
                    for name in std::iter::once(&field.wire).chain(&field.aliases) {
                        let steps = [at, std::slice::from_ref(name)].concat();
                        if (self.is_it)(field) {
                            let is_text = matches!(
                                field.item.ty,
                                TypeRef::Scalar(Scalar::String | Scalar::Url)
                            );
                            let way = SealedWay {
                                steps: steps.clone(),
                                is_text,
                            };
                            self.found.insert(way);
                        } else {
                            self.item(&field.item, &steps);
                        }
                    }
                }
            }
            TypeKind::Union(union) => {
                for case in &union.cases {
                    self.type_(case.of, at);
                }
            }
            TypeKind::Any(any) => any.shapes.iter().for_each(|it| self.item(&it.item, at)),
            TypeKind::Enum(_) => {}
        }
        self.open.pop();
    }
}
