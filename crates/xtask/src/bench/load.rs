//! Load by `wrk`: 64 connections that send answers as fast as they are taken.

use crate::command::{Stream, tee};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// The handler that takes the same body and stores nothing.
pub(super) const ECHO: &str = "/bench/echo/{link}/{id}";
/// The handler that stores the answer and counts it.
pub(super) const SUBMIT: &str = "/api/v1/public/surveys/{link}/responses/{id}";
/// Connections held open.
pub(super) const CONNECTIONS: u32 = 64;

/// One measurement under load.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Load {
    /// Requests answered well, per second.
    pub(super) per_second: f64,
    /// Half of the requests were answered within so many milliseconds.
    pub(super) p50_ms: f64,
    /// All but one in a hundred were.
    pub(super) p99_ms: f64,
    /// How many were answered.
    pub(super) requests: u64,
}

/// Drives one handler. `run` must be new for each call: ids are made from it.
pub(super) fn drive(base: &str, path: &str, links: &Path, run: u32, seconds: u32) -> Result<Load> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/bench/submit.lua");
    let mut wrk = Command::new("wrk");
    wrk.args([
        "-t2",
        &format!("-c{CONNECTIONS}"),
        &format!("-d{seconds}s"),
        "--latency",
        "-s",
        script,
        base,
        "--",
        path,
    ]);
    wrk.arg(links).arg(run.to_string());
    let (ended_well, output) = tee(&mut wrk, Stream::Stdout)?;
    ensure!(ended_well, "wrk failed; its message is above");
    read(&output)
}

fn read(output: &str) -> Result<Load> {
    let line = output.lines().find_map(|line| line.strip_prefix("measured ")).context("wrk measured nothing")?;
    let measured: Value = serde_json::from_str(line).context("wrk's script printed no JSON")?;
    let number = |name: &str| measured[name].as_f64().with_context(|| format!("wrk's script names no {name}"));
    let (refused, broken) = (number("refused")?, number("broken")?);
    ensure!(
        refused + broken == 0.0,
        "{refused} requests were refused and {broken} connections broke: not a measurement"
    );
    let seconds = number("duration")? / 1e6;
    ensure!(seconds > 0.0, "wrk measured no time");
    Ok(Load {
        per_second: number("requests")? / seconds,
        p50_ms: number("p50")? / 1e3,
        p99_ms: number("p99")? / 1e3,
        requests: measured["requests"].as_u64().unwrap_or_default(),
    })
}

/// The measurement in the middle by speed, with the p99 in the middle by p99: rounds on a busy machine differ.
pub(super) fn median(rounds: &[Load]) -> Option<Load> {
    let middle = |figure: fn(&Load) -> f64| super::reads::median(rounds.iter().map(figure).collect());
    Some(Load {
        per_second: middle(|load| load.per_second)?,
        p50_ms: middle(|load| load.p50_ms)?,
        p99_ms: middle(|load| load.p99_ms)?,
        requests: rounds.iter().map(|load| load.requests).sum(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Load, median, read};

    const GOOD: &str = "Running 10s test\n\
        measured {\"requests\":120000,\"duration\":10000000,\"p50\":5000,\"p99\":9500,\"refused\":0,\"broken\":0}\n";

    #[test]
    fn the_closing_line_of_the_script_is_a_measurement() {
        let load = read(GOOD).unwrap();
        assert_eq!(load, Load { per_second: 12_000.0, p50_ms: 5.0, p99_ms: 9.5, requests: 120_000 });
    }

    #[test]
    fn refused_requests_make_no_measurement() {
        let message = read(&GOOD.replace("\"refused\":0", "\"refused\":3")).unwrap_err().to_string();
        assert!(message.contains("3 requests were refused"), "{message}");
        assert!(read("Running 10s test\n").is_err());
    }

    #[test]
    fn the_median_of_three_rounds_is_the_middle_one() {
        let round = |speed: f64| Load { per_second: speed, p50_ms: 1.0, p99_ms: 100.0 / speed, requests: 10 };
        let middle = median(&[round(3.0), round(1.0), round(2.0)]).unwrap();
        assert_eq!(middle, Load { per_second: 2.0, p50_ms: 1.0, p99_ms: 50.0, requests: 30 });
        assert!(median(&[]).is_none());
    }
}
