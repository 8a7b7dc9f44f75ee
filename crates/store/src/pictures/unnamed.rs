//! Pictures that nothing names any more.

use super::{PictureHash, hash_of};
use crate::connection::{Conn, NAMED_AT_ONCE, WriteConn};
use crate::error::StoreResult;
use crate::schema::{logos, photos, pictures, reports};
use crate::time;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;

/// How long a picture is kept that nothing names: who has just sent it may be about to.
const KEPT: TimeDelta = TimeDelta::days(1);

macro_rules! unshown {
    ($now:expr) => {
        pictures::table
            .filter(pictures::stored_at.lt(time::stored($now - KEPT)))
            .filter(pictures::hash.ne_all(logos::table.select(logos::picture_hash)))
            .filter(pictures::hash.ne_all(photos::table.select(photos::picture_hash)))
    };
}

/// Pictures that are no logo and no photo of any unit, and that no report names, frozen or open. Reads every report, one at
/// a time, where there is such a picture at all.
///
/// # Errors
/// When the database fails.
pub fn list_unnamed(conn: &mut Conn<'_>, now: DateTime<Utc>) -> StoreResult<Vec<PictureHash>> {
    let found: Vec<Vec<u8>> = unshown!(now).select(pictures::hash).load(conn.0)?;
    let mut unnamed = BTreeMap::new();
    for hash in found {
        unnamed.insert(name_of(&hash), hash_of(&hash)?);
    }
    if unnamed.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Vec<u8>> = reports::table.select(reports::id).load(conn.0)?;
    for id in ids {
        let (edits, document): (String, Option<String>) =
            reports::table.find(id).select((reports::edits, reports::document)).first(conn.0)?;
        for text in [Some(edits), document].into_iter().flatten() {
            for word in text.split(|character: char| !character.is_ascii_hexdigit()) {
                unnamed.remove(word);
            }
        }
    }
    Ok(unnamed.into_values().collect())
}

/// How reports name a picture.
fn name_of(hash: &[u8]) -> String {
    hash.iter().fold(String::new(), |mut name, byte| {
        // Writing to a text never fails.
        let _ = write!(name, "{byte:02x}");
        name
    })
}

/// Deletes those of these pictures that are still shown nowhere; answers how many.
///
/// # Errors
/// When the database fails.
pub fn delete_unnamed(conn: &mut WriteConn<'_>, hashes: &[PictureHash], now: DateTime<Utc>) -> StoreResult<usize> {
    let mut deleted = 0;
    for hashes in hashes.chunks(NAMED_AT_ONCE) {
        let hashes: Vec<&[u8]> = hashes.iter().map(<[u8; 32]>::as_slice).collect();
        deleted += diesel::delete(unshown!(now).filter(pictures::hash.eq_any(hashes))).execute(conn.raw())?;
    }
    Ok(deleted)
}
