use stipula::Validate;

stipula::open_enum! {
    /// Kinds.
    pub enum Kind {
        /// A pass.
        Pass = "PASS",
    }
}

stipula::open_enum! {
    /// Colours.
    pub enum Colour {
        /// Red.
        Red = "RED",
    }
}

#[derive(Validate)]
struct Body {
    kind: Option<Kind>,
    #[validate(required_if(kind == Colour::Red))]
    a: Option<String>,
    #[validate(required_if(kind == Red))]
    b: Option<String>,
    #[validate(required_if(kind == PASS))]
    c: Option<String>,
    #[validate(required_if(kind == "PASS" or kind == Kind::Pass))]
    fine: Option<String>,
}

fn main() {}
