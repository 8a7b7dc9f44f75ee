//! Which period: kind, the one before and after, and a list; kept in the address.

use crate::address::{kind_code, present_month, use_period, use_set};
use domain::Period;
use domain::period::PeriodKind;
use leptos::prelude::*;
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
fn choices(chosen: Period) -> Vec<(String, String)> {
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

/// Chooses the period of the address.
#[component]
pub(crate) fn PeriodPicker() -> impl IntoView {
    let (chosen, set) = (use_period(), StoredValue::new(use_set()));
    let go =
        move |period: Period| set.with_value(|set| set(&[("period", Some(&period.to_string())), ("cursor", None)]));
    let step = move |onwards: bool| {
        if let Some(period) = chosen.get_untracked() {
            go(if onwards { period.next() } else { period.previous() });
        }
    };
    let is_last = move || chosen.get().zip(present_month()).is_none_or(|(period, now)| period.next().first() > now);
    let kinds = PeriodKind::CALENDAR.map(|kind| (kind_code(kind).to_owned(), tr(kind_text(kind)).to_owned())).to_vec();
    let kind = move || chosen.get().map(|period| kind_code(period.kind()).to_owned()).unwrap_or_default();
    let choose_kind = move |code: String| {
        let kind = PeriodKind::CALENDAR.into_iter().find(|kind| kind_code(*kind) == code);
        if let Some((period, kind)) = chosen.get_untracked().zip(kind) {
            // A longer period around the present one; a shorter one at its end, but not in the future.
            let month = present_month().map_or(period.last(), |now| now.min(period.last()));
            go(Period::containing(month, kind));
        }
    };
    let options = move || chosen.get().map(choices).unwrap_or_default();
    let value = move || chosen.get().map(|period| period.to_string()).unwrap_or_default();
    let choose = move |code: String| {
        if let Ok(period) = code.parse() {
            go(period);
        }
    };
    view! {
        <div class="picker">
            <Select label=tr(OverviewText::PeriodKind) bare=true options=kinds value=Signal::derive(kind) on_choose=choose_kind/>
            <div class="steps">
                <Button glyph=Glyph::Left label=tr(OverviewText::PeriodBefore) on_press=move || step(false)/>
                <Select
                    label=tr(OverviewText::Period)
                    bare=true
                    options=Signal::derive(options)
                    value=Signal::derive(value)
                    on_choose=choose
                />
                <Button
                    glyph=Glyph::Right
                    label=tr(OverviewText::PeriodAfter)
                    disabled=Signal::derive(is_last)
                    on_press=move || step(true)
                />
            </div>
        </div>
    }
}
