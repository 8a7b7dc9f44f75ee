//! A new report.

use super::answer;
use crate::access::{Guard, ManageUnit};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::WriteErrors;
use crate::extract::Body;
use crate::reports::outline::require_outline;
use crate::reports::require_begun;
use actix_web::{HttpResponse, post};
use contract::report::{CreateReportRequest, Report};
use domain::preparation::ReportEdits;
use store::StoreError;
use store::reports::NewReport;
use store::services::find_service;
use uuid::Uuid;

/// Make a report.
///
/// Of a unit, one of its services or (`kota`) the whole city, and a period. It is a draft that follows the answers until it
/// is submitted. There is one of each; a frozen one is changed by a revision. It follows the city's outline, unless the body
/// names another (`outline`), such as that of IPKP and IPAK. The period has begun in the city's time zone.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    request_body = CreateReportRequest,
    responses(
        (status = 201, description = "Made", body = Report, headers(("ETag" = String, description = "For If-Match"))),
        WriteErrors
    )
)]
#[post("/reports")]
pub(crate) async fn create_report(
    guard: Guard<ManageUnit>,
    Body(request): Body<CreateReportRequest>,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(request.unit.as_str()).await.map_err(|error| match error.code() {
        ErrorCode::NotFound => ApiError::invalid("/unit", "unknown_unit", &request.unit, "the code of a unit"),
        _ => error,
    })?;
    require_begun(guard.db(), request.period, guard.now()).await?;
    require_outline(guard.db(), request.period, request.outline.as_ref()).await?;
    let edits = ReportEdits { outline: request.outline.clone(), ..ReportEdits::default() };
    let (id, actor, now) = (Uuid::now_v7(), guard.actor().label(), guard.now());
    let (service, period) = (request.service.clone(), request.period);
    let writing = move |conn: &mut store::WriteConn<'_>| {
        let service_id = match service {
            Some(code) => Some(find_service(conn, unit.id, code.as_str())?.id),
            None => None,
        };
        let new = NewReport { id, unit_id: unit.id, service_id, period, edits };
        store::reports::create_report(conn, &new, &actor, now)
    };
    guard.db().write(writing).await.map_err(|error| match (error, &request.service) {
        (StoreError::NotFound("service"), Some(service)) => {
            ApiError::invalid("/service", "unknown_service", service, "the code of a service of the unit")
        }
        (error, _) => error.into(),
    })?;
    answer(&guard, HttpResponse::Created(), id).await
}
