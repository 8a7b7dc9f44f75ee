//! Logs and metrics.

use crate::config::{Config, ConfigError};
use anyhow::Context;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::io::IsTerminal;
use std::sync::{Mutex, OnceLock, PoisonError};
use tracing_subscriber::EnvFilter;

/// Seconds, from a cached figure to a slow report.
const BUCKETS: &[f64] = &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// Writes logs from now on; a second call changes nothing.
///
/// # Errors
/// When the filter cannot be read.
pub fn start_logging(config: &Config) -> Result<(), ConfigError> {
    let filter = EnvFilter::try_new(&config.log)
        .map_err(|error| ConfigError(format!("SUMBERDAYA_LOG must be a filter like info or api=debug: {error}")))?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let lines = lines.with_ansi(std::io::stderr().is_terminal());
    let started = if config.log_json { lines.json().try_init() } else { lines.try_init() };
    // Already started: the first filter stays.
    drop(started);
    Ok(())
}

/// The recorder of this process, installed at the first call: tests start several servers.
///
/// # Errors
/// When another recorder is in place.
pub fn metrics() -> anyhow::Result<PrometheusHandle> {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    static INSTALLING: Mutex<()> = Mutex::new(());
    let _alone = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(handle) = HANDLE.get() {
        return Ok(handle.clone());
    }
    let builder = PrometheusBuilder::new();
    let durations = Matcher::Full("http_request_duration_seconds".to_owned());
    let builder = builder.set_buckets_for_metric(durations, BUCKETS)?;
    let handle = builder.install_recorder().context("the metrics cannot be recorded")?;
    Ok(HANDLE.get_or_init(|| handle).clone())
}
