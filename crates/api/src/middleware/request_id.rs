//! The id of a request, in its answer, its log lines and its problem document.

use actix_web::http::header::{HeaderMap, HeaderName};
use std::future::Future;
use uuid::Uuid;

/// The header that carries it, in and out.
pub const HEADER: HeaderName = HeaderName::from_static("x-request-id");

tokio::task_local! {
    static CURRENT: String;
}

/// The id of the request being answered; empty outside of one.
pub fn current() -> String {
    CURRENT.try_with(Clone::clone).unwrap_or_default()
}

/// The client's id when it is a UUID, with or without dashes, else a new one: no free text may reach the log.
pub fn choose(headers: &HeaderMap) -> String {
    let given = headers.get(HEADER).and_then(|value| value.to_str().ok());
    let given =
        given.filter(|text| Uuid::try_parse(text).is_ok() && text.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-'));
    given.map_or_else(|| Uuid::now_v7().to_string(), str::to_owned)
}

/// Runs the rest of the request with this id.
pub async fn scope<F: Future>(id: String, work: F) -> F::Output {
    CURRENT.scope(id, work).await
}
