//! The day, for documents that are begun today. Nothing that is compiled or printed asks for it.

use std::time::{SystemTime, UNIX_EPOCH};

use news_explainer::date::{Civil, Day};

/// Today in universal time: `YYYY-MM-DD`.
pub fn today() -> String {
    const SECONDS_A_DAY: u64 = 86_400;
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let days = i64::try_from(since.as_secs() / SECONDS_A_DAY).unwrap_or_default();
    let Civil { year, month, day } = Day(days).civil();
    format!("{year:04}-{month:02}-{day:02}")
}
