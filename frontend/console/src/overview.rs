//! The overview of a unit: how good, how many still needed, what pulls it down, what people say.

mod comments;
mod comments_screen;
mod completion;
mod elements;
mod filters;
mod index_card;
mod method;
mod other_indices;
mod respondents;
mod skeleton;
mod slices;
mod trend;

pub(crate) use comments_screen::comments;
pub(crate) use skeleton::card as grey_card;

use crate::address::{is_running, running_quarter, set, use_period_code, use_value};
use crate::menu::{CITY, unit_address};
use crate::unit_list::use_units;
use contract::UnitPage;
use contract::results::UnitResults;
use dom::prelude::*;
use domain::figures::IndexResult;
use domain::{IndexKind, Period};
use std::rc::Rc;
use std::sync::Arc;
use texts::overview::OverviewText;
use texts::shell::ShellText;
use ui::language::period as period_name;
use ui::{
    Button, ButtonKind, Chip, Glyph, Notice, PageHead, Remote, Tone, api, chips, empty_with, link_button, loaded, tr,
    tr_with, use_remote,
};

/// Which figures are on the screen: the unit of its path, the rest of its query.
#[derive(Clone)]
pub(crate) struct Asked {
    unit: Rc<str>,
    period: Memo<String>,
    service: Memo<Option<String>>,
    subtree: Memo<Option<String>>,
}

impl Asked {
    pub(crate) fn use_address(unit: &str) -> Self {
        let (service, subtree) = (use_value("service"), use_value("subtree"));
        Self { unit: unit.into(), period: use_period_code(), service, subtree }
    }

    /// Whether the units below are counted.
    fn subtree(&self) -> bool {
        // The city itself serves nobody: its figures are those of its units.
        &*self.unit == CITY || self.subtree.read().as_deref() == Some("true")
    }

    /// The address of what belongs to the unit, with more pairs.
    fn path(&self, what: &str, more: &[(&str, Option<&str>)]) -> String {
        let path = api::query(&self.of_unit(what), &[("subtree", self.subtree().then_some("true"))]);
        api::query(&path, more)
    }

    /// The address of what belongs to the unit alone.
    fn of_unit(&self, what: &str) -> String {
        format!("/units/{}{what}", self.unit)
    }

    /// The address of figures of the period and the service.
    fn figures(&self, what: &str) -> String {
        let (period, service) = (self.period.get(), self.service.get());
        self.path(what, &[("period", Some(&period)), ("service", service.as_deref())])
    }
}

/// An index's name as a code people know.
pub(crate) const fn short_name(kind: IndexKind) -> &'static str {
    match kind {
        IndexKind::Ikm => "IKM",
        IndexKind::Ipkp => "IPKP",
        IndexKind::Ipak => "IPAK",
    }
}

pub(crate) const fn full_name(kind: IndexKind) -> OverviewText {
    match kind {
        IndexKind::Ikm => OverviewText::Ikm,
        IndexKind::Ipkp => OverviewText::Ipkp,
        IndexKind::Ipak => OverviewText::Ipak,
    }
}

/// The overview of a unit.
pub(crate) fn overview(unit: &str) -> Node {
    let asked = Asked::use_address(unit);
    let path = asked.clone();
    let results: Remote<UnitResults> = use_remote(move || Some(path.figures("/results")));
    let (code, period) = (Rc::clone(&asked.unit), asked.period);
    let units = use_units();
    let title = move || {
        let named =
            |units: Arc<UnitPage>| units.items.iter().find(|unit| unit.code == *code).map(|unit| unit.name.clone());
        let name = results.value().map(|results| results.name.clone()).or_else(|| named(units.value()?));
        name.unwrap_or_else(|| tr(ShellText::MenuOverview).to_owned())
    };
    // Said before the figures are there, so that nothing below moves when they come.
    let lead = move || {
        let asked = period.get();
        let period = match results.value() {
            Some(results) => results.figures.period.clone(),
            None => asked.parse::<Period>().ok().or_else(running_quarter)?.to_string(),
        };
        let name = period_name(&period);
        Some(if is_running(&period) { tr_with(OverviewText::Running, &[("period", &name)]) } else { name })
    };
    let head =
        PageHead::new(title).lead(lead).above(filters::above(&asked, units)).filters(filters::filters(&asked, units));
    fragment().child(head).child(loaded(results, skeleton::overview, move |results| content(&asked, &results, units)))
}

