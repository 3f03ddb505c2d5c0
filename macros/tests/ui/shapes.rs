use stipula::Validate;

#[derive(Validate)]
struct Tuple(
    i64,
    #[validate(required_if(first == 1))]
    Option<String>,
    #[validate(min_chars = 3)]
    u8,
);

#[derive(Validate)]
#[validate(at_most_one(a, b))]
struct Pair(Option<u8>, Option<u8>);

#[derive(Validate)]
union Union {
    a: i64,
}

#[derive(Validate)]
#[validate(untagged = true, max_chars = 3)]
enum Cases {
    One { a: i64 },
    #[validate(skp)]
    Two(),
    #[validate(rule(at = b, expect(a > 1)))]
    Three { a: i64 },
    Four(#[validate(max_items = 3)] String),
}

#[derive(Validate)]
enum Nothing {}

fn main() {}
