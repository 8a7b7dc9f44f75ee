//! What to look at before submitting, each with the way to where it is mended.

use super::contents;
use super::shape::{Check, Report};
use super::sheet::Sheet;
use crate::menu;
use dom::prelude::*;
use texts::format::full_day;
use texts::reports::{ReportCheckText as T, ReportText};
use ui::language::{count, language, period};
use ui::{Tone, tr, tr_with};

/// The check of a period that has not ended.
pub(super) const RUNNING: &str = "period_running";
const ODD_DAY: &str = "dated_oddly";

/// Where something is mended.
enum Place {
    /// A screen of the unit.
    Screen(&'static str),
    /// The round of the period.
    Round,
    /// The section of the report with this block.
    Section(String),
    /// The field of the report's day.
    Day,
    /// Nothing to mend but to wait.
    Nowhere,
}

/// Words, tone, and the place to mend it.
fn told(check: &Check) -> (T, Tone, Place) {
    let section = |block: &str| Place::Section(block.to_owned());
    match check.code.as_str() {
        RUNNING => (T::PeriodRunning, Tone::Bad, Place::Nowhere),
        "no_answers" => (T::NoAnswers, Tone::Bad, Place::Screen("")),
        "people_served_unknown" => (T::PeopleServedUnknown, Tone::Warn, Place::Screen("/links")),
        "sample_short" => (T::SampleShort, Tone::Warn, section("table:sample")),
        "people_served_below_n" => (T::PeopleServedBelowN, Tone::Warn, Place::Screen("/links")),
        "no_signatory" => (T::NoSignatory, Tone::Bad, Place::Screen("/profile")),
        "no_logo" => (T::NoLogo, Tone::Warn, Place::Screen("/profile")),
        "no_address" => (T::NoAddress, Tone::Warn, Place::Screen("/profile")),
        "no_activities" => (T::NoActivities, Tone::Warn, Place::Round),
        ODD_DAY => (T::DatedOddly, Tone::Warn, Place::Day),
        "no_forum" => (T::NoForum, Tone::Warn, Place::Round),
        "no_photos" => (T::NoPhotos, Tone::Warn, Place::Round),
        "plan_incomplete" => (T::PlanIncomplete, Tone::Bad, section("table:plan")),
        "no_plan" => (T::NoPlan, Tone::Bad, section("table:plan")),
        "lowest_not_planned" => (T::LowestNotPlanned, Tone::Warn, section("table:plan")),
        "last_plan_untold" => (T::LastPlanUntold, Tone::Bad, section("table:last_plan")),
        "foreign_number" => {
            (T::ForeignNumber, Tone::Warn, section(&format!("slot:{}", check.foreign().unwrap_or_default().0)))
        }
        _ => (T::Other, Tone::Warn, section("")),
    }
}

/// The block of the report that a check is about, for the marks of the contents.
pub(super) fn block(check: &Check) -> String {
    match (check.code.as_str(), told(check).2) {
        (_, Place::Section(block)) => block,
        ("people_served_unknown" | "people_served_below_n", _) => "table:sample".to_owned(),
        ("no_activities", _) => "table:activities".to_owned(),
        ("no_photos", _) => "list:photos".to_owned(),
        _ => String::new(),
    }
}

/// A line for each check.
pub(super) fn list(sheet: Sheet) -> Vec<Node> {
    sheet.with(|report| {
        let mut checks = report.checks();
        // What is plainly missing comes first.
        checks.sort_by_key(|check| told(check).1 != Tone::Bad);
        checks.iter().map(|check| line(report, check)).collect()
    })
}

fn line(report: Report<'_>, check: &Check) -> Node {
    let (mut text, tone, place) = told(check);
    let is_running = report.checks().iter().any(|check| check.code == RUNNING);
    if text == T::SampleShort && !is_running {
        text = T::SampleMissed;
    }
    let (n, required) = report.sample();
    let place_words = match check.code.as_str() {
        RUNNING => period(&check.place),
        ODD_DAY => full_day(&check.place, language()),
        _ => check.place.clone(),
    };
    let places = [
        ("place", place_words.as_str()),
        ("number", check.foreign().unwrap_or_default().1),
        ("n", &count(n)),
        ("required", &required.map(count).unwrap_or_default()),
    ];
    let unit = menu::unit_address(report.unit());
    let of_report = report.period();
    let (href, inside) = match place {
        Place::Screen("") => (Some(format!("{unit}?period={of_report}")), false),
        Place::Screen(screen) => (Some(format!("{unit}{screen}")), false),
        Place::Round => (Some(format!("{unit}/rounds/{of_report}")), false),
        Place::Section(block) => (contents::section_of(report.outline(), &block), true),
        Place::Day | Place::Nowhere => (None, false),
    };
    let words = tr_with(text, &places);
    let made = match href {
        Some(id) if inside => contents::jump(&id, &words),
        Some(href) => el("a", "").attr("href", &href).text(&words),
        None if check.code == ODD_DAY => contents::link("dated", &words, || contents::show("dated")),
        None => el("span", "").text(&words),
    };
    let class = if tone == Tone::Bad { "check-line t-bad" } else { "check-line t-warn" };
    el("li", class).child(made)
}

/// The card beside the page.
pub(super) fn card(sheet: Sheet) -> Node {
    let made = move || {
        let lines = list(sheet);
        match lines.is_empty() {
            true => el("p", "check-line t-good").text(tr(ReportText::NoChecks)),
            false => el("ul", "checks-list").all(lines),
        }
    };
    live(made)
}
