//! What people said of a unit last time, for those who answer now.

use super::series::{periods_until, sums_by_period};
use super::unit::{service_inputs, subject};
use contract::survey::{LastResult, NamedElement, Text};
use domain::figures::{ClosedResult, PointInput};
use domain::period::PeriodKind;
use domain::{CitySettings, Month, Period, Slices};
use store::{Conn, StoreResult, Versions};
use texts::Language;
use texts::elements::ElementName;

/// How many closed quarters are looked through; what is older says little about today.
const QUARTERS: usize = 4;

/// The unit's last quarter with answers that ended before a month; `None` as well when they are fewer than may be shown.
///
/// # Errors
/// When the database fails.
pub fn last_result(
    conn: &mut Conn<'_>,
    versions: &Versions,
    unit: &str,
    month: Month,
    now: &CitySettings,
) -> StoreResult<Option<LastResult>> {
    let subject = subject(conn, unit, None, false)?;
    let periods = periods_until(Period::quarter_of(month).previous(), PeriodKind::Quarter, QUARTERS);
    let (by_period, _) = sums_by_period(conn, versions, &subject, &periods, false)?;
    for (period, sums) in periods.iter().zip(&by_period).rev() {
        let services = service_inputs(&subject, sums, |_| Slices::default());
        let settings = store::settings::settings_for(conn, period.last())?;
        let served = store::people_served::served_in(conn, subject.unit_id, None, *period)?.map(|served| served.people);
        let point = PointInput { period: *period, served, settings, services };
        if let Some(result) = point.closed_result() {
            return Ok((result.n >= i64::from(now.public_minimum_n)).then(|| shown(*period, &result)));
        }
    }
    Ok(None)
}

fn shown(period: Period, result: &ClosedResult) -> LastResult {
    LastResult {
        period: period.to_string(),
        period_name: both(|language| texts::format::period(&period.to_string(), language)),
        n: result.n,
        converted: result.converted.to_string(),
        grade: result.grade.letter().to_owned(),
        performance: Text {
            id: result.grade.performance().to_owned(),
            en: result.grade.performance_in_english().to_owned(),
        },
        margin: result.margin.map(|points| points.to_string()),
        lowest: result.lowest.iter().map(|code| named(code)).collect(),
    }
}

fn named(code: &str) -> NamedElement {
    let name = |language| ElementName::of(code).map_or(code, |name| name.text(language)).to_owned();
    NamedElement { code: code.to_owned(), name: both(name) }
}

fn both(text: impl Fn(Language) -> String) -> Text {
    Text { id: text(Language::Indonesian), en: text(Language::English) }
}
