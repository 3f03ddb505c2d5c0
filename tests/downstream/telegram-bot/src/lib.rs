//! The Telegram Bot API, as far as this bot needs it.

mod telegram_bot {
    include!(concat!(env!("OUT_DIR"), "/root.rs"));
}

pub use telegram_bot::*;
