//! Surveys in memory for a few seconds, so that an answer costs one write and no read.
//!
//! A change of a link is seen at once by the replica that made it, and at the latest after [`FRESH`] by every other; what was
//! answered in between is taken, as it would be from a device that was offline.

use super::Survey;
use crate::results::last::last_result;
use chrono::{DateTime, TimeDelta, Utc};
use contract::survey::LastResult;
use domain::{LinkCode, period::month_of};
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use store::{Db, StoreError, StoreResult};

/// How old what is remembered may be.
pub const FRESH: TimeDelta = TimeDelta::seconds(3);
/// How old a unit's last closed result may be: it changes by late answers and exclusions alone.
const FRESH_RESULT: TimeDelta = TimeDelta::minutes(5);
/// Unknown codes are remembered too, so there must be an end.
const MOST: usize = 10_000;

type Read<T> = (DateTime<Utc>, Option<T>);
type Entry = Read<Arc<Survey>>;

/// What was read of links lately, and of the units' last results.
#[derive(Default)]
pub struct Surveys {
    links: RwLock<HashMap<LinkCode, Entry>>,
    results: Arc<RwLock<HashMap<i32, Read<LastResult>>>>,
}

impl Surveys {
    /// The survey of this code; none for an unknown one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find(&self, db: &Db, code: LinkCode, now: DateTime<Utc>) -> StoreResult<Option<Arc<Survey>>> {
        if let Some((read_at, survey)) = self.links.read().unwrap_or_else(PoisonError::into_inner).get(&code)
            && (now - *read_at).abs() < FRESH
        {
            return Ok(survey.clone());
        }
        let (versions, results) = (Arc::clone(db.versions()), Arc::clone(&self.results));
        let survey = db
            .read(move |conn| {
                let Some(link) = store::links::find_survey_link(conn, code)? else { return Ok(None) };
                let version = versions.get(conn, link.questionnaire_id)?;
                let zone = store::city::find_city(conn)?.ok_or(StoreError::NotFound("city"))?.time_zone;
                let settings = store::settings::settings_for(conn, month_of(now, zone))?;
                let known = results.read().unwrap_or_else(PoisonError::into_inner).get(&link.unit_id).cloned();
                let last_result = match known {
                    Some((read_at, result)) if (now - read_at).abs() < FRESH_RESULT => result,
                    _ => {
                        let unit = link.unit_code.as_str();
                        let result = last_result(conn, &versions, unit, month_of(now, zone), &settings)?;
                        let mut known = results.write().unwrap_or_else(PoisonError::into_inner);
                        known.insert(link.unit_id, (now, result.clone()));
                        result
                    }
                };
                Ok(Some(Arc::new(Survey { link, version, settings, zone, last_result })))
            })
            .await?;
        let mut known = self.links.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(code, (now, survey.clone()));
        Ok(survey)
    }

    /// Forgets a link, after a change made here.
    pub fn forget(&self, code: LinkCode) {
        self.links.write().unwrap_or_else(PoisonError::into_inner).remove(&code);
    }
}
