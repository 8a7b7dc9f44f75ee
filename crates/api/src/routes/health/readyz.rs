//! Can requests be answered?

use crate::access::{Guard, Public};
use crate::error::ApiError;
use actix_web::get;

/// Answers when the database does.
///
/// # Errors
/// 503 when the database does not answer.
#[get("/readyz")]
pub(crate) async fn readyz(guard: Guard<Public>) -> Result<&'static str, ApiError> {
    guard.db().read(store::users::count_administrators).await?;
    Ok("ready")
}
