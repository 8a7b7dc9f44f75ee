//! Background work: documents of many units, one after another, gathered in one archive.
//!
//! Every replica looks for work. A job's lease keeps two from doing the same; when a replica dies, another goes on with what
//! is left after the lease has run out. An item for which the server has no room is tried again later, a few times.

pub mod archive;

use crate::access::AppState;
use crate::error::ErrorCode;
use crate::reports::files::{Format, assets, edition};
use crate::reports::{draft_of, opened, report_of};
use actix_web::web;
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Code, Period};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::time::Duration;
use store::jobs::{
    ItemResult, Job, JobItem, begin_item, claim_job, finish_item, is_work_waiting, purge_jobs, retry_item,
};
use store::pictures::{delete_unnamed, list_unnamed};
use store::reports::find_file;
use store::units::find_unit;
use store::{Conn, Db, StoreError, StoreResult, WriteConn};
use uuid::Uuid;

/// How often a replica without work looks for some.
const LOOK: Duration = Duration::from_secs(2);
/// How long it waits when the server had no room for an item.
const PAUSE: Duration = Duration::from_secs(5);
/// How often what is kept for a time only is deleted.
const TIDY: TimeDelta = TimeDelta::days(1);

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
    let mut tidied = None;
    loop {
        ticks.tick().await;
        let now = state.clock.now();
        if tidied.is_none_or(|tidied| now - tidied >= TIDY) {
            tidied = Some(now);
            if let Err(error) = tidy(state.background_db(), now).await {
                tracing::error!(error = %error, "what is kept for a time only could not be deleted; it goes on tomorrow");
            }
        }
        if let Err(error) = work_once(&state, worker).await {
            tracing::error!(error = %error, "background work failed; it goes on later");
        }
    }
}

/// Deletes what is kept for a time only.
async fn tidy(db: &Db, now: DateTime<Utc>) -> StoreResult<()> {
    db.write(move |conn| purge_jobs(conn, now)).await?;
    let unnamed = db.read(move |conn| list_unnamed(conn, now)).await?;
    if !unnamed.is_empty() {
        let deleted = db.write(move |conn| delete_unnamed(conn, &unnamed, now)).await?;
        tracing::info!(pictures.count = deleted, "deleted pictures that nothing names any more");
    }
    Ok(())
}

/// Does the jobs that wait, until none does.
async fn work_once(state: &AppState, worker: Uuid) -> StoreResult<()> {
    let db = state.background_db();
    // Reading first: a replica without work writes nothing.
    loop {
        let now = state.clock.now();
        if !db.read(move |conn| is_work_waiting(conn, now)).await? {
            return Ok(());
        }
        let Some(job) = db.write(move |conn| claim_job(conn, worker, now)).await? else { return Ok(()) };
        let (id, begun) = (job.id, state.clock.now());
        let mut next = db.write(move |conn| begin_item(conn, id, worker, begun)).await?;
        while let Some(item) = next {
            let outcome = do_item(state, &job, &item).await;
            let now = state.clock.now();
            if matches!(outcome, Outcome::Overload(_)) {
                actix_web::rt::time::sleep(PAUSE).await;
            }
            let keeping = move |conn: &mut WriteConn<'_>| {
                let kept = match outcome {
                    Outcome::Ended(result) => finish_item(conn, id, worker, item.position, &result, now)?,
                    Outcome::Overload(reason) => retry_item(conn, id, worker, &item, &reason, now)?,
                };
                if kept { begin_item(conn, id, worker, now) } else { Ok(None) }
            };
            next = db.write(keeping).await?;
        }
    }
}

/// What came of trying an item.
#[derive(Debug)]
enum Outcome {
    Ended(ItemResult),
    /// The server had no room for it, for this reason: it may go better later.
    Overload(String),
}

async fn do_item(state: &AppState, job: &Job, item: &JobItem) -> Outcome {
    let failed = |reason: String| Outcome::Ended(ItemResult::Failed(reason));
    let parsed = serde_json::from_str::<JobParameters>(&job.parameters)
        .and_then(|parameters| Ok((parameters, serde_json::from_str::<JobSubject>(&item.subject)?)));
    let Ok((parameters, subject)) = parsed else { return failed("unknown kind of work".to_owned()) };
    let Some(format) = Format::from_code(&subject.format) else {
        return failed(format!("unknown format {:?}", subject.format));
    };
    let (versions, now) = (Arc::clone(state.background_db().versions()), state.clock.now());
    let (public_url, actor) = (state.config.public_url.clone(), job.created_by.clone());
    let reading = move |conn: &mut Conn<'_>| {
        let unit = find_unit(conn, subject.unit.as_str())?;
        let known = report_of(conn, unit.id, None, parameters.period)?;
        if let Some(published) = known.as_ref().filter(|report| report.state.is_published()) {
            let file = find_file(conn, published.id, format.code())?;
            return Ok(Prepared::File(file.info.file_name, file.content));
        }
        let is_made = known.is_some();
        let report = known.unwrap_or_else(|| draft_of(&unit, None, parameters.period, &actor, now));
        let document = opened(conn, &versions, &report, now)?;
        if document.figures.n == 0 && !is_made {
            return Ok(Prepared::Nothing);
        }
        let assets = assets(conn, &document)?;
        Ok(Prepared::Document(Box::new((document, assets, edition(&report, &public_url)))))
    };
    match state.background_db().read(reading).await {
        Ok(Prepared::File(name, content)) => Outcome::Ended(ItemResult::File { name, content }),
        Ok(Prepared::Nothing) => {
            Outcome::Ended(ItemResult::Skipped("no report and no answer in the period".to_owned()))
        }
        Ok(Prepared::Document(prepared)) => {
            let name = format.file_name(&prepared.0);
            let rendering = move || format.render(&prepared.0, &prepared.2, &prepared.1);
            match state.heavy.run(rendering).await {
                Ok(Ok(content)) => Outcome::Ended(ItemResult::File { name, content }),
                Ok(Err(error)) => failed(error.to_string()),
                Err(error) if error.code() == ErrorCode::Busy => Outcome::Overload(error.to_string()),
                Err(error) => failed(error.to_string()),
            }
        }
        Err(error @ (StoreError::Busy | StoreError::Database(_))) => Outcome::Overload(error.to_string()),
        Err(error) => failed(error.to_string()),
    }
}

enum Prepared {
    File(String, Vec<u8>),
    Document(Box<(domain::ReportDocument, documents::Assets, documents::Edition)>),
    Nothing,
}
