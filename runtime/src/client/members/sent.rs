//! Members of requests that are encrypted under the vendor's key.

use super::padding::Oaep;
use super::splice;

/// How members of requests are encrypted: each with RSA under a public key of the vendor, in base64.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Encrypted {
    /// The padding.
    pub padding: Oaep,
    /// The header with the id of the vendor's key.
    pub key_header: &'static str,
}

impl Encrypted {
    /// Members that are encrypted so; this header says under which key.
    pub const fn new(padding: Oaep, key_header: &'static str) -> Self {
        Self {
            padding,
            key_header,
        }
    }
}

/// What encrypts members: a key of the vendor, with its id.
pub(in crate::client) struct VendorKey {
    pub(in crate::client) id: String,
    #[cfg(feature = "aws-lc")]
    pub(in crate::client) key: crate::client::PublicKey,
}

impl VendorKey {
    #[cfg(feature = "aws-lc")]
    fn encrypt(&self, padding: Oaep, plain: &str) -> Option<String> {
        super::oaep::encrypt(&self.key, padding, plain)
    }

    #[cfg(not(feature = "aws-lc"))]
    #[allow(clippy::unused_self, reason = "with the feature there is a key")]
    fn encrypt(&self, _: Oaep, _: &str) -> Option<String> {
        None
    }
}

/// The JSON of a request with the members at these ways encrypted; the pointer of one that cannot be
/// otherwise.
pub(in crate::client) fn encrypt(
    json: &str,
    ways: &[&[&str]],
    how: Encrypted,
    key: &VendorKey,
) -> Result<String, String> {
    let mut json = json.to_owned();
    for way in ways {
        let encrypted = splice::each(&json, way, &|raw| {
            let plain: String = serde_json::from_str(raw).ok()?;
            let written = key.encrypt(how.padding, &plain)?;
            Some(serde_json::Value::String(written).to_string())
        });
        let pointer = || way.iter().flat_map(|it| ["/", it]).collect::<String>();
        if let Some(encrypted) = encrypted.map_err(|()| pointer())? {
            json = encrypted;
        }
    }
    Ok(json)
}
