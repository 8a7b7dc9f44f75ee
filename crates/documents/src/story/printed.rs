//! Figures as they are printed.

use domain::figures::MarginResult;
use texts::Language::Indonesian;
use texts::elements::{ElementName, ElementShort};
use texts::format;

/// Prints figures in Indonesian.
pub(crate) struct Printer;

impl Printer {
    pub(crate) fn decimal(figure: &str) -> String {
        format::decimal(figure, Indonesian)
    }

    pub(crate) fn option(figure: Option<&String>) -> String {
        figure.map_or_else(|| format::NONE.to_owned(), |figure| Self::decimal(figure))
    }

    pub(crate) fn text(text: Option<&String>) -> String {
        text.cloned().unwrap_or_else(|| format::NONE.to_owned())
    }

    pub(crate) fn percent(figure: &str) -> String {
        format::percent(figure, Indonesian)
    }

    pub(crate) fn count(number: i64) -> String {
        format::count(number, Indonesian)
    }

    pub(crate) fn len(number: usize) -> String {
        Self::count(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// A part of a whole, in percent with two decimals, half-up.
    pub(crate) fn share(part: i64, whole: i64) -> String {
        domain::figures::percent(part, whole).map_or_else(|| format::NONE.to_owned(), |percent| Self::percent(&percent))
    }

    pub(crate) fn margin(margin: &MarginResult) -> String {
        margin.points.as_ref().map_or_else(|| format::NONE.to_owned(), |points| format!("± {}", Self::decimal(points)))
    }

    pub(crate) fn period(code: &str) -> String {
        format::period(code, Indonesian)
    }

    pub(crate) fn day(day: &str) -> String {
        format::full_day(day, Indonesian)
    }

    pub(crate) fn element(code: &str) -> String {
        ElementName::of(code).map_or_else(|| code.to_owned(), |name| name.text(Indonesian).to_owned())
    }

    pub(crate) fn element_short(code: &str) -> String {
        ElementShort::of(code).map_or_else(|| code.to_owned(), |name| name.text(Indonesian).to_owned())
    }

    /// `84.17` as 8417, for drawing.
    pub(crate) fn hundredths(figure: &str) -> Option<i32> {
        let decimal: domain::Decimal = figure.parse().ok()?;
        i32::try_from(decimal.units()).ok().filter(|_| decimal.places() == 2)
    }
}
