//! The reports of a unit, or of all units.

use super::address as report_address;
use super::block::figure;
use super::make::form;
use super::shape::{Report, State};
use crate::address::{self, present_month, use_value};
use crate::period_picker;
use crate::preparation::{Tab, tabs_of_city, tabs_of_unit};
use crate::unit_list::unit_choices;
use contract::Unit;
use dom::prelude::*;
use domain::Period;
use domain::period::PeriodKind;
use json::Value;
use texts::reports::ReportListText as T;
use texts::ui::UiText;
use ui::language::{count, day, period as period_name};
use ui::{
    Button, ButtonKind, Chip, Column, Glyph, Notice, PageHead, Row, Select, Table, Tone, api, chips, dialog, empty,
    empty_with, loaded, skeleton, tag, tr, tr_with, use_remote,
};

/// Rows a page.
const ROWS: &str = "50";

/// The screen; of all units without one.
pub(crate) fn list(unit: Option<&str>) -> Node {
    let unit = unit.map(str::to_owned);
    let making = RwSignal::new(false);
    let make = Button::new(tr(T::Make)).kind(ButtonKind::Primary).glyph(Glyph::Plus);
    let head = PageHead::new(tr(T::Title)).actions(make.on_press(move || making.set(true)));
    let head = match &unit {
        Some(code) => {
            let path = format!("/units/{code}");
            let named = use_remote::<Unit>(move || Some(path.clone()));
            head.lead(move || named.value().map(|unit| unit.name.clone()))
        }
        None => head.lead(tr(T::LeadCity)),
    };
    let [period, state, of_unit] = ["period", "state", "unit"].map(use_value);
    let fixed = unit.clone();
    let path = move |cursor: Option<&str>| {
        let (period, state, chosen) = (period.get(), state.get(), of_unit.get());
        let pairs = [
            ("unit", fixed.as_deref().or(chosen.as_deref())),
            ("period", period.as_deref()),
            ("state", state.as_deref()),
            ("limit", Some(ROWS)),
            ("cursor", cursor),
        ];
        api::query("/reports", &pairs)
    };
    let asked = path.clone();
    let first = use_remote::<Value>(move || Some(asked(None)));
    let of_all = unit.is_none();
    let reports = loaded(
        first,
        || el("div", "card").child(skeleton(7)),
        move |page| {
            let path = path.clone();
            let filtered = [period, state, of_unit].iter().any(|value| value.with_untracked(Option::is_some));
            match page.list("items") {
                [] if filtered => {
                    el("div", "card").child(empty(tr(T::NoneFits), tr(T::NoneFitsText), Some(Glyph::Search)))
                }
                [] => el("div", "card").child(nothing(making)),
                _ => table(&page, of_all, move |cursor| path(Some(cursor))),
            }
        },
    );
    let tabs = unit.as_deref().map_or_else(|| tabs_of_city(Tab::Reports), |code| tabs_of_unit(code, Tab::Reports));
    fragment().child(head).child(tabs).child(filters(of_all, period, state, of_unit)).child(reports).child(dialog(
        making,
        tr(T::MakeTitle),
        move || form(unit.clone()),
    ))
}

fn nothing(making: RwSignal<bool>) -> Node {
    let make = Button::new(tr(T::Make)).on_press(move || making.set(true));
    empty_with(tr(T::EmptyTitle), tr(T::EmptyText), Some(Glyph::Report), make)
}

type Chosen = Memo<Option<String>>;

fn filters(of_all: bool, period: Chosen, state: Chosen, unit: Chosen) -> Node {
    let choices = || {
        let mut all = vec![Chip { value: String::new(), label: tr(T::AllStates).to_owned(), count: None }];
        let chip =
            |state: State| Chip { value: state.code().to_owned(), label: tr(state.words()).to_owned(), count: None };
        all.extend(State::ALL.map(chip));
        all
    };
    let states = chips(
        tr(T::FilterState),
        choices,
        move || state.get().unwrap_or_default(),
        |state| address::set(&[("state", Some(&state))]),
    );
    let periods = Select::new(
        tr(T::FilterPeriod),
        move || periods(period.get()),
        move || period.get().unwrap_or_default(),
        |period| address::set(&[("period", Some(&period))]),
    );
    let units = of_all.then(|| {
        let units = unit_choices();
        let options = move || {
            let mut all = vec![(String::new(), tr(T::AllUnits).to_owned())];
            all.extend(units.get());
            all
        };
        let choose = |unit: String| address::set(&[("unit", Some(&unit))]);
        Select::new(tr(T::FilterUnit), options, move || unit.get().unwrap_or_default(), choose).bare().node()
    });
    el("div", "report-filters").child(states).child(periods.bare()).child(Node::from(units))
}

