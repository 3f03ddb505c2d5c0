//! Walks over pages, in each way that a spec can say: they read all of them, and they end.

use serde_json::{Value, json};
use stipula::blocking;
use stipula::client::{Client as Core, DefaultTransport, Error};
use stipula::fake::{Answer, Fake};
use stipula_tests::run;

stipula_tests::generated!(generated, "/paged");

use generated::{client::Client, request::*};

fn fake() -> (Fake, Client) {
    let fake = generated::fake::start().expect("a fake");
    let core: Core<DefaultTransport> = fake.builder().build().expect("a client");
    (fake, Client::from(core))
}

fn rows(count: usize) -> Vec<Value> {
    (1..=count)
        .map(|id| json!({ "id": id, "name": format!("row {id}") }))
        .collect()
}

/// The paths that were asked, in order.
fn asked(fake: &Fake) -> Vec<String> {
    let requests = fake.requests().into_iter();
    requests
        .inspect(|it| assert!(it.verdict.refusal().is_none(), "{it:?}"))
        .map(|it| it.path)
        .collect()
}

fn told<T>(result: Option<Result<T, Error>>) -> String {
    let error = result.expect("something").err().expect("an error");
    error.to_string()
}

#[test]
fn by_a_cursor_in_the_answer() {
    let (fake, client) = fake();
    fake.pages("byCursor", rows(5), 2);
    let request = ByCursorRequest::new().limit(2);
    let ids: Vec<i64> = run(async {
        let mut items = client.by_cursor(&request).items();
        let mut ids = Vec::new();
        while let Some(item) = items.next().await {
            ids.push(item.expect("a row").id);
        }
        assert!(items.next().await.is_none());
        ids
    });
    assert_eq!(ids, [1, 2, 3, 4, 5]);
    assert_eq!(
        asked(&fake),
        [
            "/cursor?limit=2",
            "/cursor?cursor=2&limit=2",
            "/cursor?cursor=4&limit=2"
        ]
    );
}

#[test]
fn by_the_last_id() {
    let (fake, client) = fake();
    fake.pages("byLastId", rows(4), 2);
    let request = ByLastIdRequest::new();
    let pages: Vec<usize> = run(async {
        let mut pages = client.by_last_id(&request).pages();
        let mut sizes = Vec::new();
        while let Some(page) = pages.next().await {
            sizes.push(page.expect("a page").data.data.len());
        }
        sizes
    });
    // `has_more` spares the empty page.
    assert_eq!(pages, [2, 2]);
    assert_eq!(asked(&fake), ["/last-id", "/last-id?after=2"]);
}

#[test]
fn by_the_number_of_the_page() {
    let (fake, client) = fake();
    fake.pages("byNumber", rows(4), 2);
    let request = ByNumberRequest::new();
    let count = run(async {
        let mut items = client.by_number(&request).items();
        let mut count = 0;
        while let Some(item) = items.next().await {
            item.expect("a row");
            count += 1;
        }
        count
    });
    assert_eq!(count, 4);
    // Only an empty page says that it is over.
    assert_eq!(
        asked(&fake),
        ["/number", "/number?page=2", "/number?page=3"]
    );
    fake.reset();
    fake.pages("byNumber", rows(4), 2);
    let request = ByNumberRequest::new().page(2);
    run(async {
        let mut pages = client.by_number(&request).pages();
        assert_eq!(pages.next().await.unwrap().unwrap().len(), 2);
        assert_eq!(pages.next().await.unwrap().unwrap().len(), 0);
        assert!(pages.next().await.is_none());
    });
    assert_eq!(asked(&fake), ["/number?page=2", "/number?page=3"]);
}

#[test]
fn by_a_link() {
    let (fake, client) = fake();
    fake.pages("byLink", rows(3), 2);
    let request = ByLinkRequest::new().shop("a b").q("x");
    let count = run(async {
        let mut items = client.by_link(&request).items();
        let mut count = 0;
        while let Some(item) = items.next().await {
            item.expect("a row");
            count += 1;
        }
        count
    });
    assert_eq!(count, 3);
    assert_eq!(
        asked(&fake),
        ["/link/a%20b?q=x", "/link/a%20b?q=x&fake_page=2"]
    );
}

