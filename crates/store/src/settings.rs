//! The city's settings: versioned rows, each in force from a month on.

use crate::connection::{Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::questionnaires::Versions;
use crate::schema::settings;
use crate::time;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::{CitySettings, Month};

/// One version of the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsVersion {
    /// Its key; grows with every change.
    pub id: i32,
    /// The first month it is meant for.
    pub valid_from: Month,
    /// The settings.
    pub settings: CitySettings,
    /// Who made it.
    pub changed_by: String,
    /// When.
    pub changed_at: DateTime<Utc>,
    /// From this month on another version holds in its place; told in lists and after a change.
    pub hidden_from: Option<Month>,
}

/// New settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSettings {
    /// The first month they are meant for.
    pub valid_from: Month,
    /// The settings.
    pub settings: CitySettings,
    /// Who makes them.
    pub changed_by: String,
}

/// One setting that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingDefect {
    /// Where in the settings, as a JSON pointer.
    pub pointer: String,
    /// What was received.
    pub received: String,
    /// What would be accepted.
    pub accepted: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = settings)]
struct SettingsRow {
    id: i32,
    valid_from: i32,
    body: String,
    changed_by: String,
    changed_at: NaiveDateTime,
}

/// Key and first month of every version.
fn first_months(conn: &mut Conn<'_>) -> StoreResult<Vec<(i32, i32)>> {
    Ok(settings::table.select((settings::id, settings::valid_from)).load(conn.0)?)
}

fn version_of(row: SettingsRow, all: &[(i32, i32)]) -> StoreResult<SettingsVersion> {
    let hides = |(id, month): &&(i32, i32)| *month > row.valid_from || (*month == row.valid_from && *id > row.id);
    let hidden_from = all.iter().filter(hides).map(|(_, month)| *month).min();
    let body = serde_json::from_str(&row.body);
    Ok(SettingsVersion {
        id: row.id,
        valid_from: Month::from_number(row.valid_from),
        settings: body.map_err(|error| StoreError::Damaged(format!("settings {}: {error}", row.id)))?,
        changed_by: row.changed_by,
        changed_at: time::read(row.changed_at),
        hidden_from: hidden_from.map(Month::from_number),
    })
}

/// The version in force in a month: the newest among those with the latest first month not after it.
///
/// # Errors
/// When the database fails.
pub fn settings_version_for(conn: &mut Conn<'_>, month: Month) -> StoreResult<Option<SettingsVersion>> {
    let row = settings::table
        .filter(settings::valid_from.le(month.number()))
        .select(SettingsRow::as_select())
        .order((settings::valid_from.desc(), settings::id.desc()))
        .first(conn.0)
        .optional()?;
    // In force it is in that month, whatever comes after it.
    row.map(|row| version_of(row, &[])).transpose()
}

/// The settings in force in a month; the defaults where nobody has decided yet.
///
/// # Errors
/// When the database fails.
pub fn settings_for(conn: &mut Conn<'_>, month: Month) -> StoreResult<CitySettings> {
    Ok(settings_version_for(conn, month)?.map(|version| version.settings).unwrap_or_default())
}

/// Every version, the newest first, before a key when given.
///
/// # Errors
/// When the database fails.
pub fn list_settings(conn: &mut Conn<'_>, before: Option<i32>, limit: i64) -> StoreResult<Vec<SettingsVersion>> {
    let rows = settings::table
        .filter(settings::id.lt(before.unwrap_or(i32::MAX)))
        .select(SettingsRow::as_select())
        .order(settings::id.desc())
        .limit(limit)
        .load(conn.0)?;
    let all = first_months(conn)?;
    rows.into_iter().map(|row| version_of(row, &all)).collect()
}

/// The key of the newest version; 0 before the first.
///
/// # Errors
/// When the database fails.
pub fn newest_settings_id(conn: &mut Conn<'_>) -> StoreResult<i32> {
    let newest: Option<i32> = settings::table.select(diesel::dsl::max(settings::id)).first(conn.0)?;
    Ok(newest.unwrap_or(0))
}

/// Stores new settings on top of the newest version that the client has seen; see [`check_settings`] for what is possible.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed them meanwhile; [`StoreError::Refused`] when they have a defect.
pub fn put_settings(
    conn: &mut WriteConn<'_>,
    versions: &Versions,
    seen: i32,
    new: &NewSettings,
    now: DateTime<Utc>,
) -> StoreResult<SettingsVersion> {
    if let Some(defect) = check_settings(&new.settings, versions).first() {
        let SettingDefect { pointer, received, accepted } = defect;
        return Err(StoreError::Refused(format!("{pointer} cannot be {received}: {accepted}")));
    }
    // Two replicas on PostgreSQL would else both see the same newest version.
    if let crate::connection::AnyConnection::Postgres(conn) = conn.raw() {
        crate::schema::city::table.select(crate::schema::city::id).for_update().load::<i32>(conn)?;
    }
    if newest_settings_id(conn)? != seen {
        return Err(StoreError::Stale("settings"));
    }
    let body = serde_json::to_string(&new.settings).map_err(|error| StoreError::Damaged(error.to_string()))?;
    let values = (
        settings::valid_from.eq(new.valid_from.number()),
        settings::body.eq(body),
        settings::changed_by.eq(&new.changed_by),
        settings::changed_at.eq(time::stored(now)),
    );
    let id: i32 = diesel::insert_into(settings::table).values(values).returning(settings::id).get_result(conn.raw())?;
    let all = first_months(conn)?;
    version_of(settings::table.find(id).select(SettingsRow::as_select()).first(conn.raw())?, &all)
}

/// What is wrong with settings; nothing when they can be stored.
pub fn check_settings(settings: &CitySettings, versions: &Versions) -> Vec<SettingDefect> {
    let mut defects = Vec::new();
    let mut defect = |pointer: String, received: &dyn std::fmt::Display, accepted: String| {
        defects.push(SettingDefect { pointer, received: received.to_string(), accepted });
    };
    let name = settings.city_name.trim();
    if name.is_empty() || name.chars().count() > 120 || name.chars().any(char::is_control) {
        defect("/city_name".to_owned(), &settings.city_name, "1 to 120 characters".to_owned());
    }
    for (questionnaire, grouping) in &settings.groupings {
        let pointer = format!("/groupings/{questionnaire}");
        match versions.find(questionnaire.as_str(), None) {
            None => defect(pointer, questionnaire, "a questionnaire that GET /api/v1/questionnaires lists".to_owned()),
            Some(version) => {
                let known: Vec<&str> =
                    version.questionnaire.groupings.iter().map(|grouping| grouping.code.as_str()).collect();
                if !known.contains(&grouping.as_str()) {
                    defect(pointer, grouping, format!("one of {}", known.join(", ")));
                }
            }
        }
    }
    if settings.public_minimum_n == 0 || settings.public_minimum_n > 1_000_000 {
        defect("/public_minimum_n".to_owned(), &settings.public_minimum_n, "1 to 1000000".to_owned());
    }
    if !(1..=99).contains(&settings.minimum_age) {
        defect("/minimum_age".to_owned(), &settings.minimum_age, "1 to 99".to_owned());
    }
    if !is_color(&settings.brand_color) {
        defect("/brand_color".to_owned(), &settings.brand_color, "# and six of 0-9a-f, such as #0b6b5c".to_owned());
    }
    defects
}

fn is_color(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}
