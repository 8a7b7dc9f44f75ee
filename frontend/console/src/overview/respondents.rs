//! How many answered, and how many are still needed.

use super::index_card::people;
use crate::address::is_running;
use domain::figures::Figures;
use leptos::prelude::*;
use texts::overview::{self, OverviewText};
use ui::language::{language, percent};
use ui::{Card, Meter, Notice, Tone, tr, tr_with};

pub(super) fn respondents(figures: &Figures) -> AnyView {
    let (n, sample) = (figures.n, &figures.sample);
    let sentence = overview::sample(n, sample.required, sample.missing, is_running(&figures.period), language());
    let required = sample.required;
    let of = required.map(|required| tr_with(OverviewText::OfRequired, &[("required", &people(required))]));
    let assisted = (figures.assisted.n > 0)
        .then(|| tr_with(OverviewText::Assisted, &[("percent", &percent(&figures.assisted.percent))]));
    let excluded =
        (figures.excluded.n > 0).then(|| tr_with(OverviewText::Excluded, &[("n", &people(figures.excluded.n))]));
    let rest: Vec<String> = [assisted, excluded].into_iter().flatten().collect();
    let rest = (!rest.is_empty()).then(|| format!(" · {}", rest.join(" · ")));
    let doubtful = sample.people_served_below_n;
    view! {
        <Card title=tr(OverviewText::Respondents)>
            <p class="mid">{people(n)} " " {of.map(|of| view! { <small>{of}</small> })}</p>
            {required.map(|of| view! { <Meter value=n of=of label=tr(OverviewText::MeterLabel)/> })}
            <p class="mut">
                <b class="strong">{sentence}</b>
                {rest}
            </p>
            {doubtful.then(|| view! { <Notice tone=Tone::Warn>{tr(OverviewText::PeopleBelowN)}</Notice> })}
        </Card>
    }
    .into_any()
}
