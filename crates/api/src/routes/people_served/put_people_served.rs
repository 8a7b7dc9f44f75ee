//! A number for a unit or service and a period.

use super::{body, grouped, source_of};
use crate::access::{Guard, ManageUnit};
use crate::error::{ApiError, field_problem};
use crate::error_docs::WriteErrors;
use crate::extract::Body;
use actix_web::{HttpResponse, put, web};
use contract::{FieldProblem, PeopleServed, PutPeopleServedRequest};
use domain::period::PeriodKind;
use store::StoreError;
use store::people_served::{Entered, NewPeopleServed};

const MOST: i64 = 100_000_000;

/// Say how many people a unit served.
///
/// In a month, quarter, semester or year, for the whole unit or one service. The same number again changes nothing; another
/// number needs a reason and is printed beside the old one. The required sample of a longer period follows only where
/// such periods make it up exactly.
#[utoipa::path(
    tag = "people_served",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "dukcapil")),
    request_body = PutPeopleServedRequest,
    responses((status = 200, description = "The number that counts", body = PeopleServed), WriteErrors)
)]
#[put("/units/{unit}/people-served")]
pub(crate) async fn put_people_served(
    guard: Guard<ManageUnit>,
    unit: web::Path<String>,
    Body(request): Body<PutPeopleServedRequest>,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(&unit).await?;
    let reason =
        request.reason.as_deref().map(str::trim).filter(|reason| domain::legible(reason) > 0).map(str::to_owned);
    let defects = defects(&request, reason.as_deref());
    if !defects.is_empty() {
        return Err(ApiError::invalid_fields(defects));
    }
    let new = NewPeopleServed {
        unit_id: unit.id,
        service: request.service.clone(),
        period: request.period,
        people: request.people,
        source: source_of(request.source),
        reason,
        entered_by: guard.actor().label(),
    };
    let now = guard.now();
    let writing = move |conn: &mut store::WriteConn<'_>| {
        let entered = store::people_served::put_people_served(conn, &new, now)?;
        Ok((entered, store::people_served::list_people_served(conn, new.unit_id, Some(new.period))?))
    };
    let (entered, entries) = guard.db().write(writing).await.map_err(|error| match (error, &request.service) {
        (StoreError::NotFound("service"), Some(service)) => {
            ApiError::invalid("/service", "unknown_service", service, "the code of a service of the unit")
        }
        (error, _) => error.into(),
    })?;
    let current = match entered {
        Entered::New(entry) | Entered::Same(entry) => entry,
        Entered::NeedsReason(before) => {
            let accepted = format!("why it is no longer {} ({})", before.people, before.source.code());
            return Err(ApiError::invalid("/reason", "reason_needed", "nothing", accepted));
        }
    };
    let group = grouped(entries).into_iter().find(|group| group.first().is_some_and(|entry| entry.id == current.id));
    let earlier = group.as_ref().and_then(|group| group.get(1..)).unwrap_or_default();
    Ok(HttpResponse::Ok().json(body(&unit.code, &current, earlier)))
}

fn defects(request: &PutPeopleServedRequest, reason: Option<&str>) -> Vec<FieldProblem> {
    let mut defects = Vec::new();
    if request.period.kind() == PeriodKind::Range {
        let accepted = "a month (2026-07), quarter (2026-TW3), semester (2026-S2) or year (2026)";
        defects.push(field_problem("/period", "no_calendar_period", request.period, accepted));
    }
    if !(0..=MOST).contains(&request.people) {
        let accepted = format!("a whole number from 0 to {MOST}");
        defects.push(field_problem("/people", "out_of_range", request.people, accepted));
    }
    if reason.is_some_and(|reason| reason.chars().count() > 500) {
        defects.push(field_problem("/reason", "too_long", "a longer text", "1 to 500 characters"));
    }
    defects
}
