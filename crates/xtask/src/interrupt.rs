//! Ctrl-C reaches the whole process group; the command must outlive the server it started, to see it stop well.

use anyhow::{Context, Result};
use signal_hook::consts::{SIGINT, SIGTERM};
use std::process::{Child, Command, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

/// Signals that no longer end this process.
pub(crate) struct Interrupts {
    term: Arc<AtomicBool>,
    any: Arc<AtomicBool>,
}

impl Interrupts {
    /// From now on an interrupt is noted and no longer ends this process.
    pub(crate) fn hold() -> Result<Self> {
        let (term, any) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        for signal in [SIGINT, SIGTERM] {
            signal_hook::flag::register(signal, Arc::clone(&any)).context("cannot listen for Ctrl-C")?;
        }
        signal_hook::flag::register(SIGTERM, Arc::clone(&term)).context("cannot listen for SIGTERM")?;
        Ok(Self { term, any })
    }

    /// Whether someone asked to stop.
    pub(crate) fn seen(&self) -> bool {
        self.any.load(Ordering::Relaxed)
    }

    /// Waits for a child of the same process group. It has Ctrl-C from the terminal; SIGTERM, which came to this
    /// process alone, is passed on.
    pub(crate) fn wait_for(&self, child: &mut Child) -> Result<ExitStatus> {
        loop {
            if let Some(status) = child.try_wait().context("cannot wait for the server")? {
                return Ok(status);
            }
            if self.term.swap(false, Ordering::Relaxed) {
                terminate(child);
            }
            sleep(Duration::from_millis(50));
        }
    }
}

/// Asks a child to stop. The shell's own `kill`, since a bare system has no program of that name.
pub(crate) fn terminate(child: &Child) {
    let _ = Command::new("sh").args(["-c", "kill -TERM \"$0\"", &child.id().to_string()]).status();
}
