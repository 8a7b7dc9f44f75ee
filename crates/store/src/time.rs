//! Times as both databases keep them: UTC, cut to microseconds, which is what PostgreSQL stores.

use chrono::{DateTime, NaiveDateTime, SubsecRound, Utc};

/// The form of a time in a row.
pub(crate) fn stored(moment: DateTime<Utc>) -> NaiveDateTime {
    moment.trunc_subsecs(6).naive_utc()
}

/// A time read from a row.
pub(crate) fn read(moment: NaiveDateTime) -> DateTime<Utc> {
    moment.and_utc()
}
