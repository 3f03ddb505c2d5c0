//! The signature of a call, made by `openssl` in lines of a shell.

use std::fmt::Write as _;

use stipula_contract::{
    Api, BodyForm, Operation, Piece, Scheme, SchemeKind, Signature, SignatureEncoding, Signed,
    SignedBy, TimeForm,
};

use super::quoted;

/// What is signed, and how; the same for both ways in which a spec says it.
pub(crate) struct Recipe<'a> {
    pub(crate) algorithm: SignedBy,
    /// The variable of the shared secret, of an algorithm that has one.
    pub(crate) secret: Option<String>,
    pub(crate) text: &'a [Piece],
    pub(crate) time: TimeForm,
    /// The variable that holds the time.
    pub(crate) time_name: &'static str,
    pub(crate) encoding: SignatureEncoding,
    /// Whether the signature is percent-encoded once it is written.
    pub(crate) is_escaped: bool,
    pieces: Vec<&'a Piece>,
}

impl<'a> Recipe<'a> {
    /// How a scheme signs requests; nothing where it does not.
    pub(crate) fn of(api: &Api, scheme: &'a Scheme) -> Option<Self> {
        match &scheme.kind {
            SchemeKind::Signature(it) => Some(Self::short(it)),
            SchemeKind::Signed(it) if !it.headers.is_empty() => Some(Self::templates(api, it)),
            _ => None,
        }
    }

    fn short(it: &'a Signature) -> Self {
        Self {
            algorithm: SignedBy::RsaSha256,
            secret: None,
            text: &it.string_to_sign,
            time: TimeForm::Rfc3339,
            time_name: "REQUEST_TIME",
            encoding: SignatureEncoding::Base64,
            is_escaped: true,
            // Its headers carry both, whatever the text has.
            pieces: [&Piece::Time, &Piece::ClientId]
                .into_iter()
                .chain(&it.string_to_sign)
                .collect(),
        }
    }

    fn templates(api: &Api, it: &'a Signed) -> Self {
        let headers = it.headers.iter().flat_map(|(_, pieces)| pieces);
        Self {
            algorithm: it.algorithm,
            secret: it.key.map(|id| api.credentials[id.0].variable()),
            text: &it.text,
            time: it.time,
            time_name: "TIME",
            encoding: it.encoding,
            is_escaped: false,
            pieces: it.text.iter().chain(headers).collect(),
        }
    }

    fn has(&self, piece: &Piece) -> bool {
        self.pieces.contains(&piece)
    }

    /// Whether whoever calls has a key of its own, or shares a secret.
    pub(crate) fn key_word(&self) -> &'static str {
        match self.secret {
            Some(_) => "shared",
            None => "own",
        }
    }

    /// The variables that whoever calls sets first.
    pub(crate) fn given(&self, api: &Api) -> Vec<String> {
        let given = self.pieces.iter().filter_map(|it| match it {
            Piece::Credential(id) => Some(api.credentials[id.0].variable()),
            Piece::ClientId => Some("$CLIENT_ID".to_owned()),
            Piece::KeyId => Some("$KEY_ID".to_owned()),
            _ => None,
        });
        let mut all: Vec<String> = Vec::new();
        for it in given.chain(self.secret.clone()) {
            if !all.contains(&it) {
                all.push(it);
            }
        }
        all
    }

    /// The lines that set `$SIGNATURE` and what stands beside it. `address` is one word of a shell.
    /// Nothing where the bytes of the body are not known before they are sent.
    pub(super) fn lines(&self, api: &Api, of: &Operation, address: &str) -> Option<String> {
        let is_unknown = matches!(of.body, BodyForm::Multipart | BodyForm::Bytes);
        if is_unknown && self.pieces.iter().any(|it| it.is_of_body()) {
            return None;
        }
        let place = Place::of(address)?;
        let mut lines = String::new();
        let given = self.given(api).join(", ");
        let key = if self.secret.is_some() {
            ""
        } else {
            "private.pem is your private key."
        };
        let _ = match given.as_str() {
            "" => writeln!(lines, "# {key}"),
            given if key.is_empty() => writeln!(lines, "# Set {given} first."),
            given => writeln!(lines, "# Set {given} first; {key}"),
        };
        self.beside(&mut lines);
        lines += &self.signature(api, of, &place);
        Some(lines)
    }

    /// Times, nonces and digests.
    fn beside(&self, lines: &mut String) {
        let time = match self.time {
            TimeForm::Rfc3339 => "$(date -u +%Y-%m-%dT%H:%M:%SZ)",
            TimeForm::UnixSeconds => "$(date +%s)",
            TimeForm::UnixMillis => "$(date +%s)000",
        };
        let body = "$(printf %s \"${BODY-}\" | openssl dgst -sha256";
        let all = [
            (Piece::Time, format!("{}={time}", self.time_name)),
            (Piece::Nonce, "NONCE=$(openssl rand -hex 16)".to_owned()),
            (
                Piece::BodyDigest,
                format!("BODY_DIGEST={body} -r | cut -d ' ' -f 1)"),
            ),
            (
                Piece::BodyDigestBase64,
                format!("BODY_DIGEST_BASE64={body} -binary | openssl base64 -A)"),
            ),
        ];
        for (_, line) in all.iter().filter(|(piece, _)| self.has(piece)) {
            let _ = writeln!(lines, "{line}");
        }
    }

    fn signature(&self, api: &Api, of: &Operation, place: &Place) -> String {
        let (mut format, mut words) = (String::new(), Vec::new());
        for piece in self.text {
            let word = match piece {
                Piece::Text(text) => {
                    format += &escaped(text);
                    continue;
                }
                Piece::Method => {
                    format += of.method.as_str();
                    continue;
                }
                Piece::Body if of.body == BodyForm::None => continue,
                Piece::PathAndQuery => place.whole.clone(),
                Piece::Path => place.path.clone(),
                Piece::Query => place.query.clone(),
                Piece::SortedQuery => place.sorted(),
                Piece::Time => format!("\"${}\"", self.time_name),
                Piece::ClientId => "\"$CLIENT_ID\"".to_owned(),
                it => format!("\"{}\"", it.variable(&api.credentials)),
            };
            format += "%s";
            words.push(word);
        }
        let words = words.join(" ");
        let text = format!("printf {} {words}", quoted(&format));
        let text = text.trim_end();
        let mut write = match self.encoding {
            SignatureEncoding::Base64 => "openssl base64 -A",
            SignatureEncoding::Base64Url => "openssl base64 -A | tr '+/' '-_' | tr -d '='",
            SignatureEncoding::Hex => "od -An -v -tx1 | tr -d ' \\n'",
        }
        .to_owned();
        if self.is_escaped {
            write += " | sed 's/+/%2B/g; s/\\//%2F/g; s/=/%3D/g'";
        }
        if self.algorithm == SignedBy::Ed25519 {
            return format!(
                "{text} >text.bin\nSIGNATURE=$(openssl pkeyutl -sign -rawin -inkey private.pem -in text.bin |\n  {write})\n"
            );
        }
        let sign = match self.algorithm {
            SignedBy::HmacSha256 => format!("-sha256 -binary -hmac \"{}\"", self.secret()),
            SignedBy::HmacSha512 => format!("-sha512 -binary -hmac \"{}\"", self.secret()),
            SignedBy::RsaPssSha256 => {
                "-sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32 -sign private.pem"
                    .to_owned()
            }
            SignedBy::RsaSha256 | SignedBy::EcdsaP256Sha256 | SignedBy::Ed25519 => {
                "-sha256 -sign private.pem".to_owned()
            }
        };
        format!("SIGNATURE=$({text} |\n  openssl dgst {sign} |\n  {write})\n")
    }

    fn secret(&self) -> &str {
        self.secret.as_deref().unwrap_or_default()
    }
}

