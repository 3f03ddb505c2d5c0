//! Settings from the environment, and the office that they make.

use std::{env, error::Error, fs, sync::Arc, time::Duration};

use alipayhk_ipass::{
    Client,
    stipula::client::{HyperTransport, Recorder, RetryPolicy},
};

use crate::{kms::KeyService, office::Office};

pub struct Settings {
    pub listen: String,
    environment: String,
    client_id: String,
    platform_key: String,
    merchant: String,
    template: String,
    kms: String,
    proxy: Option<String>,
    failures: Option<String>,
}

impl Settings {
    pub fn from_environment() -> Result<Self, Box<dyn Error>> {
        let get = |name: &str| env::var(name).map_err(|why| format!("{name}: {why}"));
        Ok(Self {
            listen: get("OFFICE_LISTEN")?,
            environment: get("IPASS_ENVIRONMENT")?,
            client_id: get("IPASS_CLIENT_ID")?,
            platform_key: fs::read_to_string(get("IPASS_PLATFORM_KEY_FILE")?)?,
            merchant: get("IPASS_MERCHANT_ID")?,
            template: get("IPASS_TEMPLATE_CODE")?,
            kms: get("KMS_URL")?,
            proxy: get("OFFICE_PROXY").ok(),
            failures: get("OFFICE_FAILURES_FILE").ok(),
        })
    }

    pub fn office(&self) -> Result<Arc<Office>, Box<dyn Error>> {
        let mut transport = HyperTransport::builder().connect_timeout(Duration::from_secs(3));
        if let Some(proxy) = &self.proxy {
            transport = transport.proxy(proxy);
        }
        let mut builder = Client::builder()
            .environment(&self.environment)
            .client_id(&self.client_id)
            .platform_key(&self.platform_key)
            .async_signer(KeyService::at(&self.kms)?)
            .transport(transport.build()?)
            .timeout(Duration::from_secs(10))
            .retry(RetryPolicy::new());
        if let Some(path) = &self.failures {
            let file = fs::OpenOptions::new()
                .append(true)
                .create(true)
                .open(path)?;
            builder = builder.record(Recorder::new(file).failures());
        }
        Ok(Office::new(
            builder.build()?,
            &self.merchant,
            &self.template,
        ))
    }
}
