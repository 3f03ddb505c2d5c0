use std::time::{Duration, SystemTime};

use stipula::Validate;

type Pause = Duration;

#[derive(Validate)]
struct Fields {
    #[validate(range(1..))]
    pause: Pause,
    #[validate(range(1s..))]
    start: Option<SystemTime>,
    #[validate(range("2024-01-01T00:00:00Z"..))]
    timeout: Duration,
}

fn main() {}
