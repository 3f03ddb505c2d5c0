//! The contract of an API, in no language in particular: correct by construction, in documentation
//! order.
//!
//! Plain data and questions. It knows nothing of YAML, of Rust, of pages or of the disk; an emitter
//! that wants to report a mistake has found a check that is missing where contracts are made.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod about;
mod answer;
mod api;
mod auth;
mod broken;
mod checksum;
mod condition;
mod evidence;
mod field;
mod groups;
mod ids;
mod location;
mod notification;
mod operation;
mod outcome;
mod pages;
pub mod pattern;
mod registry;
mod rule;
mod said;
mod scalar;
mod scenario;
mod sealed;
mod sensitive;
mod types;
mod visit;
mod words;

pub use about::About;
pub use answer::{Answer, StatusAnswer};
pub use api::{
    Api, Empty, Encryption, EncryptionProfile, Environment, FixedQuery, Header, HeaderNeed,
};
pub use auth::{
    ApiKey, Basic, Bearer, CarriedIn, Carrier, Credential, OAuth2, Piece, Purpose, Scheme,
    SchemeKind, Secrecy, SecretPlace, Signature, SignatureEncoding, Signed, SignedAnswer, SignedBy,
    TimeForm,
};
pub use broken::{Test, all, at_least, operands_given, place};
pub use checksum::checksum;
pub use condition::{Base, Bounds, Condition, Kind, Moment, Place, Step, Value};
pub use evidence::{Evidence, Quirk, Source};
pub use field::{Field, Item, TypeRef};
pub use groups::NeededBy;
pub use ids::{
    CodeId, CredentialId, FieldId, Named, NotificationId, OperationId, Overrides, SchemeId, TypeId,
};
pub use location::{BodyForm, Lists, Location, Nested, Style};
pub use notification::{Notification, NotificationProof, Reply, ReplyBody};
pub use operation::{
    Body, Context, ContextField, Example, HandedKeys, HttpMethod, Idempotency, Operation, Repeat,
    RepeatKey,
};
pub use outcome::{ClassOfResult, Outcome, OutcomeBy, ResultCode, Way};
pub use pages::{PageBy, Pages};
pub use registry::{Around, Good, Keyword, fits};
pub use rule::{Argument, Demand, End, Group, Part, Rule, Severity, ValueDemand, reads};
pub use scalar::{Facts as ScalarFacts, SAMPLES, Scalar, Wire};
pub use scenario::{Need, NeedRow, Role, Scenario, ScenarioMember};
pub use sealed::{Encrypted, Oaep, Sealed, SealedWay, sealed_in};
pub use types::{
    AnyOf, Case, Choice, Constant, Enum, EnumOf, EnumValue, JsonKind, Module, Needed, Object,
    Shape, Type, TypeKind, Union,
};
pub use visit::Found;
pub use words::{demand, english};
