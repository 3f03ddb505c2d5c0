use stipula::Validate;

fn is_even(number: &i64) -> bool {
    number % 2 == 0
}

fn says(_: &str) -> Result<(), String> {
    Ok(())
}

#[derive(Validate)]
#[validate(check = is_even)]
struct Typed {
    #[validate(check = is_even)]
    text: String,
    #[validate(check = says)]
    other: String,
    #[validate(check = is_odd)]
    number: i64,
}

fn main() {}
