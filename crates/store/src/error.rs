//! What can go wrong between the program and its database.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// Why the store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such row; names the kind of thing.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// Another row already has this unique value; names the field.
    #[error("this {0} is taken")]
    Taken(&'static str),
    /// The row changed since the client read it.
    #[error("the {0} was changed meanwhile")]
    Stale(&'static str),
    /// A rule of the store forbids it; the text says which and what to do.
    #[error("{0}")]
    Refused(String),
    /// The queue of writes is full, or the writer is gone: try again.
    #[error("the database is busy")]
    Busy,
    /// The database refused or did not answer.
    #[error("database: {0}")]
    Database(#[source] DieselError),
    /// Stored bytes cannot be read.
    #[error("stored data is damaged: {0}")]
    Damaged(String),
}

const GENERAL_TROUBLE: [&str; 9] = [
    "locked",
    "busy",
    "disk",
    "readonly",
    "terminating connection",
    "server closed the connection",
    "no connection to the server",
    "statement timeout",
    "lock timeout",
];

impl StoreError {
    /// True for a violated unique constraint.
    pub(crate) fn is_unique_violation(error: &DieselError) -> bool {
        matches!(error, DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _))
    }

    /// True when the database is locked, full or gone: it takes no other row either, and the same may be tried again.
    pub fn concerns_everything(&self) -> bool {
        use DatabaseErrorKind::{ClosedConnection, ReadOnlyTransaction, UnableToSendCommand, Unknown};
        match self {
            Self::Busy => true,
            Self::Database(DieselError::BrokenTransactionManager) => true,
            Self::Database(DieselError::DatabaseError(kind, told)) => match kind {
                ClosedConnection | ReadOnlyTransaction | UnableToSendCommand => true,
                // SQLite and PostgreSQL say these in words alone.
                Unknown => GENERAL_TROUBLE.iter().any(|trouble| told.message().contains(trouble)),
                _ => false,
            },
            _ => false,
        }
    }

    /// Turns a violated unique constraint into [`StoreError::Taken`].
    pub(crate) fn taken(what: &'static str) -> impl FnOnce(DieselError) -> Self {
        move |error| if Self::is_unique_violation(&error) { Self::Taken(what) } else { Self::from(error) }
    }

    /// Turns a missing row into [`StoreError::NotFound`].
    pub(crate) fn missing(what: &'static str) -> impl FnOnce(DieselError) -> Self {
        move |error| if matches!(error, DieselError::NotFound) { Self::NotFound(what) } else { Self::from(error) }
    }
}

impl From<DieselError> for StoreError {
    fn from(error: DieselError) -> Self {
        match &error {
            DieselError::NotFound => Self::NotFound("row"),
            _ => Self::Database(error),
        }
    }
}

impl From<domain::tally::CodecError> for StoreError {
    fn from(error: domain::tally::CodecError) -> Self {
        Self::Damaged(error.to_string())
    }
}

/// What the store answers.
pub type StoreResult<T> = Result<T, StoreError>;

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The scheme is neither of the two.
    #[error(
        "DATABASE_URL must begin with sqlite:// or postgres://, received {0:?}; leave it empty for a SQLite file in the data directory"
    )]
    Scheme(String),
    /// No connection.
    #[error("cannot connect to the database: {0}")]
    Connect(#[from] diesel::ConnectionError),
    /// No pool.
    #[error("cannot connect to the database: {0}")]
    Pool(String),
    /// The tables could not be brought up to date.
    #[error("cannot bring the database up to date: {0}")]
    Migrate(String),
    /// The first statements failed.
    #[error("cannot use the database: {0}")]
    Store(#[from] StoreError),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_or_lost_database_is_told_from_a_bad_row() {
        let error =
            |kind, told: &str| StoreError::Database(DieselError::DatabaseError(kind, Box::new(told.to_owned())));
        for told in ["database is locked", "database or disk is full", "attempt to write a readonly database"] {
            assert!(error(DatabaseErrorKind::Unknown, told).concerns_everything(), "{told}");
        }
        assert!(error(DatabaseErrorKind::ClosedConnection, "").concerns_everything());
        assert!(!error(DatabaseErrorKind::ForeignKeyViolation, "links is locked").concerns_everything());
        assert!(!error(DatabaseErrorKind::Unknown, "value out of range").concerns_everything());
        assert!(!StoreError::Damaged("storing a group panicked".to_owned()).concerns_everything());
    }
}
