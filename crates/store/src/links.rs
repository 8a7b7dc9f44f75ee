//! Survey links: the short codes by which respondents reach a survey.

mod survey;

pub use survey::{SurveyLink, find_survey_link};

use crate::connection::{Conn, WriteConn, on_each};
use crate::error::{StoreError, StoreResult};
use crate::schema::{links, services, units};
use crate::time;
use crate::units::stored_code;
use crate::verify::stored_channel;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::{Channel, Code, LinkCode};

/// A survey link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its key.
    pub id: i32,
    /// Its code.
    pub code: LinkCode,
    /// The unit it belongs to: key and code.
    pub unit: (i32, Code),
    /// The one service it asks about: key and code; none when the respondent chooses.
    pub service: Option<(i32, Code)>,
    /// The questionnaire version it asks.
    pub questionnaire_id: i32,
    /// How answers come in by it: on the respondent's own device or a tablet of the unit.
    pub channel: Channel,
    /// What the unit calls it: "Loket 3".
    pub label: String,
    /// From when on it takes no new answers.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was closed by hand.
    pub closed_at: Option<DateTime<Utc>>,
    /// Grows with every change.
    pub row_version: i32,
    /// Who made it.
    pub created_by: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// A new survey link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLink {
    /// The unit it belongs to.
    pub unit_id: i32,
    /// The code of the one service it asks about.
    pub service: Option<Code>,
    /// The questionnaire version it asks.
    pub questionnaire_id: i32,
    /// [`Channel::SelfFilled`] or [`Channel::Kiosk`].
    pub channel: Channel,
    /// What the unit calls it.
    pub label: String,
    /// From when on it takes no new answers.
    pub expires_at: Option<DateTime<Utc>>,
    /// Who makes it.
    pub created_by: String,
}

/// What to change of a link; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkChange {
    /// What the unit calls it.
    pub label: Option<String>,
    /// From when on it takes no new answers; `Some(None)` for never.
    pub expires_at: Option<Option<DateTime<Utc>>>,
    /// True closes it now, false opens it again.
    pub closed: Option<bool>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = links)]
struct LinkRow {
    id: i32,
    code: String,
    unit_id: i32,
    service_id: Option<i32>,
    questionnaire_id: i32,
    channel: i16,
    label: String,
    expires_at: Option<NaiveDateTime>,
    closed_at: Option<NaiveDateTime>,
    row_version: i32,
    created_by: String,
    created_at: NaiveDateTime,
}

fn stored_link_code(text: &str) -> StoreResult<LinkCode> {
    LinkCode::parse(text).map_err(|error| StoreError::Damaged(error.to_string()))
}

fn link_of((row, unit, service): (LinkRow, String, Option<String>)) -> StoreResult<Link> {
    Ok(Link {
        id: row.id,
        code: stored_link_code(&row.code)?,
        unit: (row.unit_id, stored_code(unit)?),
        service: row.service_id.zip(service.map(stored_code).transpose()?),
        questionnaire_id: row.questionnaire_id,
        channel: stored_channel(row.channel),
        label: row.label,
        expires_at: row.expires_at.map(time::read),
        closed_at: row.closed_at.map(time::read),
        row_version: row.row_version,
        created_by: row.created_by,
        created_at: time::read(row.created_at),
    })
}

macro_rules! select_links {
    () => {
        links::table.inner_join(units::table).left_join(services::table).select((
            LinkRow::as_select(),
            units::code,
            services::code.nullable(),
        ))
    };
}

/// The links of some units, the newest first, before a key when given.
///
/// # Errors
/// When the database fails.
pub fn list_links(conn: &mut Conn<'_>, unit_ids: &[i32], before: Option<i32>, limit: i64) -> StoreResult<Vec<Link>> {
    let rows = select_links!()
        .filter(links::unit_id.eq_any(unit_ids).and(links::id.lt(before.unwrap_or(i32::MAX))))
        .order(links::id.desc())
        .limit(limit)
        .load(conn.0)?;
    rows.into_iter().map(link_of).collect()
}

/// What a link asks, and about what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskingLink {
    /// Its key.
    pub id: i32,
    /// The key of its unit.
    pub unit_id: i32,
    /// The key of the one service it asks about.
    pub service_id: Option<i32>,
    /// The questionnaire version it asks.
    pub questionnaire_id: i32,
}

/// Every link of these units, ended ones too, by their questionnaire.
///
/// # Errors
/// When the database fails.
pub fn asking_links(conn: &mut Conn<'_>, unit_ids: &[i32]) -> StoreResult<Vec<AskingLink>> {
    let rows: Vec<(i32, i32, Option<i32>, i32)> = links::table
        .filter(links::unit_id.eq_any(unit_ids))
        .select((links::id, links::unit_id, links::service_id, links::questionnaire_id))
        .order((links::questionnaire_id, links::id))
        .load(conn.0)?;
    let link = |(id, unit_id, service_id, questionnaire_id)| AskingLink { id, unit_id, service_id, questionnaire_id };
    Ok(rows.into_iter().map(link).collect())
}

