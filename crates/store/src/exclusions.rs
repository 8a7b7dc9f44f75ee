//! Taking responses out of the figures, and back in: a change of state with who, when and why; nothing is deleted.

use crate::connection::{AnyConnection, Conn, NAMED_AT_ONCE, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::questionnaires::Versions;
use crate::schema::{comments, exclusions, links, responses, services};
use crate::tally_store::{Deltas, TallyCache, TallyKey};
use crate::time;
use crate::verify::{stored_channel, stored_slot};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::response::{ExclusionReason, slice_keys};
use domain::tally::Sign;
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

/// Which responses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// Those that came by a link and were given in a span of time, both ends included.
    Link {
        /// The link.
        link_id: i32,
        /// From this moment.
        from: DateTime<Utc>,
        /// To this moment.
        to: DateTime<Utc>,
    },
    /// Those with these ids.
    Ids(Vec<Uuid>),
    /// Those of an import.
    Batch(i32),
}

/// An exclusion to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewExclusion {
    /// Which responses.
    pub selector: Selector,
    /// Only responses of these services; others are as if they did not exist.
    pub services: Option<Vec<i32>>,
    /// Why.
    pub reason: ExclusionReason,
    /// Why, in words.
    pub note: String,
    /// Who.
    pub actor: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// An exclusion that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// Its key.
    pub id: i32,
    /// Why.
    pub reason: ExclusionReason,
    /// Why, in words.
    pub note: String,
    /// Which responses, in words.
    pub selector: String,
    /// How many responses it took out.
    pub responses: i64,
    /// Who.
    pub excluded_by: String,
    /// When.
    pub excluded_at: DateTime<Utc>,
    /// Who took it back.
    pub undone_by: Option<String>,
    /// When it was taken back.
    pub undone_at: Option<DateTime<Utc>>,
}

#[derive(Queryable)]
struct ExclusionRow {
    id: i32,
    reason: i16,
    note: String,
    selector: String,
    response_count: i64,
    excluded_by: String,
    excluded_at: NaiveDateTime,
    undone_by: Option<String>,
    undone_at: Option<NaiveDateTime>,
}

impl From<ExclusionRow> for Exclusion {
    fn from(row: ExclusionRow) -> Self {
        Self {
            id: row.id,
            reason: stored_reason(row.reason),
            note: row.note,
            selector: row.selector,
            responses: row.response_count,
            excluded_by: row.excluded_by,
            excluded_at: time::read(row.excluded_at),
            undone_by: row.undone_by,
            undone_at: row.undone_at.map(time::read),
        }
    }
}

fn stored_reason(number: i16) -> ExclusionReason {
    u8::try_from(number).ok().and_then(ExclusionReason::from_number).unwrap_or(ExclusionReason::Other)
}

/// The reason of every exclusion that stands.
pub(crate) fn reasons_by_id(conn: &mut Conn<'_>) -> StoreResult<BTreeMap<i32, ExclusionReason>> {
    let rows: Vec<(i32, i16)> = exclusions::table.select((exclusions::id, exclusions::reason)).load(conn.0)?;
    Ok(rows.into_iter().map(|(id, reason)| (id, stored_reason(reason))).collect())
}

/// Takes the selected responses out; those that are out already stay as they are.
///
/// # Errors
/// [`StoreError::NotFound`] when nothing matches.
pub fn exclude(conn: &mut WriteConn<'_>, versions: &Versions, new: &NewExclusion) -> StoreResult<Exclusion> {
    let rows = select(conn, new)?;
    if rows.is_empty() {
        return Err(StoreError::NotFound("response"));
    }
    let id: i32 = diesel::insert_into(exclusions::table)
        .values((
            exclusions::reason.eq(i16::from(new.reason.number())),
            exclusions::note.eq(&new.note),
            exclusions::selector.eq(describe(conn, &new.selector)?),
            exclusions::response_count.eq(i64::try_from(rows.len()).unwrap_or(i64::MAX)),
            exclusions::excluded_by.eq(&new.actor),
            exclusions::excluded_at.eq(time::stored(new.at)),
        ))
        .returning(exclusions::id)
        .get_result(conn.raw())?;
    move_responses(conn, versions, &rows, Some(id), new.reason)?;
    find_exclusion(conn, id)
}

