//! The OpenAPI document.

use actix_web::http::header;
use actix_web::{HttpResponse, get, web};

/// The document as text, made once at start.
pub struct Document(pub web::Bytes);

/// The document that the explorer at /docs shows.
#[get("/openapi.json")]
pub(crate) async fn get_openapi(document: web::Data<Document>) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CACHE_CONTROL, "no-cache"));
    response.content_type("application/json").body(document.0.clone())
}
