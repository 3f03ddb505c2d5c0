//! What is told of an API beside what it does.

use serde::Serialize;

/// Version, date and whom to ask; each only where the spec says it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct About {
    /// The version that is described, as the vendor calls it.
    pub version: Option<String>,
    /// The day of that version, or of the pages: `2026-01-31`.
    pub date: Option<String>,
    /// Whom to ask about the API: a name, an address of e-mail or of the web.
    pub contact: Option<String>,
    /// Where the description is kept, an address of the web.
    pub repository: Option<String>,
}

impl About {
    /// What is said, each with its name, in order.
    pub fn told(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("Version", &self.version),
            ("Date", &self.date),
            ("Contact", &self.contact),
            ("Repository", &self.repository),
        ];
        let said = all.into_iter();
        said.filter_map(|(name, text)| Some((name, text.as_deref()?)))
            .collect()
    }
}
