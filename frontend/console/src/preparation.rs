//! What a report needs besides the answers, unit by unit: the way between its screens, and how each is stored.

pub(crate) mod rows;
pub(crate) mod saving;

use crate::address::present_month;
use crate::menu::unit_address;
use crate::units::use_unit;
use dom::prelude::*;
use domain::Period;
use json::Value;
use texts::preparation::{HistoricText, JobText, PreparationText, ProfileText, RoundText, TemplateText};
use texts::shell::ShellText;
use ui::language::day_and_time;
use ui::{Glyph, PageHead, Remote, icon, tr, tr_with};

/// The largest picture that is sent, in bytes.
pub(crate) const MOST_BYTES: f64 = 5.0 * 1024.0 * 1024.0;

/// One of the screens around reports: of a unit, or of the city.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    Reports,
    Profile,
    Round,
    Historic,
    Jobs,
    Template,
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
    let overview = el("a", "").attr("href", &unit_address(code));
    let above = overview.child(icon(Glyph::Left)).text(tr(ShellText::MenuOverview));
    let ways = ways_of_unit(code);
    let title = ways.iter().find(|(tab, ..)| *tab == here).map_or("", |(_, title, _)| *title);
    let lead = move || lead(&name());
    fragment().child(PageHead::new(title).above(above).lead(lead).actions(actions)).child(tabs(ways, here))
}

/// A screen, what it is called, and its address.
type Way = (Tab, &'static str, String);

fn ways_of_unit(code: &str) -> Vec<Way> {
    let round = present_month().map(|month| Period::quarter_of(month).to_string()).unwrap_or_default();
    vec![
        (Tab::Reports, tr(PreparationText::Reports), format!("/console/units/{code}/reports")),
        (Tab::Profile, tr(ProfileText::Title), profile_address(code)),
        (Tab::Round, tr(RoundText::Title), round_address(code, &round)),
        (Tab::Historic, tr(HistoricText::Title), format!("/console/units/{code}/historic")),
    ]
}

/// The ways between the reports of a unit and what they need.
pub(crate) fn tabs_of_unit(code: &str, here: Tab) -> Node {
    tabs(ways_of_unit(code), here)
}

/// The ways between the reports of all units, their documents and their template.
pub(crate) fn tabs_of_city(here: Tab) -> Node {
    let ways = vec![
        (Tab::Reports, tr(PreparationText::Reports), "/console/reports".to_owned()),
        (Tab::Jobs, tr(JobText::Title), "/console/report-jobs".to_owned()),
        (Tab::Template, tr(TemplateText::Title), "/console/template".to_owned()),
    ];
    tabs(ways, here)
}

fn tabs(ways: Vec<Way>, here: Tab) -> Node {
    let way = |(tab, words, href): Way| {
        let current = (tab == here).then_some("page");
        el("a", "").attr("href", &href).bind("aria-current", current).text(words)
    };
    el("nav", "tabs").attr("aria-label", tr(PreparationText::Title)).all(ways.into_iter().map(way))
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
