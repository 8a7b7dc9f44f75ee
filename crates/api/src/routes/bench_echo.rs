//! What benchmarks divide by: the same body, read and answered by the same server, but not checked and not stored.

use crate::error::ApiError;
use crate::extract::Body;
use actix_web::{HttpResponse, web};
use contract::survey::{ResponseReceipt, SubmitResponseRequest};

/// Adds the route, when asked for.
pub fn configure(config: &mut web::ServiceConfig, on: bool) {
    if on {
        config.route("/bench/echo/{link}/{id}", web::put().to(echo));
    }
}

async fn echo(
    path: web::Path<(String, String)>,
    Body(_): Body<SubmitResponseRequest>,
) -> Result<HttpResponse, ApiError> {
    let (_, id) = path.into_inner();
    Ok(HttpResponse::Created().json(ResponseReceipt { id, repeated: false, not_kept: Vec::new() }))
}
