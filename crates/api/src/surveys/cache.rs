//! Surveys in memory for a few seconds, so that an answer costs one write and no read.
//!
//! An administrator's change is seen here at the latest after [`FRESH`], by every replica; what was answered in between is
//! taken, as it would be from a device that was offline.

use super::Survey;
use chrono::{DateTime, TimeDelta, Utc};
use domain::{LinkCode, period::month_of};
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use store::{Db, StoreError, StoreResult};

/// How old what is remembered may be.
pub const FRESH: TimeDelta = TimeDelta::seconds(3);
/// Unknown codes are remembered too, so there must be an end.
const MOST: usize = 10_000;

type Entry = (DateTime<Utc>, Option<Arc<Survey>>);

/// What was read of links lately.
#[derive(Default)]
pub struct Surveys(RwLock<HashMap<LinkCode, Entry>>);

impl Surveys {
    /// The survey of this code; none for an unknown one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find(&self, db: &Db, code: LinkCode, now: DateTime<Utc>) -> StoreResult<Option<Arc<Survey>>> {
        if let Some((read_at, survey)) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&code)
            && (now - *read_at).abs() < FRESH
        {
            return Ok(survey.clone());
        }
        let versions = Arc::clone(db.versions());
        let survey = db
            .read(move |conn| {
                let Some(link) = store::links::find_survey_link(conn, code)? else { return Ok(None) };
                let version = versions.get(conn, link.questionnaire_id)?;
                let zone = store::city::find_city(conn)?.ok_or(StoreError::NotFound("city"))?.time_zone;
                let settings = store::settings::settings_for(conn, month_of(now, zone))?;
                Ok(Some(Arc::new(Survey { link, version, settings, zone })))
            })
            .await?;
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(code, (now, survey.clone()));
        Ok(survey)
    }

    /// Forgets everything, after a change made here.
    pub fn forget(&self) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
