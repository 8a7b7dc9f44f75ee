//! Slows the guessing of passwords without locking anybody out for long.
//!
//! Three limits, the narrowest first: one username from one address, one username from anywhere, one address. Whoever
//! waits is told how long, and it is never more than a minute. The first attempts from an address are not stopped by what
//! others try with the same name: its owner signs in, however long somebody guesses from elsewhere. Kept in memory: each
//! replica has its own.

use super::client::ClientAddress;
use crate::error::{ApiError, ErrorCode};
use governor::clock::Clock as _;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Forget idle keys every so many checks, so that memory does not grow with every name that was tried.
const SWEEP_EVERY: u32 = 1024;

/// The limits of signing in.
pub struct LoginThrottle(Option<Limits>);

struct Limits {
    username_and_address: DefaultKeyedRateLimiter<(String, IpAddr)>,
    /// Attempts that are not counted against those of others.
    own: DefaultKeyedRateLimiter<(String, IpAddr)>,
    username: DefaultKeyedRateLimiter<String>,
    address: DefaultKeyedRateLimiter<IpAddr>,
    checks: AtomicU32,
}

fn limiter<K: std::hash::Hash + Eq + Clone>(burst: u32, every: Duration) -> DefaultKeyedRateLimiter<K> {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    let quota = Quota::with_period(every).unwrap_or_else(|| Quota::per_second(burst));
    RateLimiter::keyed(quota.allow_burst(burst))
}

impl LoginThrottle {
    /// The limits, or none at all.
    pub fn new(on: bool) -> Self {
        Self(on.then(|| Limits {
            username_and_address: limiter(5, Duration::from_secs(20)),
            own: limiter(3, Duration::from_secs(60)),
            username: limiter(30, Duration::from_secs(2)),
            address: limiter(120, Duration::from_millis(500)),
            checks: AtomicU32::new(0),
        }))
    }

    /// Counts one attempt.
    ///
    /// # Errors
    /// 429 with the seconds to wait.
    pub fn check(&self, username: &str, ClientAddress(address): ClientAddress) -> Result<(), ApiError> {
        let Some(limits) = &self.0 else { return Ok(()) };
        limits.sweep();
        // The address first: who is stopped there must not use up the attempts of a name.
        wait(&limits.address, &address)?;
        let own = (username.to_owned(), address);
        wait(&limits.username_and_address, &own)?;
        if limits.own.check_key(&own).is_ok() { Ok(()) } else { wait(&limits.username, &own.0) }
    }
}

impl Limits {
    fn sweep(&self) {
        if self.checks.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            self.username_and_address.retain_recent();
            self.own.retain_recent();
            self.username.retain_recent();
            self.address.retain_recent();
        }
    }
}

fn wait<K: std::hash::Hash + Eq + Clone>(limiter: &DefaultKeyedRateLimiter<K>, key: &K) -> Result<(), ApiError> {
    limiter.check_key(key).map_err(|not_until| {
        let wait = not_until.wait_time_from(limiter.clock().now());
        let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
        ApiError::new(ErrorCode::TooManyRequests, format!("too many attempts; the next one is possible in {seconds} s"))
            .retry_after(seconds.max(1))
    })
}

#[cfg(test)]
mod tests {
    use super::{ClientAddress, LoginThrottle};
    use std::net::{IpAddr, Ipv4Addr};

    #[test]
    fn who_guesses_from_many_addresses_stops_nobody_elsewhere() {
        let throttle = LoginThrottle::new(true);
        let from = |last: u8| ClientAddress(IpAddr::V4(Ipv4Addr::new(203, 0, 113, last)));
        let guesses = (0..200).flat_map(|at| [at % 40; 5]).map(|last| throttle.check("admin", from(last)));
        let passed = guesses.filter(Result::is_ok).count();
        assert!((120..=40 * 5).contains(&passed), "{passed}");
        assert!(throttle.check("admin", from(7)).is_err());
        for _ in 0..3 {
            assert!(throttle.check("admin", from(250)).is_ok());
        }
    }
}
