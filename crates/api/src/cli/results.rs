//! `results`: the figures of a unit, the same body that the API answers.

use super::say::say;
use crate::clock::Clock;
use crate::config::Config;
use crate::results::period;
use crate::results::unit::{NamedFigures, UnitQuery, unit_figures};
use anyhow::{Context, anyhow};
use clap::Args;
use contract::results::UnitResults;
use domain::figures::IndexResult;
use std::sync::Arc;
use store::StoreError;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The unit's code.
    #[arg(long)]
    unit: String,
    /// A period such as 2026-TW3, 2026-09 or current, the default.
    #[arg(long, conflicts_with_all = ["from", "to"])]
    period: Option<String>,
    /// The first month.
    #[arg(long, requires = "to")]
    from: Option<String>,
    /// The last month, included.
    #[arg(long, requires = "from")]
    to: Option<String>,
    /// One service of the unit alone.
    #[arg(long)]
    service: Option<String>,
    /// Count the units below as well.
    #[arg(long)]
    subtree: bool,
    /// Count excluded answers as well.
    #[arg(long)]
    include_excluded: bool,
    /// Print the API's body.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    let db = super::open(config)?;
    let city = db.read_blocking(store::city::find_city)?.context("there is no city yet: run `sumberdaya init`")?;
    let (period, from, to) = (arguments.period.as_deref(), arguments.from.as_deref(), arguments.to.as_deref());
    let period = period::of_query(period, from, to, Clock::System.now(), city.time_zone).map_err(|error| {
        let field = error.problem().errors.into_iter().next();
        anyhow!(
            field.map_or_else(|| error.to_string(), |field| format!("received {}, {}", field.received, field.accepted))
        )
    })?;
    let query = UnitQuery {
        unit: arguments.unit.clone(),
        service: arguments.service.clone(),
        subtree: arguments.subtree,
        period,
        include_excluded: arguments.include_excluded,
    };
    let versions = Arc::clone(db.versions());
    let found = db.read_blocking(|conn| unit_figures(conn, &versions, &query));
    let NamedFigures { name, figures } = found.map_err(|error| match error {
        StoreError::NotFound(what) => anyhow!("there is no such {what}; `sumberdaya units` lists the units"),
        other => other.into(),
    })?;
    let UnitQuery { unit, service, subtree, .. } = query;
    let body = UnitResults { unit, name, service, subtree, figures };
    if arguments.json {
        say(&serde_json::to_string_pretty(&body)?);
        return Ok(());
    }
    say(&format!("{} ({}), {}: {} responses", body.name, body.unit, body.figures.period, body.figures.n));
    body.figures.indices.iter().for_each(|index| say(&line(index)));
    Ok(())
}

fn line(index: &IndexResult) -> String {
    let summary = &index.summary;
    let margin = summary.margin.points.as_ref().map_or_else(String::new, |points| format!(" ± {points}"));
    format!(
        "{}: {}{margin}, {} {} (n {}, weight {})",
        summary.index.code(),
        summary.converted,
        summary.grade,
        summary.performance,
        summary.n,
        index.weight
    )
}
