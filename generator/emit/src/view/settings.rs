//! Settings that hold for every operation, as names with values.

use super::overview::{Encryption, Outcome, Signing};

/// A name with its values.
pub(crate) type Setting = (&'static str, Vec<String>);

impl Signing<'_> {
    /// Headers, algorithm and key; what is not set is left out.
    pub(crate) fn settings(&self) -> Vec<Setting> {
        let it = self.of;
        set([
            ("Client id", one(&it.client_header)),
            ("Time of a request", one(&it.request_time_header)),
            ("Time of a response", one(&it.response_time_header)),
            ("Signature", one(&it.signature_header)),
            ("Content type", one(self.content_type)),
            ("Algorithm", one(&it.algorithm)),
            ("Read as the same", it.algorithm_aliases.clone()),
            ("Key version", one(&it.key_version.to_string())),
            (
                "Statuses that may come unsigned",
                it.accept_unsigned.clone(),
            ),
        ])
    }
}

impl Encryption<'_> {
    /// Header, algorithm and key.
    pub(crate) fn settings(&self) -> Vec<Setting> {
        vec![
            ("Header", one(&self.of.header)),
            ("Algorithm", one(&self.of.algorithm)),
            ("Content type", one(&self.of.content_type)),
            ("Key version", one(&self.of.key_version.to_string())),
        ]
    }
}

impl Outcome<'_> {
    /// Where an answer says it; what is not set is left out.
    pub(crate) fn settings(&self) -> Vec<Setting> {
        set([
            ("Object", self.of.object.clone()),
            ("Code", self.of.code.clone()),
            ("Status", self.of.status.clone()),
            ("Message", self.of.message.clone()),
            (
                "Data",
                self.of.data.iter().map(ToString::to_string).collect(),
            ),
            (
                "Seconds to wait",
                self.of.wait.iter().map(ToString::to_string).collect(),
            ),
            ("You may send it again later", self.of.transient.clone()),
        ])
    }
}

fn one(text: &str) -> Vec<String> {
    vec![text.to_owned()]
}

fn set<const N: usize>(settings: [Setting; N]) -> Vec<Setting> {
    settings.into_iter().filter(|it| !it.1.is_empty()).collect()
}
