//! Formats: texts that many pages name by one word.

use stipula::Validate;

use crate::list;

#[derive(Validate, Default)]
struct Contact {
    #[validate(email)]
    email: Option<String>,
    #[validate(uri)]
    page: Option<String>,
    #[validate(uuid)]
    id: Option<String>,
    #[validate(ipv4)]
    old: Option<String>,
    #[validate(ipv6)]
    new: Option<String>,
    #[validate(hostname)]
    host: Option<String>,
    #[validate(country)]
    country: Option<String>,
    #[validate(currency)]
    currency: Option<String>,
    #[validate(items(phone))]
    phones: Vec<String>,
    #[validate(min_bytes = 3)]
    note: Option<String>,
}

#[test]
fn formats() {
    assert!(Contact::default().check().is_empty());
    let text = |it: &str| Some(it.to_owned());
    let good = Contact {
        email: text("name@example.com"),
        page: text("https://example.com/a?b"),
        id: text("123e4567-e89b-12d3-a456-426614174000"),
        old: text("192.0.2.1"),
        new: text("2001:db8::1"),
        host: text("example.com"),
        country: text("HK"),
        currency: text("HKD"),
        phones: vec!["+85212345678".to_owned()],
        note: text("戲"),
    };
    assert_eq!(list(&good.check()), [""; 0]);
    let bad = Contact {
        email: text("name"),
        page: text("example.com"),
        id: text("1"),
        old: text("1.2.3.256"),
        new: text("1.2.3.4"),
        host: text("-"),
        country: text("HKG"),
        currency: text("HK$"),
        phones: vec!["12345678".to_owned()],
        note: text("é"),
    };
    let found = bad.check();
    let told: Vec<String> = found.iter().map(|it| it.to_string()).collect();
    assert_eq!(
        told[0],
        "`/email` must be an email address such as `name@example.com` (Contact.email.email)"
    );
    assert_eq!(
        list(&found),
        [
            "/email Contact.email.email",
            "/page Contact.page.uri",
            "/id Contact.id.uuid",
            "/old Contact.old.ipv4",
            "/new Contact.new.ipv6",
            "/host Contact.host.hostname",
            "/country Contact.country.country",
            "/currency Contact.currency.currency",
            "/phones/0 Contact.phones.phone",
            "/note Contact.note.min_bytes",
        ]
    );
}
