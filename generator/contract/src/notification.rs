//! Notifications: what the vendor calls us with.

use serde::Serialize;

use super::{
    Answer, Condition, Credential, CredentialId, Evidence, NotificationId, Overrides, Scheme,
    SchemeId, SchemeKind,
};

/// One kind of notification.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Notification {
    /// Its id.
    pub id: NotificationId,
    /// Its name in the spec.
    pub name: String,
    /// Names in single languages.
    pub names: Overrides,
    /// One line.
    pub summary: String,
    /// More, in Markdown; may be empty.
    pub doc: String,
    /// How it proves who sent it.
    pub proof: NotificationProof,
    /// What of a body tells that it is this kind; none where there is no other.
    pub when: Option<Condition>,
    /// What it holds: JSON, which is read as an answer is.
    pub body: Answer,
    /// What the vendor expects to be answered.
    pub reply: Reply,
    /// Where it was read.
    pub evidence: Evidence,
}

/// How a notification proves who sent it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum NotificationProof {
    /// Nothing does, as the spec says in so many words.
    None,
    /// It is signed as the answers of this scheme are.
    Scheme(SchemeId),
    /// A header holds a secret that both sides know.
    Secret {
        /// Name of the header.
        header: String,
        /// What it holds.
        is: CredentialId,
    },
}

/// What is answered to a notification that was taken.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reply {
    /// HTTP status.
    pub http: u16,
    /// Body.
    pub body: ReplyBody,
}

/// The body of a [`Reply`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum ReplyBody {
    /// None.
    Nothing,
    /// JSON.
    Json(serde_json::Value),
    /// A text.
    Text(String),
}

impl NotificationProof {
    /// The credentials that whoever receives it needs for that.
    pub fn credentials(&self, schemes: &[Scheme]) -> Vec<CredentialId> {
        match self {
            Self::None => Vec::new(),
            Self::Scheme(id) => schemes[id.0].credentials_of_answers(),
            Self::Secret { is, .. } => vec![*is],
        }
    }

    /// How a notification proves who sent it, in sentences.
    pub(super) fn told(&self, schemes: &[Scheme], credentials: &[Credential]) -> String {
        match self {
            Self::None => "Nothing proves who sent it.".to_owned(),
            Self::Secret { header, is } => {
                let is = &credentials[is.0].name;
                format!("The header `{header}` holds the credential `{is}`.")
            }
            Self::Scheme(id) => {
                let scheme = &schemes[id.0];
                let signed = match &scheme.kind {
                    SchemeKind::Signed(it) => it.of_notifications(credentials),
                    _ => None,
                };
                let like_answers = || format!("It is signed as answers are, by `{}`.", scheme.name);
                signed.unwrap_or_else(like_answers)
            }
        }
    }
}

impl Reply {
    /// For people: "HTTP status 204, without a body".
    pub fn words(&self) -> String {
        let status = self.http;
        match &self.body {
            ReplyBody::Nothing => format!("HTTP status {status}, without a body"),
            ReplyBody::Json(json) => format!("HTTP status {status}, with the JSON `{json}`"),
            ReplyBody::Text(text) => format!("HTTP status {status}, with the text `{text}`"),
        }
    }
}
