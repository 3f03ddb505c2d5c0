//! Dates, as they travel.

use stipula_rules::moment;

super::moment_text::moment_text! {
    /// A date as RFC 3339 writes it: `2026-01-31`.
    ///
    /// ```
    /// use stipula::Date;
    ///
    /// let day: Date = "2026-01-31".parse()?;
    /// assert!(day < "2026-02-01".parse()?);
    /// assert!("2026-02-30".parse::<Date>().is_err());
    /// # Ok::<(), stipula::NoDate>(())
    /// ```
    pub struct Date(i64);

    /// A text is no date.
    pub struct NoDate("a date such as `2026-01-31`");

    moment::date
}

impl Date {
    /// So many days since 1970-01-01; none when its year has more than four digits.
    pub fn from_days(days: i64) -> Option<Self> {
        moment::written_day(days)?.parse().ok()
    }

    /// Days since 1970-01-01.
    pub const fn days(&self) -> i64 {
        self.number()
    }
}
