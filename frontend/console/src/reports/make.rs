//! A new report, or the one that there is already.

use super::address as report_address;
use super::shape::Report;
use crate::action::Action;
use crate::address::{kind_code, present_month};
use crate::menu::CITY;
use crate::period_picker;
use crate::unit_list::unit_choices;
use dom::prelude::*;
use domain::Period;
use domain::period::PeriodKind;
use json::Value;
use texts::overview::OverviewText;
use texts::reports::ReportListText as T;
use ui::api::{self, Failure, Method};
use ui::router::{self, Leave};
use ui::{Button, ButtonKind, Remote, Select, tr, use_whole};

/// Asks for unit (unless it is given), scope and period.
pub(super) fn form(unit: Option<String>) -> Node {
    let fixed = unit.is_some();
    let unit = RwSignal::new(unit.unwrap_or_else(|| CITY.to_owned()));
    let service = RwSignal::new(String::new());
    let outline = RwSignal::new(String::new());
    // The quarter that ended last is the one that is due.
    let due = present_month().map(|now| Period::quarter_of(now).previous());
    let period = RwSignal::new(due.map(|due| due.to_string()).unwrap_or_default());
    let units = (!fixed).then(|| {
        let units = unit_choices();
        let choose = move |code: String| {
            service.set(String::new());
            unit.set(code);
        };
        Select::new(tr(T::Unit), move || units.get(), move || unit.get(), choose).node()
    });
    let action = Action::new();
    let open = move || {
        let wanted = Wanted {
            unit: unit.get_untracked(),
            service: service.get_untracked(),
            period: period.get_untracked(),
            outline: outline.get_untracked(),
        };
        let wanted = found_or_made(wanted);
        action.run(Box::pin(wanted), |id: String| router::go(&report_address(&id), Leave::Behind));
    };
    let submit = Button::new(tr(T::Open)).kind(ButtonKind::Primary).submit().busy(action.busy());
    el("form", "form")
        .on("submit", dom::stop(open))
        .child(action.notice())
        .child(el("p", "mut").text(tr(T::MakeLead)))
        .child(Node::from(units))
        .child(services(unit, service))
        .child(periods(period))
        .child(outlines(outline))
        .child(el("div", "acts").child(submit))
}

/// The whole unit, or one of its services.
fn services(unit: RwSignal<String>, service: RwSignal<String>) -> Node {
    let services = use_whole::<Value>(move || Some(format!("/units/{}/services", unit.get())));
    Select::new(tr(T::Service), named(T::WholeUnit, services), move || service.get(), move |code| service.set(code))
        .node()
}

/// The city's outline, or another for this report alone.
fn outlines(outline: RwSignal<String>) -> Node {
    let outlines = use_whole::<Value>(move || Some("/report-template/outlines".to_owned()));
    Select::new(tr(T::Outline), named(T::CityOutline, outlines), move || outline.get(), move |code| outline.set(code))
        .node()
}

/// The choice without a code, then everything of a list by its name.
fn named(none: T, list: Remote<Value>) -> impl Fn() -> Vec<(String, String)> + 'static {
    move || {
        let mut all = vec![(String::new(), tr(none).to_owned())];
        if let Some(known) = list.value() {
            let of = |entry: &Value| (entry.text("code").to_owned(), entry.text("name").to_owned());
            all.extend(known.list("items").iter().map(of));
        }
        all
    }
}

fn periods(period: RwSignal<String>) -> Node {
    let chosen = move || period.with(|period| period.parse::<Period>().ok());
    let kind = move || chosen().map(|period| kind_code(period.kind()).to_owned()).unwrap_or_default();
    let choose_kind = move |code: String| {
        let kind = PeriodKind::CALENDAR.into_iter().find(|kind| kind_code(*kind) == code);
        if let Some((now, kind)) = chosen().zip(kind) {
            period.set(Period::containing(now.last(), kind).to_string());
        }
    };
    let options = move || chosen().map(period_picker::choices).unwrap_or_default();
    let kinds = Select::new(tr(OverviewText::PeriodKind), period_picker::kinds, kind, choose_kind);
    let list = Select::new(tr(T::Period), options, move || period.get(), move |code| period.set(code));
    fragment().child(kinds).child(list)
}

/// What was asked for; service and outline may be empty.
struct Wanted {
    unit: String,
    service: String,
    period: String,
    outline: String,
}

/// The id of the newest report of this scope and period; makes one where there is none.
async fn found_or_made(Wanted { unit, service, period, outline }: Wanted) -> Result<String, Failure> {
    let path = api::query("/reports", &[("unit", Some(&unit)), ("period", Some(&period)), ("limit", Some("200"))]);
    let known: Value = api::get(&path).await?;
    let mut known = known.list("items").iter().map(Report);
    if let Some(report) = known.find(|report| report.service() == service) {
        return Ok(report.id().to_owned());
    }
    let mut wanted = Value::object(&[("unit", unit.into()), ("period", period.into())]);
    for (name, code) in [("service", service), ("outline", outline)] {
        if !code.is_empty() {
            wanted.set(name, code);
        }
    }
    let made: Value = api::change(Method::POST, "/reports", &wanted).await?;
    Ok(Report(&made).id().to_owned())
}
