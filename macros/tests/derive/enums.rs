//! Unions: an enum of cases, chosen by a sibling.

use stipula::Validate;

use crate::{Product, list};

#[derive(Validate)]
struct Ticket {
    #[validate(required)]
    product: Option<Product>,
    #[validate(case_of(product), nested)]
    ext: Option<Ext>,
}

#[derive(Validate)]
#[validate(untagged)]
enum Ext {
    Pass(PassExt),
    Movie(Box<MovieExt>),
    #[validate(skip)]
    Other(()),
    Empty,
}

impl Ext {
    fn fits(&self, product: &Product) -> bool {
        matches!(
            (self, product),
            (Self::Pass(_), Product::Pass)
                | (Self::Movie(_), Product::Movie)
                | (Self::Other(()) | Self::Empty, _)
        )
    }
}

#[derive(Validate)]
#[validate(parent(Ticket))]
struct PassExt {
    #[validate(required_if(parent.product == Product::Pass))]
    gate: Option<String>,
}

#[derive(Validate)]
struct MovieExt {
    #[validate(required)]
    seat: Option<String>,
}

#[test]
fn the_payload_is_judged_in_its_place() {
    let of = |product, ext| Ticket {
        product: Some(product),
        ext: Some(ext),
    };
    let pass = || Ext::Pass(PassExt { gate: None });
    assert_eq!(
        list(&of(Product::Pass, pass()).check()),
        ["/ext/gate PassExt.gate.required_if"]
    );
    let movie = Ext::Movie(Box::new(MovieExt { seat: None }));
    assert_eq!(
        list(&of(Product::Movie, movie).check()),
        ["/ext/seat MovieExt.seat.required"]
    );
    let found = of(Product::Movie, pass()).check();
    assert_eq!(list(&found), ["/ext Ticket.ext.case_of"]);
    assert!(
        found
            .to_string()
            .contains("`/ext` must be of the kind that `product` calls for")
    );
    let unchosen = Ticket {
        product: None,
        ext: Some(pass()),
    };
    assert_eq!(
        list(&unchosen.check()),
        ["/product Ticket.product.required"]
    );
    assert!(of(Product::Movie, Ext::Empty).check().is_empty());
    assert!(of(Product::Movie, Ext::Other(())).check().is_empty());
}

/// A whole body that is one of several things.
#[derive(Validate)]
#[validate(root(Self))]
enum Whole {
    Movie(MovieExt),
    Empty,
}

#[test]
fn an_enum_may_be_a_body() {
    let movie = Whole::Movie(MovieExt { seat: None });
    assert_eq!(list(&movie.check()), ["/Movie/seat MovieExt.seat.required"]);
    assert!(Whole::Empty.check().is_empty());
}
