//! Background work: documents of many units, unit beside unit, gathered in one archive.
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
    ItemResult, Job, JobItem, begin_items, claim_job, finish_item, is_work_waiting, purge_jobs, retry_item,
};
use store::pictures::{delete_unnamed, list_unnamed};
use store::reports::find_file;
use store::units::find_unit;
use store::{Conn, Db, StoreError, StoreResult, WriteConn};
use tokio::task::JoinSet;
use uuid::Uuid;

/// How often a replica without work looks for some.
const LOOK: Duration = Duration::from_secs(2);
/// How long it waits when the server had no room for an item.
const PAUSE: Duration = Duration::from_secs(5);
/// Units whose documents are made at the same time: as many as heavy work has turns, and one that is read meanwhile.
const UNITS_AT_ONCE: usize = crate::heavy::AT_ONCE as usize + 1;
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
async fn work_once(state: &web::Data<AppState>, worker: Uuid) -> StoreResult<()> {
    let db = state.background_db();
    // Reading first: a replica without work writes nothing.
    loop {
        let now = state.clock.now();
        if !db.read(move |conn| is_work_waiting(conn, now)).await? {
            return Ok(());
        }
        let Some(job) = db.write(move |conn| claim_job(conn, worker, now)).await? else { return Ok(()) };
        do_job(state, job, worker).await?;
    }
}

/// Does what is left of a job: as soon as a unit is done the next one is begun. Ends early when the lease is lost.
async fn do_job(state: &web::Data<AppState>, job: Job, worker: Uuid) -> StoreResult<()> {
    let (db, id) = (state.background_db(), job.id);
    let formats = serde_json::from_str::<JobParameters>(&job.parameters).map_or(1, |job| job.formats.len());
    let formats = i64::try_from(formats).unwrap_or(1);
    let mut going: JoinSet<Vec<(JobItem, Outcome)>> = JoinSet::new();
    let mut done: Vec<(JobItem, Outcome)> = Vec::new();
    loop {
        let (is_beside, now) = (!going.is_empty(), state.clock.now());
        let keeping = move |conn: &mut WriteConn<'_>| {
            for (item, outcome) in &done {
                let kept = match outcome {
                    Outcome::Ended(result) => finish_item(conn, id, worker, item.position, result, now)?,
                    Outcome::Overload(reason) => retry_item(conn, id, worker, item, reason, now)?,
                };
                if !kept {
                    return Ok(None);
                }
            }
            begin_items(conn, id, worker, formats, is_beside, now).map(Some)
        };
        let Some(next) = db.write(keeping).await? else { return Ok(()) };
        done = Vec::new();
        let mut is_room = false;
        if let Some(first) = next.first() {
            // What was begun before is done by itself.
            is_room = first.attempts == 1 && going.len() + 1 < UNITS_AT_ONCE;
            going.spawn_local(do_items(state.clone(), job.clone(), next));
        }
        if is_room {
            continue;
        }
        match going.join_next().await {
            None => return Ok(()),
            Some(Ok(outcomes)) => done = outcomes,
            // Its items were begun: they are tried again, each by itself.
            Some(Err(error)) => tracing::error!(error = %error, "documents of a unit ended early"),
        }
        if done.iter().any(|(_, outcome)| matches!(outcome, Outcome::Overload(_))) {
            actix_web::rt::time::sleep(PAUSE).await;
        }
    }
}

/// What came of trying an item.
#[derive(Clone, Debug)]
enum Outcome {
    Ended(ItemResult),
    /// The server had no room for it, for this reason: it may go better later.
    Overload(String),
}

/// Makes what is to be made of some units, one after another.
async fn do_items(state: web::Data<AppState>, job: Job, items: Vec<JobItem>) -> Vec<(JobItem, Outcome)> {
    let mut units: Vec<OfUnit> = Vec::new();
    for item in items {
        let subject = serde_json::from_str::<JobSubject>(&item.subject).ok();
        let unit = subject.as_ref().map(|subject| subject.unit.clone());
        let item = (item, subject.and_then(|subject| Format::from_code(&subject.format)));
        match units.iter_mut().find(|of| of.unit == unit) {
            Some(of) => of.items.push(item),
            None => units.push(OfUnit { unit, items: vec![item] }),
        }
    }
    let mut done = Vec::new();
    for unit in units {
        done.extend(do_unit(&state, &job, unit).await);
    }
    done
}

