//! The server's binary as these commands use it: its command line, and a server that is waited for.

use crate::command::{Stream, capture_text, run, tee};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail, ensure};
use std::ffi::OsString;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The name of the first administrator.
pub(crate) const ADMINISTRATOR: &str = "admin";

/// Where the server listens unless `SUMBERDAYA_LISTEN` says otherwise.
pub(crate) const DEFAULT_LISTEN: &str = "127.0.0.1:8080";

/// The release binary with one data folder and what else its environment needs.
pub(crate) struct Installation {
    binary: PathBuf,
    data: PathBuf,
    environment: Vec<(&'static str, Option<OsString>)>,
}

/// A survey link as `sumberdaya links` lists it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// The short random code.
    pub(crate) code: String,
    /// The unit's code.
    pub(crate) unit: String,
    /// The page that a respondent opens.
    pub(crate) url: String,
}

impl Installation {
    /// The release binary on this data folder.
    pub(crate) fn new(workspace: &Workspace, data: PathBuf) -> Self {
        Self { binary: workspace.release_binary(), data, environment: Vec::new() }
    }

    /// Adds a variable to the environment of every call.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.environment.push((name, Some(value.into())));
        self
    }

    /// Keeps a variable of this process from every call.
    pub(crate) fn without(mut self, name: &'static str) -> Self {
        self.environment.push((name, None));
        self
    }

    /// One call of the binary.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command.args(arguments).env("SUMBERDAYA_DATA", &self.data);
        for (name, value) in &self.environment {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command
    }

    /// The folder of the data.
    pub(crate) fn data(&self) -> &Path {
        &self.data
    }

    /// Makes the database with the demonstration organisation, and returns the administrator's password if one was
    /// generated: it is shown this once and kept nowhere.
    pub(crate) fn init_demo(&self) -> Result<Option<String>> {
        let (ended_well, output) = tee(&mut self.command(&["init", "--demo"]), Stream::Stdout)?;
        ensure!(ended_well, "`sumberdaya init --demo` failed; its message is above");
        Ok(password_in(&output))
    }

    /// Loads answers; the binary shows its progress itself.
    pub(crate) fn load_demo(&self, responses: u64, more: &[String]) -> Result<()> {
        run(self.command(&["demo", "--responses", &responses.to_string()]).args(more))
    }

    /// Survey links, at most so many.
    pub(crate) fn links(&self, limit: u32) -> Result<Vec<Link>> {
        links_in(&capture_text(&mut self.command(&["links", "--limit", &limit.to_string()]))?)
    }

    /// Starts the server and waits until it answers. The address must be free: otherwise another server would be
    /// taken for this one.
    pub(crate) fn serve(&self, listen: &str) -> Result<Child> {
        ensure_free(listen)?;
        let mut command = self.command(&["serve"]);
        command.env("SUMBERDAYA_LISTEN", listen);
        // Browsers sign in on the address that people use alone.
        if command.get_envs().all(|(name, _)| name != "SUMBERDAYA_PUBLIC_URL") {
            command.env("SUMBERDAYA_PUBLIC_URL", format!("http://{}", reachable(listen)));
        }
        let mut child = command.spawn().context("cannot start the server")?;
        let ready = format!("http://{}/readyz", reachable(listen));
        let start = Instant::now();
        while ureq::get(&ready).call().is_err() {
            if let Some(status) = child.try_wait().context("cannot wait for the server")? {
                bail!("the server ended with {status} before it was ready; its message is above");
            }
            if start.elapsed() > Duration::from_secs(60) {
                let _ = child.kill();
                bail!("the server was not ready after 60 s: no good answer from {ready}");
            }
            sleep(Duration::from_millis(20));
        }
        Ok(child)
    }
}

/// The address under which this machine reaches a server that listens there: `0.0.0.0` is no address to call.
pub(crate) fn reachable(listen: &str) -> String {
    match listen.parse::<SocketAddr>() {
        Ok(address) if address.ip().is_unspecified() => format!("127.0.0.1:{}", address.port()),
        _ => listen.to_owned(),
    }
}

fn ensure_free(listen: &str) -> Result<()> {
    TcpListener::bind(listen).map(drop).with_context(|| {
        format!(
            "cannot listen on {listen}: stop what runs there or set SUMBERDAYA_LISTEN to another address, \
             such as 127.0.0.1:8081"
        )
    })
}

fn password_in(output: &str) -> Option<String> {
    output.lines().find_map(|line| line.trim().strip_prefix("administrator password: ")).map(str::to_owned)
}

fn links_in(output: &str) -> Result<Vec<Link>> {
    let link = |line: &str| -> Option<Link> {
        let mut columns = line.split('\t').map(str::to_owned);
        Some(Link { code: columns.next()?, unit: columns.next()?, url: columns.next()? })
    };
    output.lines().map(|line| link(line).with_context(|| format!("`{line}` is not `CODE<TAB>unit<TAB>url`"))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Link, links_in, password_in, reachable};

    #[test]
    fn the_password_is_read_from_what_init_prints() {
        let output = "database: data/sumberdaya.db\nadministrator password: k7-horse battery\n";
        assert_eq!(password_in(output).as_deref(), Some("k7-horse battery"));
        assert_eq!(password_in("the database is there already\n"), None);
    }

    #[test]
    fn links_are_read_line_by_line() {
        let link =
            Link { code: "7K2M9QRS".into(), unit: "dinkes".into(), url: "http://127.0.0.1:8080/s/7K2M9QRS".into() };
        assert_eq!(links_in("7K2M9QRS\tdinkes\thttp://127.0.0.1:8080/s/7K2M9QRS\n").unwrap(), [link]);
        assert!(links_in("7K2M9QRS dinkes").is_err());
    }

    #[test]
    fn a_server_on_every_interface_is_reached_on_loopback() {
        assert_eq!(reachable("0.0.0.0:8080"), "127.0.0.1:8080");
        assert_eq!(reachable("127.0.0.1:9000"), "127.0.0.1:9000");
    }
}