/// Brings back what an exclusion took out.
///
/// # Errors
/// [`StoreError::NotFound`] for an unknown exclusion, [`StoreError::Refused`] for one taken back before.
pub fn undo_exclusion(
    conn: &mut WriteConn<'_>,
    versions: &Versions,
    id: i32,
    actor: &str,
    at: DateTime<Utc>,
) -> StoreResult<Exclusion> {
    lock_exclusion(conn.raw(), id)?;
    let exclusion = find_exclusion(conn, id)?;
    if exclusion.undone_at.is_some() {
        return Err(StoreError::Refused(format!("exclusion {id} was taken back before")));
    }
    let rows: Vec<Row> = responses::table.filter(responses::exclusion_id.eq(id)).select(COLUMNS).load(conn.raw())?;
    let rows = lock(conn.raw(), rows, Some(id))?;
    diesel::update(exclusions::table.find(id))
        .set((exclusions::undone_by.eq(actor), exclusions::undone_at.eq(time::stored(at))))
        .execute(conn.raw())?;
    move_responses(conn, versions, &rows, None, exclusion.reason)?;
    find_exclusion(conn, id)
}

/// Two replicas that undo at once come one after the other.
fn lock_exclusion(conn: &mut AnyConnection, id: i32) -> StoreResult<()> {
    if let AnyConnection::Postgres(conn) = conn {
        exclusions::table.find(id).select(exclusions::id).for_update().load::<i32>(conn)?;
    }
    Ok(())
}

/// One exclusion.
///
/// # Errors
/// [`StoreError::NotFound`] for an unknown one.
pub fn find_exclusion(conn: &mut Conn<'_>, id: i32) -> StoreResult<Exclusion> {
    let row: ExclusionRow = exclusions::table.find(id).first(conn.0).map_err(StoreError::missing("exclusion"))?;
    Ok(row.into())
}

/// The services that an exclusion's responses belong to.
///
/// # Errors
/// When the database fails.
pub fn services_of_exclusion(conn: &mut Conn<'_>, id: i32) -> StoreResult<Vec<i32>> {
    Ok(responses::table.filter(responses::exclusion_id.eq(id)).select(responses::service_id).distinct().load(conn.0)?)
}

/// Exclusions from the newest on, those before `before` when given.
///
/// # Errors
/// When the database fails.
pub fn list_exclusions(conn: &mut Conn<'_>, before: Option<i32>, limit: i64) -> StoreResult<Vec<Exclusion>> {
    let rows: Vec<ExclusionRow> = exclusions::table
        .filter(exclusions::id.lt(before.unwrap_or(i32::MAX)))
        .order(exclusions::id.desc())
        .limit(limit)
        .load(conn.0)?;
    Ok(rows.into_iter().map(Exclusion::from).collect())
}

/// Exclusions as somebody sees them who answers for some services: those that hold responses of these, with the number of
/// these alone, and those that the same actor made, also when they were undone.
///
/// # Errors
/// When the database fails.
pub fn list_exclusions_of(
    conn: &mut Conn<'_>,
    services: &[i32],
    actor: &str,
    before: Option<i32>,
    limit: i64,
) -> StoreResult<Vec<Exclusion>> {
    let mut held: BTreeMap<i32, i64> = BTreeMap::new();
    for services in services.chunks(NAMED_AT_ONCE) {
        let rows: Vec<(Option<i32>, i64)> = responses::table
            .filter(responses::exclusion_id.is_not_null())
            .filter(responses::service_id.eq_any(services))
            .group_by(responses::exclusion_id)
            .select((responses::exclusion_id, diesel::dsl::count_star()))
            .load(conn.0)?;
        for (id, count) in rows {
            *held.entry(id.unwrap_or(0)).or_insert(0) += count;
        }
    }
    let ids: Vec<i32> = held.keys().copied().collect();
    let rows: Vec<ExclusionRow> = exclusions::table
        .filter(exclusions::id.eq_any(ids).or(exclusions::excluded_by.eq(actor)))
        .filter(exclusions::id.lt(before.unwrap_or(i32::MAX)))
        .order(exclusions::id.desc())
        .limit(limit)
        .load(conn.0)?;
    let seen = rows.into_iter().map(Exclusion::from).map(|exclusion| match held.get(&exclusion.id) {
        Some(count) => Exclusion { responses: *count, ..exclusion },
        None => exclusion,
    });
    Ok(seen.collect())
}

type Row = (Vec<u8>, i32, i32, i32, Vec<u8>, Vec<u8>, i16, i16);
const COLUMNS: (
    responses::id,
    responses::service_id,
    responses::month,
    responses::questionnaire_id,
    responses::answers,
    responses::profile,
    responses::channel,
    responses::time_slot,
) = (
    responses::id,
    responses::service_id,
    responses::month,
    responses::questionnaire_id,
    responses::answers,
    responses::profile,
    responses::channel,
    responses::time_slot,
);