/// The command that makes a pair of keys; nothing where both sides share a secret.
pub(crate) const fn key_pair(algorithm: SignedBy) -> Option<&'static str> {
    Some(match algorithm {
        SignedBy::RsaSha256 | SignedBy::RsaPssSha256 => {
            "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem"
        }
        SignedBy::Ed25519 => "openssl genpkey -algorithm ED25519 -out private.pem",
        SignedBy::EcdsaP256Sha256 => {
            "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out private.pem"
        }
        SignedBy::HmacSha256 | SignedBy::HmacSha512 => return None,
    })
}

/// What of an address is signed, as words of a shell.
struct Place {
    whole: String,
    path: String,
    query: String,
}

impl Place {
    /// Takes the host off. Nothing where a credential is a part of it.
    fn of(address: &str) -> Option<Self> {
        let rest = address.strip_prefix('\'')?;
        let from = match rest.split_once("://") {
            Some((scheme, after)) if !scheme.contains(['"', '\'', '/']) => {
                let end = after.find(['/', '\''])?;
                scheme.len() + 3 + end
            }
            _ => 0,
        };
        let rest = &rest[from..];
        if from > 0 && !rest.starts_with('/') {
            return None;
        }
        let whole = format!("'{rest}");
        let (path, query) = match whole.split_once('?') {
            Some((path, query)) => (format!("{path}'"), format!("'{query}")),
            None => (whole.clone(), "''".to_owned()),
        };
        Some(Self { whole, path, query })
    }

    /// The query with its parameters in order.
    fn sorted(&self) -> String {
        let mut all: Vec<&str> = self.query.trim_matches('\'').split('&').collect();
        all.sort_unstable();
        format!("'{}'", all.join("&"))
    }
}

/// A text as `printf` takes it.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "%%")
        .replace('\n', "\\n")
        .replace('\r', "\\r")
        .replace('\t', "\\t")
}

#[cfg(test)]
mod tests {
    use super::{Place, escaped};

    #[test]
    fn host_is_no_part_of_what_is_signed() {
        let place = Place::of("'https://a.example/v1/'\"$ID\"'/x?b=2&a=1'").expect("a path");
        assert_eq!(place.whole, "'/v1/'\"$ID\"'/x?b=2&a=1'");
        assert_eq!(place.path, "'/v1/'\"$ID\"'/x'");
        assert_eq!(place.query, "'b=2&a=1'");
        assert_eq!(place.sorted(), "'a=1&b=2'");
        assert!(Place::of("'https://'\"$ID\"'.example/x'").is_none());
        assert_eq!(Place::of("'/x'").expect("a path").query, "''");
    }

    #[test]
    fn printf_takes_a_text_as_it_is() {
        assert_eq!(escaped("a%b\\n\n"), "a%%b\\\\n\\n");
    }
}
