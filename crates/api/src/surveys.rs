//! Surveys by their links: found, answered, counted.

pub mod cache;
pub mod devices;
pub mod events;
pub mod limits;
pub mod submit;

use crate::access::Guard;
use crate::access::permission::Permission;
use crate::clock::rfc3339;
use crate::error::{ApiError, ErrorCode};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use contract::survey::LastResult;
use domain::questionnaire::Wording;
use domain::response::GRACE_DAYS;
use domain::{CitySettings, LinkCode};
use std::sync::Arc;
use store::Version;
use store::links::SurveyLink;
use store::services::{GENERAL, Service};

/// A link with everything a survey page or a submission needs.
#[derive(Debug)]
pub struct Survey {
    /// The link, its unit and services.
    pub link: SurveyLink,
    /// The questionnaire it asks.
    pub version: Arc<Version>,
    /// The settings in force now.
    pub settings: CitySettings,
    /// The city's time zone.
    pub zone: Tz,
    /// The unit's last closed period, where it may be shown.
    pub last_result: Option<LastResult>,
}

impl Survey {
    /// The service of this code among all of the unit; the link's own, or the general one, when none is named.
    pub fn service(&self, code: Option<&str>) -> Option<&Service> {
        let services = &self.link.services;
        match (code, self.link.service_id) {
            (Some(code), _) => services.iter().find(|service| service.code.as_str() == code),
            (None, Some(fixed)) => services.iter().find(|service| service.id == fixed),
            (None, None) => services.iter().find(|service| service.code.as_str() == GENERAL),
        }
    }

    /// Per item of a questionnaire version, whether and how a service is asked it.
    pub fn wordings(&self, version: &Version, service: &Service) -> Vec<Option<Wording>> {
        version.questionnaire.wordings(service.mode, service.free, self.settings.u4_layanan_gratis)
    }

    /// Whether the link takes new answers now.
    ///
    /// # Errors
    /// 410, closed and expired apart.
    pub fn check_open(&self, now: DateTime<Utc>) -> Result<(), ApiError> {
        self.check_open_since(now, now)
    }

    /// As [`Survey::check_open`], for answers begun at `begun`: they are taken for some days after the end, as they may have
    /// waited on a device.
    ///
    /// # Errors
    /// 410, closed and expired apart.
    pub fn check_open_since(&self, begun: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), ApiError> {
        let Some(end) = self.link.ends_at().filter(|end| *end <= now) else { return Ok(()) };
        if begun < end && now - end <= TimeDelta::days(GRACE_DAYS) {
            return Ok(());
        }
        let closed = self.link.closed_at.is_some_and(|closed| closed <= end);
        let (code, verb) = if closed { (ErrorCode::LinkClosed, "closed") } else { (ErrorCode::LinkExpired, "ended") };
        Err(ApiError::new(code, format!("the link {} {verb} at {}", self.link.code, rfc3339(end))))
    }
}

/// The survey at a link.
///
/// # Errors
/// 404 for a code that is unknown or none.
pub async fn find_survey<P: Permission>(guard: &Guard<P>, code: &str) -> Result<Arc<Survey>, ApiError> {
    let unknown = || ApiError::new(ErrorCode::UnknownLink, "no unit has given out this code");
    let code = LinkCode::parse(code).map_err(|_| unknown())?;
    guard.state().surveys.find(guard.db(), code, guard.now()).await?.ok_or_else(unknown)
}
