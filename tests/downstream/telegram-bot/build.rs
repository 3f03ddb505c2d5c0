//! Generates the client from the spec of the Telegram Bot API: what a bot of this kind needs of it.

use stipula_generator::{Build, BuildError};

fn main() -> Result<(), BuildError> {
    Build::from_spec("../../../spec/telegram-bot")
        .groups([
            "bot", "updates", "messages", "editing", "polls", "payments", "inline",
        ])
        .run()
}
