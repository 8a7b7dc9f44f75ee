//! Is the process alive?

use actix_web::get;

/// Answers as long as the process does.
#[get("/healthz")]
pub(crate) async fn healthz() -> &'static str {
    "ok"
}
