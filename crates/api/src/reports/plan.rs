//! The follow-up plan: where it starts, and what became of the last one.

use domain::figures::{ElementResult, Figures};
use domain::report::{FollowUpState, LastPlan, LastPlanRow, PlanRow, ReportDocument};
use domain::{Decimal, IndexKind, Period};
use store::reports::{Report, last_frozen_before};
use store::{Conn, StoreError, StoreResult};

/// A plan starts from so many of the lowest elements; those that tie with the last of them come too.
const LOWEST: usize = 3;

/// The rows a plan starts with: the lowest elements of the IKM, the lowest first, to be done in the year after the period's
/// end.
pub(super) fn start(figures: &Figures, period: Period) -> Vec<PlanRow> {
    let ikm = figures.indices.iter().find(|index| index.summary.index == IndexKind::Ikm);
    let value = |element: &ElementResult| element.converted.as_ref()?.parse::<Decimal>().ok();
    let mut elements: Vec<(Decimal, &str)> = ikm
        .iter()
        .flat_map(|index| &index.elements)
        .filter_map(|element| Some((value(element)?, element.code.as_str())))
        .collect();
    // A stable sort: elements that tie keep the official order.
    elements.sort_by_key(|(value, _)| *value);
    let limit = elements.get(LOWEST - 1).or(elements.last()).map(|(value, _)| *value);
    let lowest = elements.into_iter().filter(|(value, _)| limit.is_some_and(|limit| *value <= limit));
    let year = period.last().next().year();
    let row = |(_, element): (Decimal, &str)| PlanRow {
        element: element.to_owned(),
        programme: String::new(),
        quarters: Vec::new(),
        year,
        responsible: String::new(),
    };
    lowest.map(row).collect()
}

/// The plan of the last frozen report, as it was planned, with what people say became of it.
pub(super) fn last(conn: &mut Conn<'_>, report: &Report) -> StoreResult<Option<LastPlan>> {
    let service_id = report.service.as_ref().map(|(id, _)| *id);
    let Some((last, document)) = last_frozen_before(conn, report.unit.0, service_id, report.period.first())? else {
        return Ok(None);
    };
    let document: ReportDocument = serde_json::from_str(&document)
        .map_err(|error| StoreError::Damaged(format!("document of report {}: {error}", last.id)))?;
    let told = report.edits.last_plan.as_deref().unwrap_or_default();
    let row = |planned: PlanRow| match told.iter().find(|row| row.planned == planned) {
        Some(row) => row.clone(),
        None => LastPlanRow { planned, state: FollowUpState::NotDone, description: String::new(), photos: Vec::new() },
    };
    Ok(Some(LastPlan { period: document.figures.period, rows: document.plan.into_iter().map(row).collect() }))
}
