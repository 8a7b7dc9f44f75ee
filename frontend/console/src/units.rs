//! The tree of units: find one, see whether it has a survey link, go to its figures or its links.

pub(crate) mod served;
pub(crate) mod services;

use crate::address::{use_replace, use_value};
use crate::unit_list::{depths, use_units};
use contract::{Link, LinkPage, Unit, UnitPage};
use leptos::prelude::*;
use leptos_router::components::A;
use std::collections::BTreeMap;
use std::sync::Arc;
use texts::units::UnitText;
use ui::language::count;
use ui::{Empty, Field, FieldKind, Glyph, Loaded, PageHead, Remote, Skeleton, Tag, Tone, tr, tr_with, use_whole};

/// The address of a unit's links.
pub(crate) fn links_address(unit: &str) -> String {
    format!("/console/units/{unit}/links")
}

/// Whether a link takes answers now.
pub(crate) fn is_open(link: &Link) -> bool {
    link.closed_at.is_none() && !is_over(link.expires_at.as_deref())
}

/// Whether a time of the API lies behind us.
pub(crate) fn is_over(time: Option<&str>) -> bool {
    time.is_some_and(|time| ui::browser::milliseconds(time) <= ui::browser::now())
}

#[component]
pub(crate) fn Units() -> impl IntoView {
    let units = use_units();
    let links = use_whole::<LinkPage>(|| Some("/links".to_owned()));
    let open = Memo::new(move |_| {
        let mut open: BTreeMap<String, i64> = BTreeMap::new();
        for link in links.value()?.items.iter().filter(|link| is_open(link)) {
            *open.entry(link.unit.clone()).or_default() += 1;
        }
        Some(open)
    });
    let lead = move || {
        let (units, open) = (units.value()?, open.get()?);
        let all = i64::try_from(units.items.len()).unwrap_or(i64::MAX);
        Some(tr_with(UnitText::Lead, &[("count", &count(all)), ("links", &count(open.values().sum()))]))
    };
    view! {
        <PageHead title=tr(UnitText::Title) lead=Signal::derive(lead)/>
        <Loaded remote=units skeleton=|| view! { <div class="card"><Skeleton lines=18/></div> } let:units>
            {tree(&units, open)}
        </Loaded>
    }
}

/// A unit as a row of the tree.
#[derive(Clone, PartialEq)]
struct Row {
    unit: Unit,
    folded: String,
    depth: usize,
}

fn tree(units: &Arc<UnitPage>, open: Memo<Option<BTreeMap<String, i64>>>) -> AnyView {
    let depths = depths(&units.items);
    let rows: Vec<Row> = units
        .items
        .iter()
        .map(|unit| Row {
            unit: unit.clone(),
            folded: format!("{} {}", unit.name.to_lowercase(), unit.code),
            depth: depths.get(unit.code.as_str()).copied().unwrap_or(0),
        })
        .collect();
    let asked = use_value("q");
    let words = RwSignal::new(asked.get_untracked().unwrap_or_default());
    let replace = StoredValue::new(use_replace());
    let remember = move |_| {
        let words = words.get_untracked();
        replace.with_value(|set| set(&[("q", (!words.trim().is_empty()).then_some(words.trim()))]));
    };
    let shown = Memo::new(move |_| {
        let words = words.read().to_lowercase();
        let words: Vec<&str> = words.split_whitespace().collect();
        let fits = |row: &&Row| words.iter().all(|word| row.folded.contains(word));
        // A search lists what it finds side by side; the tree needs its branches.
        let flat = !words.is_empty();
        let found = rows.iter().filter(fits);
        found.map(|row| Row { depth: if flat { 0 } else { row.depth }, ..row.clone() }).collect::<Vec<_>>()
    });
    view! {
        <div class="city-search tree-search" on:focusout=remember>
            <Field label=tr(UnitText::Search) value=words kind=FieldKind::Search bare=true/>
        </div>
        <section class="card units tree">
            <div class="table">
                <table>
                    <caption class="sr">{tr(UnitText::Title)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{tr(UnitText::Unit)}</th>
                            <th scope="col">{tr(UnitText::Kind)}</th>
                            <th scope="col">{tr(UnitText::Code)}</th>
                            <th scope="col" class="r">{tr(UnitText::OpenLinks)}</th>
                            <th scope="col"><span class="sr">{tr(UnitText::Actions)}</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        <For
                            each=move || shown.get()
                            key=|row| (row.unit.code.clone(), row.depth)
                            children=move |row| line(&row, open)
                        />
                    </tbody>
                </table>
            </div>
            <Show when=move || shown.read().is_empty()>
                <Empty title=tr(UnitText::NothingFound) text=tr(UnitText::NothingFoundText) glyph=Glyph::Search/>
            </Show>
        </section>
    }
    .into_any()
}

fn line(row: &Row, open: Memo<Option<BTreeMap<String, i64>>>) -> AnyView {
    let unit = &row.unit;
    let (code, name, kind) = (unit.code.clone(), unit.name.clone(), unit.kind.name());
    let (links, figures) = (links_address(&code), crate::menu::unit_address(&code));
    let inactive = (!unit.active).then(|| view! { <Tag tone=Tone::Soft>{tr(UnitText::Inactive)}</Tag> });
    let (obliged, shown_code) = (unit.obliged && unit.active, code.clone());
    let number = move || {
        let number = open.read().as_ref().map(|open| open.get(&code).copied().unwrap_or(0))?;
        Some(if number == 0 && obliged {
            view! { <Tag tone=Tone::Warn>{tr(UnitText::NoLink)}</Tag> }.into_any()
        } else {
            count(number).into_any()
        })
    };
    let label = tr_with(UnitText::FiguresOf, &[("unit", &name)]);
    view! {
        <tr>
            <th scope="row" class=format!("depth-{}", row.depth.min(3))><A href=links>{name}</A> " " {inactive}</th>
            <td data-label=tr(UnitText::Kind)>{kind}</td>
            <td data-label=tr(UnitText::Code) class="mut">{shown_code}</td>
            <td data-label=tr(UnitText::OpenLinks) class="r">{number}</td>
            <td class="r"><A href=figures attr:aria-label=label>{tr(UnitText::Figures)}</A></td>
        </tr>
    }
    .into_any()
}

/// What a unit is called, for the head of its screens.
pub(crate) fn use_unit(code: impl Fn() -> String + 'static) -> Remote<Unit> {
    ui::use_remote(move || Some(format!("/units/{}", code())))
}
