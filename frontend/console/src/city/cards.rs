//! The four numbers of the city.

use super::chosen::{Chosen, State};
use super::entry::Entry;
use crate::overview::short_name;
use contract::results::Recap;
use domain::IndexKind;
use domain::figures::CityIndex;
use leptos::prelude::*;
use texts::city::CityText;
use texts::format;
use ui::language::{count, decimal, language};
use ui::{Button, ButtonKind, Card, GradeBadge, Meter, Tag, Tone, tr, tr_with};

pub(super) fn cards(recap: &Recap, entries: &[Entry], chosen: Chosen) -> impl IntoView + use<> {
    let ikm = recap.indices.iter().find(|index| index.headline.index == IndexKind::Ikm).or(recap.indices.first());
    view! {
        <div class="g four">
            {ikm.map(|ikm| headline(ikm, recap.n))}
            {others(recap)}
            {with_answers(recap, chosen)}
            {samples(entries, chosen)}
        </div>
    }
}

fn number(length: usize) -> String {
    count(i64::try_from(length).unwrap_or(i64::MAX))
}

fn headline(index: &CityIndex, n: i64) -> AnyView {
    let name = short_name(index.headline.index);
    let margin = index.headline.margin.points.as_deref().map(|points| format::margin(points, language()));
    let mean = tr_with(CityText::MeanOf, &[("count", &number(index.units))]);
    let pooled = tr_with(CityText::PooledValue, &[("value", &decimal(&index.pooled.converted))]);
    let respondents = tr_with(CityText::Respondents, &[("count", &count(n))]);
    let small = index.converted_without_small.as_ref().filter(|_| index.small_units > 0).map(|value| {
        let places = [("count", &*number(index.small_units)), ("value", &*decimal(value))];
        tr_with(CityText::WithoutSmall, &places)
    });
    let first = [margin, Some(mean)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let rest = [Some(pooled), small].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let provisional = index.sementara.then(|| view! { <Tag tone=Tone::Soft>{tr(CityText::Provisional)}</Tag> });
    let (converted, grade) = (decimal(&index.headline.converted), index.headline.grade.clone());
    let performance = index.headline.performance.clone();
    view! {
        <Card title=tr_with(CityText::IndexOfCity, &[("index", name)]) note=respondents>
            <p class="headline">
                <span class="mid">{converted}</span>
                <GradeBadge grade performance=performance/>
                {provisional}
            </p>
            <p class="mut n">{first}</p>
            <p class="mut n">{rest}</p>
        </Card>
    }
    .into_any()
}

fn others(recap: &Recap) -> AnyView {
    let others: Vec<&CityIndex> = recap.indices.iter().filter(|index| index.headline.index != IndexKind::Ikm).collect();
    let none = others.is_empty().then(|| view! { <p class="mut">{tr(CityText::NoOtherIndices)}</p> });
    let row = |index: &CityIndex| {
        let mean = tr_with(CityText::MeanOf, &[("count", &number(index.units))]);
        let pooled = tr_with(CityText::PooledValue, &[("value", &decimal(&index.pooled.converted))]);
        let (name, converted) = (short_name(index.headline.index), decimal(&index.headline.converted));
        let grade = index.headline.grade.clone();
        view! {
            <li>
                <span>{name}</span>
                <b class="n">{converted}</b>
                <GradeBadge grade/>
                <span class="note n">{format!("{mean} · {pooled}")}</span>
            </li>
        }
    };
    let rows = others.into_iter().map(row).collect_view();
    view! {
        <Card title=tr(CityText::OtherIndices)>
            {none}
            <ul class="others">{rows}</ul>
        </Card>
    }
    .into_any()
}

fn of_all(value: usize, of: usize, label: &'static str) -> impl IntoView {
    let whole = tr_with(CityText::OfObliged, &[("count", &number(of))]);
    let [value_i, of_i] = [value, of].map(|number| i64::try_from(number).unwrap_or(i64::MAX));
    view! {
        <p class="mid">{number(value)} " " <small>{whole}</small></p>
        <Meter value=value_i of=of_i label=label/>
    }
}

fn narrow_to(chosen: Chosen, state: State, words: String) -> impl IntoView {
    view! {
        <Button kind=ButtonKind::Plain on_press=move || chosen.choose_state(state.code())>{words}</Button>
    }
}

fn with_answers(recap: &Recap, chosen: Chosen) -> AnyView {
    let missing = recap.units_obliged - recap.units_with_answers.min(recap.units_obliged);
    let words = tr_with(CityText::Missing, &[("count", &number(missing))]);
    let title = tr(CityText::UnitsWithAnswers);
    let gauge = of_all(recap.units_with_answers, recap.units_obliged, title);
    view! {
        <Card title=title>
            {gauge}
            {if missing == 0 {
                view! { <p class="mut">{tr(CityText::NoneMissing)}</p> }.into_any()
            } else {
                view! { <p class="narrow">{narrow_to(chosen, State::NoAnswer, words)}</p> }.into_any()
            }}
        </Card>
    }
    .into_any()
}

fn samples(entries: &[Entry], chosen: Chosen) -> AnyView {
    let known = entries.iter().filter(|entry| entry.required.is_some()).count();
    let reached = entries.iter().filter(|entry| entry.reached).count();
    let (short, unknown) = (known - reached.min(known), entries.len() - known);
    let title = tr(CityText::SampleReached);
    let words = tr_with(CityText::SampleShort, &[("count", &number(short))]);
    let unknown = (unknown > 0).then(|| tr_with(CityText::SampleUnknown, &[("count", &number(unknown))]));
    let gauge = of_all(reached, entries.len(), title);
    view! {
        <Card title=title>
            {gauge}
            {(short > 0).then(|| view! { <p class="narrow">{narrow_to(chosen, State::Short, words)}</p> })}
            {unknown.map(|unknown| view! { <p class="mut">{unknown}</p> })}
        </Card>
    }
    .into_any()
}
