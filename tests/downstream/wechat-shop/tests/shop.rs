//! The example plays its day.

#[allow(dead_code, reason = "its `main` is not run here")]
#[path = "../examples/shop.rs"]
mod shop;

#[tokio::test]
async fn a_day_of_the_shop() {
    let mut told = Vec::new();
    shop::day(|line| told.push(line)).await.expect("a good day");
    assert_eq!(
        told,
        [
            "the page gets \"prepay_id=wx2025033112000001\"",
            "TEA-0001: 2600 cents, Placed",
            "a forger is answered 401 Unauthorized",
            "TEA-0001: 2600 cents, Placed",
            "WeChat Pay is answered 204 No Content",
            "TEA-0001: 2600 cents, Paid",
            "`createRefund` was not sent: `/amount/refund`: `refund` must be at most `total` \
             (RefundRequestAmount.not-above-total)",
            "WeChat Pay is answered 204 No Content",
            "TEA-0001: 2600 cents, Refunded",
        ]
    );
}
