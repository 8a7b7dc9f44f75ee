//! Limits of submitting: per link, and per link and address. Never a bare limit per address: many people share one.

use crate::access::ClientAddress;
use crate::error::{ApiError, ErrorCode};
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

/// A thousand honest devices behind one address answer at once, and then ten a second go on for ever.
const ADDRESS_BURST: u32 = 1_200;
const ADDRESS_PER_SECOND: u32 = 10;
/// One link serves a whole city event.
const LINK_BURST: u32 = 6_000;
const LINK_PER_SECOND: u32 = 200;
/// Who answers opens the page, begins and finishes; some leave and come back.
const EVENTS_AN_ANSWER: u32 = 5;
/// Forget idle keys every so many checks.
const SWEEP_EVERY: u32 = 4_096;

/// The limits, each replica its own.
pub struct SurveyLimits(Option<Limits>);

struct Limits {
    link: DefaultKeyedRateLimiter<i32>,
    link_and_address: DefaultKeyedRateLimiter<(i32, IpAddr)>,
    checks: AtomicU32,
}

fn limiter<K: Hash + Eq + Clone>(per_second: u32, burst: u32) -> DefaultKeyedRateLimiter<K> {
    let number = |value| NonZeroU32::new(value).unwrap_or(NonZeroU32::MIN);
    RateLimiter::keyed(Quota::per_second(number(per_second)).allow_burst(number(burst)))
}

impl SurveyLimits {
    /// The limits of answers, or none at all.
    pub fn of_answers(on: bool) -> Self {
        Self::times(on, 1)
    }

    /// The limits of what happens around answers, or none at all.
    pub fn of_events(on: bool) -> Self {
        Self::times(on, EVENTS_AN_ANSWER)
    }

    fn times(on: bool, times: u32) -> Self {
        Self(on.then(|| Limits {
            link: limiter(LINK_PER_SECOND * times, LINK_BURST * times),
            link_and_address: limiter(ADDRESS_PER_SECOND * times, ADDRESS_BURST * times),
            checks: AtomicU32::new(0),
        }))
    }

    /// Counts one request.
    ///
    /// # Errors
    /// 429 with the seconds to wait.
    pub fn check(&self, link_id: i32, ClientAddress(address): ClientAddress) -> Result<(), ApiError> {
        let Some(limits) = &self.0 else { return Ok(()) };
        if limits.checks.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            limits.link.retain_recent();
            limits.link_and_address.retain_recent();
        }
        let refused = limits.link_and_address.check_key(&(link_id, address)).err();
        let refused = refused.or_else(|| limits.link.check_key(&link_id).err());
        let Some(not_until) = refused else { return Ok(()) };
        let seconds = not_until.wait_time_from(DefaultClock::default().now()).as_secs().max(1);
        let detail = format!("too much by this link at once; the next request is taken in {seconds} s");
        Err(ApiError::new(ErrorCode::TooManyRequests, detail).retry_after(seconds))
    }
}
