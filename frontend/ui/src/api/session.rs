//! Who is signed in. The access token lives in this tab's memory alone; the cookie that renews it is out of reach of
//! scripts.

use super::{failure::Failure, lock::exclusively, request};
use crate::browser;
use contract::{CreateSessionRequest, Session, User};
use signals::RwSignal;
use std::cell::RefCell;

const REFRESH: &str = "/api/v1/auth/refresh";
const LOGIN: &str = "/api/v1/auth/login";
const LOGOUT: &str = "/api/v1/auth/logout";
/// Says on this device that a session may be open, so that nobody who never signed in is asked for one in vain.
const OPEN: &str = "sumberdaya.session";
/// A token with less left than this is renewed before it is used.
const SPARE_MS: f64 = 20_000.0;

/// Who sits before the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// Not asked yet.
    Unknown,
    /// Nobody signed in; true after a sign-out.
    Nobody(bool),
    /// This user.
    User(User),
    /// This user, until the session ended; the page waits for them as it is.
    Ended(User),
}

struct Token {
    text: String,
    until: f64,
}

struct State {
    token: RefCell<Option<Token>>,
    who: RwSignal<Who>,
}

thread_local! {
    static STATE: State = State { token: RefCell::new(None), who: RwSignal::of_the_page(Who::Unknown) };
}

/// Who sits before the page, as a signal.
pub fn who() -> RwSignal<Who> {
    STATE.with(|state| state.who)
}

/// The user, also while the session waits to be renewed.
pub fn user() -> Option<User> {
    match who().get() {
        Who::User(user) | Who::Ended(user) => Some(user),
        Who::Unknown | Who::Nobody(_) => None,
    }
}

/// A token that can be used now.
pub(super) fn token() -> Option<String> {
    let fresh = |token: &Token| (token.until - browser::now() > SPARE_MS).then(|| token.text.clone());
    STATE.with(|state| state.token.borrow().as_ref().and_then(fresh))
}

fn keep(session: Session) {
    browser::store(OPEN, "open");
    let until = browser::now() + f64::from(session.expires_in) * 1000.0;
    STATE.with(|state| *state.token.borrow_mut() = Some(Token { text: session.access_token, until }));
    let before = who().get_untracked();
    let other = matches!(&before, Who::User(user) | Who::Ended(user) if user.username != session.user.username);
    if other {
        // Another person: nothing of the one before may stay on the page.
        browser::go_to_start();
    }
    if before != Who::User(session.user.clone()) {
        who().set(Who::User(session.user));
    }
}

fn drop_token() {
    STATE.with(|state| *state.token.borrow_mut() = None);
}

fn end() {
    drop_token();
    browser::unstore(OPEN);
    match who().get_untracked() {
        Who::User(user) => who().set(Who::Ended(user)),
        Who::Unknown => who().set(Who::Nobody(false)),
        Who::Nobody(_) | Who::Ended(_) => {}
    }
}

/// Gets a token that is not `used`, which failed or is over. Tabs and requests that ask together renew once.
pub(super) async fn renew(used: Option<&str>) -> Result<String, Failure> {
    if let Who::Ended(_) | Who::Nobody(_) = who().get_untracked() {
        return Err(Failure::SessionEnded);
    }
    exclusively(async {
        if let Some(token) = token().filter(|token| Some(token.as_str()) != used) {
            return Ok(token);
        }
        let answer: Result<Session, Failure> = request::post(REFRESH, None).await;
        match answer {
            Ok(session) => {
                let text = session.access_token.clone();
                keep(session);
                Ok(text)
            }
            Err(Failure::Problem(problem)) if problem.status == 401 => {
                end();
                Err(Failure::SessionEnded)
            }
            Err(other) => Err(other),
        }
    })
    .await
}

/// Finds out whether a session is still open from before.
///
/// # Errors
/// When the server cannot be asked.
pub async fn resume() -> Result<(), Failure> {
    if browser::stored(OPEN).is_none() && browser::remembers() {
        who().set(Who::Nobody(false));
        return Ok(());
    }
    match renew(None).await {
        Ok(_) | Err(Failure::SessionEnded) => Ok(()),
        Err(other) => Err(other),
    }
}

/// Signs in.
///
/// # Errors
/// Why not.
pub async fn sign_in(username: String, password: String) -> Result<(), Failure> {
    let body = serde_json::to_string(&CreateSessionRequest { username, password });
    let session = request::post(LOGIN, Some(body.map_err(|_| Failure::Unreadable)?)).await?;
    keep(session);
    Ok(())
}

/// Signs out; what was read is forgotten.
///
/// # Errors
/// When the server was not reached: the session is still open then, and the user must know.
pub async fn sign_out() -> Result<(), Failure> {
    request::post::<()>(LOGOUT, None).await?;
    forget(true);
    Ok(())
}

/// Lets the page ask who is there; after an ended session for another user.
pub fn forget(signed_out: bool) {
    drop_token();
    browser::unstore(OPEN);
    crate::remote::forget_all();
    who().set(Who::Nobody(signed_out));
}
