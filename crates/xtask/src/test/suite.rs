//! Keeps count of the checks of one run.

use super::totals::Totals;
use crate::progress::{say, step};
use anyhow::{Result, ensure};
use std::process::ExitCode;
use std::time::Instant;

/// The checks so far.
pub(super) struct Suite {
    totals: Totals,
    failures: Vec<String>,
    start: Instant,
}

impl Default for Suite {
    fn default() -> Self {
        Self { totals: Totals::default(), failures: Vec::new(), start: Instant::now() }
    }
}

impl Suite {
    /// Runs one check that passes or fails as a whole, and says whether it passed.
    pub(super) fn check(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        self.value(name, work).is_some()
    }

    /// Like [`Suite::check`], for a check that leaves something behind.
    pub(super) fn value<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        let made = step(name, work).ok();
        self.add(name, if made.is_some() { Totals::PASSED } else { Totals::FAILED });
        made
    }

    /// Runs a test runner, whose tests count one by one.
    pub(super) fn counted(&mut self, name: &str, work: impl FnOnce() -> Result<Totals>) {
        let mut counted = Totals::FAILED;
        let _ = step(name, || {
            counted = work()?;
            ensure!(counted.failed == 0, "{} failed", counted.failed);
            Ok(())
        });
        self.add(name, counted);
    }

    /// Counts a check as failed that could not be tried.
    pub(super) fn impossible(&mut self, name: &str, reason: &str) {
        self.check(name, || anyhow::bail!("not tried: {reason}"));
    }

    /// Prints what failed and, as the very last line, the totals.
    pub(super) fn finish(self) -> ExitCode {
        say(&format!("\nAll checks took {}.", crate::progress::seconds(self.start.elapsed())));
        for failure in &self.failures {
            say(&format!("failed: {failure}"));
        }
        say(&format!("{} passed, {} failed", self.totals.passed, self.totals.failed));
        if self.totals.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn add(&mut self, name: &str, totals: Totals) {
        if totals.failed > 0 {
            self.failures.push(name.to_owned());
        }
        self.totals += totals;
    }
}
