//! The whole city: how good, who has no answers yet, which element pulls which units down, and the way into each unit.

mod cards;
mod chosen;
mod entry;
mod export;
mod filters;
mod heat;
mod sorting;
mod table;

use crate::address::{is_running, use_period_code};
use crate::menu::CITY;
use crate::period_picker::PeriodPicker;
use contract::Unit;
use contract::results::Recap;
use entry::Entry;
use leptos::prelude::*;
use std::sync::Arc;
use texts::city::CityText;
use ui::language::{count, period as period_name};
use ui::{Empty, Glyph, LinkButton, Loaded, PageHead, Remote, Skeleton, api, tr, tr_with, use_remote};

#[component]
pub(crate) fn City() -> impl IntoView {
    let period = use_period_code();
    let recap: Remote<Recap> = use_remote(move || Some(api::query("/recap", &[("period", Some(&period.get()))])));
    let city = use_remote::<Unit>(|| Some(format!("/units/{CITY}")));
    let title = move || city.value().map_or_else(|| tr(CityText::Title).to_owned(), |city| city.name.clone());
    let lead = move || {
        let recap = recap.value()?;
        let text = if is_running(&recap.period) { CityText::LeadRunning } else { CityText::Lead };
        let places = [("period", &*period_name(&recap.period)), ("count", &*recap.units_obliged.to_string())];
        Some(tr_with(text, &places))
    };
    view! {
        <PageHead title=Signal::derive(title) lead=Signal::derive(lead)>
            <PeriodPicker/>
        </PageHead>
        <Loaded remote=recap skeleton=skeleton let:recap>
            {content(&recap)}
        </Loaded>
    }
}

fn content(recap: &Arc<Recap>) -> AnyView {
    if recap.indices.is_empty() {
        let title = tr_with(CityText::EmptyTitle, &[("period", &period_name(&recap.period))]);
        return view! {
            <div class="card">
                <Empty title=title text=tr(CityText::EmptyText) glyph=Glyph::City>
                    <LinkButton href="/console/units">{tr(CityText::ToUnits)}</LinkButton>
                </Empty>
            </div>
        }
        .into_any();
    }
    let entries = Arc::new(Entry::all(recap));
    let chosen = chosen::Chosen::use_address(Arc::clone(&entries));
    let source = city_source(recap);
    view! {
        {cards::cards(recap, &entries, chosen)}
        {filters::filters(&entries, chosen)}
        <div class="g city">
            {table::table(chosen, &recap.period)}
            {heat::heat(recap, chosen, source)}
        </div>
        <p class="note method">{tr(CityText::Meaning)} " " {tr(CityText::Unranked)}</p>
    }
    .into_any()
}

fn city_source(recap: &Recap) -> String {
    let places = [
        ("period", &*period_name(&recap.period)),
        ("count", &*recap.units_with_answers.to_string()),
        ("n", &*count(recap.n)),
    ];
    tr_with(CityText::CitySource, &places)
}

fn skeleton() -> impl IntoView {
    let card = |block: u32| view! { <div class="card"><Skeleton lines=1/><Skeleton block=block/></div> };
    view! {
        <div class="g four">{card(84)} {card(84)} {card(84)} {card(84)}</div>
        <div class="chips-wait"><Skeleton block=34/></div>
        <div class="g city">{card(560)} {card(320)}</div>
    }
}
