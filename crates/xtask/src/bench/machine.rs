//! The machine that figures were measured on: without it they say nothing.

use crate::workspace::Workspace;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// The facts, each as name and value.
pub(super) fn facts(workspace: &Workspace, postgres: &str) -> Vec<(&'static str, String)> {
    let cores = std::thread::available_parallelism().map_or_else(|_| "unknown".to_owned(), |count| count.to_string());
    let mut git = workspace.command("git");
    let commit =
        said(git.args(["describe", "--always", "--dirty=, with uncommitted changes", "--abbrev=10", "--exclude=*"]));
    vec![
        ("Processor", format!("{}, {cores} cores", value_in("/proc/cpuinfo", "model name"))),
        ("Memory", value_in("/proc/meminfo", "MemTotal")),
        ("Kernel", fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default().trim().to_owned()),
        ("File system", said(Command::new("stat").args(["-f", "-c", "%T"]).arg(&workspace.target))),
        ("One durable write of 4 KB", durable_write(&workspace.target)),
        ("PostgreSQL", postgres.to_owned()),
        ("Rust", said(workspace.command("rustc").arg("--version"))),
        ("Commit", commit),
        ("Date", said(Command::new("date").args(["-u", "+%Y-%m-%d %H:%M UTC"]))),
    ]
}

/// The median of 200 appends that are each brought to disk: what bounds commits a second.
fn durable_write(folder: &Path) -> String {
    let path = folder.join("bench-durable-write");
    let measured = || -> std::io::Result<Option<f64>> {
        let mut file = File::create(&path)?;
        let mut times = Vec::new();
        for _ in 0..200 {
            let start = Instant::now();
            file.write_all(&[7; 4096])?;
            file.sync_data()?;
            times.push(start.elapsed().as_secs_f64() * 1e3);
        }
        Ok(super::reads::median(times))
    };
    let text = measured().ok().flatten().map_or_else(|| "unknown".to_owned(), |ms| format!("{ms:.2} ms (median)"));
    let _ = fs::remove_file(&path);
    text
}

/// The first `name: value` of a file under /proc.
fn value_in(file: &str, name: &str) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    let value = text.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix(':'));
    value.map_or_else(|| "unknown".to_owned(), |value| value.trim().to_owned())
}

fn said(command: &mut Command) -> String {
    let text = command.output().ok().filter(|output| output.status.success());
    text.map_or_else(|| "unknown".to_owned(), |output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
