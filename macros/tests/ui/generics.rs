use stipula::Validate;

#[derive(Validate)]
struct Page<T> {
    #[validate(nested)]
    rows: Vec<T>,
}

struct Plain;

/// Its rules ask for another root.
#[derive(Validate)]
#[validate(root(Other))]
struct Below {
    #[validate(required)]
    name: Option<String>,
}

#[derive(Validate)]
struct Other {
    #[validate(required)]
    name: Option<String>,
}

fn concrete(plain: Page<Plain>, below: Page<Below>) {
    let _ = plain.check();
    let _ = below.check();
}

fn generic<T: Validate<Context = ()>>(page: Page<T>) {
    let _ = page.check();
}

fn asks<T: Validate>(_: T) {}

fn asked(plain: Page<Plain>) {
    asks(plain);
}

fn main() {}
