//! The services of a unit.

use super::body;
use crate::access::{Guard, SignedIn};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::{Paging, unknown_cursor};
use actix_web::{HttpResponse, get, web};
use contract::{PageQuery, ServicePage};

/// List the services of a unit.
///
/// `umum` first, then by code; those no longer offered as well.
#[utoipa::path(
    tag = "services",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "dukcapil"), PageQuery),
    responses((status = 200, description = "A page of services", body = ServicePage), ReadErrors)
)]
#[get("/units/{unit}/services")]
pub(crate) async fn list_services(
    guard: Guard<SignedIn>,
    unit: web::Path<String>,
    Query(query): Query<PageQuery>,
) -> Result<HttpResponse, ApiError> {
    let paging = Paging::of(query)?;
    let unit = guard.unit(&unit).await?;
    let services = guard.db().read(move |conn| store::services::list_services(conn, &[unit.id])).await?;
    let start = match &paging.after {
        None => 0,
        Some(after) => {
            let last = services.iter().position(|service| service.code.as_str() == after);
            last.ok_or_else(|| unknown_cursor(after))? + 1
        }
    };
    let rest = services.into_iter().skip(start).collect();
    let (services, next) = paging.cut(rest, |service| service.code.to_string());
    let items = services.iter().map(|service| body(service, &unit.code)).collect();
    Ok(HttpResponse::Ok().json(ServicePage { items, next }))
}
