//! The stylesheets that depend on the city's colour, by names that change with their content, and the icon.

use super::brand::{Rgb, tokens};
use crate::bundles;
use actix_web::http::header;
use actix_web::{HttpResponse, web};
use domain::CitySettings;
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

const TOKENS: &str = include_str!("../../../../frontend/ui/static/tokens.css");
const STYLES: &str = include_str!("../../templates/survey.css");
const REPORT_STYLES: &str = include_str!("../../templates/report.css");
const REPORT_SCRIPT: &str = include_str!("../../templates/check-report.js");
const ICON: &str = include_str!("../../templates/icon.svg");
/// For what never changes under its name.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// The hash of the survey's stylesheet without the brand colour.
fn survey_version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| hash(&[TOKENS, STYLES]))
}

/// The hash of the rule that makes the ramp.
fn ramp_version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| hash(&[]))
}

/// The hash of the report page's stylesheet without the brand colour.
fn report_version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| hash(&[TOKENS, REPORT_STYLES]))
}

fn hash(parts: &[&str]) -> String {
    // The derived tokens belong to the content too: those of one colour stand for the rule that makes them.
    let start = Sha256::new().chain_update(tokens(default_brand()));
    let digest = parts.iter().fold(start, |digest, part| digest.chain_update(part)).finalize();
    hex::encode(&digest[..6])
}

fn default_brand() -> Rgb {
    // The default setting is a colour; the black only satisfies the type.
    Rgb::parse(&CitySettings::default().brand_color).unwrap_or(Rgb::BLACK)
}

/// Where the survey's stylesheet in this brand colour lies.
pub fn stylesheet_address(brand: &str) -> String {
    let brand = Rgb::parse(brand).unwrap_or_else(default_brand);
    format!("/assets/survey-{}-{}.css", survey_version(), brand.hex())
}

/// Where the stylesheet of a report's public page lies, in this brand colour.
pub fn report_stylesheet_address(brand: &str) -> String {
    let brand = Rgb::parse(brand).unwrap_or_else(default_brand);
    format!("/assets/report-{}-{}.css", report_version(), brand.hex())
}

/// Where the script lies that checks a file against a published report.
pub fn report_script_address() -> &'static str {
    static ADDRESS: OnceLock<String> = OnceLock::new();
    ADDRESS.get_or_init(|| format!("/assets/check-report-{}.js", hash(&[REPORT_SCRIPT])))
}

/// Where the brand ramp of this colour lies, which the console's stylesheets stand on.
pub fn ramp_address(brand: &str) -> String {
    let brand = Rgb::parse(brand).unwrap_or_else(default_brand);
    format!("/assets/brand-{}-{}.css", ramp_version(), brand.hex())
}

/// The survey's stylesheet of a name: ramp, tokens and what is the survey's own, in one request.
pub async fn get_survey_stylesheet(name: web::Path<String>) -> HttpResponse {
    stylesheet(&name, survey_version(), &[TOKENS, STYLES])
}

/// The stylesheet of a report's public page, of a name.
pub async fn get_report_stylesheet(name: web::Path<String>) -> HttpResponse {
    stylesheet(&name, report_version(), &[TOKENS, REPORT_STYLES])
}

/// The script that checks a file against a published report.
pub async fn get_report_script(name: web::Path<String>) -> HttpResponse {
    // A page of another version of the server still gets a script, but nobody keeps it under the wrong name.
    let known = report_script_address().contains(name.as_str());
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/javascript; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, if known { IMMUTABLE } else { "no-store" }))
        .body(REPORT_SCRIPT)
}

/// The brand ramp of a name.
pub async fn get_brand_stylesheet(name: web::Path<String>) -> HttpResponse {
    stylesheet(&name, ramp_version(), &[])
}

/// The colour is part of the name, so every replica can answer, whatever its settings are.
fn stylesheet(name: &str, version: &str, rest: &[&str]) -> HttpResponse {
    let parts = name.split_once('-').map(|(hash, brand)| (hash == version, Rgb::parse(brand)));
    let (known, brand) = match parts {
        Some((known, Some(brand))) => (known, brand),
        _ => (false, default_brand()),
    };
    // A page of another version of the server still gets its styles, but nobody keeps them under the wrong name.
    let caching = if known { IMMUTABLE } else { "no-store" };
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/css; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, caching))
        .body(tokens(brand) + &rest.concat())
}

/// The worker that keeps survey pages for a reload without network. Its name never changes, so nobody may keep it; which
/// pages it is for follows from its folder.
pub async fn get_service_worker() -> HttpResponse {
    let Some(script) = bundles::content("sw.js") else { return HttpResponse::NotFound().finish() };
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/javascript; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; connect-src 'self'"))
        .body(script.into_owned())
}

/// The icon of every page.
pub async fn get_icon() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/svg+xml"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=86400"))
        .body(ICON)
}
