//! One address for each page.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse};

/// Pages that are alone, and folders of pages.
const PAGES: [&str; 2] = ["/kota", "/console"];
const FOLDERS: [&str; 4] = ["/s/", "/l/", "/u/", "/console/"];

/// Leads a page's address that ends in a slash, as people type it, to the one without.
///
/// # Errors
/// What the rest answers.
pub async fn without_slash<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let Some(address) = canonical(request.path(), request.query_string()) else {
        return Ok(next.call(request).await?.map_into_left_body());
    };
    let moved = HttpResponse::PermanentRedirect().insert_header((header::LOCATION, address)).finish();
    Ok(request.into_response(moved).map_into_right_body())
}

/// The address of the page, where this one only ends differently.
fn canonical(path: &str, query: &str) -> Option<String> {
    let address = path.strip_suffix('/')?.trim_end_matches('/');
    let is_page = PAGES.contains(&address) || FOLDERS.iter().any(|folder| address.starts_with(folder));
    is_page.then(|| if query.is_empty() { address.to_owned() } else { format!("{address}?{query}") })
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn only_pages_are_led_on_and_never_elsewhere() {
        assert_eq!(canonical("/s/k7m2p9qx/", "language=en").as_deref(), Some("/s/k7m2p9qx?language=en"));
        assert_eq!(canonical("/kota/", "").as_deref(), Some("/kota"));
        assert_eq!(canonical("/u/a/badge.svg//", "").as_deref(), Some("/u/a/badge.svg"));
        for other in [
            "/s/k7m2p9qx",
            "/",
            "/s/",
            "/u//",
            "/kota/x/",
            "//elsewhere.example/",
            "/docs/",
            "/api/v1/units/",
            "/assets/",
        ] {
            assert_eq!(canonical(other, ""), None, "{other}");
        }
    }
}
