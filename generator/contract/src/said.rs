//! How sentences name the fields of a request, which may travel in several places.

use super::{Field, Location, Object};

impl Object {
    /// Whether its fields travel in more than one place.
    pub fn is_apart(&self) -> bool {
        let mut fields = self.fields.iter().map(|it| it.location);
        let first = fields.next();
        fields.any(|it| Some(it) != first)
    }

    /// How sentences name a field of it that is no plain member of the body: by its place, such as
    /// `header X-Version`, where its fields travel in several.
    pub fn said(&self, field: &Field) -> Option<String> {
        match field.location {
            Location::Body => None,
            Location::Payload => Some(Location::Body.word().to_owned()),
            place if self.is_apart() => Some(format!("{} {}", place.word(), field.sent_name())),
            Location::Path | Location::Query | Location::Header | Location::Status => {
                field.sent_as.clone()
            }
        }
    }
}
