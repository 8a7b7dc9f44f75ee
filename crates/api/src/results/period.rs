//! The period of a request.

use crate::error::{ApiError, ErrorCode};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::period::month_of;
use domain::{Month, Period};

/// The period that `period`, or `from` and `to`, name; `current` is the running quarter.
///
/// # Errors
/// 400 when they name none.
pub fn of_query(
    period: Option<&str>,
    from: Option<&str>,
    to: Option<&str>,
    now: DateTime<Utc>,
    zone: Tz,
) -> Result<Period, ApiError> {
    match (period, from, to) {
        (Some("current"), None, None) | (None, None, None) => Ok(Period::quarter_of(month_of(now, zone))),
        (Some(text), None, None) => {
            text.parse().map_err(|error: domain::period::InvalidPeriod| invalid("?period", text, &error.to_string()))
        }
        (None, Some(from), Some(to)) => {
            let (first, last) = (month("?from", from)?, month("?to", to)?);
            Period::new(first, last).map_err(|error| invalid("?to", to, &error.to_string()))
        }
        _ => {
            let given = format!("period={}, from={}, to={}", text(period), text(from), text(to));
            Err(invalid("?period", &given, "either period, or from and to together"))
        }
    }
}

fn text(value: Option<&str>) -> &str {
    value.unwrap_or("-")
}

fn month(pointer: &str, text: &str) -> Result<Month, ApiError> {
    text.parse().map_err(|error: domain::period::InvalidMonth| invalid(pointer, text, &error.to_string()))
}

fn invalid(pointer: &str, received: &str, accepted: &str) -> ApiError {
    let detail = "the period cannot be read";
    let accepted = format!("{accepted}; accepted: 2026-07, 2026-TW3, 2026-S2, 2026, current, or from and to as months");
    ApiError::new(ErrorCode::InvalidQuery, detail).field(pointer, "invalid_period", received, accepted)
}
