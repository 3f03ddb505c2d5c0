//! Answers that were compressed on the way.

use std::io::Read;

use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, HeaderMap, HeaderValue};

use super::too_large;
use crate::client::{TransportError, TransportErrorKind};

/// Says what is understood, unless the request says so itself.
pub(in crate::client) fn ask(headers: &mut HeaderMap) {
    let entry = headers.entry(ACCEPT_ENCODING);
    entry.or_insert(HeaderValue::from_static("gzip, br"));
}

/// The answer as it was before it was compressed. The limit is that of both.
pub(in crate::client) fn decoded(
    answer: http::Response<Vec<u8>>,
    limit: usize,
) -> Result<http::Response<Vec<u8>>, TransportError> {
    let (mut head, mut body) = answer.into_parts();
    let Some(codings) = codings(&head.headers).filter(|_| !body.is_empty()) else {
        return Ok(http::Response::from_parts(head, body));
    };
    for coding in codings.into_iter().rev() {
        body = coding.read(&body, limit)?;
    }
    // Both speak of bytes that nobody sees any more.
    head.headers.remove(CONTENT_ENCODING);
    head.headers.remove(CONTENT_LENGTH);
    Ok(http::Response::from_parts(head, body))
}

#[derive(Clone, Copy)]
enum Coding {
    Gzip,
    Brotli,
}

/// The codings in the order of their use; none where one of them is unknown, or there is none.
fn codings(headers: &HeaderMap) -> Option<Vec<Coding>> {
    let mut found = Vec::new();
    for value in headers.get_all(CONTENT_ENCODING) {
        for name in value.to_str().ok()?.split(',') {
            match name.trim().to_ascii_lowercase().as_str() {
                "gzip" | "x-gzip" => found.push(Coding::Gzip),
                "br" => found.push(Coding::Brotli),
                "identity" | "" => {}
                _ => return None,
            }
        }
    }
    Some(found).filter(|found| !found.is_empty())
}

impl Coding {
    fn read(self, body: &[u8], limit: usize) -> Result<Vec<u8>, TransportError> {
        match self {
            Self::Gzip => all(flate2::read::MultiGzDecoder::new(body), limit),
            Self::Brotli => all(brotli_decompressor::Decompressor::new(body, 4096), limit),
        }
    }
}

fn all(from: impl Read, limit: usize) -> Result<Vec<u8>, TransportError> {
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let mut whole = Vec::new();
    let read = from.take(most).read_to_end(&mut whole);
    read.map_err(|error| {
        let message = "the answer cannot be decompressed";
        TransportError::new(TransportErrorKind::Other, message).with_source(error)
    })?;
    if whole.len() > limit {
        return Err(too_large(limit));
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut to = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        to.write_all(text).unwrap();
        to.finish().unwrap()
    }

    /// `hello, hello, hello` by the reference encoder.
    const BROTLI: &[u8] = &[
        0x1b, 0x12, 0x00, 0xf8, 0x8d, 0x94, 0x6e, 0xde, 0x44, 0x09, 0x52, 0x86, 0x96, 0x6c, 0x2c,
        0x6f, 0x11, 0x4f, 0x24, 0xd0, 0x71, 0x00,
    ];

    fn told(encoding: &str, body: Vec<u8>, limit: usize) -> String {
        let answer = http::Response::builder().header(CONTENT_ENCODING, encoding);
        match decoded(answer.body(body).unwrap(), limit) {
            Ok(answer) => {
                let left = answer.headers().contains_key(CONTENT_ENCODING);
                format!("{left} {}", String::from_utf8_lossy(answer.body()))
            }
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn the_limit_is_that_of_the_text() {
        let text = "x".repeat(10_000);
        let small = gzip(text.as_bytes());
        assert!(small.len() < 100);
        assert_eq!(told("gzip", small.clone(), 10_000), format!("false {text}"));
        let told_of = told("GZip", small, 9_999);
        assert_eq!(told_of, "the answer is larger than 9999 bytes");
    }

    #[test]
    fn codings_are_undone_in_turn_and_others_left() {
        assert_eq!(told("gzip, x-gzip", gzip(&gzip(b"a")), 99), "false a");
        assert_eq!(told("identity", b"a".to_vec(), 99), "true a");
        assert_eq!(told("zstd", b"a".to_vec(), 99), "true a");
        assert_eq!(told("gzip", Vec::new(), 99), "true ");
        let odd = "the answer cannot be decompressed";
        assert_eq!(told("gzip", b"a".to_vec(), 99), odd);
        assert_eq!(told("br", gzip(b"a"), 99), odd);
        let mut cut = gzip(b"a text of some length");
        cut.truncate(cut.len() - 4);
        assert_eq!(told("gzip", cut, 99), odd);
    }

    #[test]
    fn brotli_is_read() {
        let told = told("br", BROTLI.to_vec(), 99);
        assert_eq!(told, "false hello, hello, hello");
    }
}
