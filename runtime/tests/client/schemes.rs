//! Operations of one API with different schemes, against the fake.

use serde::Serialize;
use serde_json::Value;
use stipula::client::{Api, Client, Operation, Request, VerificationErrorKind};
use stipula::fake::{Fake, Fault, Served, Table, judge};
use stipula::read::{Fit, Members, Reader, Slot};
use stipula::{Validate, Violations};

use crate::support::MAIN;

static API: Api = Api::new("mixed").schemes(&[&MAIN]);

/// Both are on one path: what a request proves says which of them it can be.
static SIGNED: Operation = Operation::new(&API, "signed")
    .endpoint("POST", "/item")
    .authentication(&MAIN)
    .safe();
static OPEN: Operation = Operation::new(&API, "open")
    .endpoint("POST", "/item")
    .safe();

static FAKE_SIGNED: Served = Served::new(&SIGNED, |body| judge::<Signed>(body, &[()]));
static FAKE_OPEN: Served = Served::new(&OPEN, |body| judge::<Open>(body, &[()]));
static TABLE: Table = Table::new(&API, &[&FAKE_SIGNED, &FAKE_OPEN]);

#[derive(Serialize)]
struct Signed {}

#[derive(Serialize)]
struct Open {}

impl Slot for Signed {
    fn vacant() -> Self {
        Self {}
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        from.object(&Members::new(&[]), &mut [], None)
    }
}

impl Slot for Open {
    fn vacant() -> Self {
        Self {}
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        from.object(&Members::new(&[]), &mut [], None)
    }
}

impl Validate for Signed {
    type Context = ();

    fn check_in(&self, (): &()) -> Violations {
        Violations::new()
    }
}

impl Validate for Open {
    type Context = ();

    fn check_in(&self, (): &()) -> Violations {
        Violations::new()
    }
}

impl Request for Signed {
    const OPERATION: &'static Operation = &SIGNED;
    type Response = Value;
}

impl Request for Open {
    const OPERATION: &'static Operation = &OPEN;
    type Response = Value;
}

#[tokio::test]
async fn each_operation_proves_itself_in_its_own_way() {
    let fake = Fake::start(&TABLE).unwrap();
    let client: Client = fake.builder().build().unwrap();
    assert!(!client.call(&Signed {}).send().await.unwrap().unsigned());
    assert!(client.call(&Open {}).send().await.unwrap().unsigned());
    let names: Vec<_> = fake.requests().iter().map(|it| it.operation).collect();
    assert_eq!(names, [Some("signed"), Some("open")]);
    assert!(fake.requests()[1].headers.get("client-id").is_none());
}

#[tokio::test]
async fn a_signed_operation_takes_no_answer_without_proof() {
    let fake = Fake::start(&TABLE).unwrap();
    let client: Client = fake.builder().build().unwrap();
    fake.next_for("signed", Fault::Unsigned);
    let error = client.call(&Signed {}).send().await.unwrap_err();
    assert_eq!(
        error.verification_error(),
        Some(VerificationErrorKind::Unsigned)
    );
}