/// The documents of one unit that are made together: its code and the formats, where they can be read.
struct OfUnit {
    unit: Option<Code>,
    items: Vec<(JobItem, Option<Format>)>,
}

async fn do_unit(state: &AppState, job: &Job, of: OfUnit) -> Vec<(JobItem, Outcome)> {
    let parameters = serde_json::from_str::<JobParameters>(&job.parameters).ok();
    let prepared = match parameters.zip(of.unit) {
        Some((parameters, unit)) => {
            let formats: Vec<Format> = of.items.iter().filter_map(|(_, format)| *format).collect();
            prepare(state, job.created_by.clone(), unit, parameters.period, formats).await
        }
        None => Err(Outcome::Ended(ItemResult::Failed("unknown kind of work".to_owned()))),
    };
    let mut done = Vec::with_capacity(of.items.len());
    for (item, format) in of.items {
        let outcome = match (&prepared, format) {
            (Err(outcome), _) => outcome.clone(),
            (Ok(_), None) => Outcome::Ended(ItemResult::Failed(format!("unknown format in {}", item.subject))),
            (Ok(prepared), Some(format)) => make(state, prepared, format).await,
        };
        done.push((item, outcome));
    }
    done
}

/// What the documents of a unit are made from.
enum Prepared {
    /// The published files.
    Files(Vec<(Format, String, Vec<u8>)>),
    /// What is rendered now.
    Document(Arc<(domain::ReportDocument, documents::Assets, documents::Edition)>),
    /// No report and no answer.
    Nothing,
}

/// Reads a unit once for all its formats.
async fn prepare(
    state: &AppState,
    actor: String,
    unit: Code,
    period: Period,
    formats: Vec<Format>,
) -> Result<Prepared, Outcome> {
    let (versions, now) = (Arc::clone(state.background_db().versions()), state.clock.now());
    let public_url = state.config.public_url.clone();
    let reading = move |conn: &mut Conn<'_>| {
        let unit = find_unit(conn, unit.as_str())?;
        let known = report_of(conn, unit.id, None, period)?;
        if let Some(published) = known.as_ref().filter(|report| report.state.is_published()) {
            let file = |format: Format| {
                let file = find_file(conn, published.id, format.code())?;
                Ok((format, file.info.file_name, file.content))
            };
            return Ok(Prepared::Files(formats.into_iter().map(file).collect::<StoreResult<_>>()?));
        }
        let is_made = known.is_some();
        let report = known.unwrap_or_else(|| draft_of(&unit, None, period, &actor, now));
        let document = opened(conn, &versions, &report, now)?;
        if document.figures.n == 0 && !is_made {
            return Ok(Prepared::Nothing);
        }
        let assets = assets(conn, &document)?;
        Ok(Prepared::Document(Arc::new((document, assets, edition(&report, &public_url)))))
    };
    state.background_db().read(reading).await.map_err(|error| match error {
        error @ (StoreError::Busy | StoreError::Database(_)) => Outcome::Overload(error.to_string()),
        error => Outcome::Ended(ItemResult::Failed(error.to_string())),
    })
}

async fn make(state: &AppState, prepared: &Prepared, format: Format) -> Outcome {
    let failed = |reason: String| Outcome::Ended(ItemResult::Failed(reason));
    match prepared {
        Prepared::Nothing => Outcome::Ended(ItemResult::Skipped("no report and no answer in the period".to_owned())),
        Prepared::Files(files) => match files.iter().find(|(known, ..)| *known == format) {
            Some((_, name, content)) => {
                Outcome::Ended(ItemResult::File { name: name.clone(), content: content.clone() })
            }
            None => failed(format!("no published {}", format.code())),
        },
        Prepared::Document(document) => {
            let (name, document) = (format.file_name(&document.0), Arc::clone(document));
            let turns = format.turns(&document.0);
            let rendering = move || format.render(&document.0, &document.2, &document.1);
            match state.heavy.take(turns, rendering).await {
                Ok(Ok(content)) => Outcome::Ended(ItemResult::File { name, content }),
                Ok(Err(error)) => failed(error.to_string()),
                Err(error) if error.code() == ErrorCode::Busy => Outcome::Overload(error.to_string()),
                Err(error) => failed(error.to_string()),
            }
        }
    }
}
