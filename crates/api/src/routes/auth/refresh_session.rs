//! A new access token for the refresh cookie.

use super::signed_in;
use crate::access::origin::SameOrigin;
use crate::access::refresh_cookie::{self, FreshToken};
use crate::access::{Guard, Public};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::CommonErrors;
use actix_web::{HttpRequest, HttpResponse, post};
use contract::{Problem, Session};
use store::sessions::Rotation;
use uuid::Uuid;

/// Refresh the session.
///
/// Replaces the refresh cookie and answers a new access token. The cookie before is honoured for 30 seconds, so that two
/// tabs or a lost reply log nobody out; its later use ends the session, because somebody must have copied it.
#[utoipa::path(
    tag = "sessions",
    security(()),
    responses(
        (status = 200, description = "A new token", body = Session, headers(("Set-Cookie" = String, description = "The next refresh token"))),
        (status = 401, description = "No session, or it has ended", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "A page of another site asks", body = Problem, content_type = "application/problem+json"),
        CommonErrors
    )
)]
#[post("/auth/refresh")]
pub(crate) async fn refresh_session(
    _origin: SameOrigin,
    guard: Guard<Public>,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let (hash, next, now) = (refresh_cookie::require_hash(&request)?, FreshToken::draw()?, guard.now());
    let next_hash = next.hash.clone();
    let rotating = move |conn: &mut store::WriteConn<'_>| store::sessions::rotate_token(conn, &hash, &next_hash, now);
    match guard.db().write(rotating).await? {
        Rotation::Rotated { session, user } => {
            let session = Uuid::from_slice(&session)
                .map_err(|_| ApiError::new(ErrorCode::SessionEnded, "the session has no id"))?;
            signed_in(guard.state(), &user, session, &next)
        }
        Rotation::Reused => {
            tracing::warn!("a replaced refresh token came back; its session was ended");
            Err(ApiError::new(ErrorCode::SessionEnded, "this refresh token was replaced before; the session was ended"))
        }
        Rotation::Ended => Err(ApiError::new(ErrorCode::SessionEnded, "the session is unknown or over")),
    }
}
