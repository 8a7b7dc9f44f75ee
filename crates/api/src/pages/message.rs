//! Pages that stand in place of a survey.

use super::frame::{Frame, html, query_language};
use crate::error::{ApiError, ErrorCode};
use crate::surveys::Survey;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use askama::Template;
use texts::Language;
use texts::public_report::PublicReportText;
use texts::trouble::TroubleText as T;
use texts::trouble::TroubleText;

/// A page: what happened, and the next step.
#[derive(Template)]
#[template(path = "message.html", whitespace = "minimize")]
struct MessagePage<'a> {
    frame: Frame,
    unit: Option<&'a str>,
    heading: &'static str,
    what: &'static str,
    next: &'static str,
    start_again: Option<&'a str>,
}

/// The page for an error, with the error's status.
pub fn of_error(error: &ApiError, survey: Option<&Survey>, language: Language) -> HttpResponse {
    let [heading, what, next] = match error.code() {
        ErrorCode::UnknownLink => [T::Unknown, T::UnknownWhat, T::UnknownNext],
        ErrorCode::UnknownReport => return of_report(error, language),
        ErrorCode::LinkClosed => [T::Closed, T::ClosedWhat, T::ClosedNext],
        ErrorCode::LinkExpired => [T::Expired, T::ExpiredWhat, T::ClosedNext],
        ErrorCode::OtherContent => [T::Sent, T::SentWhat, T::SentNext],
        ErrorCode::BodyTooLarge => [T::TooLarge, T::TooLargeWhat, T::TooLargeNext],
        ErrorCode::NoSuchRoute => [T::NoPage, T::NoPageWhat, T::UnreadableNext],
        ErrorCode::WrongContentType
        | ErrorCode::InvalidBody
        | ErrorCode::MethodNotAllowed
        | ErrorCode::ForeignOrigin => [T::Unreadable, T::UnreadableWhat, T::UnreadableNext],
        ErrorCode::Busy | ErrorCode::TooManyRequests => [T::Busy, T::LaterWhat, T::LaterNext],
        _ => [T::Fault, T::LaterWhat, T::LaterNext],
    }
    .map(|text| text.text(language));
    let page = MessagePage {
        frame: survey
            .map_or_else(|| Frame::plain(language), |survey| Frame::new(language, &survey.settings.brand_color)),
        unit: survey.map(|survey| survey.link.unit_name.as_str()),
        heading,
        what,
        next,
        start_again: survey.filter(|_| error.code() == ErrorCode::OtherContent).map(|s| s.link.code.as_str()),
    };
    with_headers_of(error, html(error.code().status(), &page))
}

/// No report was published under the code of the address.
fn of_report(error: &ApiError, language: Language) -> HttpResponse {
    let [heading, what, next] =
        [PublicReportText::NotFound, PublicReportText::NotFoundWhat, PublicReportText::NotFoundNext];
    let page = MessagePage {
        frame: Frame::plain(language),
        unit: None,
        heading: heading.text(language),
        what: what.text(language),
        next: next.text(language),
        start_again: None,
    };
    html(error.code().status(), &page)
}

/// The headers that go with an error: when to come back, and what is possible.
pub fn with_headers_of(error: &ApiError, mut page: HttpResponse) -> HttpResponse {
    let answer = error.error_response();
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = answer.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

/// No page at this address, or none for this method.
pub async fn no_page(request: HttpRequest) -> HttpResponse {
    let error = if *request.method() == Method::GET || request.match_info().get("link").is_none() {
        ApiError::new(ErrorCode::NoSuchRoute, StatusCode::NOT_FOUND.as_str())
    } else {
        ApiError::new(ErrorCode::MethodNotAllowed, request.method().as_str()).allow("GET, HEAD, POST")
    };
    of_error(&error, None, query_language(request.query_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_server_says_when_to_come_back() {
        let page = of_error(&ApiError::new(ErrorCode::Busy, "full"), None, Language::default());
        assert_eq!(page.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(page.headers().get(header::RETRY_AFTER).unwrap(), "1");
        let limited = ApiError::new(ErrorCode::TooManyRequests, "many").retry_after(7);
        let page = with_headers_of(&limited, HttpResponse::build(limited.code().status()).finish());
        assert_eq!(
            (page.status().as_u16(), page.headers().get(header::RETRY_AFTER).unwrap().as_bytes()),
            (429, &b"7"[..])
        );
    }
}
