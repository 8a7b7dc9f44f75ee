//! One server with a database of its own, for one measurement.

use super::reads::{AS_OF, log_in};
use crate::command::run;
use crate::demo::{Repeatable, per_second};
use crate::interrupt::terminate;
use crate::postgres::Cluster;
use crate::progress::say;
use crate::server::{Installation, Link};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Child;
use std::time::Instant;

/// Of a throw-away database that nobody else reaches.
const PASSWORD: &str = "measured-and-thrown-away-7";
const SECRET: &str = "6d65617375726564206f6e63652c207468726f776e2061776179206166746572";

/// Units that are asked for their results, in turn.
const UNITS: usize = 20;

/// Where a site keeps its data.
pub(super) enum Database<'a> {
    /// A file under the build folder.
    Sqlite,
    /// A database of its own in this cluster.
    Postgres(&'a Cluster),
}

impl Database<'_> {
    /// The database and how it commits.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite (`synchronous=FULL`)",
            Self::Postgres(_) => "PostgreSQL (`synchronous_commit=on`)",
        }
    }
}

/// A demonstration city that is deleted after the measurement.
pub(super) struct Site {
    installation: Installation,
    folder: PathBuf,
}

/// A file of link codes, one a line.
pub(super) struct Links {
    /// Where it is.
    pub(super) file: PathBuf,
    /// How many it has.
    pub(super) count: usize,
}

/// A server that stops when it is dropped.
pub(super) struct Running {
    child: Child,
    base: String,
}

impl Site {
    /// Makes the demonstration organisation without answers.
    pub(super) fn make(workspace: &Workspace, database: &Database<'_>, name: &str) -> Result<Self> {
        let kind = if matches!(database, Database::Sqlite) { "sqlite" } else { "postgres" };
        let folder = workspace.target.join("bench").join(format!("{kind}_{name}"));
        if folder.exists() {
            fs::remove_dir_all(&folder).context("cannot remove an earlier measurement")?;
        }
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let mut installation = Installation::new(workspace, folder.clone())
            .with("SUMBERDAYA_ADMIN_PASSWORD", PASSWORD)
            .with("SUMBERDAYA_SECRET", SECRET)
            .with("SUMBERDAYA_RATE_LIMIT", "off")
            .with("SUMBERDAYA_BENCH_ECHO", "on")
            .with("SUMBERDAYA_LOG", "warn")
            .without("DATABASE_URL");
        if let Database::Postgres(cluster) = database {
            installation = installation.with("DATABASE_URL", cluster.create_database(&format!("bench_{name}"))?);
        }
        installation.init_demo()?;
        Ok(Self { installation, folder })
    }

    /// Loads demonstration answers and says how many a second.
    pub(super) fn load(&self, answers: u64) -> Result<u64> {
        let start = Instant::now();
        self.installation.load_demo(answers, &repeatable().arguments())?;
        Ok(per_second(answers, start))
    }

    /// Starts the server on a free port.
    pub(super) fn serve(&self) -> Result<Running> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let child = self.installation.serve(&format!("127.0.0.1:{port}"))?;
        Ok(Running { child, base: format!("http://127.0.0.1:{port}") })
    }

    /// The administrator's password.
    pub(super) fn password(&self) -> &'static str {
        PASSWORD
    }

    /// Some units, the same ones in every site.
    pub(super) fn units(&self) -> Result<Vec<String>> {
        let units: BTreeSet<String> = self.links()?.into_iter().map(|link| link.unit).collect();
        ensure!(!units.is_empty(), "the demonstration city has no survey link");
        let stride = units.len().div_ceil(UNITS);
        Ok(units.into_iter().step_by(stride).collect())
    }

    /// A unit and one of its links for a survey that asks no service first.
    pub(super) fn busy_link(&self) -> Result<(String, String)> {
        let link = self.links()?.into_iter().next().context("the demonstration city has no survey link")?;
        Ok((link.unit, link.code))
    }

    /// A link of each unit for the questionnaire that the load answers, each tried so that no refusal is measured.
    pub(super) fn links_file(&self, base: &str) -> Result<Links> {
        let units: BTreeSet<String> = self.links()?.into_iter().map(|link| link.unit).collect();
        let token = log_in(&ureq::Agent::new_with_defaults(), base, PASSWORD)?;
        let codes = units.iter().map(|unit| make_link(base, &token, unit)).collect::<Result<Vec<String>>>()?;
        for (number, code) in codes.iter().enumerate() {
            submit_once(base, code, number)?;
        }
        say(&format!("{} links, one of each unit, take an answer", codes.len()));
        let file = self.folder.join("links");
        fs::write(&file, codes.join("\n") + "\n").context("cannot write the list of links")?;
        Ok(Links { file, count: codes.len() })
    }

    /// Recomputes all tallies from the answers: what was measured must also be right.
    pub(super) fn verify(&self) -> Result<()> {
        run(&mut self.installation.command(&["verify"]))
    }

    fn links(&self) -> Result<Vec<Link>> {
        self.installation.links(1_000)
    }
}

/// Makes a link of a unit and answers its code.
fn make_link(base: &str, token: &str, unit: &str) -> Result<String> {
    let body = json!({ "unit": unit, "questionnaire": "skm-2017" });
    let request = ureq::post(format!("{base}/api/v1/links")).header("Authorization", format!("Bearer {token}"));
    let made: serde_json::Value =
        request.send_json(body).with_context(|| format!("no link for {unit}"))?.body_mut().read_json()?;
    Ok(made["code"].as_str().with_context(|| format!("a link without code: {made}"))?.to_owned())
}

/// Sends one answer and insists on `201`.
fn submit_once(base: &str, link: &str, number: usize) -> Result<()> {
    let scores: serde_json::Map<_, _> = (1..=9).map(|item| (format!("u{item}"), json!(3))).collect();
    let profile = json!({ "sex": "female", "age": "26-34", "education": "sma", "occupation": "swasta" });
    let body = json!({
        "schema": "response.v1", "questionnaire": "skm-2017", "version": 1, "answers": scores, "profile": profile,
        "answered_at": "2026-09-30T00:00:00Z",
    });
    let address = format!("{base}/api/v1/public/surveys/{link}/responses/01890000-0000-7000-8000-{number:012x}");
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    let mut answer = agent.put(&address).send_json(body).with_context(|| format!("no answer from {address}"))?;
    let status = answer.status();
    ensure!(status == 201, "{address} answered {status}: {}", answer.body_mut().read_to_string().unwrap_or_default());
    Ok(())
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Running {
    /// The server's process.
    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }

    /// The address of the server, without a slash at its end.
    pub(super) fn base(&self) -> &str {
        &self.base
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        terminate(&self.child);
        let _ = self.child.wait();
    }
}

/// The same demonstration city in every run.
fn repeatable() -> Repeatable {
    Repeatable { seed: Some(1), as_of: Some(AS_OF.to_owned()) }
}
