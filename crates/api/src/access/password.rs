//! Password hashes: Argon2id, a few at a time, because each takes 19 MiB and a core.

use crate::error::{ApiError, ErrorCode, field_problem};
use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier};
use contract::FieldProblem;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::sync::Semaphore;

/// The shortest password, in characters.
pub const SHORTEST: usize = 10;
/// The longest password, in bytes: hashing must not become work for an attacker to give.
pub const LONGEST: usize = 256;
const AT_ONCE: usize = 2;
const PATIENCE: Duration = Duration::from_secs(5);

/// Makes and checks password hashes.
pub struct Passwords(Arc<Semaphore>);

impl Default for Passwords {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Passwords {
    /// The hash to store.
    ///
    /// # Errors
    /// 503 when too many wait.
    pub async fn hash(&self, password: String) -> Result<String, ApiError> {
        self.blocking(move || hash(&password)).await?
    }

    /// True when the password fits. Without a hash (no such user) it takes the same time and does not fit.
    ///
    /// # Errors
    /// 503 when too many wait.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, ApiError> {
        self.blocking(move || {
            let known = hash.is_some();
            let fits = PasswordHash::new(&hash.unwrap_or_else(decoy))
                .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
            known && fits
        })
        .await
    }

    /// Does the work when its turn has come. The turn ends with the work: a client that hangs up meanwhile makes no room.
    async fn blocking<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, ApiError> {
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.0).acquire_owned()).await.ok().and_then(Result::ok);
        let turn = turn.ok_or_else(|| ApiError::new(ErrorCode::Busy, "too many people sign in at this moment"))?;
        let working = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work()
        });
        working.await.map_err(|_| ApiError::new(ErrorCode::Busy, "the server is stopping"))
    }
}

/// The hash to store, made on this thread.
///
/// # Errors
/// When hashing fails.
pub fn hash(password: &str) -> Result<String, ApiError> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|error| {
        tracing::error!(error = %error, "a password cannot be hashed");
        ApiError::new(ErrorCode::Internal, "the password cannot be stored")
    })
}

/// What is wrong with a new password, if anything.
pub fn defect(pointer: &str, password: &str) -> Option<FieldProblem> {
    let characters = password.chars().count();
    if characters < SHORTEST {
        return Some(field_problem(pointer, "too_short", "", format!("{SHORTEST} or more characters")));
    }
    (password.len() > LONGEST).then(|| field_problem(pointer, "too_long", "", format!("{LONGEST} or fewer bytes")))
}

/// A hash that no password fits.
fn decoy() -> String {
    static DECOY: OnceLock<String> = OnceLock::new();
    DECOY.get_or_init(|| hash("no user has this password").unwrap_or_default()).clone()
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, Passwords};
    use std::sync::{Arc, Barrier};

    #[test]
    fn a_client_that_hangs_up_makes_no_room_while_its_hash_is_made() {
        actix_web::rt::System::new().block_on(async {
            let (passwords, gate) = (Passwords::default(), Arc::new(Barrier::new(AT_ONCE + 1)));
            for _ in 0..AT_ONCE {
                let held = Arc::clone(&gate);
                crate::heavy::tests::hang_up(passwords.blocking(move || held.wait())).await;
            }
            assert_eq!(passwords.0.available_permits(), 0);
            gate.wait();
            assert!(passwords.hash("a password".to_owned()).await.is_ok());
        });
    }
}
