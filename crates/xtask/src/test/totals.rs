//! Reads the closing lines of the test runners.

use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Totals {
    /// Tests that passed.
    pub(super) passed: u32,
    /// Tests that failed, did not end, or were not run: a skipped test proves nothing.
    pub(super) failed: u32,
}

impl Totals {
    /// One check, passed.
    pub(super) const PASSED: Self = Self { passed: 1, failed: 0 };
    /// One check, failed.
    pub(super) const FAILED: Self = Self { passed: 0, failed: 1 };

    /// A runner that ends badly without naming a failed test (it did not build, it crashed), or that says nothing
    /// at all, is one failure more.
    pub(super) fn of_run(ended_well: bool, counted: Option<Self>) -> Self {
        match counted {
            Some(totals) if ended_well || totals.failed > 0 => totals,
            Some(totals) => Self { failed: 1, ..totals },
            None => Self::FAILED,
        }
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Reads nextest's `Summary [  0.1s] 5 tests run: 3 passed (1 slow), 1 failed, 1 timed out, 2 skipped`. Tests that it
/// did not get to (`3/5 tests run`) are failures.
pub(super) fn of_nextest(output: &str) -> Option<Totals> {
    let output = without_colour(output);
    let line = output.lines().rev().find(|line| line.trim_start().starts_with("Summary ["))?;
    let (run, results) = line.split_once(']')?.1.split_once(':')?;
    let mut totals = Totals::default();
    let planned = run.split_whitespace().next()?;
    if let Some((done, all)) = planned.split_once('/') {
        totals.failed = all.parse::<u32>().ok()?.saturating_sub(done.parse().ok()?);
    }
    for part in without_brackets(results).split(',') {
        let (number, what) = part.trim().split_once(' ')?;
        let number: u32 = number.parse().ok()?;
        if what.trim() == "passed" { totals.passed += number } else { totals.failed += number }
    }
    Some(totals)
}

/// What stands in brackets (`3 passed (1 slow, 1 flaky)`) is part of the number before it.
fn without_brackets(text: &str) -> String {
    text.split('(')
        .enumerate()
        .filter_map(|(index, part)| if index == 0 { Some(part) } else { Some(part.split_once(')')?.1) })
        .collect()
}

/// Adds up cargo test's `test result: ok. 3 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out`, one line for
/// each test binary.
pub(super) fn of_cargo_test(output: &str) -> Option<Totals> {
    let mut sum = None::<Totals>;
    for line in without_colour(output).lines() {
        let Some((_, results)) = line.trim_start().strip_prefix("test result: ").and_then(|rest| rest.split_once(". "))
        else {
            continue;
        };
        let number = |what: &str| -> Option<u32> {
            results.split("; ").find_map(|part| part.trim().strip_suffix(what)?.trim_end().parse().ok())
        };
        let failed = number("failed")? + number("ignored")? + number("filtered out").unwrap_or(0);
        *sum.get_or_insert_default() += Totals { passed: number("passed")?, failed };
    }
    sum
}

/// Reads the line with which the browser tests end: `browser tests: 20 passed, 1 failed`.
pub(super) fn of_playwright(output: &str) -> Option<Totals> {
    let output = without_colour(output);
    let line = output.lines().rev().find_map(|line| line.trim().strip_prefix("browser tests: "))?;
    let (passed, failed) = line.split_once(", ")?;
    let number = |text: &str, what: &str| text.strip_suffix(what)?.trim_end().parse().ok();
    Some(Totals { passed: number(passed, "passed")?, failed: number(failed, "failed")? })
}

/// The text without the terminal's colour sequences.
fn without_colour(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.find(|letter: char| letter.is_ascii_alphabetic()).map_or("", |end| &after[end + 1..]);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::{Totals, of_cargo_test, of_nextest, of_playwright};

    fn totals(passed: u32, failed: u32) -> Option<Totals> {
        Some(Totals { passed, failed })
    }

    #[test]
    fn the_summary_of_nextest_is_counted() {
        let plain =
            "        PASS [   0.013s] (1/3) x\n------\n     Summary [   0.013s] 3 tests run: 3 passed, 0 skipped\n";
        assert_eq!(of_nextest(plain), totals(3, 0));
        let slow = "Summary [ 61.0s] 5 tests run: 3 passed (1 slow, 1 leaky), 1 failed, 1 timed out, 2 skipped";
        assert_eq!(of_nextest(slow), totals(3, 4));
        let coloured = "\u{1b}[31;1m     Summary\u{1b}[0m [   0.1s] \
            \u{1b}[1m2\u{1b}[0m tests run: \u{1b}[1m2\u{1b}[0m passed, 0 skipped";
        assert_eq!(of_nextest(coloured), totals(2, 0));
    }

    #[test]
    fn tests_that_nextest_did_not_reach_are_failures() {
        let stopped = "     Summary [   1.2s] 3/5 tests run: 2 passed, 1 failed, 0 skipped";
        assert_eq!(of_nextest(stopped), totals(2, 3));
    }

    #[test]
    fn every_binary_of_cargo_test_is_counted() {
        let output = "test a ... ok\n\
            test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 1 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        assert_eq!(of_cargo_test(output), totals(4, 3));
    }

    #[test]
    fn the_closing_line_of_the_browser_tests_is_counted() {
        let output = "  ok 1 a.spec.ts (1.0s)\n  1 passed (2s)\n\nbrowser tests: 20 passed, 1 failed\n";
        assert_eq!(of_playwright(output), totals(20, 1));
        assert_eq!(of_playwright("Error: no server"), None);
    }

    #[test]
    fn a_runner_that_says_nothing_has_no_totals() {
        assert_eq!(of_nextest("error: could not compile"), None);
        assert_eq!(of_cargo_test("error: could not compile"), None);
    }

    #[test]
    fn a_run_that_ends_badly_is_never_without_a_failure() {
        assert_eq!(Totals::of_run(false, None), Totals::FAILED);
        assert_eq!(Totals::of_run(true, None), Totals::FAILED);
        assert_eq!(Totals::of_run(false, totals(7, 0)), Totals { passed: 7, failed: 1 });
        assert_eq!(Totals::of_run(false, totals(7, 2)), Totals { passed: 7, failed: 2 });
        assert_eq!(Totals::of_run(true, totals(7, 0)), Totals { passed: 7, failed: 0 });
    }
}
