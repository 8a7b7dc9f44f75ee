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

pub(crate) use comments_screen::Comments;

use crate::address::{is_running, use_period_code, use_set, use_value};
use crate::menu::CITY;
use contract::results::UnitResults;
use domain::IndexKind;
use domain::figures::IndexResult;
use filters::Filters;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use std::sync::Arc;
use texts::overview::OverviewText;
use ui::language::period as period_name;
use ui::{Chip, Chips, Empty, Glyph, Loaded, Notice, PageHead, Remote, Tone, api, tr, tr_with, use_remote};

/// Which figures are on the screen; all of it is in the address.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    unit: Memo<String>,
    period: Memo<String>,
    service: Memo<Option<String>>,
    subtree: Memo<bool>,
}

impl Asked {
    pub(crate) fn use_address() -> Self {
        let (params, subtree) = (use_params_map(), use_value("subtree"));
        let unit = Memo::new(move |_| params.read().get("unit").unwrap_or_default());
        Self {
            unit,
            period: use_period_code(),
            service: use_value("service"),
            // The city itself serves nobody: its figures are those of its units.
            subtree: Memo::new(move |_| subtree.get().as_deref() == Some("true") || unit.get() == CITY),
        }
    }

    /// The address of what belongs to the unit, with more pairs.
    fn path(&self, what: &str, more: &[(&str, Option<&str>)]) -> String {
        let path = format!("/units/{}/{what}", self.unit.get());
        let subtree = self.subtree.get().then_some("true");
        let all: Vec<(&str, Option<&str>)> = [("subtree", subtree)].into_iter().chain(more.iter().copied()).collect();
        api::query(&path, &all)
    }

    fn results(&self) -> String {
        let (period, service) = (self.period.get(), self.service.get());
        self.path("results", &[("period", Some(&period)), ("service", service.as_deref())])
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

#[component]
pub(crate) fn Overview() -> impl IntoView {
    let asked = Asked::use_address();
    let results: Remote<UnitResults> = use_remote(move || Some(asked.results()));
    let title = move || results.value().map_or_else(|| asked.unit.get(), |results| results.name.clone());
    let lead = move || {
        let period = results.value()?.figures.period.clone();
        let name = period_name(&period);
        Some(if is_running(&period) { tr_with(OverviewText::Running, &[("period", &name)]) } else { name })
    };
    view! {
        <PageHead title=Signal::derive(title) lead=Signal::derive(lead) above=filters::above(asked)>
            <Filters asked/>
        </PageHead>
        <Loaded remote=results skeleton=skeleton::overview let:results>
            {content(asked, results)}
        </Loaded>
    }
}

fn content(asked: Asked, results: Arc<UnitResults>) -> AnyView {
    if results.figures.indices.is_empty() {
        return nothing(&results).into_any();
    }
    let chosen = use_value("index");
    let shown = {
        let results = Arc::clone(&results);
        Memo::new(move |_| {
            let chosen = chosen.get();
            let indices = || results.figures.indices.iter();
            let by_name = indices().find(|index| chosen.as_deref() == Some(index.summary.index.code()));
            by_name.or_else(|| indices().next()).map(|index| index.summary.index)
        })
    };
    let ikm = index_of(&results, IndexKind::Ikm).or_else(|| results.figures.indices.first().cloned());
    let few = ikm.as_ref().filter(|ikm| ikm.summary.margin.status == "too_few").map(|ikm| ikm.summary.n);
    view! {
        {few.map(|n| {
            let title = tr_with(OverviewText::TooFewTitle, &[("n", &n.to_string())]);
            view! { <Notice tone=Tone::Warn title=title>{tr(OverviewText::TooFewText)}</Notice> }
        })}
        <div class="g three">
            {ikm.map(|ikm| index_card::index_card(&ikm))}
            {respondents::respondents(&results.figures)}
            {other_indices::other_indices(&results.figures)}
        </div>
        {choice(&results, shown)}
        <div class="g two">
            {elements::elements(Arc::clone(&results), shown)}
            {trend::trend(asked, Arc::clone(&results), shown)}
        </div>
        <div class="g two">
            {completion::completion(asked, Arc::clone(&results))}
            {comments::latest(asked)}
        </div>
        {slices::slices(&results.figures)}
        {method::method(&results.figures)}
    }
    .into_any()
}

/// Which index the charts show, where there are several.
fn choice(results: &UnitResults, shown: Memo<Option<IndexKind>>) -> Option<AnyView> {
    let set = StoredValue::new(use_set());
    let chip = |index: &IndexResult| {
        let kind = index.summary.index;
        Chip { value: kind.code().to_owned(), label: short_name(kind).to_owned(), count: None }
    };
    let chips: Vec<Chip> = results.figures.indices.iter().map(chip).collect();
    let choose = move |code: String| set.with_value(|set| set(&[("index", Some(&code))]));
    let chosen = Signal::derive(move || shown.get().map(IndexKind::code).unwrap_or_default().to_owned());
    let many = chips.len() > 1;
    many.then(|| {
        view! { <Chips label=tr(OverviewText::IndexShown) chips=chips chosen=chosen on_choose=choose/> }.into_any()
    })
}

/// The name of a file with a figure, like `ikm-unsur-kel-kuin-utara-2026-TW3`.
fn file_name(results: &UnitResults, index: Option<IndexKind>, what: &str) -> String {
    let index = index.map_or("", IndexKind::code);
    format!("{index}-{what}-{}-{}", results.unit, results.figures.period)
}

fn index_of(results: &UnitResults, kind: IndexKind) -> Option<IndexResult> {
    results.figures.indices.iter().find(|index| index.summary.index == kind).cloned()
}

fn nothing(results: &UnitResults) -> impl IntoView {
    let period = &results.figures.period;
    let title = tr_with(OverviewText::Empty, &[("period", &period_name(period))]);
    let text = if is_running(period) { OverviewText::EmptyRunning } else { OverviewText::EmptyPast };
    let sample = respondents::respondents(&results.figures);
    view! {
        <div class="card">
            <Empty title=title text=tr(text) glyph=Glyph::Comments/>
        </div>
        <div class="g three">{sample}</div>
    }
}
