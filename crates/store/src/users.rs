//! People who sign in.

use crate::connection::{AnyConnection, Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::schema::{units, users};
use crate::{sessions, time};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// What a user may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Everything.
    Administrator,
    /// One unit and those below it.
    Operator,
}

impl Role {
    /// The text in the database and in tokens.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Operator => "operator",
        }
    }

    /// Reads the text.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] for another text.
    pub fn parse(text: &str) -> StoreResult<Self> {
        match text {
            "administrator" => Ok(Self::Administrator),
            "operator" => Ok(Self::Operator),
            _ => Err(StoreError::Damaged(format!("role {text:?}"))),
        }
    }
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Its key.
    pub id: i32,
    /// The name to sign in with.
    pub username: String,
    /// The person's name.
    pub name: String,
    /// What the user may do.
    pub role: Role,
    /// The operator's unit: key and code.
    pub unit: Option<(i32, String)>,
    /// False when the user may no longer sign in.
    pub active: bool,
    /// Grows with every change.
    pub row_version: i32,
    /// When the user was made.
    pub created_at: DateTime<Utc>,
}

/// A new user.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// The name to sign in with, in lower case.
    pub username: String,
    /// The person's name.
    pub name: String,
    /// Argon2id in PHC form.
    pub password_hash: String,
    /// What the user may do.
    pub role: Role,
    /// The code of the operator's unit.
    pub unit: Option<String>,
}

/// What to change of a user; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct UserChange {
    /// The person's name.
    pub name: Option<String>,
    /// Role and the code of the unit, which belong together.
    pub role: Option<(Role, Option<String>)>,
    /// Whether the user may sign in.
    pub active: Option<bool>,
}

type Row = (i32, String, String, String, bool, i32, NaiveDateTime, Option<(i32, String)>);

fn user_of(row: Row) -> StoreResult<User> {
    let (id, username, name, role, active, row_version, created_at, unit) = row;
    let (role, created_at) = (Role::parse(&role)?, time::read(created_at));
    Ok(User { id, username, name, role, unit, active, row_version, created_at })
}

macro_rules! select_users {
    () => {
        users::table.left_join(units::table).select((
            users::id,
            users::username,
            users::name,
            users::role,
            users::active,
            users::row_version,
            users::created_at,
            (units::id, units::code).nullable(),
        ))
    };
}

/// The user of this name.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn find_user(conn: &mut Conn<'_>, username: &str) -> StoreResult<User> {
    let row = select_users!().filter(users::username.eq(username)).first::<Row>(conn.0);
    user_of(row.map_err(StoreError::missing("user"))?)
}

/// The user of this key.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get_user(conn: &mut Conn<'_>, id: i32) -> StoreResult<User> {
    user_of(select_users!().filter(users::id.eq(id)).first::<Row>(conn.0).map_err(StoreError::missing("user"))?)
}

/// The users after a username, in the order of usernames.
///
/// # Errors
/// When the database fails.
pub fn list_users(conn: &mut Conn<'_>, after: Option<&str>, limit: i64) -> StoreResult<Vec<User>> {
    let rows: Vec<Row> = select_users!()
        .filter(users::username.gt(after.unwrap_or_default()))
        .order(users::username)
        .limit(limit)
        .load(conn.0)?;
    rows.into_iter().map(user_of).collect()
}

/// The password hash of a user, by name.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn password_hash(conn: &mut Conn<'_>, username: &str) -> StoreResult<String> {
    let hash = users::table.filter(users::username.eq(username)).select(users::password_hash).first(conn.0);
    hash.map_err(StoreError::missing("user"))
}

/// How many administrators can sign in.
///
/// # Errors
/// When the database fails.
pub fn count_administrators(conn: &mut Conn<'_>) -> StoreResult<i64> {
    let administrators = users::table.filter(users::role.eq(Role::Administrator.as_str()).and(users::active.eq(true)));
    Ok(administrators.count().get_result(conn.0)?)
}

