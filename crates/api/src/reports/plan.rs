//! The follow-up plan: where it starts, and what became of the last one.

use domain::Period;
use domain::report::{FollowUpState, LastPlan, LastPlanRow, PlanRow, ReportDocument};
use store::reports::{Report, last_frozen_before};
use store::{Conn, StoreError, StoreResult};

/// The rows a plan starts with: the lowest elements of the indices that the outline ranks, the lowest first, to be done in the
/// year after the period's end.
pub(super) fn start(document: &ReportDocument, period: Period) -> Vec<PlanRow> {
    let year = period.last().next().year();
    let row = |element: &str| PlanRow {
        element: element.to_owned(),
        programme: String::new(),
        quarters: Vec::new(),
        year,
        responsible: String::new(),
    };
    document.priority_elements().into_iter().map(row).collect()
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
        None => {
            LastPlanRow { planned, state: FollowUpState::NotReported, description: String::new(), photos: Vec::new() }
        }
    };
    Ok(Some(LastPlan { period: document.figures.period, rows: document.plan.into_iter().map(row).collect() }))
}
