//! How long official documents take: each format by itself, and all units' at once over the server's own job.

use super::reads::{LAST_QUARTER, log_in};
use super::site::{Database, Running, Site};
use crate::command::{Stream, run, tee};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::fmt::Write;
use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};
use ureq::Agent;

/// Over five quarters, so that a unit has some 400 in the one that is reported.
const ANSWERS: u64 = 300_000;
const FORMATS: [&str; 3] = ["pdf", "docx", "xlsx"];
const LOOK: Duration = Duration::from_millis(250);
/// Far beyond the aim of a minute.
const PATIENCE: Duration = Duration::from_secs(1_800);

/// All units' documents.
struct Bulk {
    units: usize,
    documents: i64,
    failed: i64,
    skipped: i64,
    seconds: f64,
    memory: Memory,
}

/// Memory of the server over the job, in MB, where the system tells.
struct Memory {
    /// Before it.
    before: f64,
    /// When a quarter, the half, three quarters and all of it were done.
    quarters: [f64; 4],
    /// The most.
    peak: f64,
}

/// Measures and answers the section of the results.
pub(super) fn section(workspace: &Workspace) -> Result<String> {
    let alone = alone(workspace)?;
    let bulk = bulk(workspace)?;
    written(&alone, &bulk)
}

/// A report of 400 answers, format by format, by the example of the documents.
fn alone(workspace: &Workspace) -> Result<Value> {
    let mut build = workspace.cargo();
    // With the server, so that what it was built from serves here too.
    run(build.args(["build", "--release", "-p", "documents", "-p", "api", "--example", "speed"]))?;
    let mut speed = workspace.command(workspace.target.join("release/examples/speed"));
    let (ended_well, output) = tee(&mut speed, Stream::Stdout)?;
    ensure!(ended_well, "measuring the documents failed; the reason is above");
    let line = output.lines().find_map(|line| line.strip_prefix("measured ")).context("nothing was measured")?;
    serde_json::from_str(line).context("the measurement is no JSON")
}

fn bulk(workspace: &Workspace) -> Result<Bulk> {
    let site = Site::make(workspace, &Database::Sqlite, "reports")?;
    site.load(ANSWERS)?;
    let running = site.serve()?;
    let agent = Agent::new_with_defaults();
    let token = log_in(&agent, running.base(), site.password())?;
    let client = Client { agent, token, base: running.base().to_owned() };
    let before = memory(&running, "VmRSS");
    let start = Instant::now();
    let job = client.post("/api/v1/report-jobs", &json!({ "period": LAST_QUARTER, "formats": FORMATS }))?;
    let place = format!("/api/v1/report-jobs/{}", job["id"].as_str().context("a job without id")?);
    let total = job["total"].as_i64().context("a job without a total")?;
    let (mut quarters, mut passed) = ([0.0; 4], 0_usize);
    let ended = loop {
        let job = client.get(&place)?;
        let done: i64 = ["done", "failed", "skipped"].iter().filter_map(|field| job[*field].as_i64()).sum();
        while passed < 4 && done * 4 >= total * i64::try_from(passed + 1)? {
            quarters[passed] = memory(&running, "VmRSS");
            passed += 1;
        }
        if job["finished_at"].is_string() {
            break job;
        }
        ensure!(start.elapsed() < PATIENCE, "the documents of all units were not made: {job}");
        sleep(LOOK);
    };
    Ok(Bulk {
        units: usize::try_from(total)? / FORMATS.len(),
        documents: ended["done"].as_i64().unwrap_or(0),
        failed: ended["failed"].as_i64().unwrap_or(0),
        skipped: ended["skipped"].as_i64().unwrap_or(0),
        seconds: start.elapsed().as_secs_f64(),
        memory: Memory { before, quarters, peak: memory(&running, "VmHWM") },
    })
}

/// The administrator's requests.
struct Client {
    agent: Agent,
    token: String,
    base: String,
}

impl Client {
    fn get(&self, path: &str) -> Result<Value> {
        let request = self.agent.get(format!("{}{path}", self.base)).header("Authorization", self.bearer());
        Ok(request.call()?.body_mut().read_json()?)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let request = self.agent.post(format!("{}{path}", self.base)).header("Authorization", self.bearer());
        Ok(request.send_json(body)?.body_mut().read_json()?)
    }

    fn bearer(&self) -> String {
        format!("Bearer {}", self.token)
    }
}

/// A line of the process' state in MB; 0 where the system does not tell.
fn memory(running: &Running, name: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{}/status", running.id())).unwrap_or_default();
    megabytes(&status, name).unwrap_or(0.0)
}

fn megabytes(status: &str, name: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
}

fn written(alone: &Value, bulk: &Bulk) -> Result<String> {
    let mut text = String::from(
        "## Reports\n\nA report of 400 answers to nine questions, letterhead and logo, charts and the sheet of all answers; medians \
         (aims: PDF 300 ms, each 500 ms).\n\n| document | **median** | first | size |\n|---|---|---|---|\n",
    );
    for kind in alone["documents"].as_array().context("no documents were measured")? {
        let number = |of: &str| kind[of].as_f64().with_context(|| format!("no {of} in {kind}"));
        writeln!(
            text,
            "| {} | **{:.0} ms** | {:.0} ms | {:.0} KB |",
            kind["name"].as_str().unwrap_or_default(),
            number("median_ms")?,
            number("first_ms")?,
            number("bytes")? / 1024.0
        )?;
    }
    let Bulk { units, documents, failed, skipped, seconds, memory } = bulk;
    let [a, b, c, d] = memory.quarters;
    writeln!(
        text,
        "\nAll {units} units as PDF, Word and Excel over the server's job, {} answers loaded, SQLite: **{seconds:.1} s** for \
         {documents} documents ({skipped} of units without an answer left out, {failed} failed; aim 60 s).\n",
        crate::progress::thousands(ANSWERS)
    )?;
    writeln!(
        text,
        "Memory of the server: {:.0} MB before; {a:.0}, {b:.0}, {c:.0}, {d:.0} MB after each quarter of them; at most {:.0} MB.",
        memory.before, memory.peak
    )?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{Bulk, Memory, megabytes, written};
    use serde_json::json;

    #[test]
    fn the_state_of_a_process_is_read_in_megabytes() {
        let status = "VmPeak:\t  9999 kB\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\n";
        assert_eq!((megabytes(status, "VmRSS"), megabytes(status, "VmHWM")), (Some(100.0), Some(200.0)));
        assert_eq!(megabytes(status, "VmSwap"), None);
    }

    #[test]
    fn the_section_tells_time_and_memory() {
        let alone = json!({"documents": [{"name": "PDF", "median_ms": 212.4, "first_ms": 260.0, "bytes": 2048}]});
        let memory = Memory { before: 60.0, quarters: [140.0, 141.0, 139.0, 140.0], peak: 180.0 };
        let bulk = Bulk { units: 156, documents: 465, failed: 0, skipped: 3, seconds: 41.2, memory };
        let text = written(&alone, &bulk).unwrap();
        assert!(text.contains("| PDF | **212 ms** | 260 ms | 2 KB |"), "{text}");
        assert!(text.contains("All 156 units") && text.contains("**41.2 s** for 465 documents"), "{text}");
        assert!(text.contains("140, 141, 139, 140 MB") && text.contains("at most 180 MB"), "{text}");
    }
}
