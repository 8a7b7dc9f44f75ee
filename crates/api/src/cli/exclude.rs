//! `exclude`: takes responses out of the figures, or back in; nothing is deleted.

use super::ACTOR;
use super::say::say;
use crate::clock::Clock;
use crate::config::Config;
use anyhow::{anyhow, bail, ensure};
use chrono::{DateTime, Utc};
use domain::LinkCode;
use domain::response::ExclusionReason;
use std::sync::Arc;
use store::exclusions::{NewExclusion, Selector, exclude, undo_exclusion};
use store::{Db, StoreError};
use uuid::Uuid;

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("which").required(true))]
pub(super) struct Arguments {
    /// All responses of an import.
    #[arg(long, value_name = "ID", group = "which")]
    batch: Option<i32>,
    /// Responses that came by this link, with --from and --to.
    #[arg(long, value_name = "CODE", group = "which", requires_all = ["from", "to"])]
    link: Option<LinkCode>,
    /// Given at this time or later, as 2026-09-30T08:00:00+08:00.
    #[arg(long, value_name = "TIME", requires = "link")]
    from: Option<DateTime<Utc>>,
    /// Given at this time or before.
    #[arg(long, value_name = "TIME", requires = "link")]
    to: Option<DateTime<Utc>>,
    /// Responses with these ids.
    #[arg(long, value_name = "UUID", group = "which", num_args = 1..)]
    id: Vec<Uuid>,
    /// Take an exclusion back.
    #[arg(long, value_name = "ID", group = "which", conflicts_with_all = ["reason", "note"])]
    undo: Option<i32>,
    /// test, duplicate, filled_by_staff, automated, wrong_unit, import_undone or other; import_undone for a batch.
    #[arg(long, value_name = "CODE", value_parser = parse_reason)]
    reason: Option<ExclusionReason>,
    /// Why, in words; required with the reason other.
    #[arg(long, value_name = "TEXT", default_value = "")]
    note: String,
}

fn parse_reason(text: &str) -> Result<ExclusionReason, String> {
    ExclusionReason::from_code(text).ok_or_else(|| {
        let known = ExclusionReason::ALL.map(ExclusionReason::code).join(", ");
        format!("choose one of {known}")
    })
}

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    let db = super::open(config)?;
    match arguments.undo {
        Some(id) => undo(&db, id),
        None => make(&db, arguments),
    }
}

fn undo(db: &Db, id: i32) -> anyhow::Result<()> {
    let (versions, now) = (Arc::clone(db.versions()), Clock::System.now());
    let undone = db.write_blocking(move |conn| undo_exclusion(conn, &versions, id, ACTOR, now));
    let exclusion = undone.map_err(|error| match error {
        StoreError::NotFound(_) => anyhow!("there is no exclusion {id}"),
        other => other.into(),
    })?;
    say(&format!("exclusion {id} undone: {} responses count again", exclusion.responses));
    Ok(())
}

fn make(db: &Db, arguments: &Arguments) -> anyhow::Result<()> {
    let reason = arguments.reason.or(arguments.batch.map(|_| ExclusionReason::ImportUndone));
    let Some(reason) = reason else {
        let known = ExclusionReason::ALL.map(ExclusionReason::code).join(", ");
        bail!("say why with --reason, one of {known}");
    };
    let note = arguments.note.trim().to_owned();
    ensure!(reason != ExclusionReason::Other || !note.is_empty(), "the reason other needs a --note in words");
    let selector = select(db, arguments)?;
    let new = NewExclusion { selector, services: None, reason, note, actor: ACTOR.to_owned(), at: Clock::System.now() };
    let versions = Arc::clone(db.versions());
    let made = db.write_blocking(move |conn| exclude(conn, &versions, &new));
    let exclusion = made.map_err(|error| match error {
        StoreError::NotFound(_) => anyhow!("no response that counts matches; nothing changed"),
        other => other.into(),
    })?;
    say(&format!("exclusion {}: {} responses no longer count", exclusion.id, exclusion.responses));
    say(&format!("`sumberdaya exclude --undo {}` takes it back", exclusion.id));
    Ok(())
}

fn select(db: &Db, arguments: &Arguments) -> anyhow::Result<Selector> {
    if let Some(batch) = arguments.batch {
        return match db.read_blocking(|conn| store::imports::find_batch(conn, batch)) {
            Ok(_) => Ok(Selector::Batch(batch)),
            Err(StoreError::NotFound(_)) => Err(anyhow!("there is no batch {batch}")),
            Err(error) => Err(error.into()),
        };
    }
    let (Some(code), Some(from), Some(to)) = (arguments.link, arguments.from, arguments.to) else {
        return Ok(Selector::Ids(arguments.id.clone()));
    };
    ensure!(from <= to, "--from is after --to: give the earlier time first");
    match db.read_blocking(|conn| store::links::find_link(conn, code)) {
        Ok(link) => Ok(Selector::Link { link_id: link.id, from, to }),
        Err(StoreError::NotFound(_)) => Err(anyhow!("there is no survey link {code}")),
        Err(error) => Err(error.into()),
    }
}
