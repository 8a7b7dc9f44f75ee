//! Imports: a file is one batch, all of it or nothing, and the same file again changes nothing.

use crate::connection::{Conn, WriteConn, on_each};
use crate::error::{StoreError, StoreResult};
use crate::ingest::{NewResponse, Stored, store_group};
use crate::schema::{import_batches, responses};
use crate::tally_store::TallyCache;
use crate::time;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::Month;

/// A file to import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBatch {
    /// The unit it belongs to.
    pub unit_id: i32,
    /// The questionnaire version it answers.
    pub questionnaire_id: i32,
    /// The month it is counted in.
    pub month: Month,
    /// SHA-256 of what stands in it.
    pub file_hash: [u8; 32],
    /// Its name, for lists.
    pub file_name: String,
    /// Who imports it.
    pub actor: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// An imported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its key.
    pub id: i32,
    /// Responses in it.
    pub responses: i64,
    /// Responses of it that count today.
    pub counted: i64,
    /// When it was imported.
    pub imported_at: DateTime<Utc>,
}

/// What became of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imported {
    /// All of it was stored.
    New(Batch),
    /// The same file was imported before; nothing changed.
    Again(Batch),
}

/// Stores a file's responses, all or none; `responses` is given the batch's id.
///
/// # Errors
/// When a response's id is known with other content, or the database fails: then nothing is stored.
pub fn import_responses(
    conn: &mut WriteConn<'_>,
    batch: &NewBatch,
    responses: impl FnOnce(i32) -> Vec<NewResponse>,
) -> StoreResult<Imported> {
    let values = (
        import_batches::unit_id.eq(batch.unit_id),
        import_batches::questionnaire_id.eq(batch.questionnaire_id),
        import_batches::month.eq(batch.month.number()),
        import_batches::file_hash.eq(batch.file_hash.as_slice()),
        import_batches::file_name.eq(&batch.file_name),
        import_batches::response_count.eq(0),
        import_batches::imported_by.eq(&batch.actor),
        import_batches::imported_at.eq(time::stored(batch.at)),
    );
    // Where another replica imports the same file just now, this waits for what becomes of it.
    let new: Option<i32> = on_each!(conn.raw(), c => diesel::insert_into(import_batches::table)
        .values(values)
        .on_conflict_do_nothing()
        .returning(import_batches::id)
        .get_result(c)
        .optional())?;
    let Some(id) = new else {
        let known = import_batches::table
            .filter(import_batches::unit_id.eq(batch.unit_id))
            .filter(import_batches::questionnaire_id.eq(batch.questionnaire_id))
            .filter(import_batches::month.eq(batch.month.number()))
            .filter(import_batches::file_hash.eq(batch.file_hash.as_slice()))
            .select(import_batches::id)
            .first(conn.raw())?;
        return find_batch(conn, known).map(Imported::Again);
    };
    let rows = responses(id);
    store_responses(conn, &rows)?;
    diesel::update(import_batches::table.find(id))
        .set(import_batches::response_count.eq(i64::try_from(rows.len()).unwrap_or(i64::MAX)))
        .execute(conn.raw())?;
    find_batch(conn, id).map(Imported::New)
}

/// One import.
///
/// # Errors
/// [`StoreError::NotFound`] for an unknown one.
pub fn find_batch(conn: &mut Conn<'_>, id: i32) -> StoreResult<Batch> {
    let (responses, imported_at): (i64, NaiveDateTime) = import_batches::table
        .find(id)
        .select((import_batches::response_count, import_batches::imported_at))
        .first(conn.0)
        .map_err(StoreError::missing("import batch"))?;
    let counted = responses::table
        .filter(responses::batch_id.eq(id))
        .filter(responses::exclusion_id.is_null())
        .count()
        .get_result(conn.0)?;
    Ok(Batch { id, responses, counted, imported_at: time::read(imported_at) })
}

/// Stores many responses in the caller's transaction, all new or the same as before.
///
/// # Errors
/// [`StoreError::Refused`] when an id is known with other content.
pub fn store_responses(conn: &mut WriteConn<'_>, responses: &[NewResponse]) -> StoreResult<()> {
    let mut cache = TallyCache::default();
    for group in responses.chunks(20_000) {
        let stored = store_group(conn.raw(), group, &mut cache)?;
        if stored.contains(&Stored::Conflict) {
            return Err(StoreError::Refused("a response with this id and other content is stored already".to_owned()));
        }
    }
    Ok(())
}
