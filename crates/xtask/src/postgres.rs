//! A throw-away PostgreSQL for tests and measurements.

use crate::command::run;
use crate::setup;
use anyhow::{Context, Result, ensure};
use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// What the cluster promises about a commit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    /// Nothing survives a crash of the machine, and everything is fast: for tests.
    Off,
    /// As in production, on a folder that is on disk: for measurements.
    On,
}

/// A running cluster; dropping it stops the server and deletes its files. Even if this process is killed, the cluster
/// sees its input close and goes.
pub(crate) struct Cluster {
    child: Child,
    bin: PathBuf,
    socket_folder: String,
}

impl Cluster {
    /// Starts a cluster, installing the server package where it is missing and that is allowed.
    pub(crate) fn start(durability: Durability) -> Result<Self> {
        let bin = ensure_server()?;
        // /tmp may lie in memory, where a durable commit costs nothing; /var/tmp may not.
        let (base, options): (PathBuf, &[&str]) = match durability {
            Durability::Off => {
                (env::temp_dir(), &["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"])
            }
            Durability::On => (PathBuf::from("/var/tmp"), &["-c", "fsync=on", "-c", "synchronous_commit=on"]),
        };
        let mut child = Command::new("sh")
            .args(["-c", include_str!("postgres.sh"), "postgres.sh"])
            .args([&bin, &base])
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start `sh`")?;
        let mut line = String::new();
        let out = child.stdout.take().context("the script has no output")?;
        BufReader::new(out).read_line(&mut line).context("cannot read from the PostgreSQL script")?;
        let socket_folder = line.trim_end().to_owned();
        let cluster = Self { child, bin, socket_folder };
        ensure!(!cluster.socket_folder.is_empty(), "PostgreSQL did not start; its log is above");
        Ok(cluster)
    }

    /// The address of a database of this cluster, as a libpq URL.
    pub(crate) fn url(&self, database: &str) -> String {
        format!("postgres://postgres@/{database}?host={}", self.socket_folder)
    }

    /// Makes an empty database and returns its address.
    pub(crate) fn create_database(&self, name: &str) -> Result<String> {
        run(Command::new(self.bin.join("createdb")).args(["-h", &self.socket_folder, "-U", "postgres", name]))?;
        Ok(self.url(name))
    }

    /// The server's version as it names itself, such as `postgres (PostgreSQL) 15.10`.
    pub(crate) fn version(&self) -> Result<String> {
        let text = crate::command::capture_text(Command::new(self.bin.join("postgres")).arg("--version"))?;
        Ok(text.trim().to_owned())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// The folder with `initdb` and `postgres`.
fn ensure_server() -> Result<PathBuf> {
    if let Some(bin) = find_server() {
        return Ok(bin);
    }
    setup::install("postgres", &["postgresql"])?;
    find_server().context("`initdb` is still missing after installing postgresql")
}

fn find_server() -> Option<PathBuf> {
    let on_path = || Some(setup::find_program("initdb")?.parent()?.to_path_buf());
    newest_version(Path::new("/usr/lib/postgresql")).or_else(on_path)
}

/// Debian's folder of the highest major version: 17 comes after 9.6.
fn newest_version(folder: &Path) -> Option<PathBuf> {
    std::fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter_map(|entry| {
            let major: u32 = entry.file_name().to_str()?.split('.').next()?.parse().ok()?;
            Some((major, entry.path().join("bin")))
        })
        .filter(|(_, bin)| bin.join("initdb").is_file())
        .max_by_key(|(major, _)| *major)
        .map(|(_, bin)| bin)
}

#[cfg(test)]
mod tests {
    use super::{Cluster, Durability};
    use std::path::Path;
    use std::process::Command;

    #[test]
    fn a_cluster_answers_and_leaves_nothing_behind() {
        let cluster = Cluster::start(Durability::Off).unwrap();
        let folder = cluster.socket_folder.clone();
        let url = cluster.create_database("another").unwrap();
        let sql = "select current_database() || current_setting('fsync')";
        let answer = Command::new(cluster.bin.join("psql")).args([&url, "-qtAc", sql]).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&answer.stdout).trim(), "anotheroff");
        drop(cluster);
        assert!(!Path::new(&folder).exists());
    }
}
