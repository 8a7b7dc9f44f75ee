//! How the figures were computed, at the foot of the page.

use super::index_card::people;
use dom::prelude::*;
use domain::figures::Figures;
use texts::overview::OverviewText;
use ui::language::decimal;
use ui::{tr, tr_with};

pub(super) fn method(figures: &Figures) -> Node {
    let method = &figures.method;
    let questionnaires: Vec<String> = method
        .questionnaires
        .iter()
        .map(|used| {
            let (version, n) = (used.version.to_string(), people(used.n));
            let places = [("code", &*used.code), ("version", &*version), ("grouping", &*used.grouping), ("n", &*n)];
            tr_with(OverviewText::MethodQuestionnaire, &places)
        })
        .collect();
    let rollup =
        if method.unit_dari_layanan == "gabungan" { OverviewText::MethodPooled } else { OverviewText::MethodMean };
    let weight = figures.indices.first().map_or_else(|| method.weight.clone(), |index| index.weight.clone());
    let places =
        [("weight", &*decimal(&weight)), ("rollup", tr(rollup)), ("questionnaires", &*questionnaires.join("; "))];
    el("p", "note method").text(&tr_with(OverviewText::Method, &places)).text(" ").text(tr(OverviewText::MarginMeaning))
}
