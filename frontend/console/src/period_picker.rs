//! Which period: kind, the one before and after, and a list; kept in the address.

use crate::address::{kind_code, present_month, set};
use dom::prelude::*;
use domain::Period;
use domain::period::PeriodKind;
use std::rc::Rc;
use texts::overview::OverviewText;
use ui::language::period as period_name;
use ui::{Button, Glyph, Select, tr};

/// How many periods of a kind the list offers.
const fn offered(kind: PeriodKind) -> usize {
    match kind {
        PeriodKind::Month | PeriodKind::Range => 24,
        PeriodKind::Quarter => 12,
        PeriodKind::Semester => 8,
        PeriodKind::Year => 6,
    }
}

const fn kind_text(kind: PeriodKind) -> OverviewText {
    match kind {
        PeriodKind::Month | PeriodKind::Range => OverviewText::KindMonth,
        PeriodKind::Quarter => OverviewText::KindQuarter,
        PeriodKind::Semester => OverviewText::KindSemester,
        PeriodKind::Year => OverviewText::KindYear,
    }
}

/// The periods of a list, the newest first; the chosen one is always among them.
pub(crate) fn choices(chosen: Period) -> Vec<(String, String)> {
    let kind = chosen.kind();
    let mut periods = Vec::with_capacity(offered(kind) + 1);
    let mut period = present_month().map_or(chosen, |now| Period::containing(now, kind));
    for _ in 0..offered(kind) {
        periods.push(period);
        period = period.previous();
    }
    if !periods.contains(&chosen) {
        periods.push(chosen);
        periods.sort_by(|a, b| b.cmp(a));
    }
    periods.into_iter().map(|period| (period.to_string(), period_name(&period.to_string()))).collect()
}

/// Chooses the period of the address, of which a screen shows this one.
pub(crate) fn period_picker(shown: Memo<Option<Period>>) -> Node {
    let go = |period: Period| set(&[("period", Some(&period.to_string())), ("cursor", None)]);
    picker(shown, Rc::new(go))
}

type Go = Rc<dyn Fn(Period)>;

/// Chooses a period: the present one, and what choosing another does.
pub(crate) fn picker(chosen: Memo<Option<Period>>, go: Go) -> Node {
    let kind = move || chosen.get().map(|period| kind_code(period.kind()).to_owned()).unwrap_or_default();
    let choose: Go = Rc::clone(&go);
    let choose_kind = move |code: String| {
        let kind = PeriodKind::CALENDAR.into_iter().find(|kind| kind_code(*kind) == code);
        if let Some((period, kind)) = chosen.get_untracked().zip(kind) {
            // A longer period around the present one; a shorter one at its end, but not in the future.
            let month = present_month().map_or(period.last(), |now| now.min(period.last()));
            choose(Period::containing(month, kind));
        }
    };
    let kind = Select::new(tr(OverviewText::PeriodKind), kinds, kind, choose_kind).bare();
    el("div", "picker").child(kind).child(steps(chosen, &go))
}

/// The one before, a list, the one after.
fn steps(chosen: Memo<Option<Period>>, go: &Go) -> Node {
    let step = |onwards: bool| {
        let go = Rc::clone(go);
        move || {
            if let Some(period) = chosen.get_untracked() {
                go(if onwards { period.next() } else { period.previous() });
            }
        }
    };
    let is_last = move || chosen.get().zip(present_month()).is_none_or(|(period, now)| period.next().first() > now);
    let options = move || chosen.get().map(choices).unwrap_or_default();
    let value = move || chosen.get().map(|period| period.to_string()).unwrap_or_default();
    let chose = Rc::clone(go);
    let choose = move |code: String| {
        if let Ok(period) = code.parse() {
            chose(period);
        }
    };
    let before = Button::alone(Glyph::Left, tr(OverviewText::PeriodBefore)).on_press(step(false));
    let after = Button::alone(Glyph::Right, tr(OverviewText::PeriodAfter)).disabled(is_last);
    el("div", "steps")
        .child(before)
        .child(Select::new(tr(OverviewText::Period), options, value, choose).bare())
        .child(after.on_press(step(true)))
}

/// The kinds of periods, by code and words.
pub(crate) fn kinds() -> Vec<(String, String)> {
    PeriodKind::CALENDAR.map(|kind| (kind_code(kind).to_owned(), tr(kind_text(kind)).to_owned())).to_vec()
}
