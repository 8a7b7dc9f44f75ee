//! Sessions and their rotating refresh tokens.
//!
//! Each use of a refresh token replaces it. The one before is honoured for [`GRACE_SECONDS`], so that two tabs or a lost
//! reply log nobody out; later its use means that somebody copied it, and the session ends.

use crate::connection::{Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::schema::{refresh_tokens, sessions};
use crate::time;
use crate::users::{self, User};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// How long a replaced token is still honoured.
pub const GRACE_SECONDS: i64 = 30;
/// How long a session lives after its last refresh.
pub const LIFETIME_DAYS: i64 = 14;

/// What the use of a refresh token led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rotation {
    /// The new token belongs to this session of this user.
    Rotated {
        /// The session's id.
        session: Vec<u8>,
        /// The user as of now.
        user: Box<User>,
    },
    /// A token that was replaced long ago: the session was ended just now.
    Reused,
    /// Unknown, too old, ended, or its user is inactive.
    Ended,
}

/// Begins a session with its first refresh token, and forgets sessions that are long over.
///
/// # Errors
/// When the database fails.
pub fn insert_session(
    conn: &mut WriteConn<'_>,
    id: &[u8],
    user_id: i32,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> StoreResult<()> {
    forget_old(conn, now)?;
    let values = (
        sessions::id.eq(id),
        sessions::user_id.eq(user_id),
        sessions::created_at.eq(time::stored(now)),
        sessions::expires_at.eq(time::stored(now + TimeDelta::days(LIFETIME_DAYS))),
    );
    diesel::insert_into(sessions::table).values(values).execute(conn.raw())?;
    insert_token(conn, id, token_hash, now)
}

/// Replaces a refresh token by the next one.
///
/// # Errors
/// When the database fails; every other outcome is a [`Rotation`], because ending a session must be kept.
pub fn rotate_token(
    conn: &mut WriteConn<'_>,
    token_hash: &[u8],
    next_hash: &[u8],
    now: DateTime<Utc>,
) -> StoreResult<Rotation> {
    type Found = (Vec<u8>, i32, NaiveDateTime, Option<NaiveDateTime>, Option<NaiveDateTime>);
    let found: Option<Found> = refresh_tokens::table
        .inner_join(sessions::table)
        .filter(refresh_tokens::token_hash.eq(token_hash))
        .select((
            sessions::id,
            sessions::user_id,
            sessions::expires_at,
            sessions::revoked_at,
            refresh_tokens::replaced_at,
        ))
        .first(conn.raw())
        .optional()?;
    let Some((session, user_id, expires_at, revoked_at, replaced_at)) = found else { return Ok(Rotation::Ended) };
    if revoked_at.is_some() || time::read(expires_at) <= now {
        return Ok(Rotation::Ended);
    }
    if replaced_at.is_some_and(|at| now - time::read(at) > TimeDelta::seconds(GRACE_SECONDS)) {
        revoke_session(conn, &session, now)?;
        return Ok(Rotation::Reused);
    }
    let user = users::get_user(conn, user_id)?;
    if !user.active {
        revoke_session(conn, &session, now)?;
        return Ok(Rotation::Ended);
    }
    let unreplaced = refresh_tokens::token_hash.eq(token_hash).and(refresh_tokens::replaced_at.is_null());
    diesel::update(refresh_tokens::table.filter(unreplaced))
        .set(refresh_tokens::replaced_at.eq(time::stored(now)))
        .execute(conn.raw())?;
    insert_token(conn, &session, next_hash, now)?;
    let expires_at = time::stored(now + TimeDelta::days(LIFETIME_DAYS));
    diesel::update(sessions::table.find(&session)).set(sessions::expires_at.eq(expires_at)).execute(conn.raw())?;
    Ok(Rotation::Rotated { session, user: Box::new(user) })
}

/// Ends the session that a refresh token belongs to; an unknown token changes nothing.
///
/// # Errors
/// When the database fails.
pub fn revoke_by_token(conn: &mut WriteConn<'_>, token_hash: &[u8], now: DateTime<Utc>) -> StoreResult<()> {
    let session: Option<Vec<u8>> =
        refresh_tokens::table.find(token_hash).select(refresh_tokens::session_id).first(conn.raw()).optional()?;
    session.map_or(Ok(()), |session| revoke_session(conn, &session, now))
}

/// The user of a living session; deactivated users and ended sessions are not found.
///
/// # Errors
/// [`StoreError::NotFound`] when the session is over.
pub fn user_of_session(conn: &mut Conn<'_>, session: &[u8], now: DateTime<Utc>) -> StoreResult<User> {
    let user_id: i32 = sessions::table
        .find(session)
        .filter(sessions::revoked_at.is_null().and(sessions::expires_at.gt(time::stored(now))))
        .select(sessions::user_id)
        .first(conn.0)
        .map_err(StoreError::missing("session"))?;
    let user = users::get_user(conn, user_id)?;
    if user.active { Ok(user) } else { Err(StoreError::NotFound("session")) }
}

/// Ends all sessions of a user, but for one.
///
/// # Errors
/// When the database fails.
pub fn revoke_sessions_of(
    conn: &mut WriteConn<'_>,
    user_id: i32,
    keep: Option<&[u8]>,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let living = sessions::user_id.eq(user_id).and(sessions::revoked_at.is_null());
    let target = sessions::table.filter(living.and(sessions::id.ne(keep.unwrap_or_default())));
    diesel::update(target).set(sessions::revoked_at.eq(time::stored(now))).execute(conn.raw())?;
    Ok(())
}

fn revoke_session(conn: &mut WriteConn<'_>, session: &[u8], now: DateTime<Utc>) -> StoreResult<()> {
    let target = sessions::table.filter(sessions::id.eq(session).and(sessions::revoked_at.is_null()));
    diesel::update(target).set(sessions::revoked_at.eq(time::stored(now))).execute(conn.raw())?;
    Ok(())
}

fn insert_token(conn: &mut WriteConn<'_>, session: &[u8], hash: &[u8], now: DateTime<Utc>) -> StoreResult<()> {
    let values = (
        refresh_tokens::token_hash.eq(hash),
        refresh_tokens::session_id.eq(session),
        refresh_tokens::issued_at.eq(time::stored(now)),
    );
    diesel::insert_into(refresh_tokens::table).values(values).execute(conn.raw())?;
    Ok(())
}

fn forget_old(conn: &mut WriteConn<'_>, now: DateTime<Utc>) -> StoreResult<()> {
    let over = sessions::table.filter(sessions::expires_at.lt(time::stored(now))).select(sessions::id);
    let over: Vec<Vec<u8>> = over.limit(100).load(conn.raw())?;
    diesel::delete(refresh_tokens::table.filter(refresh_tokens::session_id.eq_any(&over))).execute(conn.raw())?;
    diesel::delete(sessions::table.filter(sessions::id.eq_any(&over))).execute(conn.raw())?;
    Ok(())
}
