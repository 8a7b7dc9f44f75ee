//! Stores responses in groups: rows, comments and tallies in one transaction.

pub(crate) mod foreseen;
pub(crate) mod postgres;

use crate::connection::{AnyConnection, Conn};
use crate::error::{StoreError, StoreResult};
use crate::questionnaires::Version;
use crate::schema::{comments, responses};
use crate::tally_store::{Deltas, TallyCache, TallyKey};
use crate::time;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::response::{TimeSlot, slice_keys};
use domain::tally::Sign;
use domain::{Channel, Month};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// A response as the store takes it.
#[derive(Clone, Debug)]
pub struct NewResponse {
    /// Made by the client before the first send.
    pub id: Uuid,
    /// [`content_hash`] of what was answered.
    pub content_hash: [u8; 32],
    /// The link it came by.
    pub link_id: Option<i32>,
    /// The import it belongs to.
    pub batch_id: Option<i32>,
    /// The unit it is about: its responses are written one group after another.
    pub unit_id: i32,
    /// The service of the unit.
    pub service_id: i32,
    /// The questionnaire it answers.
    pub version: Arc<Version>,
    /// The month it belongs to.
    pub month: Month,
    /// How it came.
    pub channel: Channel,
    /// The time of day it was given.
    pub time_slot: TimeSlot,
    /// Whether the respondent agreed to the questions that need it.
    pub consented: bool,
    /// One byte an item.
    pub answers: Vec<u8>,
    /// One byte a profile question.
    pub profile: Vec<u8>,
    /// The free text.
    pub comment: Option<String>,
    /// Who entered it, where it was not the respondent.
    pub actor: Option<String>,
    /// When it was given.
    pub answered_at: DateTime<Utc>,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
}

/// What became of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// Stored and counted.
    New,
    /// The same was stored before; nothing was counted.
    Again,
    /// This id was stored before with other content; nothing was changed.
    Conflict,
}

/// SHA-256 of what makes two submissions the same ([`domain::Response::content`]).
pub fn content_hash(content: &[u8]) -> [u8; 32] {
    Sha256::digest(content).into()
}

/// The content hash of a stored response.
///
/// # Errors
/// When the database fails.
pub fn find_content_hash(conn: &mut Conn<'_>, id: Uuid) -> StoreResult<Option<Vec<u8>>> {
    let id = id.as_bytes().as_slice();
    Ok(responses::table.find(id).select(responses::content_hash).first(conn.0).optional()?)
}

#[derive(Insertable)]
// A missing value is bound as NULL, so that the statement is always the same and stays prepared.
#[diesel(table_name = responses, treat_none_as_default_value = false)]
struct ResponseRow<'a> {
    id: &'a [u8],
    link_id: Option<i32>,
    batch_id: Option<i32>,
    service_id: i32,
    questionnaire_id: i32,
    month: i32,
    channel: i16,
    time_slot: i16,
    consented: bool,
    answers: &'a [u8],
    profile: &'a [u8],
    content_hash: &'a [u8],
    actor: Option<&'a str>,
    answered_at: NaiveDateTime,
    received_at: NaiveDateTime,
}

impl<'a> From<&'a NewResponse> for ResponseRow<'a> {
    fn from(response: &'a NewResponse) -> Self {
        Self {
            id: response.id.as_bytes(),
            link_id: response.link_id,
            batch_id: response.batch_id,
            service_id: response.service_id,
            questionnaire_id: response.version.id,
            month: response.month.number(),
            channel: response.channel.number().into(),
            time_slot: response.time_slot.number().into(),
            consented: response.consented,
            answers: &response.answers,
            profile: &response.profile,
            content_hash: &response.content_hash,
            actor: response.actor.as_deref(),
            answered_at: time::stored(response.answered_at),
            received_at: time::stored(response.received_at),
        }
    }
}

#[derive(Insertable)]
#[diesel(table_name = comments)]
struct CommentRow<'a> {
    response_id: &'a [u8],
    service_id: i32,
    month: i32,
    shuffle: i64,
    body: &'a str,
    excluded: bool,
}

