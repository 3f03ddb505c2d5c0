//! Members that travel sealed: which they are, and how they are opened and sealed.

#[cfg(not(feature = "aws-lc"))]
#[path = "members/off.rs"]
mod aead;
#[cfg(feature = "aws-lc")]
mod aead;
#[cfg(feature = "aws-lc")]
mod oaep;
mod padding;
mod sent;
mod splice;

use std::borrow::Cow;

use serde_json::Value;
#[cfg(feature = "fake")]
use serde_json::{Map, json};

use super::Credential;
use super::auth::Credentials;
use super::problem::{BuildProblemKind, Problems};
use crate::read::{Cursor, is_json};

pub use padding::Oaep;
pub use sent::Encrypted;
pub(super) use sent::{VendorKey, encrypt};

/// The size of a key of AES-256.
const KEY: usize = 32;

/// How members of answers and notifications are sealed: AES-256 in GCM, the text and its code in base64.
///
/// A sealed member is an object, whose members hold the sealed text and the nonce. It is opened before a
/// body is read by its type, so that the type has what is inside.
#[derive(Debug)]
#[non_exhaustive]
pub struct Sealed {
    /// The key: a text of 32 bytes.
    pub key: &'static Credential,
    /// The member with the sealed text.
    pub text: &'static str,
    /// The member with the nonce.
    pub nonce: &'static str,
    /// The member with what is authenticated beside the text.
    pub beside: Option<&'static str>,
    /// The member with the name of the algorithm, and that name.
    pub algorithm: Option<(&'static str, &'static str)>,
}

/// A sealed member: the way to it from the body, and what is inside. `*` stands for each item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealedMember {
    way: &'static [&'static str],
    holds: Holds,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Json,
    Text,
}

impl SealedMember {
    /// One that holds JSON.
    pub const fn json(way: &'static [&'static str]) -> Self {
        let holds = Holds::Json;
        Self { way, holds }
    }

    /// One that holds a text, as it is.
    pub const fn text(way: &'static [&'static str]) -> Self {
        let holds = Holds::Text;
        Self { way, holds }
    }

    /// For people.
    fn pointer(&self) -> String {
        let steps = self.way.iter().flat_map(|it| ["/", it]);
        steps.collect()
    }
}

impl Sealed {
    /// Sealed members under this key, with the names of the members that hold text and nonce.
    pub const fn aes_256_gcm(
        key: &'static Credential,
        text: &'static str,
        nonce: &'static str,
    ) -> Self {
        Self {
            key,
            text,
            nonce,
            beside: None,
            algorithm: None,
        }
    }

    /// Sets the member with what is authenticated beside the text.
    #[must_use]
    pub const fn beside(mut self, member: &'static str) -> Self {
        self.beside = Some(member);
        self
    }

    /// Sets the member with the name of the algorithm, and that name.
    #[must_use]
    pub const fn algorithm(mut self, member: &'static str, name: &'static str) -> Self {
        self.algorithm = Some((member, name));
        self
    }

    /// Tells that the key is missing, or of another size.
    pub(crate) fn require(&self, given: &Credentials, problems: &mut Problems) {
        if !aead::IS_THERE {
            let why = "sealed members need the feature `aws-lc` of `stipula`";
            return problems.push(BuildProblemKind::Encryption, why);
        }
        given.require(self.key, problems);
        let found = given.text(self.key.name()).len();
        if found != KEY && found > 0 {
            let name = self.key.name();
            let why = format!("`{name}` is {found} bytes long, and a key of AES-256 has {KEY}");
            problems.push(BuildProblemKind::Encryption, why);
        }
    }

