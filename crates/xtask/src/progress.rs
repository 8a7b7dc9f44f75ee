//! What a person sees while a command works.

use std::io::Write;
use std::time::{Duration, Instant};

/// Prints one line to standard output.
///
/// A closed output is no reason to stop: the work is done for its effect.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// Announces a step under a heading, runs it, and says how it went and how long it took.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    say(&format!("\n== {name}"));
    let start = Instant::now();
    let outcome = work();
    let took = seconds(start.elapsed());
    match &outcome {
        Ok(_) => say(&format!("-- {name}: done in {took}")),
        Err(error) => say(&format!("-- {name}: FAILED after {took}: {error:#}")),
    }
    outcome
}

/// A duration as a person reads it: `0.4 s`, `3 min 05 s`.
pub(crate) fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    if whole < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

/// A number with its thousands apart: `250,000`.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{seconds, thousands};
    use std::time::Duration;

    #[test]
    fn durations_and_numbers_are_readable() {
        assert_eq!(seconds(Duration::from_millis(420)), "0.4 s");
        assert_eq!(seconds(Duration::from_secs(185)), "3 min 05 s");
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(999), "999");
        assert_eq!(thousands(1_000), "1,000");
        assert_eq!(thousands(12_345_678), "12,345,678");
    }
}
