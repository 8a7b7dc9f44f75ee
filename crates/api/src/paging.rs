//! Pages of a list: the cursor is the key of the last row of the page before.

use crate::error::{ApiError, ErrorCode};
use contract::PageQuery;

const DEFAULT: u32 = 50;
const LARGEST: u32 = 200;

/// What a cursor looks like, for the OpenAPI document; empty is as good as none.
pub const CURSOR_PATTERN: &str = "^[0-9A-Za-z._@/-]{0,80}$";

/// A cursor that no page of the list gave.
pub fn unknown_cursor(cursor: &str) -> ApiError {
    let error = ApiError::new(ErrorCode::InvalidQuery, "cursor must be `next` of the page before");
    error.field("?cursor", "unknown_cursor", format!("{cursor:?}"), "`next` of the page before, or nothing")
}

fn is_cursor(text: &str) -> bool {
    text.len() <= 80 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._@/-".contains(&byte))
}

/// One page to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paging {
    /// The key after which the page begins.
    pub after: Option<String>,
    size: u32,
}

impl Paging {
    /// From the query's parameters `cursor` and `limit`.
    ///
    /// # Errors
    /// 400 when the limit is out of range, or the cursor is none that a page could have given.
    pub fn new(cursor: Option<String>, limit: Option<u32>) -> Result<Self, ApiError> {
        let size = limit.unwrap_or(DEFAULT);
        if !(1..=LARGEST).contains(&size) {
            return Err(ApiError::new(
                ErrorCode::InvalidQuery,
                format!("limit must be 1 to {LARGEST}, received {size}"),
            )
            .field("?limit", "out_of_range", size, format!("a whole number from 1 to {LARGEST}")));
        }
        let after = cursor.filter(|cursor| !cursor.is_empty());
        match after.as_deref().filter(|cursor| !is_cursor(cursor)) {
            None => Ok(Self { after, size }),
            Some(cursor) => Err(unknown_cursor(cursor)),
        }
    }

    /// From a query without other parameters.
    ///
    /// # Errors
    /// As [`Paging::new`].
    pub fn of(query: PageQuery) -> Result<Self, ApiError> {
        Self::new(query.cursor, query.limit)
    }

    /// How many rows to read: one more than the page, to know whether another follows.
    pub fn rows(&self) -> i64 {
        i64::from(self.size) + 1
    }

    /// The rows of the page and the cursor of the next.
    pub fn cut<T>(&self, mut rows: Vec<T>, key: impl Fn(&T) -> String) -> (Vec<T>, Option<String>) {
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        let more = rows.len() > size;
        rows.truncate(size);
        let next = rows.last().filter(|_| more).map(key);
        (rows, next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_page_has_no_next() {
        let paging = Paging::new(None, Some(2)).unwrap();
        assert_eq!(paging.cut(vec![1, 2, 3], i32::to_string), (vec![1, 2], Some("2".to_owned())));
        assert_eq!(paging.cut(vec![1, 2], i32::to_string), (vec![1, 2], None));
        assert!(Paging::new(None, Some(0)).is_err() && Paging::new(None, Some(201)).is_err());
    }
}
