//! The scale of the indices and its grades, as charts need them.

use crate::language::{decimal, tr_with};
use charts::Limit;
use domain::{Decimal, Grade};
use texts::chart::ChartText;

/// The ends of an index, in hundredths.
pub(super) const ENDS: (i32, i32) = (2_500, 10_000);

/// A printed figure in hundredths: 8417 for `84.17`.
pub fn hundredths(figure: &str) -> Option<i32> {
    let units = figure.parse::<Decimal>().ok().filter(|figure| figure.places() == 2)?.units();
    i32::try_from(units).ok()
}

fn printed(hundredths: i32) -> String {
    decimal(&Decimal::new(hundredths.into(), 2).to_string())
}

fn lowest(grade: Grade) -> i32 {
    i32::try_from(grade.lowest().units()).unwrap_or(0)
}

/// Where the grades begin, with the letter at their foot when asked for.
pub fn grade_limits(with_letter: bool) -> Vec<Limit> {
    let limit = |grade: Grade| {
        let value = lowest(grade);
        let shown = if with_letter { format!("{} {}", printed(value), grade.letter()) } else { printed(value) };
        Limit { value, shown }
    };
    Grade::ALL.into_iter().filter(|grade| lowest(*grade) > 0).map(limit).collect()
}

/// The steps of a heat map: the grades, B and A halved since most values lie there.
pub fn grade_steps() -> Vec<i32> {
    let (c, b, a) = (lowest(Grade::C), lowest(Grade::B), lowest(Grade::A));
    vec![c, b, i32::midpoint(b, a), a, i32::midpoint(a, ENDS.1)]
}

/// What each of these steps means.
pub fn steps_legend() -> Vec<String> {
    let steps = grade_steps();
    let grade_of = |value: i32| Grade::of(Decimal::new(value.into(), 2)).letter();
    let below = |limit: &i32| {
        let places = [("grade", grade_of(limit - 1)), ("limit", &*printed(*limit))];
        tr_with(ChartText::Below, &places)
    };
    let from = |limit: &i32| tr_with(ChartText::From, &[("grade", grade_of(*limit)), ("limit", &*printed(*limit))]);
    steps.iter().map(below).chain(steps.last().map(from)).collect()
}
