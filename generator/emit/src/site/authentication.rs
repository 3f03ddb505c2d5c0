//! The page of authentication: what a request carries, how that is made, and an example of it.

use serde::Serialize;
use serde_json::Value as Any;

use crate::view::{
    link::Anchor,
    overview::{Carried, Credential, Overview, Proof, Signing},
    prose::Prose,
};

use super::{
    guides::Guide,
    html::{inline, script_json},
    page::{Chip, Page, anchor},
    proving::Worked,
    rows::{Part, Row},
};

#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    signing: Option<SigningPart<'a>>,
    credentials: Vec<Row<'a>>,
    carried: Vec<CarriedPart<'a>>,
    /// The same for a request that is made up.
    worked: Option<Worked>,
    /// What a script needs to make that request; `null` without one.
    data: String,
}

#[derive(Debug, Serialize)]
struct SigningPart<'a> {
    text: String,
    /// The steps from the text to the signature.
    steps: [String; 3],
    /// What the header holds.
    holds: String,
    part: Part,
    refused: &'a [(String, String)],
}

#[derive(Debug, Serialize)]
struct CarriedPart<'a> {
    name: &'a str,
    proofs: Vec<ProofRow<'a>>,
    answers: String,
    chips: Vec<Chip>,
}

#[derive(Debug, Serialize)]
struct ProofRow<'a> {
    part: &'static str,
    name: &'a str,
    value: String,
    how: String,
}

pub(super) fn view<'a>(page: &Page<'a>, it: &Overview<'a>) -> View<'a> {
    let credentials = it.credentials.iter();
    let worked = Worked::of(page.api);
    View {
        title: Guide::Authentication.title(),
        signing: it.signing.as_ref().map(|it| signing(page, it)),
        credentials: credentials.map(|it| credential(page, it)).collect(),
        carried: it.carried.iter().map(|it| carried(page, it)).collect(),
        data: script_json(&worked.as_ref().map_or(Any::Null, Worked::data).to_string()),
        worked,
    }
}

fn credential<'a>(page: &Page<'_>, it: &Credential<'a>) -> Row<'a> {
    Row {
        anchor: anchor(&Anchor::Credential(it.name)),
        name: it.name,
        mark: it.secrecy,
        way: "",
        doc: inline(it.doc),
        value: None,
        sample: it.sample,
        chips: page.chips(&it.marks),
    }
}

fn signing<'a>(page: &Page<'_>, it: &Signing<'a>) -> SigningPart<'a> {
    let of = it.of;
    SigningPart {
        text: it.text.clone(),
        steps: it.steps.map(inline),
        holds: format!(
            "{}: algorithm={},keyVersion={},signature=<signature>",
            of.signature_header, of.algorithm, of.key_version
        ),
        refused: &of.refused,
        part: Part {
            settings: it.settings(),
            note: "",
            chips: page.chips(&it.marks),
        },
    }
}

fn carried<'a>(page: &Page<'_>, it: &Carried<'a>) -> CarriedPart<'a> {
    CarriedPart {
        name: it.name,
        proofs: it.proofs.iter().map(proof).collect(),
        answers: inline(Prose::new(&it.answers)),
        chips: page.chips(&it.marks),
    }
}

fn proof<'a>(it: &Proof<'a>) -> ProofRow<'a> {
    ProofRow {
        part: it.part,
        name: it.name,
        value: it.value.clone(),
        how: inline(Prose::new(&it.how)),
    }
}
