//! What people wrote, apart from what they answered: by month, in random order, without day, time or response.

use crate::connection::Conn;
use crate::error::StoreResult;
use crate::schema::comments;
use crate::tallies::Selection;
use diesel::prelude::*;
use domain::Month;

/// One comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its place in the random order.
    pub place: i64,
    /// The service it is about.
    pub service_id: i32,
    /// The month it was written in.
    pub month: Month,
    /// The text.
    pub body: String,
}

/// Comments of the selected services and months that contain a text when given, in the random order, after a place when
/// given.
///
/// # Errors
/// When the database fails.
pub fn list_comments(
    conn: &mut Conn<'_>,
    selection: &Selection,
    containing: Option<&str>,
    after: Option<i64>,
    limit: i64,
) -> StoreResult<Vec<Comment>> {
    let mut query = comments::table
        .filter(comments::service_id.eq_any(&selection.services))
        .filter(comments::month.between(selection.from.number(), selection.to.number()))
        .filter(comments::excluded.eq(false))
        .filter(comments::shuffle.gt(after.unwrap_or(-1)))
        .select((comments::shuffle, comments::service_id, comments::month, comments::body))
        .order((comments::shuffle, comments::response_id))
        .limit(limit)
        .into_boxed();
    if let Some(words) = containing {
        let literal = words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        // Both sides are folded by the database, so that a letter which it does not fold still finds itself.
        query = query.filter(lower(comments::body).like(lower(format!("%{literal}%"))).escape('\\'));
    }
    let rows: Vec<(i64, i32, i32, String)> = query.load(conn.0)?;
    Ok(rows
        .into_iter()
        .map(|(place, service_id, month, body)| Comment { place, service_id, month: Month::from_number(month), body })
        .collect())
}

diesel::define_sql_function! {
    /// Lower case; of letters outside ASCII SQLite folds none, PostgreSQL those of its locale.
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}