/// The link of this code.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn find_link(conn: &mut Conn<'_>, code: LinkCode) -> StoreResult<Link> {
    let row = select_links!().filter(links::code.eq(code.as_str())).first(conn.0);
    link_of(row.map_err(StoreError::missing("survey link"))?)
}

/// Makes a link with a random code.
///
/// # Errors
/// [`StoreError::NotFound`] when the unit offers no such service; [`StoreError::Refused`] when unit or service are inactive
/// or the channel has no links.
pub fn create_link(conn: &mut WriteConn<'_>, new: &NewLink, now: DateTime<Utc>) -> StoreResult<Link> {
    if !matches!(new.channel, Channel::SelfFilled | Channel::Kiosk) {
        let reason = format!("answers of the channel {} do not come by a link", new.channel.code());
        return Err(StoreError::Refused(format!("{reason}: choose self_filled or kiosk")));
    }
    let service_id = match &new.service {
        Some(code) => Some(crate::services::find_service(conn, new.unit_id, code.as_str())?.id),
        None => None,
    };
    refuse_inactive(conn, new.unit_id, service_id)?;
    // 40 random bits: a second attempt is already unlikely ever to be needed.
    for _ in 0..5 {
        let code = random_code()?;
        let values = (
            links::code.eq(code.as_str()),
            links::unit_id.eq(new.unit_id),
            links::service_id.eq(service_id),
            links::questionnaire_id.eq(new.questionnaire_id),
            links::channel.eq(i16::from(new.channel.number())),
            links::label.eq(&new.label),
            links::expires_at.eq(new.expires_at.map(time::stored)),
            links::closed_at.eq(None::<NaiveDateTime>),
            links::row_version.eq(1),
            links::created_by.eq(&new.created_by),
            links::created_at.eq(time::stored(now)),
        );
        let inserted = on_each!(conn.raw(), c =>
            diesel::insert_into(links::table).values(values).on_conflict_do_nothing().execute(c))?;
        if inserted == 1 {
            return find_link(conn, code);
        }
    }
    Err(StoreError::Busy)
}

pub(crate) fn random_code() -> StoreResult<LinkCode> {
    let mut bytes = [0; 5];
    getrandom::fill(&mut bytes).map_err(|error| {
        tracing::error!(error = %error, "the system gives no random bytes");
        StoreError::Busy
    })?;
    Ok(LinkCode::from_random(bytes))
}

/// Changes a link whose row version the client has seen.
///
/// # Errors
/// [`StoreError::Stale`] when it changed meanwhile; [`StoreError::Refused`] when it would open for what is inactive.
pub fn update_link(
    conn: &mut WriteConn<'_>,
    code: LinkCode,
    seen: i32,
    change: &LinkChange,
    now: DateTime<Utc>,
) -> StoreResult<Link> {
    let link = find_link(conn, code)?;
    if link.row_version != seen {
        return Err(StoreError::Stale("survey link"));
    }
    let closed_at = match change.closed {
        Some(true) => Some(link.closed_at.unwrap_or(now)),
        Some(false) => None,
        None => link.closed_at,
    };
    if link.closed_at.is_some() && closed_at.is_none() {
        refuse_inactive(conn, link.unit.0, link.service.as_ref().map(|(id, _)| *id))?;
    }
    let values = (
        links::label.eq(change.label.as_ref().unwrap_or(&link.label)),
        links::expires_at.eq(change.expires_at.unwrap_or(link.expires_at).map(time::stored)),
        links::closed_at.eq(closed_at.map(time::stored)),
        links::row_version.eq(seen + 1),
    );
    let target = links::table.filter(links::id.eq(link.id).and(links::row_version.eq(seen)));
    if diesel::update(target).set(values).execute(conn.raw())? == 0 {
        return Err(StoreError::Stale("survey link"));
    }
    find_link(conn, code)
}

fn refuse_inactive(conn: &mut WriteConn<'_>, unit_id: i32, service_id: Option<i32>) -> StoreResult<()> {
    let unit_active: bool =
        units::table.find(unit_id).select(units::active).first(conn.raw()).map_err(StoreError::missing("unit"))?;
    if !unit_active {
        return Err(StoreError::Refused("the unit is inactive: activate it first".to_owned()));
    }
    let Some(service_id) = service_id else { return Ok(()) };
    let service_active: bool = services::table.find(service_id).select(services::active).first(conn.raw())?;
    if service_active {
        Ok(())
    } else {
        Err(StoreError::Refused("the service is no longer offered: activate it first".to_owned()))
    }
}
