//! Opening a report to everybody.

use super::{answer, scoped_report};
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::{ActErrors, EditErrors};
use crate::etag::IfMatch;
use crate::heavy::Turns;
use crate::reports::files::{assets, not_made, public_address, published_files};
use crate::reports::{read_document, require_ended};
use actix_web::{HttpResponse, post, web};
use contract::report::Report;
use documents::Edition;
use store::StoreError;
use store::reports::find_document;

/// Publish a report.
///
/// Its files are made once and kept with their SHA-256: every replica serves these bytes from then on, whatever version of
/// the program runs. The public page of its short code opens; a revision published before says that it was superseded.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(
        ("report" = String, Path, description = "The report's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d"),
        ("If-Match" = String, Header, description = "The ETag of what was read", example = "\"2\"")
    ),
    responses(
        (status = 200, description = "Published", body = Report, headers(("ETag" = String, description = "For the next change"))),
        ActErrors,
        EditErrors
    )
)]
#[post("/reports/{report}/publish")]
pub(crate) async fn publish_report(
    guard: Guard<ManageCity>,
    report: web::Path<String>,
    seen: IfMatch,
) -> Result<HttpResponse, ApiError> {
    let report = scoped_report(&guard, &report).await?;
    let (id, actor, now) = (report.id, guard.actor().label(), guard.now());
    if report.state.is_open() {
        return Err(StoreError::Refused("the report is still open: submit it first".to_owned()).into());
    }
    require_ended(guard.db(), report.period, now).await?;
    let address = public_address(&guard.state().config.public_url, &report);
    let reading = move |conn: &mut store::Conn<'_>| {
        let json = find_document(conn, id)?;
        let document = read_document(&report, &json)?;
        Ok((assets(conn, &document)?, document, json))
    };
    let (assets, document, json) = guard.db().read(reading).await?;
    let turns = Turns::of_pages(&document);
    let rendering = move || published_files(&document, json, &Edition::Published { address }, &assets);
    let files = guard.state().heavy.take(turns, rendering).await?.map_err(|error| not_made(&error))?;
    guard.db().write(move |conn| store::reports::publish_report(conn, id, seen.0, &files, &actor, now)).await?;
    answer(&guard, HttpResponse::Ok(), id).await
}
