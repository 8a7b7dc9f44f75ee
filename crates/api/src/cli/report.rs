//! `report`: a file of a report, as the API serves it.

use super::ACTOR;
use super::say::say;
use crate::clock::Clock;
use crate::config::Config;
use crate::reports::files::{Format, assets, edition, find_published, index_of};
use crate::reports::outline::template_for;
use crate::reports::{draft_of, opened, report_of};
use anyhow::{Context, anyhow, ensure};
use domain::report::revision_number;
use domain::{Code, IndexKind, Period};
use std::path::PathBuf;
use std::sync::Arc;
use store::reports::{Report, ReportState};
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
    /// Which index a poster is for: ikm, ipkp or ipak. Without it the report's first.
    #[arg(long, value_name = "INDEX", value_parser = index_named)]
    index: Option<IndexKind>,
    /// The outline of a report that is still open: lima-bab, empat-bab, spkp-spak or the city's own; otherwise its own.
    #[arg(long, value_name = "CODE", value_parser = code_of)]
    outline: Option<Code>,
    /// Where to write it.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

fn format_of(text: &str) -> Result<Format, String> {
    Format::from_code(text).ok_or_else(|| format!("choose one of {}", Format::ALL.map(Format::code).join(", ")))
}

fn index_named(text: &str) -> Result<IndexKind, String> {
    let found = IndexKind::ALL.into_iter().find(|index| index.code() == text);
    found.ok_or_else(|| format!("choose one of {}", IndexKind::ALL.map(IndexKind::code).join(", ")))
}

fn code_of(text: &str) -> Result<Code, String> {
    Code::parse(text).map_err(|error| error.to_string())
}

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    let db = super::open(config)?;
    let found = db.read_blocking(|conn| find(conn, arguments));
    let mut report = found.map_err(|error| match error {
        StoreError::NotFound(what) => anyhow!("there is no such {what}; `sumberdaya units` lists the units"),
        other => other.into(),
    })?;
    if let Some(code) = &arguments.outline {
        follow(&db, &mut report, code)?;
    }
    let bytes = if report.state == ReportState::Published {
        db.read_blocking(|conn| find_published(conn, report.id, arguments.format, arguments.index))?.content
    } else {
        render(&db, config, &report, arguments)?
    };
    std::fs::write(&arguments.out, &bytes).with_context(|| format!("cannot write {}", arguments.out.display()))?;
    let state = report.state.code();
    let number = u32::try_from(report.revision).ok().and_then(revision_number);
    let revision = number.map_or_else(String::new, |number| format!(", revision {number}"));
    say(&format!("{}: {} bytes ({state}{revision})", arguments.out.display(), bytes.len()));
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

/// Lets a report that is still open follow another outline, for this file alone.
fn follow(db: &Db, report: &mut Report, code: &Code) -> anyhow::Result<()> {
    ensure!(report.state.is_open(), "the report was submitted: it keeps its outline");
    let period = report.period;
    let template = db.read_blocking(move |conn| template_for(conn, period))?;
    let codes = template.outline_codes().join(", ");
    ensure!(template.outline_of(code).is_some(), "there is no outline {code}; choose one of {codes}");
    report.edits.outline = Some(code.clone());
    Ok(())
}

fn render(db: &Db, config: &Config, report: &Report, arguments: &Arguments) -> anyhow::Result<Vec<u8>> {
    let versions = Arc::clone(db.versions());
    let (document, assets) = db.read_blocking(|conn| {
        let document = opened(conn, &versions, report, Clock::System.now())?;
        let assets = assets(conn, &document)?;
        Ok((document, assets))
    })?;
    let index = index_of(&document, arguments.index).ok_or_else(|| anyhow!("the report does not have this index"))?;
    Ok(arguments.format.render_of(index, &document, &edition(report, &config.public_url), &assets)?)
}
