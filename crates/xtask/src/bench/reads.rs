//! What a reader waits for, at 100,000 and at 1,000,000 answers.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::time::Instant;
use ureq::Agent;

/// How often each address is asked.
const REQUESTS: usize = 200;
/// The day that counts as today in the read databases, and the year up to it.
pub(super) const AS_OF: &str = "2026-09-30";
/// The quarter that ends then: the last one with answers.
pub(super) const LAST_QUARTER: &str = "2026-TW3";
const YEAR: &str = "from=2025-10&to=2026-09";

/// Medians of sequential requests, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reads {
    /// What the server and this client take for an answer without any figure.
    pub(super) nothing_ms: f64,
    /// One unit over a year.
    pub(super) unit_ms: f64,
    /// Every unit over a year.
    pub(super) recap_ms: f64,
}

/// Logs in and measures; the same units are asked at every size.
pub(super) fn measure(base: &str, password: &str, units: &[String]) -> Result<Reads> {
    let agent = Agent::config_builder().http_status_as_error(false).build().new_agent();
    let token = log_in(&agent, base, password)?;
    let unit_addresses: Vec<String> =
        units.iter().map(|unit| format!("{base}/api/v1/units/{unit}/results?{YEAR}")).collect();
    Ok(Reads {
        nothing_ms: p50(&agent, &token, &[format!("{base}/healthz")])?,
        unit_ms: p50(&agent, &token, &unit_addresses)?,
        recap_ms: p50(&agent, &token, &[format!("{base}/api/v1/recap?{YEAR}")])?,
    })
}

/// Signs in and answers the access token.
pub(super) fn log_in(agent: &Agent, base: &str, password: &str) -> Result<String> {
    let mut answer = agent
        .post(format!("{base}/api/v1/auth/login"))
        .send_json(json!({ "username": crate::server::ADMINISTRATOR, "password": password }))
        .context("cannot log in")?;
    let status = answer.status();
    let body: Value = answer.body_mut().read_json().context("the login answered no JSON")?;
    let token = body["access_token"].as_str();
    Ok(token.with_context(|| format!("the login answered {status} without access_token: {body}"))?.to_owned())
}

fn p50(agent: &Agent, token: &str, addresses: &[String]) -> Result<f64> {
    let mut times = Vec::with_capacity(REQUESTS);
    for address in addresses.iter().cycle().take(REQUESTS) {
        let start = Instant::now();
        let mut answer = agent.get(address).header("Authorization", format!("Bearer {token}")).call()?;
        let body = answer.body_mut().read_to_vec()?;
        times.push(start.elapsed().as_secs_f64() * 1e3);
        ensure!(answer.status() == 200, "{address} answered {}: {}", answer.status(), String::from_utf8_lossy(&body));
    }
    median(times).context("nothing was asked")
}

/// The middle of these numbers.
pub(super) fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_does_not_mind_the_order() {
        assert_eq!(median(vec![9.0, 1.0, 5.0]), Some(5.0));
        assert_eq!(median(Vec::new()), None);
    }
}