/// Every period, then quarters, semesters and years, the newest first.
fn periods(chosen: Option<String>) -> Vec<(String, String)> {
    let mut all = vec![(String::new(), tr(T::AllPeriods).to_owned())];
    if let Some(now) = present_month() {
        for kind in [PeriodKind::Quarter, PeriodKind::Semester, PeriodKind::Year] {
            all.extend(period_picker::choices(Period::containing(now, kind)));
        }
    }
    if let Some(chosen) = chosen.filter(|chosen| !all.iter().any(|(code, _)| code == chosen)) {
        let name = period_name(&chosen);
        all.push((chosen, name));
    }
    all
}

fn table(page: &Value, of_all: bool, path: impl Fn(&str) -> String + 'static) -> Node {
    let (items, next) = (RwSignal::new(page.get("items").clone()), RwSignal::new(page.text("next").to_owned()));
    let heads = [T::Period, T::State, T::Index, T::Respondents, T::Changed];
    let mut columns: Vec<Column> = heads.map(|head| Column::words(tr(head))).into();
    columns[3].number = true;
    if of_all {
        columns.insert(0, Column::words(tr(T::Unit)));
    }
    let rows = move || items.with(|items| items.items().iter().map(|item| row(Report(item), of_all)).collect());
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let more = move || {
        let address = path(&next.get_untracked());
        busy.set(true);
        spawn_local(async move {
            match api::get::<Value>(&address).await {
                Ok(page) => {
                    items.try_update(|items| {
                        let all: Vec<Value> = items.items().iter().chain(page.list("items")).cloned().collect();
                        *items = all.into();
                    });
                    next.try_set(page.text("next").to_owned());
                    failed.try_set(None);
                }
                Err(failure) => {
                    failed.try_set(Some(failure.sentence()));
                }
            }
            busy.try_set(false);
        });
    };
    let more = std::rc::Rc::new(more);
    let onwards = show(
        move || next.with(|next| !next.is_empty()),
        move || {
            let more = std::rc::Rc::clone(&more);
            el("div", "acts centre").child(Button::new(tr(UiText::More)).busy(busy).on_press(move || more()))
        },
    );
    let failed = Words::from(failed).part(|sentence| Notice::new(Tone::Bad, sentence).node());
    el("div", "card reports").child(Table::new(tr(T::Title), columns, rows)).child(failed).child(onwards)
}

fn row(report: Report<'_>, of_all: bool) -> Row {
    let name = if of_all { report.unit_name().to_owned() } else { period_name(report.period()) };
    let link = el("a", "").attr("href", &report_address(report.id())).text(&name);
    let service = (!report.service().is_empty()).then(|| el("span", "note").text(report.service()));
    let mut row: Row = vec![el("span", "").child(link).child(Node::from(service))];
    if of_all {
        row.push(period_name(report.period()).into());
    }
    let revision = report.revision_number().map(|number| {
        let number = number.to_string();
        el("span", "note").text(&tr_with(texts::reports::ReportText::RevisionOf, &[("number", &number)]))
    });
    let superseded = !report.superseded_by().is_empty();
    let state = match superseded {
        true => tag(Tone::Warn, tr(T::Superseded)),
        false => tag(report.state().tone(), tr(report.state().words())),
    };
    row.push(el("span", "pair").child(state).child(Node::from(revision)));
    let headline = report.headline();
    row.push(match headline {
        Some(index) => {
            el("span", "pair").child(el("span", "note").text(&index.name().to_ascii_uppercase())).child(figure(index))
        }
        None => el("span", "note").text(tr(T::NoAnswers)),
    });
    row.push(headline.map_or_else(|| texts::format::NONE.to_owned(), |index| count(index.n())).into());
    let last = ["published", "submitted", "created"].iter().find_map(|step| report.step(step));
    row.push(last.map_or_else(String::new, |(time, who)| format!("{} · {who}", day(time))).into());
    row
}
