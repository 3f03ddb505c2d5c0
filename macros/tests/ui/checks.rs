use stipula::Validate;

fn is_even(number: &i64) -> bool {
    number % 2 == 0
}

fn says(_: &str) -> String {
    String::new()
}

#[derive(Validate)]
#[validate(check, check(is_whole, at = nothing))]
struct Written {
    #[validate(check(|it| it > 3))]
    closure: i64,
    #[validate(check(is_even, at = closure), check)]
    number: i64,
}

#[derive(Validate)]
#[validate(check(Case::is_good, at = closure))]
enum Case {
    One,
}

fn main() {}
