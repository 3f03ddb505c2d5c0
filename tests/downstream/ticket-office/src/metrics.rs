//! What the office counts.

use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct Metrics {
    pub sold: Count,
    pub refused: Count,
    pub open: Count,
    pub invalid: Count,
    pub attempts: Count,
}

#[derive(Default)]
pub struct Count(AtomicU64);

impl Count {
    pub fn add(&self, more: u64) {
        self.0.fetch_add(more, Ordering::Relaxed);
    }
}

impl Metrics {
    /// In the text format of Prometheus.
    pub fn text(&self) -> String {
        let sales = [
            ("sold", &self.sold),
            ("refused", &self.refused),
            ("open", &self.open),
            ("invalid", &self.invalid),
        ];
        let mut text = "# TYPE office_sales_total counter\n".to_owned();
        for (end, count) in sales {
            let count = count.0.load(Ordering::Relaxed);
            text += &format!("office_sales_total{{end=\"{end}\"}} {count}\n");
        }
        let attempts = self.attempts.0.load(Ordering::Relaxed);
        text + &format!("# TYPE office_attempts_total counter\noffice_attempts_total {attempts}\n")
    }
}
