//! Pages for browsers: the survey as one plain form that works without JavaScript, and what surrounds it.
//!
//! The form is a client of the same rules as the API: it is read into the API's body and goes through
//! [`crate::surveys::submit::prepare`]. Nothing here needs a cookie, so there is no session that a foreign page could
//! misuse (CSRF): a form elsewhere that posts to a survey can do no more than its author with the link in hand.

pub mod assets;
pub mod brand;
pub mod choose_service;
pub mod console;
pub mod form;
pub mod frame;
pub mod get_badge;
pub mod message;
mod public_parts;
pub mod scripts;
pub mod send_survey;
pub mod show_city;
pub mod show_report;
pub mod show_start;
pub mod show_survey;
pub mod show_thanks;
pub mod show_unit;
pub mod survey_page;
pub mod trouble;

use crate::bundles::get_asset::get_asset;
use actix_web::web;

/// Adds the pages.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .route("/", web::get().to(show_start::show_start))
        .route("/favicon.ico", web::get().to(assets::get_icon))
        .route("/assets/survey-{name}.css", web::get().to(assets::get_survey_stylesheet))
        .route("/assets/brand-{name}.css", web::get().to(assets::get_brand_stylesheet))
        .route("/assets/report-{name}.css", web::get().to(assets::get_report_stylesheet))
        .route("/assets/check-report-{name}.js", web::get().to(assets::get_report_script))
        .route("/assets/{file}", web::get().to(get_asset))
        .route("/l/{report}", web::get().to(show_report::show_report))
        .route("/kota", web::get().to(show_city::show_city))
        .route("/u/{unit}", web::get().to(show_unit::show_unit))
        .route("/u/{unit}/badge.svg", web::get().to(get_badge::get_badge))
        .route("/console", web::get().to(console::show_console))
        .route("/console/{rest:.*}", web::get().to(console::show_console))
        .service(
            web::scope("/s")
                .route("/sw.js", web::get().to(assets::get_service_worker))
                .service(
                    web::resource("/{link}")
                        .get(show_survey::show_survey)
                        .post(send_survey::send_survey)
                        .default_service(web::to(message::no_page)),
                )
                .route("/{link}/terima-kasih", web::get().to(show_thanks::show_thanks))
                .default_service(web::to(message::no_page)),
        );
}
