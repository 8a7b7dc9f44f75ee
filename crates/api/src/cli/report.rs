//! `report`: a file of a report, as the API serves it.

use super::ACTOR;
use super::say::say;
use crate::clock::Clock;
use crate::config::Config;
use crate::reports::files::{Format, assets, edition};
use crate::reports::{draft_of, opened, report_of};
use anyhow::{Context, anyhow};
use domain::Period;
use std::path::PathBuf;
use std::sync::Arc;
use store::reports::{Report, ReportState, find_file};
use store::services::find_service;
use store::units::find_unit;
use store::{Conn, Db, StoreError, StoreResult};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The unit's code; `kota` for the whole city.
    #[arg(long, value_name = "CODE")]
    unit: String,
    /// One service of the unit alone.
    #[arg(long, value_name = "CODE")]
    service: Option<String>,
    /// A period such as 2026-TW3, 2026-09, 2026-S2 or 2026.
    #[arg(long)]
    period: Period,
    /// pdf, docx, xlsx, poster-pdf, poster-png, poster-svg or json.
    #[arg(long, value_parser = format_of)]
    format: Format,
    /// Where to write it.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

fn format_of(text: &str) -> Result<Format, String> {
    Format::from_code(text).ok_or_else(|| format!("choose one of {}", Format::ALL.map(Format::code).join(", ")))
}

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    let db = super::open(config)?;
    let found = db.read_blocking(|conn| find(conn, arguments));
    let report = found.map_err(|error| match error {
        StoreError::NotFound(what) => anyhow!("there is no such {what}; `sumberdaya units` lists the units"),
        other => other.into(),
    })?;
    let bytes = if report.state == ReportState::Published {
        db.read_blocking(|conn| find_file(conn, report.id, arguments.format.code()))?.content
    } else {
        render(&db, config, &report, arguments.format)?
    };
    std::fs::write(&arguments.out, &bytes).with_context(|| format!("cannot write {}", arguments.out.display()))?;
    let state = report.state.code();
    say(&format!("{}: {} bytes ({state}, revision {})", arguments.out.display(), bytes.len(), report.revision));
    Ok(())
}

/// The report of the subject and period, or a draft that nobody has made yet.
fn find(conn: &mut Conn<'_>, arguments: &Arguments) -> StoreResult<Report> {
    let unit = find_unit(conn, &arguments.unit)?;
    let service = match &arguments.service {
        Some(code) => Some(find_service(conn, unit.id, code)?),
        None => None,
    };
    let service = service.map(|service| (service.id, service.code));
    let known = report_of(conn, unit.id, service.as_ref().map(|(id, _)| *id), arguments.period)?;
    Ok(known.unwrap_or_else(|| draft_of(&unit, service, arguments.period, ACTOR, Clock::System.now())))
}

fn render(db: &Db, config: &Config, report: &Report, format: Format) -> anyhow::Result<Vec<u8>> {
    let versions = Arc::clone(db.versions());
    let (document, assets) = db.read_blocking(|conn| {
        let document = opened(conn, &versions, report, Clock::System.now())?;
        let assets = assets(conn, &document)?;
        Ok((document, assets))
    })?;
    Ok(format.render(&document, &edition(report, &config.public_url), &assets)?)
}
