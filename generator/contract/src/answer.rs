//! What a successful answer of an operation holds.

use serde::Serialize;

use super::{Item, TypeId, TypeRef};

/// What a successful answer holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Answer {
    /// JSON: an object that belongs to this operation alone.
    Own(TypeId),
    /// JSON of a type that is declared elsewhere, or of none that has a name.
    Json(Item),
    /// A text, as it comes.
    Text,
    /// Bytes, as they come.
    Bytes,
    /// Nothing that anybody needs.
    Nothing,
    /// What the HTTP status says.
    ByStatus(Vec<StatusAnswer>),
}

/// What an answer with one HTTP status of success holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatusAnswer {
    /// The status.
    pub status: u16,
    /// The same as a text.
    pub text: String,
    /// What it holds: no object of the operation's own, and nothing by status again.
    pub answer: Answer,
}

impl Answer {
    /// What it holds by status; none where that is the same for each.
    pub fn by_status(&self) -> &[StatusAnswer] {
        match self {
            Self::ByStatus(all) => all,
            _ => &[],
        }
    }

    /// What an answer with this status holds; without one, that with the first.
    pub fn at(&self, status: Option<u16>) -> &Self {
        let mut all = self.by_status().iter();
        let found = match status {
            Some(status) => all.find(|it| it.status == status),
            None => all.next(),
        };
        found.map_or(self, |it| &it.answer)
    }

    /// The object that belongs to the operation alone.
    pub const fn own(&self) -> Option<TypeId> {
        match self {
            Self::Own(id) => Some(*id),
            _ => None,
        }
    }

    /// The object that it is, under whatever name.
    pub const fn object(&self) -> Option<TypeId> {
        match self {
            Self::Own(id) => Some(*id),
            Self::Json(item) => match item.ty {
                TypeRef::Object(id) => Some(id),
                _ => None,
            },
            Self::Text | Self::Bytes | Self::Nothing | Self::ByStatus(_) => None,
        }
    }

    /// The type that it is, or that it is a list or a map of.
    pub fn innermost(&self) -> Option<TypeId> {
        match self {
            Self::Own(id) => Some(*id),
            Self::Json(item) => item.object(),
            Self::Text | Self::Bytes | Self::Nothing | Self::ByStatus(_) => None,
        }
    }

    /// What it is as a type; none of a body that is not JSON.
    pub fn item(&self) -> Option<Item> {
        match self {
            Self::Own(id) => Some(Item {
                ty: TypeRef::Object(*id),
                rules: Vec::new(),
            }),
            Self::Json(item) => Some(item.clone()),
            Self::Text | Self::Bytes | Self::Nothing | Self::ByStatus(_) => None,
        }
    }

    /// What it is as types, whatever its status.
    pub fn items(&self) -> Vec<Item> {
        let by_status = self.by_status().iter().filter_map(|it| it.answer.item());
        self.item().into_iter().chain(by_status).collect()
    }
}
