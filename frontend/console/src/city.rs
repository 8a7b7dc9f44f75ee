//! The whole city: how good, who has no answers yet, which element pulls which units down, and the way into each unit.

mod cards;
mod chosen;
mod entry;
mod export;
mod filters;
mod heat;
mod sorting;
mod table;

use crate::action::Action;
use crate::address::{is_running, use_period, use_period_code};
use crate::menu::CITY;
use crate::overview::grey_card;
use crate::period_picker::period_picker;
use chosen::{Chosen, List};
use contract::Unit;
use contract::results::Recap;
use dom::prelude::*;
use std::sync::Arc;
use texts::city::CityText;
use ui::browser::download_blob;
use ui::language::{count, period as period_name};
use ui::{
    Button, ButtonKind, Glyph, PageHead, Remote, api, empty_with, link_button, loaded, skeleton_block, tr, tr_with,
    use_remote,
};

/// The city's overview.
pub(crate) fn city() -> Node {
    let (period, chosen) = (use_period_code(), Chosen::use_address());
    let recap: Remote<Recap> = use_remote(move || Some(api::query("/recap", &[("period", Some(&period.get()))])));
    let city = use_remote::<Unit>(|| Some(format!("/units/{CITY}")));
    let title = move || city.value().map_or_else(|| tr(CityText::Title).to_owned(), |city| city.name.clone());
    let lead = move || {
        let recap = recap.value()?;
        let text = if is_running(&recap.period) { CityText::LeadRunning } else { CityText::Lead };
        let places = [("period", &*period_name(&recap.period)), ("count", &*recap.units_obliged.to_string())];
        Some(tr_with(text, &places))
    };
    let files = el("div", "usual-files").all([("pdf", CityText::RecapPdf), ("xlsx", CityText::RecapExcel)].map(take));
    let head = PageHead::new(title).lead(lead).actions([period_picker(use_period()), files]);
    fragment().child(head).child(loaded(recap, skeleton, move |recap| content(&recap, chosen)))
}

/// A download of the recap of the period that is shown.
fn take((format, words): (&'static str, CityText)) -> Node {
    let (period, shown, action) = (use_period_code(), use_period(), Action::new());
    let press = move || {
        let period = period.get_untracked();
        let path = api::query(&format!("/recap/files/{format}"), &[("period", Some(&period))]);
        let shown = shown.with_untracked(|shown| shown.map(|shown| shown.to_string()));
        let name = format!("rekap-skm-{}.{format}", shown.as_deref().unwrap_or(&period));
        action.run(api::get_blob(&path), move |blob| download_blob(&name, &blob));
    };
    let button = Button::new(tr(words)).glyph(Glyph::Download).busy(action.busy()).on_press(press);
    fragment().child(button).child(action.notice())
}

fn content(recap: &Arc<Recap>, chosen: Chosen) -> Node {
    if recap.indices.is_empty() {
        let title = tr_with(CityText::EmptyTitle, &[("period", &period_name(&recap.period))]);
        let step = link_button("/console/units", ButtonKind::Secondary, None, tr(CityText::ToUnits));
        return el("div", "card").child(empty_with(title, tr(CityText::EmptyText), Some(Glyph::City), step));
    }
    let list = List::new(recap, chosen);
    let both = el("div", "g city").child(table::table(&list, &recap.period)).child(heat::heat(recap, &list));
    fragment()
        .child(cards::cards(recap, &list))
        .child(filters::filters(&list, is_running(&recap.period)))
        .child(both)
        .child(el("p", "note method").text(tr(CityText::Meaning)).text(" ").text(tr(CityText::Unranked)))
}

fn city_source(recap: &Recap) -> String {
    let places = [
        ("period", &*period_name(&recap.period)),
        ("count", &*recap.units_with_answers.to_string()),
        ("n", &*count(recap.n)),
    ];
    tr_with(CityText::CitySource, &places)
}

fn skeleton() -> Node {
    fragment()
        .child(el("div", "g four").all([84; 4].map(grey_card)))
        .child(el("div", "chips-wait").child(skeleton_block(34)))
        .child(el("div", "g city").child(grey_card(560)).child(grey_card(320)))
}
