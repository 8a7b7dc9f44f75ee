//! `demo`: plausible answers in the demonstration city, whose organisation `init --demo` makes.

mod answers;
mod organisation;
mod pages;

use super::say::{complain, say};
use crate::clock::Clock;
use crate::config::Config;
use anyhow::{anyhow, ensure};
use chrono::NaiveDate;
use demo::Plan;
use domain::Month;
use domain::period::day_of;
use organisation::Places;
use pages::Pages;
use std::io::{IsTerminal, Write};
use std::sync::mpsc;
use std::time::{Duration, Instant};
use store::events::add_events;
use store::imports::store_responses;
use store::tallies::{Selection, sum_totals};
use store::{Db, NewResponse};

/// The seed of a demonstration that names no other.
const SEED: u64 = 2026;

/// What makes a demonstration repeatable.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct Repeatable {
    /// The same seed gives the same city.
    #[arg(long, value_name = "N", default_value_t = SEED)]
    seed: u64,
    /// The day that counts as today, as 2026-09-30; otherwise today.
    #[arg(long, value_name = "DATE")]
    as_of: Option<NaiveDate>,
}

impl Repeatable {
    fn plan(self, responses: usize) -> Plan {
        let as_of = self.as_of.unwrap_or_else(|| day_of(Clock::System.now(), demo::ZONE));
        Plan { seed: self.seed, as_of, responses }
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// How many answers to load.
    #[arg(long, value_name = "N", default_value_t = 250_000)]
    responses: usize,
    #[command(flatten)]
    repeatable: Repeatable,
}

/// Answers in one transaction: so many that each page of an index is written to disk a few times alone, so few that a
/// server beside waits a second or so.
const CHUNK: usize = 50_000;
/// Chunks made ahead while another is stored.
const AHEAD: usize = 1;

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    let db = super::create(config)?;
    let plan = arguments.repeatable.plan(arguments.responses);
    ensure!(
        Month::of_date(plan.as_of).year() >= 1902,
        "the demonstration needs a day after 1901, received {}",
        plan.as_of
    );
    found(&db)?;
    db.write_blocking(move |conn| organisation::write_people_served(conn, &plan, Clock::System.now()))?;
    let places = db.read_blocking(organisation::find_places)?;
    let places = places.ok_or_else(|| anyhow!("the database has another organisation; use an empty one"))?;
    let before = count(&db)?;
    let start = Instant::now();
    let pages = load(&db, &plan, &places)?;
    let seconds = start.elapsed();
    if before == 0 {
        let events = pages.events();
        db.write_blocking(move |conn| add_events(conn, &events))?;
    }
    let stored = usize::try_from(count(&db)? - before).unwrap_or(0);
    say(&format!("{stored} new answers of {} (seed {}, as of {})", plan.responses, plan.seed, plan.as_of));
    say(&format!("{} responses per second", per_second(stored, seconds)));
    Ok(())
}

/// Makes the demonstration organisation where there is none, without answers and without numbers of people served.
pub(super) fn found(db: &Db) -> anyhow::Result<()> {
    crate::first_start::ensure_city(db, demo::ZONE, organisation::CITY, &Clock::System)?;
    let cities = db.read_blocking(|conn| {
        Ok(store::units::list_units(conn)?.into_iter().map(|unit| unit.name).collect::<Vec<_>>())
    })?;
    if let [city] = cities.as_slice() {
        let is_demo = [organisation::CITY, crate::first_start::DEFAULT_CITY].contains(&city.as_str());
        ensure!(is_demo, "this database was made for {city}: give the demonstration one of its own");
    }
    let (versions, now) = (db.versions().clone(), Clock::System.now());
    let made = db.write_blocking(move |conn| organisation::write(conn, &versions, now))?;
    if let Some(units) = made {
        say(&format!("demonstration organisation: {units} units"));
    }
    Ok(())
}

/// Draws the answers on one thread while the database stores them on another.
fn load(db: &Db, plan: &Plan, places: &Places) -> anyhow::Result<Pages> {
    let (sender, receiver) = mpsc::sync_channel(AHEAD);
    let versions = db.versions().all();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut responses = answers::responses(plan, places, &versions);
            loop {
                let chunk: Vec<_> = responses.by_ref().take(CHUNK).collect();
                // Nobody listens any more when storing failed.
                if chunk.is_empty() || sender.send(chunk).is_err() {
                    break;
                }
            }
        });
        let mut progress = Progress { total: plan.responses, done: 0, said: 0 };
        let mut pages = Pages::default();
        for chunk in receiver {
            chunk.iter().for_each(|response: &NewResponse| pages.count(response));
            // The chunk comes back to be freed here: the thread that writes is the one everything waits for.
            let chunk = db.write_blocking(move |conn| store_responses(conn, &chunk).map(|()| chunk))?;
            progress.advance(chunk.len());
        }
        progress.end();
        Ok(pages)
    })
}

/// Responses of the whole database, whether they count or not.
fn count(db: &Db) -> anyhow::Result<i64> {
    let sums = db.read_blocking(|conn| {
        let units: Vec<i32> = store::units::list_units(conn)?.iter().map(|unit| unit.id).collect();
        let services = store::services::list_services(conn, &units)?.iter().map(|service| service.id).collect();
        let (from, to) = (Month::from_number(0), Month::from_number(i32::MAX));
        sum_totals(conn, db.versions(), &Selection { services, from, to }, |_, _| ())
    })?;
    Ok(sums.values().map(|sum| sum.sum.counts.n).sum())
}

fn per_second(count: usize, time: Duration) -> u128 {
    let count = u128::try_from(count).unwrap_or(u128::MAX);
    count.saturating_mul(1_000_000) / time.as_micros().max(1)
}

/// How far the loading is: one line that changes at a terminal, else a line now and then.
struct Progress {
    total: usize,
    done: usize,
    said: usize,
}

impl Progress {
    fn advance(&mut self, count: usize) {
        self.done += count;
        let percent = self.done * 100 / self.total.max(1);
        let line = format!("{} of {} answers ({percent}%)", self.done, self.total);
        if std::io::stderr().is_terminal() {
            let mut stderr = std::io::stderr();
            // Progress nobody sees is no reason to stop.
            let _ = write!(stderr, "\r{line}").and_then(|()| stderr.flush());
        } else if percent / 20 > self.said / 20 {
            complain(&line);
        }
        self.said = percent;
    }

    fn end(&self) {
        if self.done > 0 && std::io::stderr().is_terminal() {
            complain("");
        }
    }
}
