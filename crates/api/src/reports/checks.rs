//! What to look at before a report is submitted. Only a period that still runs blocks: a report with gaps is still due.

use super::Opened;
use chrono::NaiveDate;
use contract::report::ReportCheck;
use domain::report::{Facts, KnownNumbers, ReportDocument};
use domain::{Decimal, Period};

/// The checks of a report, in the order of its parts.
pub fn checks(opened: &Opened) -> Vec<ReportCheck> {
    let (document, report) = (&opened.document, &opened.report);
    let mut found = Vec::new();
    let mut check = |is_due: bool, code: &str, place: &str| {
        if is_due {
            found.push(ReportCheck { code: code.to_owned(), place: place.to_owned() });
        }
    };
    check(!opened.period_ended, "period_running", &document.figures.period);
    if let Some(day) = report.edits.dated.filter(|day| is_odd(*day, report.period, opened.today)) {
        check(true, "dated_oddly", &day.to_string());
    }
    check(document.figures.n == 0, "no_answers", "");
    check(document.figures.sample.status == "unknown", "people_served_unknown", "");
    check(document.figures.sample.status == "short", "sample_short", "");
    check(document.figures.sample.people_served_below_n, "people_served_below_n", "");
    check(document.profile.signatory.is_none(), "no_signatory", "");
    check(document.profile.logo.is_none(), "no_logo", "");
    check(document.profile.address.is_empty(), "no_address", "");
    check(document.activities.is_empty(), "no_activities", "");
    check(document.forum_on.is_none(), "no_forum", "");
    check(document.photos.is_empty(), "no_photos", "");
    for row in &document.plan {
        check(row.is_incomplete(), "plan_incomplete", &row.element);
    }
    check(document.plan.is_empty() && document.figures.n > 0, "no_plan", "");
    if let Some(lowest) = forgotten_lowest(document) {
        check(true, "lowest_not_planned", &lowest);
    }
    for row in document.last_plan.iter().flat_map(|last| &last.rows) {
        check(row.description.trim().is_empty(), "last_plan_untold", &row.planned.element);
    }
    let (known, own) = (KnownNumbers::of(document, &Facts::of(document)), document.own_texts());
    for text in document.texts.iter().filter(|text| text.edited) {
        let own = own.iter().find(|own| own.slot == text.slot).map_or(&[][..], |own| &own.paragraphs);
        let numbers = text.paragraphs.iter().flat_map(|paragraph| known.foreign_in(paragraph, own));
        for number in numbers {
            check(true, "foreign_number", &format!("{}: {}", text.slot, number.number));
        }
    }
    found
}

/// Whether a report cannot well bear this day: before the last one of its period, or one to come.
fn is_odd(dated: NaiveDate, period: Period, today: NaiveDate) -> bool {
    period.months().next_back().is_some_and(|month| dated < month.last_day()) || dated > today
}

/// A lowest element of an index that the report is about, which the plan leaves out.
fn forgotten_lowest(document: &ReportDocument) -> Option<String> {
    let is_perfect = |value: &Option<String>| {
        value.as_ref().and_then(|value| value.parse::<Decimal>().ok()) == Some(Decimal::new(10_000, 2))
    };
    let elements = document.main_indices().into_iter().flat_map(|index| &index.elements);
    let lowest = elements.filter(|element| element.lowest && !is_perfect(&element.converted));
    let mut forgotten = lowest.filter(|element| !document.plan.iter().any(|row| row.element == element.code));
    forgotten.next().filter(|_| !document.plan.is_empty()).map(|element| element.code.clone())
}
