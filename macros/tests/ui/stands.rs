use stipula::Validate;

#[derive(Validate)]
struct Request {
    #[validate(place)]
    bare: Option<String>,
    #[validate(place(cookie))]
    unknown: Option<String>,
    #[validate(place(query, header))]
    two: Option<String>,
    #[validate(place(name = "x"))]
    none: Option<String>,
    #[validate(place(query), place(path))]
    twice: Option<String>,
}

#[derive(Validate)]
struct Tuple(#[validate(place(query))] Option<String>);

#[derive(Validate)]
enum Cases {
    One {
        #[validate(place(query))]
        one: Option<String>,
    },
}

fn main() {}