#[test]
fn in_the_body_of_what_only_reads() {
    let (fake, client) = fake();
    fake.pages("search", (0..3).map(|it| json!(format!("word {it}"))), 2);
    let request = SearchRequest::new().words(["word"]);
    run(async {
        let mut items = client.search(&request).items();
        let mut found = Vec::new();
        while let Some(item) = items.next().await {
            found.push(item.expect("a text"));
        }
        assert_eq!(found, ["word 0", "word 1", "word 2"]);
    });
    let bodies = fake.requests().into_iter();
    let bodies: Vec<_> = bodies
        .map(|it| String::from_utf8(it.body).unwrap())
        .collect();
    assert_eq!(
        bodies,
        [
            r#"{"words":["word"]}"#,
            r#"{"cursor":"2","words":["word"]}"#
        ]
    );
}

#[test]
fn the_client_that_blocks_iterates() {
    let fake = generated::fake::start().expect("a fake");
    fake.pages("byCursor", rows(3), 2);
    let core = fake.set_up(blocking::builder(&generated::api::API));
    let client = generated::blocking::Client::from(core.build().expect("a client"));
    let request = ByCursorRequest::new();
    let rows: Result<Vec<_>, _> = client.by_cursor(&request).items().collect();
    let ids: Vec<_> = rows.expect("rows").iter().map(|it| it.id).collect();
    assert_eq!(ids, [1, 2, 3]);
    assert_eq!(client.by_cursor(&request).pages().count(), 2);
}

#[test]
fn a_cursor_that_comes_again_is_an_error() {
    let (fake, client) = fake();
    let answer = r#"{"result":{"meta":{"next":"a","rows":[{"id":1}]}}}"#;
    fake.always(Answer::body(answer));
    let request = ByCursorRequest::new();
    run(async {
        let mut items = client.by_cursor(&request).items();
        for _ in 0..2 {
            items.next().await.expect("a row").expect("a row");
        }
        assert_eq!(
            told(items.next().await),
            "`byCursor` got an answer that cannot be read: it leads to a page that was read before, \
             so that there would be no end"
        );
        assert!(items.next().await.is_none(), "an error is the end");
    });
    assert_eq!(fake.requests().len(), 2);
    // The page that the caller began with is one of them.
    let request = ByCursorRequest::new().cursor("a");
    let mut pages = client.by_cursor(&request).pages();
    run(async {
        pages.next().await.expect("a page").expect("a page");
        assert!(told(pages.next().await).contains("was read before"));
    });
}

#[test]
fn an_error_is_the_end() {
    let (fake, client) = fake();
    fake.next(Answer::status(404));
    let request = ByNumberRequest::new();
    run(async {
        let mut pages = client.by_number(&request).pages();
        assert!(pages.next().await.expect("an answer").is_err());
        assert!(pages.next().await.is_none());
    });
    assert_eq!(fake.requests().len(), 1);
}

#[test]
fn rules_are_checked_on_every_page() {
    let (fake, client) = fake();
    fake.pages("byLastId", rows(4), 2);
    let request = ByLastIdRequest::new().before(4);
    run(async {
        let mut pages = client.by_last_id(&request).pages();
        pages.next().await.expect("a page").expect("a page");
        assert!(told(pages.next().await).contains("one-cursor"));
    });
    assert_eq!(asked(&fake).len(), 1);
}

#[test]
fn more_without_a_cursor_is_told_after_the_page() {
    let (fake, client) = fake();
    fake.next(Answer::body(r#"{"result":{"data":[],"has_more":true}}"#));
    let request = ByLastIdRequest::new();
    run(async {
        let mut pages = client.by_last_id(&request).pages();
        pages.next().await.expect("a page").expect("a page");
        assert_eq!(
            told(pages.next().await),
            "`byLastId` got an answer that cannot be read: it says that there is more, and not how to \
             ask for it"
        );
    });
}

#[test]
fn pages_are_streams() {
    let (fake, client) = fake();
    fake.pages("byCursor", rows(3), 2);
    let request = ByCursorRequest::new();
    let count = run(async {
        let mut stream = client.by_cursor(&request).items().into_stream();
        let mut count = 0;
        while let Some(item) = next(&mut stream).await {
            item.expect("a row");
            count += 1;
        }
        count
    });
    assert_eq!(count, 3);
}

/// What `futures` calls `StreamExt::next`.
async fn next<S: futures_core::Stream + Unpin>(stream: &mut S) -> Option<S::Item> {
    std::future::poll_fn(|context| std::pin::Pin::new(&mut *stream).poll_next(context)).await
}
