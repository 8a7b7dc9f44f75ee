//! Chapter IV: the plan, the last plan, the trend.

use super::{Align, Cell, Printer, Table};
use domain::Decimal;
use domain::report::{LastPlanRow, PlanQuarter, PlanRow, ReportDocument, ReportTrend, ReportTrendPoint};
use texts::report::{self, row};
use texts::{fill, format};

/// The plan with a column for each quarter under "Waktu".
pub(super) fn plan(document: &ReportDocument) -> Option<Table> {
    let text = report::PLAN;
    let columns = [
        (2, Align::Center),
        (6, Align::Left),
        (8, Align::Left),
        (3, Align::Center),
        (3, Align::Center),
        (3, Align::Center),
        (3, Align::Center),
        (6, Align::Left),
    ];
    let mut table = Table::new(text.caption, text.heads, &columns);
    let years: std::collections::BTreeSet<i32> = document.plan.iter().map(|row| row.year).collect();
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    if let Some(head) = table.head.first_mut() {
        for (at, cell) in head.iter_mut().enumerate() {
            if at == 3 {
                cell.columns = PlanQuarter::ALL.len();
                cell.text = format!("{} {}", cell.text, years.join("/")).trim_end().to_owned();
            } else {
                cell.rows = 2;
            }
        }
    }
    table.head.push(PlanQuarter::ALL.iter().map(|quarter| Cell::of(format!("TW {}", quarter.roman()))).collect());
    for (planned, no) in document.plan.iter().zip(1_usize..) {
        let mut row = vec![no.to_string(), element(planned), planned.programme.clone()];
        let mark = |quarter| if planned.quarters.contains(quarter) { "√" } else { "" };
        row.extend(PlanQuarter::ALL.iter().map(|quarter| mark(quarter).to_owned()));
        row.push(planned.responsible.clone());
        table.rows.push(row);
    }
    table.unless_empty()
}

/// The plan with its quarters in one column.
pub(super) fn listed(document: &ReportDocument) -> Option<Table> {
    let text = report::PLAN_LIST;
    let columns = [(1, Align::Center), (5, Align::Left), (7, Align::Left), (3, Align::Left), (4, Align::Left)];
    let mut table = Table::new(text.caption, text.heads, &columns);
    let row = |(planned, no): (&PlanRow, usize)| {
        vec![no.to_string(), element(planned), planned.programme.clone(), when(planned), planned.responsible.clone()]
    };
    table.rows = document.plan.iter().zip(1..).map(row).collect();
    table.unless_empty()
}

/// "TW III, TW IV 2026".
fn when(planned: &PlanRow) -> String {
    if planned.quarters.is_empty() {
        return format::NONE.to_owned();
    }
    let quarters: Vec<String> = planned.quarters.iter().map(|quarter| format!("TW {}", quarter.roman())).collect();
    format!("{} {}", quarters.join(", "), planned.year)
}

/// The last plan in full: what was planned, its state, and what was done.
pub(super) fn follow_up(document: &ReportDocument) -> Option<Table> {
    let (text, last) = (report::FOLLOW_UP_REPORT, document.last_plan.as_ref()?);
    let columns = [
        (2, Align::Center),
        (5, Align::Left),
        (6, Align::Left),
        (3, Align::Left),
        (5, Align::Left),
        (3, Align::Center),
        (6, Align::Left),
    ];
    let caption = fill(text.caption, &[("period", &Printer::period(&last.period))]);
    let mut table = Table::new(caption, text.heads, &columns);
    let row = |(LastPlanRow { planned, state, description, .. }, no): (&LastPlanRow, usize)| {
        vec![
            no.to_string(),
            element(planned),
            planned.programme.clone(),
            when(planned),
            planned.responsible.clone(),
            state.label().to_owned(),
            description.clone(),
        ]
    };
    table.rows = last.rows.iter().zip(1..).map(row).collect();
    table.unless_empty()
}

fn element(planned: &PlanRow) -> String {
    format!("{} {}", planned.element, Printer::element(&planned.element))
}

pub(super) fn last(document: &ReportDocument) -> Option<Table> {
    let (text, last) = (report::LAST_PLAN, document.last_plan.as_ref()?);
    let columns = [(1, Align::Center), (5, Align::Left), (3, Align::Center), (5, Align::Left), (3, Align::Left)];
    let caption = fill(text.caption, &[("period", &Printer::period(&last.period))]);
    let mut table = Table::new(caption, text.heads, &columns);
    table.rows = last
        .rows
        .iter()
        .zip(1_usize..)
        .map(|(LastPlanRow { planned, state, description, photos }, no)| {
            let documented = photos.iter().filter_map(|photo| {
                let at = document.photos.iter().position(|known| known.sha256 == *photo)?;
                Some(format!("Foto {}", at + 1))
            });
            vec![
                no.to_string(),
                format!("{}: {}", planned.element, planned.programme),
                state.label().to_owned(),
                description.clone(),
                documented.collect::<Vec<_>>().join(", "),
            ]
        })
        .collect();
    table.unless_empty()
}

pub(super) fn trends(document: &ReportDocument) -> Vec<Table> {
    document.trends.iter().filter_map(trend).collect()
}

fn trend(trend: &ReportTrend) -> Option<Table> {
    let text = report::TREND;
    let columns = [
        (5, Align::Left),
        (3, Align::Center),
        (2, Align::Center),
        (2, Align::Center),
        (3, Align::Center),
        (6, Align::Left),
    ];
    let caption = fill(text.caption, &[("index", &trend.index.code().to_uppercase())]);
    let mut table = Table::new(caption, text.heads, &columns);
    let mut before: Option<&ReportTrendPoint> = None;
    for point in &trend.points {
        table.rows.push(vec![
            Printer::period(&point.period),
            point.n.map_or_else(|| format::NONE.to_owned(), Printer::count),
            Printer::option(point.converted.as_ref()),
            Printer::text(point.grade.as_ref()),
            difference(before, point),
            trend_remark(before, point),
        ]);
        before = Some(point);
    }
    table.unless_empty()
}

/// Of the printed values, and only where they may be compared.
fn difference(before: Option<&ReportTrendPoint>, point: &ReportTrendPoint) -> String {
    let value = |point: &ReportTrendPoint| point.converted.as_ref()?.parse::<Decimal>().ok();
    match before.and_then(value).zip(value(point)).filter(|_| point.comparable) {
        Some((before, now)) => {
            let difference = now.minus(before);
            let sign = if difference.units() > 0 { "+" } else { "" };
            format!("{sign}{}", Printer::decimal(&difference.to_string()))
        }
        None => format::NONE.to_owned(),
    }
}

/// What is to be said of a point of a trend.
pub(crate) fn trend_remark(before: Option<&ReportTrendPoint>, point: &ReportTrendPoint) -> String {
    let broken =
        before.is_some_and(|before| before.converted.is_some()) && point.converted.is_some() && !point.comparable;
    let mut remarks = Vec::new();
    if point.imported {
        remarks.push(row::TREND_IMPORTED);
    }
    if broken {
        remarks.push(row::TREND_BREAK);
    }
    remarks.join("; ")
}
