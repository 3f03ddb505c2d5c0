use stipula::Validate;

struct Money(u128);
type Share = f32;

#[derive(Validate)]
#[validate(rule(id = "money", at = price, expect(price > 5)))]
#[validate(rule(id = "share", at = share, expect(share > 5)))]
#[validate(rule(id = "length", at = price, expect(len(list) < price)))]
struct Body {
    #[validate(range(1..=100))]
    price: Option<Money>,
    share: Share,
    list: Vec<u8>,
}

#[derive(Validate)]
struct Floats {
    #[validate(range(1..=100))]
    rate: bool,
    #[validate(multiple_of = 5)]
    share: Option<f32>,
}

#[derive(Validate)]
struct Places {
    #[validate(decimal_places = 2)]
    price: Option<f64>,
    #[validate(decimal_places = 2)]
    count: i64,
    #[validate(decimal_places = 2)]
    share: Share,
}

fn main() {}
