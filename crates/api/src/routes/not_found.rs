//! Addresses without an operation, and operations without this method.

use crate::error::{ApiError, ErrorCode};
use crate::openapi::PREFIX;
use crate::pages::message::no_page;
use actix_web::dev::ResourceDef;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use std::sync::Arc;
use utoipa::openapi::OpenApi;

/// Which methods each address takes, from the OpenAPI document.
#[derive(Clone)]
pub struct AllowedMethods(Arc<Vec<(ResourceDef, String)>>);

impl AllowedMethods {
    /// Reads the document.
    pub fn of(document: &OpenApi) -> Self {
        let allowed = document.paths.paths.iter().map(|(path, item)| {
            let operations = [
                ("GET, HEAD", item.get.is_some()),
                ("POST", item.post.is_some()),
                ("PUT", item.put.is_some()),
                ("PATCH", item.patch.is_some()),
                ("DELETE", item.delete.is_some()),
            ];
            let methods: Vec<&str> =
                operations.iter().filter(|(_, there)| *there).map(|(methods, _)| *methods).collect();
            (ResourceDef::new(path.as_str()), methods.join(", "))
        });
        Self(Arc::new(allowed.collect()))
    }
}

/// Answers what no operation takes; people who follow a link outside the API read a page.
///
/// # Errors
/// Always, but for that page: 405 when the address takes other methods, else 404.
pub async fn not_found(request: HttpRequest, allowed: web::Data<AllowedMethods>) -> Result<HttpResponse, ApiError> {
    let path = request.path();
    let accepted = request.headers().get(header::ACCEPT).and_then(|accepted| accepted.to_str().ok());
    if !path.starts_with(PREFIX) && accepted.is_some_and(|accepted| accepted.contains("text/html")) {
        return Ok(no_page(request).await);
    }
    let found = allowed.0.iter().find(|(pattern, _)| pattern.is_match(path));
    Err(match found {
        Some((_, methods)) => {
            let detail = format!("{} is not possible here, only {methods}", request.method());
            ApiError::new(ErrorCode::MethodNotAllowed, detail).allow(methods.as_str())
        }
        None => ApiError::new(ErrorCode::NoSuchRoute, "no operation has this address"),
    })
}
