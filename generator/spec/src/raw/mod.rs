//! What is written: every key known, every scalar of its kind, nothing linked yet.

mod answer;
mod api;
mod auth;
mod encryption;
mod evidence;
mod field;
mod idempotency;
mod keys;
pub mod language;
mod method;
mod notification;
mod operation;
mod pages;
mod place;
mod redirects;
mod request;
mod sources;
mod tags;
mod todo;
mod types;
mod value_rule;

pub use answer::{RawAnswer, RawStatusAnswer};
pub use api::{RawApi, RawEnvironment, RawHeader, RawOutcome, RawQuery};
pub use auth::{
    RawApiKey, RawBasic, RawCredential, RawOAuth2, RawScheme, RawSchemeKind, RawSignature,
    RawSigned, RawSignedRequest, RawSignedResponse,
};
pub use encryption::{RawEncryption, RawSealed, RawSent};
pub use evidence::RawEvidence;
pub use field::{RawField, RawPresence, RawPresenceRule, RawType, RawTypeKind};
pub use idempotency::{RawIdempotency, RawRepeat, RawRepeatKey};
pub use method::{RawHandedOut, RawMethod};
pub use notification::{RawNotification, RawNotificationProof, RawReply};
pub use operation::{RawCode, RawExample, RawHandedKeys, RawOperation, RawScenario};
pub use pages::{RawPageBy, RawPages};
pub use place::{RawDefaults, RawPlace};
pub use redirects::Redirects;
pub use sources::{RawQuirk, RawSource, RawWaived, RawWaiver};
pub use tags::apply as apply_tags;
pub use todo::report as report_todos;
pub use types::{RawBody, RawEnum, RawEnumValue, RawRule, RawRuleKind, RawTypeDef, RawTypeDefKind};
pub use value_rule::{RawArgument, RawBound, RawConstraint, RawEnd};

use keys::Keys;

use crate::{
    diag::Sink,
    yaml::{Node, Text},
};

/// Sections of all files of one spec, in the order they were read.
#[derive(Debug, Default)]
pub struct RawSpec {
    /// The keys of `api.yaml`.
    pub api: Option<RawApi>,
    /// Named types.
    pub types: Vec<RawTypeDef>,
    /// Operations.
    pub operations: Vec<RawOperation>,
    /// Kinds of notifications.
    pub notifications: Vec<RawNotification>,
    /// Result codes of the API.
    pub errors: Vec<RawCode>,
    /// Quirks.
    pub quirks: Vec<RawQuirk>,
    /// Sources.
    pub sources: Vec<RawSource>,
}

/// Reads one file into the spec. `errors` of an operation's file belong to the operation.
pub fn read_file(spec: &mut RawSpec, node: &Node, sink: &mut Sink) {
    let Node::Map(entries, _) = node else {
        keys::wrong_kind(sink, node, "a mapping", "a spec file");
        return;
    };
    let has = |name: &str| entries.iter().any(|(key, _)| key.value == name);
    let (api, operation) = (has("api"), has("operation"));
    let mapping = match (api, operation) {
        (true, true) => &language::BOTH,
        (true, false) => &language::API_FILE,
        (false, true) => &language::OPERATION_FILE,
        (false, false) => &language::FILE,
    };
    let Some(keys) = Keys::open(node, mapping, sink) else {
        return;
    };
    if api {
        spec.api = Some(api::read(&keys, sink));
    }
    if operation {
        let name = keys.text("operation", sink);
        spec.operations
            .extend(name.map(|name| operation::read(name, &keys, sink)));
    }
    read_sections(spec, &keys, operation, sink);
}

fn read_sections(spec: &mut RawSpec, keys: &Keys<'_>, operation: bool, sink: &mut Sink) {
    for (name, node) in keys.map("types", sink) {
        spec.types.extend(types::read(name, node, sink));
    }
    for (name, node) in keys.map("operations", sink) {
        if let Some(keys) = Keys::open(node, &language::OPERATION, sink) {
            spec.operations
                .push(operation::read(name.clone(), &keys, sink));
        }
    }
    for (name, node) in keys.map("notifications", sink) {
        spec.notifications
            .extend(notification::read(name, node, sink));
    }
    if !operation {
        spec.errors.extend(operation::codes(keys, sink));
    }
    for (name, node) in keys.map("quirks", sink) {
        spec.quirks.extend(sources::quirk(name, node, sink));
    }
    for (name, node) in keys.map("sources", sink) {
        spec.sources.extend(sources::source(name, node, sink));
    }
}

/// The paths a file includes.
pub fn includes(node: &Node, sink: &mut Sink) -> Vec<Text> {
    let Node::Map(entries, _) = node else {
        return Vec::new();
    };
    entries
        .iter()
        .find(|(key, _)| key.value == "include")
        .map_or_else(Vec::new, |(_, node)| keys::texts(node, "`include`", sink))
}
