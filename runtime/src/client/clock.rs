//! The time that requests carry.

use std::time::SystemTime;

use jiff::Timestamp;

/// Where the time of a request comes from.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> SystemTime;

    /// The text of the time header; RFC 3339 in UTC, to the second, unless overridden.
    fn text(&self) -> String {
        let time = Timestamp::try_from(self.now()).unwrap_or(Timestamp::UNIX_EPOCH);
        format!("{time:.0}")
    }
}

/// The clock of the system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }
}

/// A clock that stands still, for tests and replay.
impl Clock for SystemTime {
    fn now(&self) -> SystemTime {
        *self
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn writes_rfc_3339() {
        let time = SystemTime::UNIX_EPOCH + Duration::from_millis(1_716_340_341_999);
        assert_eq!(time.text(), "2024-05-22T01:12:21Z");
        assert_eq!(SystemClock.text().len(), 20);
    }
}
