//! `bench/results.md`: the figures as ratios within one run, then what they were made of.

use super::Part;
use super::load::{CONNECTIONS, Load};
use super::reads::Reads;
use std::fmt::Write;

/// What stands below this line of the file was written by hand and is kept.
const NOTES: &str = "## What stands between";
/// Here the part about reports begins, and that about the screens.
const REPORTS: &str = "## Reports";
const SCREENS: &str = "## Screens";

/// The figures of one database.
pub(super) struct Figures {
    /// The database and how it commits.
    pub(super) name: &'static str,
    /// Links that answers were spread over.
    pub(super) links: usize,
    /// The handler that stores nothing.
    pub(super) echo: Load,
    /// The handler that stores and counts.
    pub(super) submit: Load,
    /// Demonstration answers loaded per second, the larger load.
    pub(super) loaded_per_second: u64,
    /// At 100,000 answers.
    pub(super) small: Reads,
    /// At 1,000,000 answers.
    pub(super) large: Reads,
}

/// A file with another text for one part; the other parts and what was written by hand stay.
pub(super) fn with(file: &str, part: Part, section: &str) -> String {
    let kept = |other: Part| if other == part { section } else { self::part(file, other) };
    let notes = file.find(NOTES).map_or("", |start| &file[start..]);
    let parts = [kept(Part::Server), kept(Part::Reports), kept(Part::Screens), notes];
    let parts: Vec<&str> = parts.into_iter().map(str::trim_end).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n") + "\n"
}

/// What a file says of a part: from its head to the next one's.
fn part(file: &str, part: Part) -> &str {
    let start = match part {
        Part::Server => Some(0),
        Part::Reports => file.find(REPORTS),
        Part::Screens => file.find(SCREENS),
    };
    let Some(start) = start else { return "" };
    let heads = [REPORTS, SCREENS, NOTES];
    let ends = heads.iter().filter_map(|head| file.find(head)).filter(|end| *end > start);
    &file[start..ends.min().unwrap_or(file.len())]
}

/// What was measured of the server.
pub(super) fn server(facts: &[(&'static str, String)], figures: &[Figures], rounds: u32, seconds: u32) -> String {
    let mut text = String::from(
        "# Measured\n\n\
         Written by `cargo xtask bench`; server, database and load share the machine, so judge the ratios.\n\n",
    );
    // Writing to a string cannot fail.
    let _ = write_submits(&mut text, figures, rounds, seconds)
        .and_then(|()| write_reads(&mut text, figures))
        .and_then(|()| write_facts(&mut text, facts));
    text
}

fn write_submits(text: &mut String, figures: &[Figures], rounds: u32, seconds: u32) -> std::fmt::Result {
    writeln!(text, "## Durable submits ÷ echo\n")?;
    writeln!(
        text,
        "{CONNECTIONS} connections on loopback, medians of {rounds} rounds of {seconds} s, echo and submit in turn. \
         An answered submit is stored, counted in every tally and on disk.\n"
    )?;
    writeln!(
        text,
        "| database | **submit ÷ echo** | submit p99 | submit /s | submit p50 \
         | echo /s | echo p99 | links | submitted |"
    )?;
    writeln!(text, "|---|---|---|---|---|---|---|---|---|")?;
    for Figures { name, links, echo, submit, .. } in figures {
        let ratio = submit.per_second / echo.per_second;
        writeln!(
            text,
            "| {name} | **{ratio:.2}** | {:.1} ms | {:.0} | {:.1} ms | {:.0} | {:.1} ms | {links} | {} |",
            submit.p99_ms, submit.per_second, submit.p50_ms, echo.per_second, echo.p99_ms, submit.requests
        )?;
    }
    Ok(())
}

fn write_reads(text: &mut String, figures: &[Figures]) -> std::fmt::Result {
    writeln!(text, "\n## Reads at 1,000,000 answers ÷ at 100,000\n")?;
    writeln!(
        text,
        "A year of months, 200 requests one after another, medians as the client sees them (`/healthz` is the floor).\n"
    )?;
    writeln!(text, "| database | what | **ratio** | at 100,000 | at 1,000,000 |\n|---|---|---|---|---|")?;
    for Figures { name, small, large, .. } in figures {
        for (what, small, large) in [
            ("results of a unit", small.unit_ms, large.unit_ms),
            ("recap of every unit", small.recap_ms, large.recap_ms),
            ("`/healthz`", small.nothing_ms, large.nothing_ms),
        ] {
            writeln!(text, "| {name} | {what} | **{:.2}** | {small:.2} ms | {large:.2} ms |", large / small)?;
        }
    }
    writeln!(text, "\n## Loading the demonstration\n")?;
    for Figures { name, loaded_per_second, .. } in figures {
        writeln!(text, "- {name}: {} answers a second", crate::progress::thousands(*loaded_per_second))?;
    }
    Ok(())
}

fn write_facts(text: &mut String, facts: &[(&'static str, String)]) -> std::fmt::Result {
    writeln!(text, "\n## Machine\n")?;
    facts.iter().try_for_each(|(name, value)| writeln!(text, "- {name}: {value}"))
}

#[cfg(test)]
mod tests {
    use super::super::{Part, load::Load, reads::Reads};
    use super::{Figures, part, server, with};

    fn figures() -> Figures {
        let load = |per_second| Load { per_second, p50_ms: 2.0, p99_ms: 7.0, requests: 90 };
        let reads = |unit_ms| Reads { nothing_ms: 0.1, unit_ms, recap_ms: 8.0 };
        Figures {
            name: "SQLite",
            links: 156,
            echo: load(40_000.0),
            submit: load(10_000.0),
            loaded_per_second: 61_000,
            small: reads(1.0),
            large: reads(1.1),
        }
    }

    #[test]
    fn ratios_lead_and_the_machine_is_named() {
        let text = server(&[("Processor", "two cores".into())], &[figures()], 3, 10);
        assert!(text.contains("| SQLite | **0.25** | 7.0 ms | 10000 |"), "{text}");
        assert!(text.contains("| SQLite | results of a unit | **1.10** | 1.00 ms | 1.10 ms |"), "{text}");
        assert!(text.contains("- Processor: two cores"), "{text}");
    }

    #[test]
    fn notes_written_by_hand_and_the_parts_that_were_not_measured_are_kept() {
        let earlier = "# Measured\nold figures\n\n## Reports\n\nquick\n\n## Screens\n\nlight\n\n## What stands between\n\nThe disk.\n";
        let (reports, screens) = (part(earlier, Part::Reports), part(earlier, Part::Screens));
        assert_eq!((reports, screens), ("## Reports\n\nquick\n\n", "## Screens\n\nlight\n\n"));
        let text = with(earlier, Part::Server, &server(&[], &[figures()], 3, 10));
        assert!(text.ends_with(&earlier["# Measured\nold figures".len()..]), "{text}");
        assert!(!text.contains("old figures"));
        assert_eq!(with(earlier, Part::Screens, screens), earlier);
        assert!(with("", Part::Screens, screens).starts_with("## Screens"));
        assert_eq!(part("# Measured\n", Part::Reports), "");
    }
}
