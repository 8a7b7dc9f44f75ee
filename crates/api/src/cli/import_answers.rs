//! `import-answers`: paper forms from a spreadsheet, one row a form; all of a file or nothing.

mod batch;
mod columns;
mod sheet;

use super::say::say;
use crate::clock::Clock;
use crate::config::Config;
use crate::csv_file::text;
use anyhow::{Context, anyhow, bail, ensure};
use batch::Import;
use chrono_tz::Tz;
use domain::Month;
use domain::period::month_of;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::exclusions::list_exclusions;
use store::imports::{Batch, Imported, import_responses};
use store::reports::submitted_over;
use store::services::{GENERAL, Service, find_service, list_services};
use store::units::{Unit, find_unit};
use store::{Db, NewResponse, StoreError, Version};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The code of the unit.
    #[arg(long, value_name = "CODE")]
    unit: String,
    /// The questionnaire that was answered; its newest version.
    #[arg(long, value_name = "CODE")]
    questionnaire: String,
    /// The month in which the answers were given, as 2026-09; otherwise the present one.
    #[arg(long, value_name = "MONTH")]
    month: Option<Month>,
    /// The code of the service that all answers are about.
    #[arg(long, value_name = "CODE", default_value = GENERAL)]
    service: String,
    /// CSV in UTF-8. The first row names the columns by item or element; scores are 1 to 4, an empty cell is no answer. A
    /// column `no` or `resp` is not counted, but tells sheets with equal answers apart: with other numbers, or in another
    /// order, it is another file.
    file: PathBuf,
}

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    let db = super::open(config)?;
    let version = find_version(&db, &arguments.questionnaire)?;
    let (zone, unit, service) = find_place(&db, arguments)?;
    let now = Clock::System.now();
    let month = arguments.month.unwrap_or_else(|| month_of(now, zone));
    ensure!(month <= month_of(now, zone), "the month {month} has not begun: give the month of the answers");
    let bytes = read_file(&arguments.file)?;
    let name = arguments.file.display();
    let sheet = sheet::read(&bytes, &version.questionnaire, service.mode).map_err(|defects| {
        let total = defects.total();
        let mistakes = if total == 1 { "mistake" } else { "mistakes" };
        anyhow!("{name} has {total} {mistakes}; nothing was imported\n{defects}")
    })?;
    if !sheet.absent.is_empty() {
        say(&format!("no column answers {}: counted as not asked", sheet.absent.join(", ")));
    }
    let file_name = arguments.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let place = format!("unit {}, service {}, {month}, {}", unit.code, service.code, version.questionnaire.code);
    let (unit_id, service_id) = (unit.id, service.id);
    let import =
        Import { unit, service, version, month, file_name, responses: sheet.responses, numbers: sheet.numbers };
    let (batch, rows) = import.rows(zone, now);
    let imported = db.write_blocking(move |conn| {
        import_responses(conn, &batch, |id| {
            rows.into_iter().map(|row| NewResponse { batch_id: Some(id), ..row }).collect()
        })
    })?;
    match imported {
        Imported::New(batch) => {
            say(&format!("imported {} responses ({place}) as batch {}", batch.responses, batch.id));
            say(&format!("`sumberdaya exclude --batch {}` takes them back", batch.id));
            let over = move |conn: &mut store::Conn<'_>| submitted_over(conn, unit_id, service_id, month);
            if let Some(report) = db.read_blocking(over)? {
                let period = report.period;
                say(&format!(
                    "the report of {period} was submitted before: it stays as it is, and tells of these as answers that came later; \
                     a revision counts them"
                ));
            }
        }
        Imported::Again(batch) => say(&again(&db, &batch, zone)?),
    }
    Ok(())
}

fn find_version(db: &Db, code: &str) -> anyhow::Result<Arc<Version>> {
    db.versions().find(code, None).ok_or_else(|| {
        let mut known: Vec<String> =
            db.versions().all().iter().map(|version| version.questionnaire.code.to_string()).collect();
        known.dedup();
        anyhow!("there is no questionnaire {code:?}; there are {}", known.join(", "))
    })
}

fn find_place(db: &Db, arguments: &Arguments) -> anyhow::Result<(Tz, Unit, Service)> {
    let (unit_code, service_code) = (&arguments.unit, &arguments.service);
    db.read_blocking(|conn| {
        let Some(city) = store::city::find_city(conn)? else {
            return Ok(Err(anyhow!("the database has no city: run `sumberdaya init` first")));
        };
        let unit = match find_unit(conn, unit_code) {
            Err(StoreError::NotFound(_)) => {
                return Ok(Err(anyhow!("there is no unit {unit_code:?}; `sumberdaya units` lists them")));
            }
            found => found?,
        };
        match find_service(conn, unit.id, service_code) {
            Err(StoreError::NotFound(_)) => {
                let known = list_services(conn, &[unit.id])?;
                let known: Vec<&str> = known.iter().map(|service| service.code.as_str()).collect();
                let known = known.join(", ");
                Ok(Err(anyhow!("{} offers no service {service_code:?}; it offers {known}", unit.code)))
            }
            found => Ok(Ok((city.time_zone, unit, found?))),
        }
    })?
}

/// Reads one byte more than a file may have, so that what is larger is refused without being read.
pub(super) fn read_file(path: &Path) -> anyhow::Result<Vec<u8>> {
    let wrong = || format!("cannot read {}", path.display());
    let file = std::fs::File::open(path).with_context(wrong)?;
    if file.metadata().with_context(wrong)?.is_dir() {
        bail!("{} is a folder: name the CSV file in it", path.display());
    }
    let mut bytes = Vec::new();
    let most = u64::try_from(text::MOST_BYTES)?;
    file.take(most + 1).read_to_end(&mut bytes).with_context(wrong)?;
    Ok(bytes)
}

/// What to say when the file was imported before.
fn again(db: &Db, batch: &Batch, zone: Tz) -> anyhow::Result<String> {
    let (id, date) = (batch.id, batch.imported_at.with_timezone(&zone).format("%Y-%m-%d %H:%M"));
    let said = format!("this file was imported on {date} as batch {id}; nothing changed");
    let excluded = batch.responses - batch.counted;
    if excluded == 0 {
        let advice = "if these are other sheets with the same answers, number them on in a column `no`, past the last of that batch";
        return Ok(format!("{said}\n{advice}"));
    }
    let standing = standing_exclusions(db, id)?;
    let undo: Vec<String> = standing.iter().map(|id| format!("`sumberdaya exclude --undo {id}`")).collect();
    let advice = match undo.join(" and ") {
        undo if undo.is_empty() => "undo their exclusion to count them again".to_owned(),
        undo => format!("{undo} counts them again"),
    };
    Ok(format!("{said}. {excluded} of its {} responses were excluded since: {advice}", batch.responses))
}

/// The exclusions of a whole batch that nobody took back.
fn standing_exclusions(db: &Db, batch: i32) -> anyhow::Result<Vec<i32>> {
    let selector = format!("batch {batch}");
    let all = db.read_blocking(|conn| list_exclusions(conn, None, i64::MAX))?;
    let standing = all.into_iter().filter(|one| one.undone_at.is_none() && one.selector == selector);
    Ok(standing.map(|exclusion| exclusion.id).collect())
}
