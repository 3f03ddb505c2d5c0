use stipula::Validate;

stipula::open_enum! {
    /// Kinds.
    pub enum Kind {
        /// A pass.
        Pass = "PASS",
    }
}

#[derive(Validate)]
struct Body {
    kind: Option<Kind>,
    #[validate(required_if(kind == Movie))]
    b: Option<String>,
}

fn main() {}
