//! IPKP and IPAK beside the IKM.

use super::index_card::margin;
use super::short_name;
use domain::IndexKind;
use domain::figures::{Figures, IndexSummary};
use leptos::prelude::*;
use texts::overview::OverviewText;
use ui::language::decimal;
use ui::{Card, GradeBadge, tr};

pub(super) fn other_indices(figures: &Figures) -> AnyView {
    let others: Vec<&IndexSummary> =
        figures.indices.iter().map(|index| &index.summary).filter(|summary| summary.index != IndexKind::Ikm).collect();
    let none = others.is_empty().then(|| view! { <p class="mut">{tr(OverviewText::NoOtherIndices)}</p> });
    let rows = others.into_iter().map(row).collect_view();
    view! {
        <Card title=tr(OverviewText::OtherIndices)>
            {none}
            <ul class="others">{rows}</ul>
        </Card>
    }
    .into_any()
}

fn row(summary: &IndexSummary) -> AnyView {
    let meaning = match summary.index {
        IndexKind::Ipak => OverviewText::IpakMeaning,
        _ => OverviewText::IpkpMeaning,
    };
    let below = format!("{} · {}", decimal(&summary.value), margin(&summary.margin));
    let (index, converted, grade) = (short_name(summary.index), decimal(&summary.converted), summary.grade.clone());
    view! {
        <li>
            <span>{index} " " <span class="mut">{tr(meaning)}</span></span>
            <b class="n">{converted}</b>
            <GradeBadge grade/>
            <span class="note n">{below}</span>
        </li>
    }
    .into_any()
}
