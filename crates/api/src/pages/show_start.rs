//! The root of the server.

use super::frame::{Frame, html, query_language};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use texts::start::StartText;

#[derive(Template)]
#[template(path = "start.html", whitespace = "minimize")]
struct StartPage {
    frame: Frame,
}

/// Says what stands here.
pub async fn show_start(request: HttpRequest) -> HttpResponse {
    html(StatusCode::OK, &StartPage { frame: Frame::plain(query_language(request.query_string())) })
}
