//! Background work: documents of many units, one after another, gathered in one archive.
//!
//! Every replica looks for work. A job's lease keeps two from doing the same; when a replica dies, another goes on with what
//! is left after the lease has run out.

pub mod archive;

use crate::access::AppState;
use crate::reports::files::{Format, assets, edition};
use crate::reports::{draft_of, opened};
use actix_web::web;
use domain::{Code, Period};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::time::Duration;
use store::jobs::{ItemResult, Job, JobItem, claim_job, finish_item, is_work_waiting, next_item, purge_jobs};
use store::reports::{ReportFilter, ReportState, find_file, list_reports};
use store::units::{Unit, find_unit};
use store::{Conn, StoreError, StoreResult};
use uuid::Uuid;

/// How often a replica without work looks for some.
const LOOK: Duration = Duration::from_secs(2);

/// What a job of documents is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobParameters {
    /// The period.
    pub period: Period,
    /// The formats, by their names.
    pub formats: Vec<String>,
}

/// One document of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobSubject {
    /// The unit.
    pub unit: Code,
    /// The format's name.
    pub format: String,
}

/// Works for as long as the server runs.
pub async fn work(state: web::Data<AppState>) {
    let worker = Uuid::now_v7();
    let mut ticks = actix_web::rt::time::interval(LOOK);
    loop {
        ticks.tick().await;
        if let Err(error) = work_once(&state, worker).await {
            tracing::error!(error = %error, "background work failed; it goes on later");
        }
    }
}

/// Does the jobs that wait, until none does.
async fn work_once(state: &AppState, worker: Uuid) -> StoreResult<()> {
    // Reading first: a replica without work writes nothing.
    loop {
        let now = state.clock.now();
        if !state.background_db().read(move |conn| is_work_waiting(conn, now)).await? {
            return Ok(());
        }
        let claimed = state.background_db().write(move |conn| {
            purge_jobs(conn, now)?;
            claim_job(conn, worker, now)
        });
        let Some(job) = claimed.await? else { return Ok(()) };
        while let Some(item) = state.background_db().read(move |conn| next_item(conn, job.id)).await? {
            let result = do_item(state, &job, &item).await?;
            let (id, position, now) = (job.id, item.position, state.clock.now());
            let kept =
                state.background_db().write(move |conn| finish_item(conn, id, worker, position, &result, now)).await?;
            if !kept {
                break;
            }
        }
    }
}

async fn do_item(state: &AppState, job: &Job, item: &JobItem) -> StoreResult<ItemResult> {
    let parsed = serde_json::from_str::<JobParameters>(&job.parameters)
        .and_then(|parameters| Ok((parameters, serde_json::from_str::<JobSubject>(&item.subject)?)));
    let Ok((parameters, subject)) = parsed else { return Ok(ItemResult::Failed("unknown kind of work".to_owned())) };
    let Some(format) = Format::from_code(&subject.format) else {
        return Ok(ItemResult::Failed(format!("unknown format {:?}", subject.format)));
    };
    let (versions, now) = (Arc::clone(state.background_db().versions()), state.clock.now());
    let (public_url, actor) = (state.config.public_url.clone(), job.created_by.clone());
    let reading = move |conn: &mut Conn<'_>| {
        let unit = find_unit(conn, subject.unit.as_str())?;
        let report = match ready(conn, &unit, parameters.period, format)? {
            Ready::File(name, content) => return Ok(Prepared::File(name, content)),
            Ready::Report(report) => *report,
            Ready::Nothing => draft_of(&unit, None, parameters.period, &actor, now),
        };
        let document = opened(conn, &versions, &report, now)?;
        if document.figures.n == 0 {
            return Ok(Prepared::Nothing);
        }
        let assets = assets(conn, &document)?;
        Ok(Prepared::Document(Box::new((document, assets, edition(&report, &public_url)))))
    };
    match state.background_db().read(reading).await {
        Ok(Prepared::File(name, content)) => Ok(ItemResult::File { name, content }),
        Ok(Prepared::Nothing) => Ok(ItemResult::Failed("no answers in the period".to_owned())),
        Ok(Prepared::Document(prepared)) => {
            let name = format.file_name(&prepared.0);
            let rendering = move || format.render(&prepared.0, &prepared.2, &prepared.1);
            Ok(match state.heavy.run(rendering).await {
                Ok(Ok(content)) => ItemResult::File { name, content },
                Ok(Err(error)) => ItemResult::Failed(error.to_string()),
                Err(error) => ItemResult::Failed(error.to_string()),
            })
        }
        Err(error @ (StoreError::Busy | StoreError::Database(_))) => Err(error),
        Err(error) => Ok(ItemResult::Failed(error.to_string())),
    }
}

enum Prepared {
    File(String, Vec<u8>),
    Document(Box<(domain::ReportDocument, documents::Assets, documents::Edition)>),
    Nothing,
}

enum Ready {
    File(String, Vec<u8>),
    Report(Box<store::reports::Report>),
    Nothing,
}

/// The kept file of the newest published revision, or the newest report of the unit.
fn ready(conn: &mut Conn<'_>, unit: &Unit, period: Period, format: Format) -> StoreResult<Ready> {
    let filter = ReportFilter { units: Some(vec![unit.id]), period: Some(period), state: None };
    let reports = list_reports(conn, &filter, None, i64::MAX)?.into_iter().filter(|report| report.service.is_none());
    let reports: Vec<_> = reports.collect();
    let published = reports.iter().filter(|report| report.state == ReportState::Published);
    if let Some(published) = published.max_by_key(|report| report.revision) {
        let file = find_file(conn, published.id, format.code())?;
        return Ok(Ready::File(file.info.file_name, file.content));
    }
    let newest = reports.into_iter().max_by_key(|report| report.revision);
    Ok(newest.map_or(Ready::Nothing, |report| Ready::Report(Box::new(report))))
}
