//! What a report needs besides the answers, unit by unit: the way between its screens, and how each is stored.

pub(crate) mod rows;
pub(crate) mod saving;

use crate::address::present_month;
use crate::units::use_unit;
use dom::prelude::*;
use domain::Period;
use json::Value;
use texts::preparation::{HistoricText, PreparationText, ProfileText, RoundText};
use ui::language::day_and_time;
use ui::{Glyph, PageHead, Remote, icon, tr, tr_with};

/// The largest picture that is sent, in bytes.
pub(crate) const MOST_BYTES: f64 = 5.0 * 1024.0 * 1024.0;

/// One of the screens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    Profile,
    Round,
    Historic,
}

/// The address of a unit's profile.
pub(crate) fn profile_address(unit: &str) -> String {
    format!("/console/units/{unit}/profile")
}

/// The address of a unit's round.
pub(crate) fn round_address(unit: &str, period: &str) -> String {
    format!("/console/units/{unit}/rounds/{period}")
}

/// The head of a screen of a unit: which it is, what it is about, and what can be chosen; the ways to the others below.
pub(crate) fn head(code: &str, here: Tab, lead: impl Fn(&str) -> String + 'static, actions: Node) -> Node {
    let unit = use_unit(code);
    let name = name(unit, code);
    let reports = el("a", "").attr("href", &format!("/console/units/{code}/reports"));
    let above = reports.child(icon(Glyph::Left)).text(tr(PreparationText::Reports));
    let round = present_month().map(|month| Period::quarter_of(month).to_string()).unwrap_or_default();
    let ways = [
        (Tab::Profile, tr(ProfileText::Title), profile_address(code)),
        (Tab::Round, tr(RoundText::Title), round_address(code, &round)),
        (Tab::Historic, tr(HistoricText::Title), format!("/console/units/{code}/historic")),
    ];
    let title = ways.iter().find(|(tab, ..)| *tab == here).map_or("", |(_, title, _)| *title);
    let way = |(tab, words, href): (Tab, &'static str, String)| {
        let current = (tab == here).then_some("page");
        el("a", "").attr("href", &href).bind("aria-current", current).text(words)
    };
    let tabs = el("nav", "tabs").attr("aria-label", tr(PreparationText::Title)).all(ways.map(way));
    let lead = move || lead(&name());
    fragment().child(PageHead::new(title).above(above).lead(lead).actions(actions)).child(tabs)
}

/// What a unit is called; its code until that is known.
pub(crate) fn name(unit: Remote<contract::Unit>, code: &str) -> impl Fn() -> String + Clone + 'static {
    let code = code.to_owned();
    move || unit.value().map_or_else(|| code.clone(), |unit| unit.name.clone())
}

/// Who wrote something last, and when.
pub(crate) fn changed(what: &Value) -> Option<Node> {
    let who = what.get("changed_by").as_text()?.trim_start_matches("user:");
    let time = day_and_time(what.text("changed_at"));
    Some(el("p", "note").text(&tr_with(PreparationText::ChangedBy, &[("who", who), ("time", &time)])))
}

/// Why a file cannot be sent, if it is too large.
pub(crate) fn too_large(file: &web_sys::Blob) -> Option<String> {
    (file.size() > MOST_BYTES).then(|| tr_with(PreparationText::TooLarge, &[("most", "5")]))
}
