//! Sign in.

use super::signed_in;
use crate::access::origin::SameOrigin;
use crate::access::refresh_cookie::FreshToken;
use crate::access::{ClientAddress, Guard, Public};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::CommonErrors;
use crate::extract::Body;
use actix_web::{HttpResponse, post};
use contract::{CreateSessionRequest, Problem, Session};
use store::StoreError;
use uuid::Uuid;

/// Sign in.
///
/// Answers an access token of ten minutes and sets the refresh cookie of fourteen days. Attempts are slowed down: a `429`
/// says when the next is possible, at most a minute later.
#[utoipa::path(
    tag = "sessions",
    security(()),
    request_body = CreateSessionRequest,
    responses(
        (status = 200, description = "Signed in", body = Session, headers(("Set-Cookie" = String, description = "The refresh token"))),
        (status = 401, description = "Username or password is wrong", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "A page of another site asks", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "The body is too large", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "The body has another content type", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A field cannot be accepted", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many attempts", body = Problem, content_type = "application/problem+json", headers(("Retry-After" = u32, description = "Seconds to wait"))),
        CommonErrors
    )
)]
#[post("/auth/login")]
pub(crate) async fn create_session(
    _origin: SameOrigin,
    address: ClientAddress,
    guard: Guard<Public>,
    Body(request): Body<CreateSessionRequest>,
) -> Result<HttpResponse, ApiError> {
    let username: String = request.username.trim().to_lowercase().chars().take(64).collect();
    guard.state().throttle.check(&username, address)?;
    let name = username.clone();
    let found = guard
        .db()
        .read(move |conn| Ok((store::users::password_hash(conn, &name)?, store::users::find_user(conn, &name)?)));
    let (hash, user) = match found.await {
        Ok((hash, user)) => (Some(hash), Some(user)),
        Err(StoreError::NotFound(_)) => (None, None),
        Err(error) => return Err(error.into()),
    };
    let fits = guard.state().passwords.verify(request.password, hash).await?;
    let user = user.filter(|user| fits && user.active).ok_or_else(|| {
        tracing::info!("somebody could not sign in");
        ApiError::new(ErrorCode::WrongCredentials, "no active user has this username and password")
    })?;
    let (session, refresh, now, user_id) = (Uuid::now_v7(), FreshToken::draw()?, guard.now(), user.id);
    let hash = refresh.hash.clone();
    let storing = move |conn: &mut store::WriteConn<'_>| {
        store::sessions::insert_session(conn, session.as_bytes(), user_id, &hash, now)
    };
    guard.db().write(storing).await?;
    signed_in(guard.state(), &user, session, &refresh)
}
