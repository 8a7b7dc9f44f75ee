//! What every page has in common.

use super::assets::stylesheet_address;
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use askama::Template;
use texts::Language;

/// Nothing but what this server has, and no script inside the page; the form goes home.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What every page needs.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The language of the page.
    pub language: Language,
    /// Where its stylesheet lies.
    pub stylesheet: String,
}

impl Frame {
    /// A page in a language and a brand colour.
    pub fn new(language: Language, brand: &str) -> Self {
        Self { language, stylesheet: stylesheet_address(brand) }
    }

    /// A page of a server that does not know which city's page it is.
    pub fn plain(language: Language) -> Self {
        Self::new(language, "")
    }
}

/// A page on its way. It is kept nowhere: it carries the id of a response, or says how things are at this moment.
pub fn html(status: StatusCode, page: &impl Template) -> HttpResponse {
    html_under(POLICY, status, page)
}

/// The same for a page that may load what its own policy says.
pub fn html_under(policy: &'static str, status: StatusCode, page: &impl Template) -> HttpResponse {
    sent(policy, status, "no-store", page)
}

/// A page that is the same for everybody, and for a minute.
pub fn html_shared(page: &impl Template) -> HttpResponse {
    sent(POLICY, StatusCode::OK, "public, max-age=60", page)
}

fn sent(policy: &'static str, status: StatusCode, caching: &'static str, page: &impl Template) -> HttpResponse {
    match page.render() {
        Ok(body) => HttpResponse::build(status)
            .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
            .insert_header((header::CONTENT_SECURITY_POLICY, policy))
            .insert_header((header::CACHE_CONTROL, caching))
            .insert_header((header::REFERRER_POLICY, "no-referrer"))
            .body(body),
        Err(error) => {
            tracing::error!(error = %error, "a page could not be written");
            HttpResponse::InternalServerError().finish()
        }
    }
}

/// A value of the address's query.
pub fn query_value(query: &str, name: &str) -> Option<String> {
    form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// The language that an address asks for.
pub fn query_language(query: &str) -> Language {
    query_value(query, "language").map_or(Language::default(), |tag| Language::from_tag(&tag))
}
