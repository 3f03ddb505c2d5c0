//! A signature as written.

use super::{
    super::{Keys, keys},
    WHAT,
};
use crate::{diag::Sink, yaml::Text};

/// A signature as written.
#[derive(Debug)]
pub struct RawSignature {
    /// Header names by key: client, request time, response time, signature.
    pub headers: [Option<Text>; 4],
    /// Template.
    pub string_to_sign: Option<Text>,
    /// Written algorithm.
    pub algorithm: Option<Text>,
    /// Read algorithms.
    pub algorithm_aliases: Vec<Text>,
    /// Refused algorithms with reasons.
    pub refused: Vec<(Text, Text)>,
    /// Key version.
    pub key_version: Option<u32>,
    /// Statuses that may come unsigned.
    pub accept_unsigned: Vec<Text>,
}

pub(super) fn read(keys: &Keys<'_>, sink: &mut Sink) -> RawSignature {
    let header = |name: &str, sink: &mut Sink| keys.required(name, WHAT, sink);
    RawSignature {
        headers: [
            header("client_header", sink),
            header("request_time_header", sink),
            header("response_time_header", sink),
            header("signature_header", sink),
        ],
        string_to_sign: keys.required("string_to_sign", WHAT, sink),
        algorithm: keys.required("algorithm", WHAT, sink),
        algorithm_aliases: keys.texts("algorithm_aliases", sink),
        refused: keys
            .map("refused", sink)
            .iter()
            .filter_map(|(name, node)| Some((name.clone(), keys::text(node, "a reason", sink)?)))
            .collect(),
        key_version: keys
            .get("key_version")
            .and_then(|node| keys::integer(node, "`key_version`", sink)),
        accept_unsigned: keys.texts("accept_unsigned", sink),
    }
}
