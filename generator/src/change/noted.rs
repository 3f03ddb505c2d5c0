//! Changes as notes of a release keep them.

use stipula_change::{Bump, Change, Row};
use stipula_facts::{Noted, Part, Release};

/// The notes of a release.
pub fn release(version: &str, date: &str, changes: &[Change]) -> Release {
    Release {
        version: version.to_owned(),
        date: date.to_owned(),
        changes: changes
            .iter()
            .filter(|it| it.bump() > Bump::None)
            .map(noted)
            .collect(),
    }
}

fn noted(it: &Change) -> Noted {
    Noted {
        fingerprint: it.fingerprint(),
        row: it.row.id().to_owned(),
        part: part(it.row),
        at: it.place.clone(),
        what: it.what.clone(),
        bump: it.bump().word().to_owned(),
        urgency: it.urgency().number(),
        origin: it.origin.word().to_owned(),
    }
}

/// Which part of the notes tells a kind of change.
const fn part(row: Row) -> Part {
    match row {
        Row::OperationAdded
        | Row::HostAdded
        | Row::PagesAdded
        | Row::OptionalAdded
        | Row::RequiredAdded
        | Row::ConditionalAdded
        | Row::AnswerMemberAdded
        | Row::GuaranteedAdded
        | Row::ValueAdded
        | Row::AnswerValueAdded
        | Row::CaseAdded
        | Row::KeyAdded
        | Row::HeaderFilled
        | Row::HeaderToGive
        | Row::CodeAdded
        | Row::ScenarioAdded
        | Row::NotificationAdded => Part::Added,
        Row::OperationGoneUpstream
        | Row::OperationRemoved
        | Row::HostRemoved
        | Row::PagesRemoved
        | Row::MemberRemoved
        | Row::AnswerMemberRemoved
        | Row::ValueRemoved
        | Row::AnswerValueRemoved
        | Row::CaseRemoved
        | Row::CredentialGone
        | Row::CodeRemoved
        | Row::ScenarioRemoved
        | Row::NotificationRemoved => Part::Removed,
        Row::Deprecated => Part::Deprecated,
        Row::Described | Row::EvidenceChanged | Row::OrderChanged | Row::CodeMessage => {
            Part::Documentation
        }
        _ => Part::Changed,
    }
}
