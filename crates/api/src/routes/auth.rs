//! Signing in and out.

pub mod change_password;
pub mod create_session;
pub mod delete_session;
pub mod get_current_user;
pub mod refresh_session;

use crate::access::refresh_cookie::{self, FreshToken};
use crate::access::{AppState, token};
use crate::error::ApiError;
use crate::routes::users;
use actix_web::HttpResponse;
use actix_web::http::header;
use contract::Session;
use store::users::User;
use uuid::Uuid;

/// The answer that signs somebody in: the token in the body, the refresh token in the cookie.
fn signed_in(state: &AppState, user: &User, session: Uuid, refresh: &FreshToken) -> Result<HttpResponse, ApiError> {
    let body = Session {
        access_token: state.tokens.issue(user, session, state.clock.now())?,
        token_type: "Bearer".to_owned(),
        expires_in: token::LIFETIME_SECONDS,
        user: users::body(user),
    };
    let mut response = HttpResponse::Ok();
    response.cookie(refresh_cookie::cookie(refresh, &state.config));
    Ok(response.insert_header((header::CACHE_CONTROL, "no-store")).json(body))
}