    /// The JSON with its sealed members opened; the pointer of one that cannot be otherwise.
    pub(crate) fn open<'j>(
        &self,
        json: &'j str,
        members: &[SealedMember],
        credentials: &Credentials,
    ) -> Result<Cow<'j, str>, String> {
        let mut json = Cow::Borrowed(json);
        for member in members {
            let opened = splice::each(&json, member.way, &|raw| {
                let plain = self.opened(raw, credentials)?;
                match member.holds {
                    Holds::Text => Some(Value::String(plain).to_string()),
                    Holds::Json => is_json(&plain).then_some(plain),
                }
            });
            let opened = opened.map_err(|()| member.pointer())?;
            if let Some(opened) = opened {
                json = Cow::Owned(opened);
            }
        }
        Ok(json)
    }

    /// What is inside a sealed member. There is nothing to tell about why there is nothing.
    fn opened(&self, raw: &str, credentials: &Credentials) -> Option<String> {
        let text = |name: &str| {
            let mut cursor = Cursor::new(raw);
            let is_there = cursor.member(name);
            is_there.then(|| serde_json::from_str::<String>(cursor.skip()).ok())?
        };
        if let Some((member, name)) = self.algorithm
            && text(member)? != name
        {
            return None;
        }
        let beside = self.beside.and_then(text).unwrap_or_default();
        let key = credentials.text(self.key.name());
        let plain = aead::open(
            key.as_bytes(),
            text(self.nonce)?.as_bytes(),
            beside.as_bytes(),
            &text(self.text)?,
        )?;
        String::from_utf8(plain).ok()
    }
}

/// The other end.
#[cfg(feature = "fake")]
impl Sealed {
    /// What a fake has as its key.
    pub(crate) const FAKE_KEY: &str = "FAKE0KEY0OF0THIRTY0TWO0BYTES0000";

    /// The JSON with its members sealed that are to be; it is left as it is where that cannot be done.
    pub(crate) fn seal(
        &self,
        json: &str,
        members: &[SealedMember],
        credentials: &Credentials,
        nonce: &str,
    ) -> String {
        let mut json = json.to_owned();
        for member in members {
            let sealed = splice::each(&json, member.way, &|raw| {
                let plain = match member.holds {
                    Holds::Text => serde_json::from_str(raw).ok()?,
                    Holds::Json => raw.to_owned(),
                };
                self.sealed(&plain, credentials, nonce)
            });
            if let Ok(Some(sealed)) = sealed {
                json = sealed;
            }
        }
        json
    }

    fn sealed(&self, plain: &str, credentials: &Credentials, nonce: &str) -> Option<String> {
        let beside = self.beside.map_or("", |_| "fake");
        let key = credentials.text(self.key.name());
        // A nonce is 96 bits long.
        let nonce = nonce.get(..12)?;
        let text = aead::seal(key.as_bytes(), nonce.as_bytes(), beside.as_bytes(), plain)?;
        let mut members = Map::new();
        if let Some((member, name)) = self.algorithm {
            members.insert(member.to_owned(), json!(name));
        }
        members.insert(self.text.to_owned(), json!(text));
        members.insert(self.nonce.to_owned(), json!(nonce));
        if let Some(member) = self.beside {
            members.insert(member.to_owned(), json!(beside));
        }
        Some(Value::Object(members).to_string())
    }
}

/// What a request says in its encrypted members, by the private key of a fake; the pointer of a member that
/// cannot be read otherwise.
#[cfg(feature = "fake")]
pub(crate) fn decrypted(
    json: &str,
    ways: &[&[&str]],
    how: Encrypted,
    pem: &str,
) -> Result<String, String> {
    let mut json = json.to_owned();
    for way in ways {
        let plain = splice::each(&json, way, &|raw| {
            let written: String = serde_json::from_str(raw).ok()?;
            let plain = oaep::decrypt(pem, how.padding, &written)?;
            Some(Value::String(plain).to_string())
        });
        let pointer = || way.iter().flat_map(|it| ["/", it]).collect::<String>();
        if let Some(plain) = plain.map_err(|()| pointer())? {
            json = plain;
        }
    }
    Ok(json)
}
