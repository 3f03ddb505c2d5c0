//! Pages that lead through a task. Each is there for APIs that have it, and has some of the sections
//! that hold for every operation.

use serde::Serialize;

use crate::{
    Model,
    view::link::{Anchor, Section},
};

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guide {
    Quickstart,
    Authentication,
    Errors,
    Idempotency,
    Environments,
    Download,
}

/// A page as menus show it.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Entry {
    title: &'static str,
    href: &'static str,
    about: &'static str,
}

impl Guide {
    const ALL: [Self; 6] = [
        Self::Quickstart,
        Self::Authentication,
        Self::Errors,
        Self::Idempotency,
        Self::Environments,
        Self::Download,
    ];

    /// The pages of an API, in order.
    pub(super) fn of(api: &Model) -> impl Iterator<Item = Self> {
        let is_there = |it: &Self| match it {
            Self::Quickstart => !api.operations.is_empty(),
            Self::Authentication => !api.schemes.is_empty() || !api.credentials.is_empty(),
            Self::Errors => api.outcome.is_some(),
            Self::Idempotency => api.operations.iter().any(|it| it.idempotency.is_some()),
            Self::Environments => !api.environments.is_empty(),
            Self::Download => true,
        };
        Self::ALL.into_iter().filter(is_there)
    }

    /// The page that has a section which holds for every operation; none where the overview has it.
    pub(super) const fn with(at: &Anchor<'_>) -> Option<Self> {
        Some(match at {
            Anchor::Section(Section::Signing | Section::Authentication) | Anchor::Credential(_) => {
                Self::Authentication
            }
            Anchor::Section(Section::Environments) | Anchor::Environment(_) => Self::Environments,
            Anchor::Section(Section::Outcome) => Self::Errors,
            _ => return None,
        })
    }

    /// Its file, below the folder of the site.
    pub(super) const fn file(self) -> &'static str {
        match self {
            Self::Quickstart => "quickstart.html",
            Self::Authentication => "authentication.html",
            Self::Errors => "errors.html",
            Self::Idempotency => "idempotency.html",
            Self::Environments => "environments.html",
            Self::Download => "download.html",
        }
    }

    /// Its heading.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Quickstart => "Quickstart",
            Self::Authentication => "Authentication",
            Self::Errors => "Errors and retries",
            Self::Idempotency => "Idempotency",
            Self::Environments => "Environments",
            Self::Download => "Download",
        }
    }

    /// What it is for, in a line.
    pub(super) const fn about(self) -> &'static str {
        match self {
            Self::Quickstart => "From your keys to a call that is accepted, step by step",
            Self::Authentication => "How a request proves who sent it, with a worked example",
            Self::Errors => "How a call went, and when to retry it",
            Self::Idempotency => "What happens when you send a request twice",
            Self::Environments => "Where to send requests, and where to test",
            Self::Download => "OpenAPI document, JSON Schemas and Markdown, for other tools",
        }
    }

    /// What people look for who want it.
    pub(super) const fn ask(self) -> &'static str {
        match self {
            Self::Quickstart => {
                "Quick start, getting started, tutorial: the first call that is accepted, step by step"
            }
            Self::Authentication => {
                "How to authenticate: a worked example of key, string to sign and signature; private key format, credentials, headers"
            }
            Self::Errors => {
                "How errors are told and when to retry: timeout, unknown outcome, repeat, wait"
            }
            Self::Idempotency => {
                "What happens if a request is sent twice: repeat, same request, duplicate, idempotent, idempotency key"
            }
            Self::Environments => "Hosts, base addresses, where to test",
            Self::Download => {
                "Download the OpenAPI document (Swagger), JSON Schema of requests, Markdown, llms.txt"
            }
        }
    }

    /// As menus show it.
    pub(super) const fn entry(self) -> Entry {
        Entry {
            title: self.title(),
            href: self.file(),
            about: self.about(),
        }
    }
}
