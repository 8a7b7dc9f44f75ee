//! What everybody may know of the city: its headline, and the units that have published a report.

use super::city_past::{CityPast, Past};
use super::public_unit::{enough, published_body};
use crate::results::recap::city_recap;
use chrono::{DateTime, Utc};
use contract::report::{PublicCity, PublicCityUnit, PublicHeadline};
use domain::Period;
use domain::period::month_of;
use std::collections::BTreeMap;
use store::city::{ROOT, time_zone};
use store::reports::{Published, newest_published};
use store::units::list_units;
use store::{Conn, StoreError, StoreResult, Versions};

/// Reads the public view of the city.
///
/// # Errors
/// When the database fails.
pub fn read(conn: &mut Conn<'_>, versions: &Versions, past: &CityPast, now: DateTime<Utc>) -> StoreResult<PublicCity> {
    let zone = time_zone(conn)?;
    let month = month_of(now, zone);
    let settings = store::settings::settings_for(conn, month)?;
    let least = i64::from(settings.public_minimum_n);
    let mut published: BTreeMap<i32, Published> =
        newest_published(conn)?.into_iter().map(|published| (published.unit_id, published)).collect();
    let units = list_units(conn)?;
    let city = units.iter().find(|unit| unit.code.as_str() == ROOT).ok_or(StoreError::NotFound("city"))?.id;
    let of_city = published.remove(&city);
    // One method, whether or not the city has published a report: the mean of the units' printed indices.
    let period = of_city.as_ref().map_or_else(|| Period::quarter_of(month).previous(), |report| report.period);
    let headline = mean_of_units(conn, versions, period, least)?;
    let headline =
        headline.map(|headline| PublicHeadline { report: of_city.map(|report| report.code.to_string()), ..headline });
    let units_obliged = units.iter().filter(|unit| unit.obliged && unit.active).count();
    let rows = units.into_iter().filter_map(|unit| {
        let report = published_body(published.remove(&unit.id)?, least);
        let kind = unit.kind.code().to_owned();
        Some(PublicCityUnit { unit: unit.code.to_string(), name: unit.name, kind, report })
    });
    let units: Vec<PublicCityUnit> = rows.collect();
    let headline = headline.filter(|headline| !headline.indices.is_empty());
    let Past { mut trends, follow_up } = past.read(conn, versions, (city, period, least), &units, now)?;
    let shown = headline.iter().flat_map(|headline| &headline.indices);
    let shown: Vec<_> = shown.map(|index| index.index).collect();
    trends.retain(|trend| shown.contains(&trend.index));
    Ok(PublicCity { city: settings.city_name, headline, units_obliged, trends, follow_up, units })
}

/// The mean of the units' printed indices in a closed period: provisional until all of them have submitted their reports.
fn mean_of_units(
    conn: &mut Conn<'_>,
    versions: &Versions,
    period: Period,
    least: i64,
) -> StoreResult<Option<PublicHeadline>> {
    let recap = city_recap(conn, versions, period, false)?;
    let Some(first) = recap.indices.first() else { return Ok(None) };
    let (units, sementara) = (first.units, recap.indices.iter().any(|index| index.sementara));
    let indices = recap.indices.into_iter().map(|index| index.headline).collect();
    Ok(Some(PublicHeadline {
        report: None,
        period: period.to_string(),
        sementara,
        units: Some(units),
        indices: enough(indices, least),
    }))
}
