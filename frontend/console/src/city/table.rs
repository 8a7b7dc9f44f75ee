//! The table of all units. A row is built once and kept while the search narrows the list, so that typing stays instant.

use super::chosen::Chosen;
use super::entry::{Entry, Index};
use super::sorting::By;
use leptos::prelude::*;
use leptos_router::components::A;
use texts::city::CityText;
use texts::format::NONE;
use texts::ui::UiText;
use ui::{Button, Empty, Glyph, GradeBadge, Icon, Tag, Tone, api, tr, tr_with};

/// The heads: what they say, by what they sort, whether numbers stand below.
fn heads() -> [(&'static str, Option<By>, bool); 7] {
    [
        (tr(CityText::Unit), Some(By::Name), false),
        (tr(CityText::Answers), Some(By::Answers), true),
        ("IKM", Some(By::Ikm), true),
        (tr(CityText::Grade), None, false),
        (tr(CityText::Margin), Some(By::Margin), true),
        ("IPKP", Some(By::Ipkp), true),
        ("IPAK", Some(By::Ipak), true),
    ]
}

pub(super) fn table(chosen: Chosen, period: &str) -> impl IntoView + use<> {
    let period = StoredValue::new(period.to_owned());
    let head = move |(words, by, number): (&'static str, Option<By>, bool)| match by {
        Some(by) => sorting_head(chosen, words, by, number).into_any(),
        None => view! { <th scope="col"><span class:sr=words == tr(CityText::Grade)>{words}</span></th> }.into_any(),
    };
    let none = Memo::new(move |_| chosen.units.read().is_empty());
    view! {
        <section class="card units">
            <h2 class="sr">{tr(CityText::TableTitle)}</h2>
            <div class="table" role="region" tabindex="0" aria-label=tr(CityText::TableTitle)>
                <table>
                    <caption class="sr">{tr(CityText::TableTitle)}</caption>
                    <thead><tr>{heads().map(head).collect_view()}</tr></thead>
                    <tbody>
                        <For
                            each=move || chosen.units.get().to_vec()
                            key=|unit| unit.code.clone()
                            children=move |unit| period.with_value(|period| row(&unit, period))
                        />
                    </tbody>
                </table>
            </div>
            <Show when=move || none.get()>
                <Empty title=tr(CityText::NothingFound) text=tr(CityText::NothingFoundText) glyph=Glyph::Search>
                    <Button on_press=move || chosen.clear()>{tr(CityText::ClearFilters)}</Button>
                </Empty>
            </Show>
        </section>
    }
}

fn sorting_head(chosen: Chosen, words: &'static str, by: By, number: bool) -> impl IntoView {
    let state = move || {
        let sorting = chosen.sorting.get();
        if sorting.by != by {
            "none"
        } else if sorting.down {
            "descending"
        } else {
            "ascending"
        }
    };
    let glyph = move || {
        let sorting = chosen.sorting.get();
        (sorting.by == by).then(|| view! { <Icon glyph=if sorting.down { Glyph::Down } else { Glyph::Up }/> })
    };
    let label = tr_with(UiText::SortBy, &[("column", words)]);
    view! {
        <th scope="col" class:r=number aria-sort=state>
            <button type="button" class="sort" title=label on:click=move |_| chosen.press(by)>{words}{glyph}</button>
        </th>
    }
}

fn row(unit: &Entry, period: &str) -> AnyView {
    let address = api::query(&format!("/console/units/{}", unit.code), &[("period", Some(period))]);
    let (n, required) = unit.answers();
    let note = if unit.has_none() {
        Some(view! { <Tag tone=Tone::Warn>{tr(CityText::NoAnswer)}</Tag> })
    } else if unit.is_small() {
        Some(view! { <Tag tone=Tone::Soft>{tr(CityText::Few)}</Tag> })
    } else {
        None
    };
    let value = |index: &Option<Index>| index.as_ref().map_or_else(|| NONE.to_owned(), |index| index.shown.clone());
    let grade = unit.ikm.as_ref().map(|ikm| view! { <GradeBadge grade=ikm.grade.clone()/> });
    let margin = unit.ikm.as_ref().map_or_else(|| NONE.to_owned(), |ikm| ikm.margin_shown.clone());
    let [ikm, ipkp, ipak] = [&unit.ikm, &unit.ipkp, &unit.ipak].map(value);
    let name = unit.name.clone();
    view! {
        <tr>
            <th scope="row"><A href=address>{name}</A> " " {note}</th>
            <td class="r" data-label=tr(CityText::Answers)>
                <span>{n} <span class="of">" / " {required}</span></span>
            </td>
            <td class="r" data-label="IKM"><b>{ikm}</b></td>
            <td data-label=tr(CityText::Grade)>{grade}</td>
            <td class="r" data-label=tr(CityText::Margin)>{margin}</td>
            <td class="r" data-label="IPKP">{ipkp}</td>
            <td class="r" data-label="IPAK">{ipak}</td>
        </tr>
    }
    .into_any()
}
