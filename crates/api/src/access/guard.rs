//! The guard of a handler: checks the permission and hands out the database.

use super::actor::{Actor, Scope, UserActor};
use super::api_key;
use super::permission::{Identity, Permission};
use super::state::AppState;
use super::token::Claims;
use crate::error::{ApiError, ErrorCode};
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use chrono::{DateTime, Utc};
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use store::{Db, StoreError};

/// Proof that the request has the permission `P`, and the way to the database.
pub struct Guard<P> {
    state: web::Data<AppState>,
    actor: Actor,
    permission: PhantomData<P>,
}

/// A unit that was checked to lie in the actor's scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopedUnit {
    /// Its key.
    pub id: i32,
    /// Its code.
    pub code: String,
}

impl<P: Permission> Guard<P> {
    /// The database.
    pub fn db(&self) -> &Db {
        &self.state.db
    }

    /// The server's configuration, clock and keys.
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        self.state.clock.now()
    }

    /// Who asks.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The units the actor may see or change.
    pub fn scope(&self) -> Scope {
        self.actor.scope()
    }

    /// The unit of this code, when it lies in the actor's scope.
    ///
    /// # Errors
    /// 404 when there is no such unit, 403 when it lies elsewhere.
    pub async fn unit(&self, code: &str) -> Result<ScopedUnit, ApiError> {
        let root = match self.scope() {
            Scope::City => None,
            Scope::Subtree(root) => Some(root),
            Scope::Nothing => return Err(outside(code)),
        };
        let code = domain::Code::parse(code).map_err(|_| ApiError::not_found("unit"))?;
        let unit = self.db().read(move |conn| store::scope::locate_unit(conn, code.as_str(), root)).await?;
        if unit.inside { Ok(ScopedUnit { id: unit.id, code: unit.code }) } else { Err(outside(&unit.code)) }
    }

    /// The signed-in user.
    ///
    /// # Errors
    /// 403 for an API key, which is nobody in person.
    pub fn user(&self) -> Result<&UserActor, ApiError> {
        match &self.actor {
            Actor::User(user) => Ok(user),
            _ => Err(ApiError::new(ErrorCode::Forbidden, "this needs a person who signed in")),
        }
    }
}

/// 403 for a unit that lies elsewhere.
pub(crate) fn outside(code: &str) -> ApiError {
    ApiError::new(ErrorCode::OutsideScope, format!("the unit {code} is not yours and not below yours"))
}

impl<P: Permission> FromRequest for Guard<P> {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let state = request
                .app_data::<web::Data<AppState>>()
                .cloned()
                .ok_or_else(|| ApiError::new(ErrorCode::Internal, "the server is not complete"))?;
            let actor = identify::<P>(&request, &state).await?;
            if !P::is_held_by(&actor) {
                return Err(ApiError::new(ErrorCode::Forbidden, format!("this is for {}", P::HOLDERS)));
            }
            Ok(Self { state, actor, permission: PhantomData })
        })
    }
}

async fn identify<P: Permission>(request: &HttpRequest, state: &web::Data<AppState>) -> Result<Actor, ApiError> {
    if P::IDENTITY == Identity::Ignored {
        return Ok(Actor::Anyone);
    }
    let Some(value) = request.headers().get(header::AUTHORIZATION) else {
        return match P::IDENTITY {
            Identity::Optional => Ok(Actor::Anyone),
            _ => Err(ApiError::new(ErrorCode::NotSignedIn, "the header Authorization is missing")),
        };
    };
    let token = value.to_str().ok().and_then(bearer).ok_or_else(|| {
        ApiError::new(
            ErrorCode::NotSignedIn,
            "the header Authorization must be `Bearer` and an access token or API key",
        )
    })?;
    if token.starts_with(api_key::MARK) {
        return api_key::identify(token, state).await.map(Actor::Key);
    }
    let claims = state.tokens.verify(token, state.clock.now())?;
    let user = if request.method().is_safe() { claims.into_actor()? } else { living(claims, state).await? };
    Ok(Actor::User(user))
}

fn bearer(value: &str) -> Option<&str> {
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// The account as it is now: a deactivated user's token, or that of an ended session, must not write.
async fn living(claims: Claims, state: &web::Data<AppState>) -> Result<UserActor, ApiError> {
    let (session, now) = (claims.session()?, state.clock.now());
    let found = state.db.read(move |conn| store::sessions::user_of_session(conn, session.as_bytes(), now)).await;
    match found {
        Ok(user) => {
            Ok(UserActor { username: user.username, role: user.role, unit_id: user.unit.map(|(id, _)| id), session })
        }
        Err(StoreError::NotFound(_)) => {
            Err(ApiError::new(ErrorCode::SessionEnded, "the session was ended or the account deactivated"))
        }
        Err(error) => Err(error.into()),
    }
}