/// Stores a new user.
///
/// # Errors
/// [`StoreError::Taken`] when the username is; [`StoreError::NotFound`] when there is no such unit.
pub fn insert_user(conn: &mut WriteConn<'_>, new: &NewUser, now: DateTime<Utc>) -> StoreResult<User> {
    let unit_id = unit_id(conn, new.unit.as_deref())?;
    let values = (
        users::username.eq(&new.username),
        users::name.eq(&new.name),
        users::password_hash.eq(&new.password_hash),
        users::role.eq(new.role.as_str()),
        users::unit_id.eq(unit_id),
        users::active.eq(true),
        users::row_version.eq(1),
        users::created_at.eq(time::stored(now)),
    );
    diesel::insert_into(users::table).values(values).execute(conn.raw()).map_err(StoreError::taken("username"))?;
    find_user(conn, &new.username)
}

/// Changes a user whose row version the client has seen; losing a right or the account ends the sessions.
///
/// # Errors
/// [`StoreError::Stale`] when it changed meanwhile; [`StoreError::Refused`] when no administrator would be left.
pub fn update_user(
    conn: &mut WriteConn<'_>,
    username: &str,
    seen: i32,
    change: &UserChange,
    now: DateTime<Utc>,
) -> StoreResult<User> {
    lock_administrators(conn)?;
    let user = find_user(conn, username)?;
    if user.row_version != seen {
        return Err(StoreError::Stale("user"));
    }
    let (role, unit) = change.role.clone().unwrap_or((user.role, user.unit.as_ref().map(|(_, code)| code.clone())));
    let unit_id = unit_id(conn, unit.as_deref())?;
    let active = change.active.unwrap_or(user.active);
    let values = (
        users::name.eq(change.name.as_ref().unwrap_or(&user.name)),
        users::role.eq(role.as_str()),
        users::unit_id.eq(unit_id),
        users::active.eq(active),
        users::row_version.eq(seen + 1),
    );
    let target = users::table.filter(users::id.eq(user.id).and(users::row_version.eq(seen)));
    if diesel::update(target).set(values).execute(conn.raw())? == 0 {
        return Err(StoreError::Stale("user"));
    }
    if count_administrators(conn)? == 0 {
        return Err(StoreError::Refused(
            "this is the last administrator who can sign in; make another one first".to_owned(),
        ));
    }
    if !active || role != user.role || unit_id != user.unit.map(|(id, _)| id) {
        sessions::revoke_sessions_of(conn, user.id, None, now)?;
    }
    get_user(conn, user.id)
}

/// Of two replicas that take the right from two administrators at once, the second sees that one is left.
fn lock_administrators(conn: &mut WriteConn<'_>) -> StoreResult<()> {
    if let AnyConnection::Postgres(conn) = conn.raw() {
        let active = users::table.filter(users::role.eq(Role::Administrator.as_str()).and(users::active.eq(true)));
        active.order(users::id).select(users::id).for_update().load::<i32>(conn)?;
    }
    Ok(())
}

/// Lets a user sign in again who was deactivated; true when there was something to change.
///
/// # Errors
/// When the database fails.
pub fn reactivate(conn: &mut WriteConn<'_>, username: &str) -> StoreResult<bool> {
    let inactive = users::table.filter(users::username.eq(username).and(users::active.eq(false)));
    let values = (users::active.eq(true), users::row_version.eq(users::row_version + 1));
    Ok(diesel::update(inactive).set(values).execute(conn.raw())? > 0)
}

/// Sets a password and ends the user's sessions, but for the one that asked.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such user.
pub fn set_password(
    conn: &mut WriteConn<'_>,
    username: &str,
    password_hash: &str,
    keep: Option<&[u8]>,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let user = find_user(conn, username)?;
    let values = (users::password_hash.eq(password_hash), users::row_version.eq(users::row_version + 1));
    diesel::update(users::table.find(user.id)).set(values).execute(conn.raw())?;
    sessions::revoke_sessions_of(conn, user.id, keep, now)
}

fn unit_id(conn: &mut WriteConn<'_>, code: Option<&str>) -> StoreResult<Option<i32>> {
    let Some(code) = code else { return Ok(None) };
    let id = units::table.filter(units::code.eq(code)).select(units::id).first(conn.raw());
    id.map(Some).map_err(StoreError::missing("unit"))
}
