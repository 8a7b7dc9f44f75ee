//! What only the responses themselves can tell: days, reliability, processed sheets.

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::reliability::{ElementPlan, reliability};
use domain::report::{ElementAlpha, ProcessedSheet};
use domain::{CitySettings, IndexKind, Period};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;
use store::responses::{CountedResponse, list_counted};
use store::tallies::Selection;
use store::{Conn, StoreResult, Version, Versions};
use uuid::Uuid;

/// The responses of a report, by questionnaire version.
pub(super) struct Respondents {
    pub(super) all: Vec<CountedResponse>,
    versions: BTreeMap<i32, (Arc<Version>, Option<String>)>,
}

impl Respondents {
    pub(super) fn read(
        conn: &mut Conn<'_>,
        versions: &Versions,
        selection: &Selection,
        settings: &CitySettings,
    ) -> StoreResult<Self> {
        let all = list_counted(conn, selection)?;
        let mut used = BTreeMap::new();
        for response in &all {
            if let Entry::Vacant(entry) = used.entry(response.questionnaire_id) {
                let version = versions.get(conn, response.questionnaire_id)?;
                let grouping = settings.grouping_of(&version.questionnaire.code).map(str::to_owned);
                entry.insert((version, grouping));
            }
        }
        Ok(Self { all, versions: used })
    }

    /// The first and last day with an answer, within the period; those of the period without any, or where the day of an answer
    /// is not known.
    pub(super) fn days(&self, period: Period, zone: Tz) -> (NaiveDate, NaiveDate) {
        let (first, last) = super::assemble::days_of(period);
        if self.all.iter().any(|response| !response.dated) {
            return (first, last);
        }
        let days = self.all.iter().map(|response| response.answered_at.with_timezone(&zone).date_naive());
        let within: Vec<NaiveDate> = days.filter(|day| (first..=last).contains(day)).collect();
        let ends = within.iter().min().copied().zip(within.iter().max().copied());
        ends.unwrap_or((first, last))
    }

    /// Cronbach's alpha of each index that has one, over all questionnaire versions.
    pub(super) fn alphas(&self) -> Vec<ElementAlpha> {
        IndexKind::ALL.into_iter().filter_map(|kind| self.alpha(kind)).collect()
    }

    fn alpha(&self, kind: IndexKind) -> Option<ElementAlpha> {
        let plans: BTreeMap<i32, ElementPlan> = self
            .versions
            .iter()
            .filter_map(|(id, (version, grouping))| {
                let questionnaire = &version.questionnaire;
                let grouping = questionnaire.grouping(grouping.as_deref())?;
                Some((*id, ElementPlan::new(questionnaire, grouping, kind)?))
            })
            .collect();
        let rows = self
            .all
            .iter()
            .filter_map(|response| Some(plans.get(&response.questionnaire_id)?.values(&response.answers)));
        let found = reliability(&rows.collect::<Vec<_>>());
        let alpha = found.alpha.ok()?;
        Some(ElementAlpha { index: kind, alpha: alpha.to_string(), n: found.complete })
    }

    /// The processed answers. Their order follows from a hash, so that it tells nothing of time, and is always the same.
    pub(super) fn sheets(&self, report: Uuid) -> Vec<ProcessedSheet> {
        let sheet = |(id, (version, grouping)): (&i32, &(Arc<Version>, Option<String>))| {
            let grouping = version.questionnaire.grouping(grouping.as_deref())?;
            let mut sheet = ProcessedSheet::empty(&version.questionnaire, grouping);
            let of_version = self.all.iter().filter(|response| response.questionnaire_id == *id);
            let mut rows: Vec<(Vec<u8>, &[u8])> = of_version
                .map(|response| {
                    let hash = Sha256::new().chain_update(report.as_bytes()).chain_update(&response.answers).finalize();
                    (hash.to_vec(), response.answers.as_slice())
                })
                .collect();
            rows.sort_unstable();
            for (_, answers) in rows {
                sheet.add(answers);
            }
            Some(sheet)
        };
        self.versions.iter().filter_map(sheet).collect()
    }
}
