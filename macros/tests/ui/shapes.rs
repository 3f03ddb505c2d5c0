use stipula::Validate;

#[derive(Validate)]
struct Tuple(i64);

#[derive(Validate)]
union Union {
    a: i64,
}

#[derive(Validate)]
enum Cases {
    One { a: i64 },
    #[validate(skp)]
    Two(),
}

fn main() {}
