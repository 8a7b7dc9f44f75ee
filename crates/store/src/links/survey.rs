//! What a submission by a link needs to know.

use super::LinkRow;
use crate::connection::Conn;
use crate::error::StoreResult;
use crate::schema::{links, units};
use crate::services::{Service, list_services};
use crate::time;
use crate::units::{stored_code, stored_kind};
use crate::verify::stored_channel;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use domain::{Channel, Code, LinkCode, UnitKind};

/// What a submission by a link needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyLink {
    /// Its key.
    pub id: i32,
    /// Its code.
    pub code: LinkCode,
    /// How answers come in by it.
    pub channel: Channel,
    /// The key of its unit.
    pub unit_id: i32,
    /// The code of its unit.
    pub unit_code: Code,
    /// The name of its unit.
    pub unit_name: String,
    /// What kind of office its unit is.
    pub unit_kind: UnitKind,
    /// The key of the one service it asks about.
    pub service_id: Option<i32>,
    /// Every service of the unit, `umum` first. Those no longer offered are among them, as an answer about one may have
    /// waited on a device.
    pub services: Vec<Service>,
    /// The questionnaire version it asks.
    pub questionnaire_id: i32,
    /// From when on it takes no new answers.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was closed by hand.
    pub closed_at: Option<DateTime<Utc>>,
}

impl SurveyLink {
    /// The services a respondent may choose from, or the one the link is made for.
    pub fn offered(&self) -> impl Iterator<Item = &Service> {
        self.services.iter().filter(|service| match self.service_id {
            Some(fixed) => service.id == fixed,
            None => service.active,
        })
    }

    /// From when on it takes no new answers: closed by hand or expired, whatever comes first.
    pub fn ends_at(&self) -> Option<DateTime<Utc>> {
        [self.expires_at, self.closed_at].into_iter().flatten().min()
    }
}

/// What a submission needs, in two reads; none for an unknown code.
///
/// # Errors
/// When the database fails.
pub fn find_survey_link(conn: &mut Conn<'_>, code: LinkCode) -> StoreResult<Option<SurveyLink>> {
    let found: Option<(LinkRow, String, String, String)> = links::table
        .inner_join(units::table)
        .filter(links::code.eq(code.as_str()))
        .select((LinkRow::as_select(), units::code, units::name, units::kind))
        .first(conn.0)
        .optional()?;
    let Some((row, unit_code, unit_name, unit_kind)) = found else { return Ok(None) };
    Ok(Some(SurveyLink {
        id: row.id,
        code,
        channel: stored_channel(row.channel),
        unit_id: row.unit_id,
        unit_code: stored_code(unit_code)?,
        unit_name,
        unit_kind: stored_kind(&unit_kind)?,
        service_id: row.service_id,
        services: list_services(conn, &[row.unit_id])?,
        questionnaire_id: row.questionnaire_id,
        expires_at: row.expires_at.map(time::read),
        closed_at: row.closed_at.map(time::read),
    }))
}
