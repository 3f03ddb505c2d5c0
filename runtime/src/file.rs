//! Files, as they travel in multipart bodies.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::SerializeStruct};

use crate::read::{Fit, Member, Members, Mismatch, Reader, Slot};

/// A file to send: its bytes, with a name and a content type.
///
/// It is a part of a multipart body. Where a request is written as JSON, for instance for
/// `stipula validate`, a file is an object with `name`, `content_type` and, in Base64, `bytes`.
///
/// `Debug` shows how many bytes there are, and neither them nor the name.
///
/// ```
/// use stipula::File;
///
/// let photo = File::new("cat.png", *b"\x89PNG").with_content_type("image/png");
/// assert_eq!(photo.name(), "cat.png");
/// assert_eq!(format!("{photo:?}"), "File(4 bytes)");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct File {
    name: String,
    content_type: String,
    bytes: Vec<u8>,
}

/// What is said of bytes of which nobody says anything.
const UNKNOWN: &str = "application/octet-stream";

impl File {
    /// Bytes under a file name. The content type is `application/octet-stream` until
    /// [`with_content_type`](Self::with_content_type) says another.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            content_type: UNKNOWN.to_owned(),
            bytes: bytes.into(),
        }
    }

    /// Sets the content type, such as `image/png`. One with a line break or another control character
    /// is not sent: the call fails with an error of encoding.
    #[must_use]
    pub fn with_content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = content_type.into();
        self
    }

    /// The file name that the server is told.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The content type.
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "File({} bytes)", self.bytes.len())
    }
}

impl Serialize for File {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut made = serializer.serialize_struct("File", 3)?;
        made.serialize_field("name", &self.name)?;
        made.serialize_field("content_type", &self.content_type)?;
        made.serialize_field("bytes", &STANDARD.encode(&self.bytes))?;
        made.end()
    }
}

impl Slot for File {
    fn vacant() -> Self {
        Self::new("", [])
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        const MEMBERS: Members = Members::new(&[
            Member::new("name"),
            Member::new("content_type"),
            Member::new("bytes"),
        ])
        .empty_is_value();
        let (mut name, mut bytes) = (String::new(), String::new());
        let mut content_type: Option<String> = None;
        from.object(
            &MEMBERS,
            &mut [&mut name, &mut content_type, &mut bytes],
            None,
        )?;
        // The reason of the decoder is left out: it quotes the text.
        let bytes = STANDARD.decode(bytes);
        let bytes = bytes.map_err(|_| Mismatch::new("`bytes` in Base64", "another text"))?;
        *self = Self {
            name,
            content_type: content_type.unwrap_or_else(|| UNKNOWN.to_owned()),
            bytes,
        };
        Ok(())
    }
}

impl<'de> Deserialize<'de> for File {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::read::deserialize_request(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_and_back() {
        let file = File::new("a \"b\".txt", *b"foo").with_content_type("text/plain");
        let json = serde_json::to_string(&file).unwrap();
        assert_eq!(
            json,
            r#"{"name":"a \"b\".txt","content_type":"text/plain","bytes":"Zm9v"}"#
        );
        assert_eq!(serde_json::from_str::<File>(&json).unwrap(), file);
        let short = r#"{"name":"x","bytes":""}"#;
        assert_eq!(
            serde_json::from_str::<File>(short).unwrap(),
            File::new("x", [])
        );
    }

    #[test]
    fn what_is_no_file_is_told_without_values() {
        for (json, told) in [
            (
                r#"{"name":"secret","bytes":"secret!"}"#,
                "expected `bytes` in Base64, found another text",
            ),
            (
                r#"{"bytes":"Zm9v"}"#,
                "`/name`: expected a text, found nothing",
            ),
            (r#""secret""#, "expected an object, found a text"),
        ] {
            let error = crate::read::request::<File>(json.as_bytes()).unwrap_err();
            assert!(!error.to_string().contains("secret"));
            assert_eq!(error.to_string(), told);
        }
    }

    #[test]
    fn debug_shows_neither_bytes_nor_name() {
        let file = File::new("secret", *b"secret");
        assert_eq!(format!("{file:?}"), "File(6 bytes)");
    }
}
