//! What people wrote.

use super::{period_query, zone};
use crate::access::{Guard, ReadResults};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::Paging;
use crate::results::comments::{CommentQuery, read};
use actix_web::{HttpResponse, get, web};
use contract::results::CommentPage;

period_query! {
    /// Which comments.
    CommentsQuery {
        /// The units below as well.
        #[serde(default)]
        #[param(example = false)]
        subtree: bool,
        /// Only comments that contain this text, 2 to 100 characters; the case of a to z does not matter.
        #[param(example = "loket", min_length = 2, max_length = 100)]
        q: Option<String>,
        /// `next` of the page before; leave it out for the first page.
        cursor: Option<String>,
        /// Rows a page, 1 to 200.
        #[param(minimum = 1, maximum = 200, default = 50, example = 50)]
        limit: Option<u32>,
    }
}

/// List the comments of a unit.
///
/// With the month alone, never a day or time, and with the service only where it had at least 5 answers that month; in
/// random order, because the staff who served would know the writer. Excluded answers' comments are left out.
#[utoipa::path(
    tag = "results",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara"), CommentsQuery),
    responses((status = 200, description = "A page of comments", body = CommentPage), ReadErrors)
)]
#[get("/units/{unit}/comments")]
pub(crate) async fn list_unit_comments(
    guard: Guard<ReadResults>,
    unit: web::Path<String>,
    Query(query): Query<CommentsQuery>,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(&unit).await?;
    let zone = zone(&guard).await?;
    let period = query.period(guard.now(), zone)?;
    let paging = Paging::new(query.cursor, query.limit)?;
    let search = query.q.map(search).transpose()?;
    let asked = CommentQuery { unit: unit.code, subtree: query.subtree, period, search };
    let (items, next) = read(guard.db(), asked, &paging).await?;
    Ok(HttpResponse::Ok().json(CommentPage { items, next }))
}

/// A text to search for, without the blanks around it.
fn search(text: String) -> Result<String, ApiError> {
    let words = text.trim();
    if (2..=100).contains(&words.chars().count()) {
        return Ok(words.to_owned());
    }
    let error = ApiError::new(ErrorCode::InvalidQuery, "the search text is too short or too long");
    Err(error.field("?q", "out_of_range", format!("{text:?}"), "2 to 100 characters; leave q out for every comment"))
}
