//! The example plays its afternoon.

#[allow(dead_code, reason = "its `main` is not run here")]
#[path = "../examples/bot.rs"]
mod bot;

#[tokio::test]
async fn an_afternoon_of_the_bot() {
    let mut told = Vec::new();
    bot::afternoon(|line| told.push(line))
        .await
        .expect("a good afternoon");
    assert_eq!(
        told,
        [
            "sendMessage: I know /round and /quiz.",
            "sendMessage: Who wants tea?",
            "editMessageText: Who wants tea? Ann",
            "answerCallbackQuery",
            "editMessageText: Who wants tea? Ann, Bob",
            "answerCallbackQuery",
            "editMessageText: Who wants tea? Bob",
            "answerCallbackQuery",
            "answerCallbackQuery: That round is over.",
            "sendMessage: No quiz: `/correct_option_ids` is required when `type` is `quiz`.",
            "sendPoll",
        ]
    );
}
