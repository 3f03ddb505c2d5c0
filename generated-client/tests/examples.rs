//! What the examples send keeps to the rules, without a warning.

use alipayhk_ipass::{
    Validate as _,
    enums::{OrderStatus, TemplateStatus},
    request::{MovieTicketContext, SwitchStatusContext},
};

#[allow(dead_code, reason = "its `main` is not run here")]
#[path = "../examples/create_pass.rs"]
mod create_pass;
#[allow(dead_code, reason = "its `main` is not run here")]
#[path = "../examples/create_template.rs"]
mod create_template;
#[allow(dead_code, reason = "its `main` is not run here")]
#[path = "../examples/movie_ticket.rs"]
mod movie_ticket;
#[allow(dead_code, reason = "its `main` is not run here")]
#[path = "../examples/order_sync.rs"]
mod order_sync;
#[allow(dead_code, reason = "its `main` is not run here")]
#[path = "../examples/query_template.rs"]
mod query_template;
#[allow(dead_code, reason = "its `main` is not run here")]
#[path = "../examples/switch_status.rs"]
mod switch_status;
#[allow(dead_code, reason = "its `main` is not run here")]
#[path = "../examples/update_pass.rs"]
mod update_pass;

#[test]
fn they_keep_to_the_rules() {
    let found = [
        create_template::request("r1".into()).unwrap().check(),
        create_pass::request("s1".into()).unwrap().check(),
        query_template::request().unwrap().check(),
        update_pass::request("p1".into()).unwrap().check(),
        order_sync::request("r1".into()).unwrap().check(),
    ];
    for violations in found {
        assert!(violations.is_empty(), "{violations:?}");
    }
    let context = MovieTicketContext::new(OrderStatus::Ticketed);
    let request = movie_ticket::request(&context).unwrap();
    let violations = request.check_in(&context);
    assert!(violations.is_empty(), "{violations:?}");
    let context = SwitchStatusContext::new(TemplateStatus::Valid);
    let violations = switch_status::request(&context).unwrap().check_in(&context);
    assert!(violations.is_empty(), "{violations:?}");
}