fn content(asked: &Asked, results: &Arc<UnitResults>, units: Remote<UnitPage>) -> Node {
    let figures = &results.figures;
    if figures.indices.is_empty() {
        return nothing(results);
    }
    let chosen = use_value("index");
    let ikm = figures.indices.iter().find(|index| index.summary.index == IndexKind::Ikm).or(figures.indices.first());
    let numbers = el("div", "g three")
        .all(ikm.map(index_card::index_card))
        .child(respondents::respondents(results))
        .child(other_indices::other_indices(figures));
    let panels = [
        elements::elements(results, chosen),
        trend::trend(asked, results, chosen),
        completion::completion(asked, results),
        comments::latest(asked),
    ];
    let panels = el("div", "g two panels").all(panels.map(|panel| el("div", "").child(panel)));
    fragment()
        .all((&*asked.unit == CITY).then(|| pooled_city(&figures.period)))
        .all(ikm.and_then(too_few))
        .child(numbers)
        .all(choice(results, chosen))
        .child(panels)
        .child(slices::slices(figures, units))
        .child(method::method(figures))
}

/// The index that the charts show: the one of the address, or the first.
fn shown(results: &UnitResults, chosen: Memo<Option<String>>) -> Option<&IndexResult> {
    let chosen = chosen.read();
    let indices = &results.figures.indices;
    indices.iter().find(|index| chosen.as_deref() == Some(index.summary.index.code())).or(indices.first())
}

/// What the figures of the city here are, and where its headline stands.
fn pooled_city(period: &str) -> Node {
    let href = api::query("/console/city", &[("period", Some(period))]);
    let way = el("a", "").attr("href", &href).text(tr(OverviewText::CityHeadline));
    let said = el("span", "").text(tr(OverviewText::CityPooled)).text(" ").child(way);
    Notice::new(Tone::Info, said).node()
}

fn too_few(index: &IndexResult) -> Option<Node> {
    let title = || tr_with(OverviewText::TooFewTitle, &[("n", &index.summary.n.to_string())]);
    let few = index.summary.margin.status == "too_few";
    few.then(|| Notice::new(Tone::Warn, tr(OverviewText::TooFewText)).title(title()).node())
}

/// Which index the charts show, where there are several.
fn choice(results: &Arc<UnitResults>, chosen: Memo<Option<String>>) -> Option<Node> {
    let (all, now) = (Arc::clone(results), Arc::clone(results));
    let chip = |index: &IndexResult| {
        let kind = index.summary.index;
        Chip { value: kind.code().to_owned(), label: short_name(kind).to_owned(), count: None }
    };
    let all = move || all.figures.indices.iter().map(chip).collect();
    let now = move || shown(&now, chosen).map_or("", |index| index.summary.index.code()).to_owned();
    let choose = |code: String| set(&[("index", Some(&code))]);
    (results.figures.indices.len() > 1).then(|| chips(tr(OverviewText::IndexShown), all, now, choose))
}

/// The name of a file with a figure, like `ikm-unsur-kel-kuin-utara-2026-TW3`.
fn file_name(results: &UnitResults, index: Option<IndexKind>, what: &str) -> String {
    let index = index.map_or_else(String::new, |index| [index.code(), "-"].concat());
    format!("{index}{what}-{}-{}", results.unit, results.figures.period)
}

fn nothing(results: &UnitResults) -> Node {
    let period = &results.figures.period;
    let title = tr_with(OverviewText::Empty, &[("period", &period_name(period))]);
    let text = if is_running(period) { OverviewText::EmptyRunning } else { OverviewText::EmptyPast };
    let links = is_running(period).then(|| {
        let address = format!("{}/links", unit_address(&results.unit));
        link_button(address, ButtonKind::Primary, Some(Glyph::QrCode), tr(ShellText::MenuLinks))
    });
    let before = period.parse::<Period>().ok().map(|period| {
        let before = period.previous().to_string();
        let words = tr_with(OverviewText::SeePeriod, &[("period", &period_name(&before))]);
        Button::new(words).glyph(Glyph::Left).on_press(move || set(&[("period", Some(&before))])).node()
    });
    let steps = fragment().all(links).all(before);
    let card = el("div", "card").child(empty_with(title, tr(text), Some(Glyph::Comments), steps));
    fragment().child(card).child(el("div", "g three").child(respondents::respondents(results)))
}
