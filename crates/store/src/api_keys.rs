//! Keys for other systems of the city: only a hash of the secret is kept.

use crate::connection::{Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::schema::{api_keys, units};
use crate::time;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// What a key may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyScope {
    /// Submit answers.
    SubmitAnswers,
    /// Read results.
    ReadResults,
}

impl KeyScope {
    /// The text in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SubmitAnswers => "submit_answers",
            Self::ReadResults => "read_results",
        }
    }

    fn parse(text: &str) -> StoreResult<Self> {
        match text {
            "submit_answers" => Ok(Self::SubmitAnswers),
            "read_results" => Ok(Self::ReadResults),
            _ => Err(StoreError::Damaged(format!("key scope {text:?}"))),
        }
    }
}

/// A key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    /// Its key in the database.
    pub id: i32,
    /// The public part, which names it.
    pub prefix: String,
    /// What it is for.
    pub name: String,
    /// SHA-256 of the secret.
    pub secret_hash: Vec<u8>,
    /// What it may do.
    pub scopes: Vec<KeyScope>,
    /// The unit it works for: key and code.
    pub unit: (i32, String),
    /// Who made it.
    pub created_by: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// A new key.
#[derive(Clone, Debug)]
pub struct NewApiKey {
    /// The public part.
    pub prefix: String,
    /// What it is for.
    pub name: String,
    /// SHA-256 of the secret.
    pub secret_hash: Vec<u8>,
    /// What it may do.
    pub scopes: Vec<KeyScope>,
    /// The key of the unit it works for.
    pub unit_id: i32,
    /// Who makes it.
    pub created_by: String,
}

#[derive(Queryable)]
struct Row {
    id: i32,
    name: String,
    prefix: String,
    secret_hash: Vec<u8>,
    scopes: String,
    created_by: String,
    created_at: NaiveDateTime,
    revoked_at: Option<NaiveDateTime>,
    last_used_at: Option<NaiveDateTime>,
    unit: (i32, String),
}

impl Row {
    fn read(self) -> StoreResult<ApiKey> {
        Ok(ApiKey {
            id: self.id,
            prefix: self.prefix,
            name: self.name,
            secret_hash: self.secret_hash,
            scopes: self.scopes.split_whitespace().map(KeyScope::parse).collect::<StoreResult<_>>()?,
            unit: self.unit,
            created_by: self.created_by,
            created_at: time::read(self.created_at),
            revoked_at: self.revoked_at.map(time::read),
            last_used_at: self.last_used_at.map(time::read),
        })
    }
}

macro_rules! select_keys {
    () => {
        api_keys::table.inner_join(units::table).select((
            api_keys::id,
            api_keys::name,
            api_keys::prefix,
            api_keys::secret_hash,
            api_keys::scopes,
            api_keys::created_by,
            api_keys::created_at,
            api_keys::revoked_at,
            api_keys::last_used_at,
            (units::id, units::code),
        ))
    };
}

/// The key of this prefix, revoked or not.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn find_key(conn: &mut Conn<'_>, prefix: &str) -> StoreResult<ApiKey> {
    let row = select_keys!().filter(api_keys::prefix.eq(prefix)).first::<Row>(conn.0);
    row.map_err(StoreError::missing("API key"))?.read()
}

/// The keys after a prefix, in the order of prefixes.
///
/// # Errors
/// When the database fails.
pub fn list_keys(conn: &mut Conn<'_>, after: Option<&str>, limit: i64) -> StoreResult<Vec<ApiKey>> {
    let rows: Vec<Row> = select_keys!()
        .filter(api_keys::prefix.gt(after.unwrap_or_default()))
        .order(api_keys::prefix)
        .limit(limit)
        .load(conn.0)?;
    rows.into_iter().map(Row::read).collect()
}

/// Stores a new key.
///
/// # Errors
/// [`StoreError::Taken`] when the prefix is.
pub fn insert_key(conn: &mut WriteConn<'_>, new: &NewApiKey, now: DateTime<Utc>) -> StoreResult<ApiKey> {
    let scopes: Vec<&str> = new.scopes.iter().map(|scope| scope.as_str()).collect();
    let values = (
        api_keys::name.eq(&new.name),
        api_keys::prefix.eq(&new.prefix),
        api_keys::secret_hash.eq(&new.secret_hash),
        api_keys::scopes.eq(scopes.join(" ")),
        api_keys::unit_id.eq(new.unit_id),
        api_keys::created_by.eq(&new.created_by),
        api_keys::created_at.eq(time::stored(now)),
    );
    diesel::insert_into(api_keys::table).values(values).execute(conn.raw()).map_err(StoreError::taken("prefix"))?;
    find_key(conn, &new.prefix)
}

/// Revokes a key for good; revoking it again changes nothing.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such key.
pub fn revoke_key(conn: &mut WriteConn<'_>, prefix: &str, now: DateTime<Utc>) -> StoreResult<()> {
    let id = find_key(conn, prefix)?.id;
    let target = api_keys::table.filter(api_keys::id.eq(id).and(api_keys::revoked_at.is_null()));
    diesel::update(target).set(api_keys::revoked_at.eq(time::stored(now))).execute(conn.raw())?;
    Ok(())
}

/// Remembers when a key was used.
///
/// # Errors
/// When the database fails.
pub fn touch_key(conn: &mut WriteConn<'_>, id: i32, now: DateTime<Utc>) -> StoreResult<()> {
    let target = diesel::update(api_keys::table.find(id));
    target.set(api_keys::last_used_at.eq(time::stored(now))).execute(conn.raw())?;
    Ok(())
}