fn select(conn: &mut WriteConn<'_>, new: &NewExclusion) -> StoreResult<Vec<Row>> {
    let counted = responses::table.filter(responses::exclusion_id.is_null()).select(COLUMNS);
    let mut rows: Vec<Row> = match &new.selector {
        Selector::Link { link_id, from, to } => {
            // By service first, which the index knows.
            let unit: i32 = links::table
                .find(link_id)
                .select(links::unit_id)
                .first(conn.raw())
                .map_err(StoreError::missing("link"))?;
            let of_unit: Vec<i32> =
                services::table.filter(services::unit_id.eq(unit)).select(services::id).load(conn.raw())?;
            counted
                .filter(responses::service_id.eq_any(of_unit))
                .filter(responses::link_id.eq(link_id))
                .filter(responses::answered_at.between(time::stored(*from), time::stored(*to)))
                .load(conn.raw())?
        }
        Selector::Ids(ids) => {
            let mut rows = Vec::new();
            for chunk in ids.chunks(NAMED_AT_ONCE) {
                let ids: Vec<&[u8]> = chunk.iter().map(|id| id.as_bytes().as_slice()).collect();
                rows.extend(counted.filter(responses::id.eq_any(ids)).load::<Row>(conn.raw())?);
            }
            rows
        }
        Selector::Batch(batch) => counted.filter(responses::batch_id.eq(batch)).load(conn.raw())?,
    };
    if let Some(services) = &new.services {
        rows.retain(|row| services.contains(&row.1));
    }
    lock(conn.raw(), rows, None)
}

/// Locks the rows in the order of ids and keeps those that are still in the state they were read in: on PostgreSQL another
/// replica may have moved them meanwhile. SQLite has one writer at a time.
fn lock(conn: &mut AnyConnection, rows: Vec<Row>, state: Option<i32>) -> StoreResult<Vec<Row>> {
    let AnyConnection::Postgres(conn) = conn else { return Ok(rows) };
    let mut locked = HashSet::new();
    for chunk in rows.chunks(NAMED_AT_ONCE) {
        let ids: Vec<&[u8]> = chunk.iter().map(|row| row.0.as_slice()).collect();
        let found: Vec<(Vec<u8>, Option<i32>)> = responses::table
            .filter(responses::id.eq_any(ids))
            .select((responses::id, responses::exclusion_id))
            .order(responses::id)
            .for_update()
            .load(conn)?;
        locked.extend(found.into_iter().filter(|(_, exclusion)| *exclusion == state).map(|(id, _)| id));
    }
    Ok(rows.into_iter().filter(|row| locked.contains(&row.0)).collect())
}

fn describe(conn: &mut WriteConn<'_>, selector: &Selector) -> StoreResult<String> {
    Ok(match selector {
        Selector::Link { link_id, from, to } => {
            let code: String = links::table.find(link_id).select(links::code).first(conn.raw())?;
            format!("link {code} from {} to {}", from.to_rfc3339(), to.to_rfc3339())
        }
        // Response ids carry a time and never leave the system.
        Selector::Ids(ids) => format!("{} ids", ids.len()),
        Selector::Batch(batch) => format!("batch {batch}"),
    })
}

fn move_responses(
    conn: &mut WriteConn<'_>,
    versions: &Versions,
    rows: &[Row],
    exclusion: Option<i32>,
    reason: ExclusionReason,
) -> StoreResult<()> {
    let mut deltas = Deltas::default();
    for (_, service_id, month, questionnaire_id, answers, profile, channel, slot) in rows {
        let version = versions.get(conn, *questionnaire_id)?;
        let (channel, slot) = (stored_channel(*channel), stored_slot(*slot));
        for excluded in [false, true] {
            let key = TallyKey { owner: *service_id, month: *month, questionnaire_id: *questionnaire_id, excluded };
            let slices = slice_keys(profile, channel, slot, excluded.then_some(reason));
            let sign = if excluded == exclusion.is_some() { Sign::Add } else { Sign::Subtract };
            deltas.count(key, &version, slices, answers, sign);
        }
    }
    deltas.apply(conn.raw(), &mut TallyCache::default())?;
    for chunk in rows.chunks(NAMED_AT_ONCE) {
        let ids: Vec<&[u8]> = chunk.iter().map(|row| row.0.as_slice()).collect();
        set_state(conn.raw(), &ids, exclusion)?;
    }
    Ok(())
}

fn set_state(conn: &mut AnyConnection, ids: &[&[u8]], exclusion: Option<i32>) -> StoreResult<()> {
    diesel::update(responses::table.filter(responses::id.eq_any(ids)))
        .set(responses::exclusion_id.eq(exclusion))
        .execute(conn)?;
    diesel::update(comments::table.filter(comments::response_id.eq_any(ids)))
        .set(comments::excluded.eq(exclusion.is_some()))
        .execute(conn)?;
    Ok(())
}
