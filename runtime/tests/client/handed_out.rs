//! Addresses that an earlier answer handed out: what is signed, and what goes there.

use stipula::client::{
    Api, Client, Config, Credential, Environment, Operation, Parameter, Piece, Scheme, Signature,
    SignatureAlgorithm, SignedHeader, interpret_sent, prepare,
};

static KEY: Credential = Credential::secret("key");
static MAIN: Scheme = Scheme::signature(
    "main",
    Signature::by(SignatureAlgorithm::HmacSha256)
        .secret(&KEY)
        .string_to_sign(&[Piece::Method, Piece::Text(" "), Piece::Path])
        .headers(&[SignedHeader::new("X-Sign", &[Piece::Signature])]),
);
static API: Api = Api::new("handed")
    .environments(&[Environment::new("live", "https://a.example/v1")])
    .credentials(&[&KEY])
    .schemes(&[&MAIN])
    .headers(&[("X-Version", "2")])
    .query(&[("v", "2")]);
static LOAD: Operation = Operation::new(&API, "load")
    .endpoint("GET", "{link}")
    .hosts(&["files.example"])
    .parameters(&[Parameter::path("link")])
    .body(stipula::client::BodyForm::None)
    .authentication(&MAIN)
    .unsigned_answer()
    .safe();

fn request(config: &Config, link: &str) -> (String, http::Request<Vec<u8>>) {
    let body = serde_json::json!({ "link": link }).to_string().into_bytes();
    let unsigned = prepare(&LOAD, config, body, "").unwrap();
    let signed = String::from_utf8(unsigned.to_sign().unwrap().to_vec()).unwrap();
    (signed, unsigned.finish(vec![1]).unwrap())
}

#[test]
fn path_and_query_of_the_address_are_signed() {
    let builder = Client::builder(&API).environment("live");
    let config = builder.credential(&KEY, "k").config().unwrap();
    for (link, signed, sent) in [
        (
            "https://files.example/b?token=x%2Fy#part",
            "GET /b?token=x%2Fy",
            "https://files.example/b?token=x%2Fy",
        ),
        (
            "https://FILES.example:443",
            "GET /",
            "https://files.example/",
        ),
        (
            "https://a.example/v1/b?c",
            "GET /v1/b?c",
            "https://a.example/v1/b?c",
        ),
        ("https://a.example/b", "GET /b", "https://a.example/b"),
    ] {
        let (text, request) = request(&config, link);
        assert_eq!(text, signed);
        assert_eq!(request.uri(), sent);
        assert_eq!(request.headers()["x-version"], "2");
        assert!(request.headers().contains_key("x-sign"));
        let uri = request.uri().clone();
        let answer = http::Response::new(b"{}".to_vec());
        assert!(interpret_sent::<serde_json::Value>(&LOAD, &config, &uri, answer).is_ok());
    }
}

#[test]
fn what_stands_before_another_base_address_is_not_signed() {
    let builder = Client::builder(&API).base_url("http://127.0.0.1:80/mock");
    let config = builder.credential(&KEY, "k").config().unwrap();
    let (text, request) = request(&config, "http://127.0.0.1/mock/b?c");
    assert_eq!(text, "GET /b?c");
    assert_eq!(request.uri(), "http://127.0.0.1:80/mock/b?c");
}
