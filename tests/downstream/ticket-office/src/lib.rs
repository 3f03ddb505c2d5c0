//! A ticket office: orders come in by HTTP, and buyers get passes in their AlipayHK wallet.

pub mod kms;
pub mod metrics;
pub mod office;
pub mod server;
pub mod settings;
