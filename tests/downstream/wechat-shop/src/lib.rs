//! WeChat Pay, for a shop.

mod wechat_pay {
    include!(concat!(env!("OUT_DIR"), "/root.rs"));
}

pub use wechat_pay::*;
