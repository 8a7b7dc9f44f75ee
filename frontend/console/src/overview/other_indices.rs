//! IPKP and IPAK beside the IKM.

use super::index_card::margin;
use super::short_name;
use dom::prelude::*;
use domain::IndexKind;
use domain::figures::{Figures, IndexSummary};
use texts::overview::OverviewText;
use ui::language::decimal;
use ui::{Card, grade_badge, tr};

pub(super) fn other_indices(figures: &Figures) -> Node {
    let summaries = figures.indices.iter().map(|index| &index.summary);
    let rows: Vec<Node> = summaries.filter(|summary| summary.index != IndexKind::Ikm).map(row).collect();
    let none = rows.is_empty().then(|| el("p", "mut").text(tr(OverviewText::NoOtherIndices)));
    Card::new(tr(OverviewText::OtherIndices), fragment().all(none).child(el("ul", "others").all(rows))).node()
}

fn row(summary: &IndexSummary) -> Node {
    let meaning = match summary.index {
        IndexKind::Ipak => OverviewText::IpakMeaning,
        _ => OverviewText::IpkpMeaning,
    };
    let name = el("span", "").text(short_name(summary.index)).text(" ").child(el("span", "mut").text(tr(meaning)));
    let below = el("span", "note n").text(&decimal(&summary.value)).text(" · ").text(&margin(&summary.margin));
    el("li", "")
        .child(name)
        .child(el("b", "n").text(&decimal(&summary.converted)))
        .child(grade_badge(&summary.grade, None))
        .child(below)
}
