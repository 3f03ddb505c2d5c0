//! Addresses that an answer hands out, by a generated client and its fake.

use stipula::client::DefaultTransport;
use stipula::fake::{Answer, Fake};
use stipula::{Date, blocking};

stipula_tests::generated!(generated, "/pay");

use generated::{
    client::Client,
    fake,
    request::{DownloadBillRequest, TradeBillRequest},
};

#[tokio::test]
async fn the_fake_hands_them_out_and_serves_them() {
    let server = Fake::start(&fake::TABLE).expect("a fake");
    let client: Client<DefaultTransport> = server.builder().build().expect("a client").into();
    let day = "2026-11-27".parse::<Date>().expect("a day");
    let request = TradeBillRequest::new().bill_date(day);
    let link = client.trade_bill(&request).send().await.expect("a link");
    let link = link.into_data().download_url;
    assert_eq!(link, format!("{}/bill/download?token=x%2Fy", server.url()));
    server.next(Answer::body("a,b"));
    let request = DownloadBillRequest::new().download_url(link.clone());
    let bill = client.download_bill(&request).send().await.expect("a bill");
    assert_eq!(bill.into_data().0, b"a,b");
    let last = server.requests().pop().expect("a request");
    assert_eq!(last.path, "/bill/download?token=x%2Fy");
    assert_eq!(last.operation, Some("downloadBill"));
    assert!(last.verdict.refusal().is_none(), "{last}");

    let core = server.set_up(blocking::builder(&generated::api::API));
    let core = core.build().expect("a client");
    server.next(Answer::body("c"));
    let bill = core.call(&request).send().expect("a bill");
    assert_eq!(bill.into_data().0, b"c");
}

#[tokio::test]
async fn only_hosts_that_are_listed_are_asked() {
    let server = Fake::start(&fake::TABLE).expect("a fake");
    let client: Client<DefaultTransport> = server.builder().build().expect("a client").into();
    for (link, why) in [
        (
            "https://evil.example/s3cret",
            "leads to `evil.example`, and only `files.pay.example` and the host of the base address are asked; \
             another one is listed below `hosts` of the operation in its spec",
        ),
        (
            "https://files.pay.example.evil.example/s3cret",
            "leads to `files.pay.example.evil.example`, and only `files.pay.example` and the host of the base address are asked; \
             another one is listed below `hosts` of the operation in its spec",
        ),
        (
            "http://files.pay.example/s3cret",
            "leads to `files.pay.example` by another scheme or port than those of `https`, which only the base address has",
        ),
        (
            "https://files.pay.example:8443/s3cret",
            "leads to `files.pay.example` by another scheme or port than those of `https`, which only the base address has",
        ),
        ("https://me:s3cret@files.pay.example/", "has a user name"),
        ("https://files.pay.example@evil.example/", "has a user name"),
    ] {
        let request = DownloadBillRequest::new().download_url(link);
        let error = client.download_bill(&request).send().await.expect_err(link);
        let told = error.to_string();
        assert_eq!(
            told,
            format!("`downloadBill` was not sent: the address {why}")
        );
        assert!(server.requests().is_empty());
    }
}
