//! Texts that stand for bytes.

use base64::{Engine, engine::general_purpose::STANDARD};

/// Whether a text is Base64 as RFC 4648 §4 has it: the standard alphabet, padded, without line ends.
///
/// ```
/// use stipula_rules::base64::is_base64;
///
/// assert!(is_base64("") && is_base64("Zg==") && is_base64("Zm9v"));
/// assert!(!is_base64("Zg") && !is_base64("Zg=") && !is_base64("Zm9v\n") && !is_base64("_w=="));
/// ```
pub fn is_base64(text: &str) -> bool {
    STANDARD.decode(text).is_ok()
}
