//! What a parameter looks like, by its name: the same rule that the server applies, said once for every operation.

use super::operations;
use crate::paging::CURSOR_PATTERN;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::openapi::{OpenApi, RefOr, Schema};

/// A year that a month can have: 1900 to 9999.
const YEAR: &str = "(19|[2-9][0-9])[0-9]{2}";
/// The month of a year.
const MONTH: &str = "(0[1-9]|1[0-2])";

/// The operation whose periods are plain: it has no running one.
const PLAIN_PERIODS: &str = "list_people_served";

/// The patterns of query parameters.
fn pattern(name: &str, operation: &str) -> Option<String> {
    Some(match name {
        "period" | "until" => {
            let parts = format!("{MONTH}|TW[1-4]|S[12]");
            let current = if operation == PLAIN_PERIODS { "" } else { "current|" };
            format!("^({current}{YEAR}(-({parts}))?|{YEAR}-{MONTH}\\.\\.{YEAR}-{MONTH})$")
        }
        "from" | "to" | "month" => format!("^{YEAR}-{MONTH}$"),
        "by" => "^(month|quarter|semester|year)$".to_owned(),
        "cursor" => CURSOR_PATTERN.to_owned(),
        _ => return None,
    })
}

/// Adds the patterns to every query parameter that has none of its own.
pub(super) fn add(document: &mut OpenApi) {
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        let name = operation.operation_id.clone().unwrap_or_default();
        for parameter in operation.parameters.iter_mut().flatten() {
            if let RefOr::T(parameter) = parameter {
                add_to(parameter, &name);
            }
        }
    }
}

fn add_to(parameter: &mut Parameter, operation: &str) {
    let Some(RefOr::T(Schema::Object(schema))) = &mut parameter.schema else { return };
    if parameter.parameter_in == ParameterIn::Query && schema.pattern.is_none() {
        schema.pattern = pattern(&parameter.name, operation);
    }
}

#[cfg(test)]
mod tests {
    use super::pattern;
    use domain::{Month, Period};

    fn matches(pattern: &str, text: &str) -> bool {
        regex_lite::Regex::new(pattern).unwrap().is_match(text)
    }

    #[test]
    fn a_period_matches_where_the_server_reads_one() {
        let rule = pattern("period", "get_unit_results").unwrap();
        for text in [
            "2026",
            "2026-07",
            "2026-13",
            "2026-00",
            "2026-TW1",
            "2026-TW4",
            "2026-TW5",
            "2026-S1",
            "2026-S3",
            "26",
            "1899",
            "1900",
            "2026-7",
            "2026-tw1",
            "2026-07..2026-09",
            "2026..2027",
            "2026-07-01",
            "",
            "+026",
            "2026-",
            "9999-12",
        ] {
            assert_eq!(matches(&rule, text), text.parse::<Period>().is_ok(), "{text:?}");
        }
        assert!(matches(&rule, "current") && !matches(&pattern("period", super::PLAIN_PERIODS).unwrap(), "current"));
    }

    #[test]
    fn a_month_matches_where_the_server_reads_one() {
        let rule = pattern("month", "get_current_settings").unwrap();
        for text in ["2026-07", "2026-12", "2026-13", "2026-00", "1899-12", "1900-01", "9999-12", "2026", "2026-7", "x"]
        {
            assert_eq!(matches(&rule, text), text.parse::<Month>().is_ok(), "{text:?}");
        }
    }
}
