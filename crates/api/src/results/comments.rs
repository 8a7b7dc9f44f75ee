//! Comments as they may be shown.

use super::unit::subject;
use crate::error::ApiError;
use crate::paging::{Paging, unknown_cursor};
use contract::results::Comment;
use domain::{Month, Period};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::comments::list_comments;
use store::tallies::{Selection, sum_totals};
use store::{Conn, Db, StoreResult};

/// A service is named beside a comment only if it had at least so many answers that month.
const LEAST_ANSWERS: i64 = 5;

/// Whose comments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentQuery {
    /// The unit's code.
    pub unit: String,
    /// The units below as well.
    pub subtree: bool,
    /// The period.
    pub period: Period,
    /// Only those that contain it.
    pub search: Option<String>,
}

/// Reads a page and the cursor of the next.
///
/// # Errors
/// 400 for a cursor that is none; 404 for an unknown unit.
pub async fn read(db: &Db, query: CommentQuery, paging: &Paging) -> Result<(Vec<Comment>, Option<String>), ApiError> {
    let after = paging.after.as_deref().map(place).transpose()?;
    let (versions, rows) = (Arc::clone(db.versions()), paging.rows());
    let found = db.read(move |conn| page(conn, &versions, &query, after, rows)).await?;
    let (page, next) = paging.cut(found, |(place, _)| format!("{place:016x}"));
    Ok((page.into_iter().map(|(_, comment)| comment).collect(), next))
}

fn place(cursor: &str) -> Result<i64, ApiError> {
    i64::from_str_radix(cursor, 16).map_err(|_| unknown_cursor(cursor))
}

fn page(
    conn: &mut Conn<'_>,
    versions: &store::Versions,
    query: &CommentQuery,
    after: Option<i64>,
    rows: i64,
) -> StoreResult<Vec<(i64, Comment)>> {
    let subject = subject(conn, &query.unit, None, query.subtree)?;
    let of_service: BTreeMap<i32, (String, String)> =
        subject.services.into_iter().map(|(unit, service)| (service.id, (unit, service.code.to_string()))).collect();
    let services = of_service.keys().copied().collect();
    let selection = Selection { services, from: query.period.first(), to: query.period.last() };
    let comments = list_comments(conn, &selection, query.search.as_deref(), after, rows)?;
    let mut answers: BTreeMap<(i32, Month), i64> = BTreeMap::new();
    for (key, sum) in sum_totals(conn, versions, &selection, |service, month| (service, month))? {
        *answers.entry(key.group).or_insert(0) += if key.excluded { 0 } else { sum.sum.counts.n };
    }
    let shown = comments.into_iter().map(|comment| {
        let (unit, service) = of_service.get(&comment.service_id).cloned().unwrap_or_default();
        let enough = answers.get(&(comment.service_id, comment.month)).is_some_and(|n| *n >= LEAST_ANSWERS);
        let service = enough.then_some(service);
        (comment.place, Comment { month: comment.month.to_string(), unit, service, text: comment.body })
    });
    Ok(shown.collect())
}