/// Stores a group in the caller's transaction; answers for each response, in order, what became of it.
pub(crate) fn store_group(
    conn: &mut AnyConnection,
    group: &[NewResponse],
    cache: &mut TallyCache,
) -> StoreResult<Vec<Stored>> {
    // The same id twice in one group: the first one counts, the others are compared with it.
    let mut first: HashMap<Uuid, usize> = HashMap::with_capacity(group.len());
    for (position, response) in group.iter().enumerate() {
        first.entry(response.id).or_insert(position);
    }
    let distinct: Vec<&NewResponse> = group
        .iter()
        .enumerate()
        .filter(|(position, response)| first.get(&response.id) == Some(position))
        .map(|(_, r)| r)
        .collect();
    let earlier = match conn {
        AnyConnection::Sqlite(conn) => insert_each(conn, &distinct)?,
        AnyConnection::Postgres(conn) => postgres::insert_all(conn, &distinct)?,
    };
    let new = distinct.iter().copied().filter(|response| !earlier.contains_key(&response.id));
    let (deltas, written) = count_all(new)?;
    insert_comments(conn, written)?;
    deltas.apply(conn, cache)?;
    Ok(group
        .iter()
        .enumerate()
        .map(|(position, response)| {
            let leader = first.get(&response.id).copied().unwrap_or(position);
            let known = earlier.get(&response.id).copied();
            match known {
                None if leader == position => Stored::New,
                None if group[leader].content_hash == response.content_hash => Stored::Again,
                Some(hash) if hash == response.content_hash => Stored::Again,
                _ => Stored::Conflict,
            }
        })
        .collect())
}

/// What new responses change in the tallies, and their comments.
fn count_all<'a>(new: impl Iterator<Item = &'a NewResponse>) -> StoreResult<(Deltas<'a>, Vec<CommentRow<'a>>)> {
    let mut deltas = Deltas::default();
    let mut written = Vec::new();
    for response in new {
        let key = TallyKey {
            owner: response.service_id,
            month: response.month.number(),
            questionnaire_id: response.version.id,
            excluded: false,
        };
        let slices = slice_keys(&response.profile, response.channel, response.time_slot, None);
        deltas.count(key, &response.version, slices, &response.answers, Sign::Add);
        if let Some(body) = &response.comment {
            written.push(CommentRow {
                response_id: response.id.as_bytes(),
                service_id: response.service_id,
                month: response.month.number(),
                shuffle: shuffle()?,
                body,
                excluded: false,
            });
        }
    }
    Ok((deltas, written))
}

/// Hashes of the responses that were there before, by id.
type Earlier = HashMap<Uuid, [u8; 32]>;

fn insert_each(conn: &mut SqliteConnection, group: &[&NewResponse]) -> StoreResult<Earlier> {
    let mut earlier = Earlier::new();
    for response in group {
        // SQLite takes back the one statement that fails, not the transaction; the id is the only unique column.
        match diesel::insert_into(responses::table).values(ResponseRow::from(*response)).execute(conn) {
            Ok(_) => {}
            Err(error) if StoreError::is_unique_violation(&error) => {
                let id = response.id.as_bytes().as_slice();
                let hash: Vec<u8> = responses::table.find(id).select(responses::content_hash).first(conn)?;
                earlier.insert(response.id, hash.try_into().unwrap_or_default());
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(earlier)
}

fn insert_comments(conn: &mut AnyConnection, rows: Vec<CommentRow<'_>>) -> StoreResult<()> {
    if rows.is_empty() {
        return Ok(());
    }
    match conn {
        AnyConnection::Sqlite(conn) => {
            for row in rows {
                diesel::insert_into(comments::table).values(row).execute(conn)?;
            }
        }
        AnyConnection::Postgres(conn) => {
            for chunk in rows.chunks(1000) {
                diesel::insert_into(comments::table).values(chunk).execute(conn)?;
            }
        }
    }
    Ok(())
}

/// A place in the random order of comments.
fn shuffle() -> StoreResult<i64> {
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Damaged(format!("no random numbers: {error}")))?;
    Ok(i64::from_be_bytes(bytes) & i64::MAX)
}
